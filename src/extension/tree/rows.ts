import { sayReason, type Article, type Finding, type Language, type Page, type Paragraph, type Seam, type Span } from '../../core';
import { wordsAt } from '../analysis/parts';
import { excerpt } from '../excerpt';
import { translate, translateCount, type Text } from '../translate';
import type { Behind, Details, Row, RowKind } from './row';
import { RowIds } from './rowIds';

/** Kinds that their icon and their words do not tell apart. */
const named: ReadonlySet<RowKind> = new Set(['standingHead', 'kicker', 'deck', 'dateline', 'jump', 'credit']);

/** Characters shown of a row; a headline is far shorter. */
const ofLabel = 120;
/** Characters shown on each side of a seam. */
const aroundSeam = 12;

const kindNames: Readonly<Record<RowKind, Text>> = {
  article: 'Article',
  photo: 'Photo',
  brief: 'Brief',
  notice: 'Notice',
  standingHead: 'Standing head',
  kicker: 'Kicker',
  headline: 'Headline',
  deck: 'Deck',
  byline: 'Byline',
  dateline: 'Dateline',
  jump: 'Jump line',
  paragraph: 'Paragraph',
  cut: 'Re-stitched paragraph',
  piece: 'Piece',
  credit: 'Credit',
  furnitureGroup: 'Page furniture',
  furniture: 'Page furniture',
};

/** What the rows are made from. */
export interface RowSource {
  readonly page: Page;
  /** The findings to count: those of the page that the settings show. */
  readonly findings: readonly Finding[];
  readonly language: Language;
  /** The line of an offset, counted from 1. */
  readonly lineOf: (offset: number) => number;
}

/** The rows of a page: its articles in order, each with its parts in reading order, then the furniture. */
export function rowsOf(source: RowSource): readonly Row[] {
  return new Rows(source).all();
}

/** The first words of an article, by which it is known from one analysis to the next. */
function articleKey({ title, paragraphs, credit, standingHead }: Article, page: Page): string {
  const [span] = [...credit, ...standingHead];
  return title || excerpt(paragraphs[0]?.text ?? (span ? wordsAt(page, span) : ''), 24);
}

/** What a row has besides its words; what is left out is none. */
type Extras = Partial<Pick<Row, 'children' | 'problems' | 'doubts' | 'behind' | 'pieces' | 'covers' | 'article' | 'description'>> & { readonly details?: Partial<Details> };

class Rows {
  readonly #ids = new RowIds();

  constructor(private readonly source: RowSource) {}

  all(): readonly Row[] {
    const { page, language } = this.source;
    const rows = page.articles.map((article) => this.#article(article));
    if (page.furniture.length > 0) {
      const children = page.furniture.map((span) => this.#part('furniture', span, undefined, undefined, { pieces: [span] }));
      rows.push(this.#row('furnitureGroup', 'furniture', translate(language, 'Page furniture'), firstOf(page.furniture), { children, covers: page.furniture }));
    }
    return rows;
  }

  #article(article: Article): Row {
    const { language, findings, page } = this.source;
    const headline = firstOf(article.headline, article.paragraphs[0]?.spans[0], article.credit[0], article.standingHead[0]);
    const key = articleKey(article, page);
    // The id first: two rows that show the same are told apart by their order.
    const id = this.#ids.of('article', key);
    const children = this.#parts(article, headline, id);
    const problems = findings.filter((finding) => finding.article === article.id).length;
    const cuts = article.paragraphs.reduce((sum, { seams }) => sum + seams.filter(isCut).length, 0);
    const doubts = children.reduce((sum, child) => sum + child.doubts, 0);
    const description = [
      cuts > 0 ? translateCount(language, cuts, '{0} cut', '{0} cuts') : '',
      doubts > 0 ? translate(language, '{0} doubtful', doubts) : '',
    ].filter((part) => part !== '').join(' · ');
    const covers = [...article.headline, ...article.byline, ...article.credit, ...article.standingHead, ...article.paragraphs.flatMap(({ spans }) => spans)];
    const label = key || translate(language, 'No headline');
    return this.#row(article.kind, id, label, headline, { description, children, problems, doubts, covers, article: article.id });
  }

  #parts(article: Article, headline: Span, id: string): Row[] {
    const { page, language } = this.source;
    const rows: Row[] = [];
    const add = (kind: RowKind, span: Span, label?: string, extras: Extras = {}): void => {
      rows.push(this.#part(kind, span, article.id, label, extras));
    };
    for (const span of article.standingHead) add('standingHead', span);
    if (article.headline.length > 0) {
      if (article.kicker) add('kicker', spanOfLine(page, article.headline, article.kicker), article.kicker);
      if (article.title) add('headline', spanOfLine(page, article.headline, article.title), article.title, { doubts: article.headlineSure ? 0 : 1 });
      if (article.deck) add('deck', spanOfLine(page, article.headline, article.deck), article.deck);
    }
    const jump = (text: Text, number: number | undefined): void => {
      if (number !== undefined) rows.push(this.#row('jump', `${id}/${text}`, translate(language, text, number), headline, { article: article.id, covers: [] }));
    };
    jump('Continued from page {0}', article.jump?.from);
    for (const span of article.byline) add('byline', span);
    if (article.dateline) add('dateline', article.dateline.span, undefined, { covers: [] });
    let left = article.headline.at(-1);
    for (const paragraph of article.paragraphs) {
      rows.push(this.#paragraph(paragraph, article, left));
      left = paragraph.spans.at(-1) ?? left;
    }
    for (const span of article.credit) add('credit', span);
    jump('Continued on page {0}', article.jump?.to);
    return rows;
  }

  #paragraph(paragraph: Paragraph, article: Article, left: Span | undefined): Row {
    const { language, lineOf } = this.source;
    const { spans, attachment, text } = paragraph;
    const label = excerpt(text, 24);
    const id = this.#ids.of('paragraph', text);
    const right = firstOf(spans);
    const behind: Behind | undefined = left && { left, right, as: 'follow', sure: attachment.sure };
    const why = reasonsOf(attachment, language);
    const doubt = attachment.sure ? 0 : 1;
    const common = { article: article.id, pieces: spans, covers: spans, ...(behind && { behind }) };
    if (!paragraph.seams.some(isCut)) {
      const description = doubt > 0 ? this.#sureness(attachment) : '';
      return this.#row('paragraph', id, label, right, { ...common, description, doubts: doubt, problems: this.#problemsIn(spans), details: { why } });
    }
    const fragments = fragmentsOf(paragraph);
    const children = fragments.map((fragment, index) => this.#piece(fragment, fragments[index - 1], article, index === 0 ? behind : undefined));
    const lines = fragments.map((fragment) => lineOf(firstOf(fragment.spans)[0])).join(', ');
    const description = translate(language, '{0} pieces · lines {1}', children.length, lines);
    const doubts = children.reduce((sum, child) => sum + child.doubts, doubt);
    const seams = children.flatMap(({ details }) => details.seams);
    return this.#row('cut', id, label, right, { ...common, description, children, doubts, problems: this.#problemsIn(spans), details: { seams, why } });
  }

  #piece({ spans, seam }: Fragment, before: Fragment | undefined, article: Article, first: Behind | undefined): Row {
    const { language, lineOf, page } = this.source;
    const span = firstOf(spans);
    const left = before?.spans.at(-1);
    const behind: Behind | undefined = seam && left ? { left, right: span, as: 'join', sure: seam.sure } : first;
    const line = translate(language, 'line {0}', lineOf(span[0]));
    const text = wordsAt(page, span);
    return this.#row('piece', this.#ids.of('piece', text), excerpt(text, 24), span, {
      article: article.id,
      description: seam ? `${line} · ${this.#sureness(seam)}` : line,
      pieces: spans,
      covers: spans,
      doubts: seam && !seam.sure ? 1 : 0,
      problems: this.#problemsIn(spans),
      ...(behind && { behind }),
      ...(seam && left && { details: { seams: [seamWords(page, left, span)], why: reasonsOf(seam, language) } }),
    });
  }

  /** `87%`, and the word where it is not sure. */
  #sureness({ confidence, sure }: Seam): string {
    const percent = `${Math.round(confidence * 100)}%`;
    return sure ? percent : translate(this.source.language, '{0}, doubtful', percent);
  }

  #part(kind: RowKind, span: Span, article: string | undefined, label: string | undefined, extras: Extras): Row {
    const { page, language } = this.source;
    const text = label ?? wordsAt(page, span);
    const description = named.has(kind) ? translate(language, kindNames[kind]) : '';
    return this.#row(kind, this.#ids.of(kind, text), label ?? excerpt(text, 32), span, { article, description, problems: this.#problemsIn([span]), covers: [span], ...extras });
  }

  #row(kind: RowKind, id: string, label: string, span: Span, { details, behind, ...extras }: Extras): Row {
    const { language, lineOf } = this.source;
    const kindName = translate(language, kindNames[kind]);
    const { description = '', problems = 0 } = extras;
    const shown = excerpt(label, ofLabel);
    const problemWords = problems > 0 ? [translateCount(language, problems, '{0} problem', '{0} problems')] : [];
    const spoken = [...new Set([kindName, shown, ...(named.has(kind) ? [] : [description]), ...problemWords])].filter((part) => part !== '').join(', ');
    const heading = [kindName, translate(language, 'line {0}', lineOf(span[0])), ...problemWords].join(' · ');
    return {
      id, kind, label: shown, description, spoken, span,
      covers: [], pieces: [], article: undefined, problems, doubts: 0, children: [],
      ...extras,
      ...(behind && { behind }),
      details: { heading, seams: [], why: [], ...details },
    };
  }

  /** The findings that begin inside any of the spans. */
  #problemsIn(spans: readonly Span[]): number {
    return this.source.findings.filter((finding) => spans.some((span) => span[0] <= finding.span[0] && finding.span[0] < span[1])).length;
  }
}

/** Whether two pieces were cut apart, and not just printed on lines of their own. */
function isCut({ why }: Seam): boolean {
  return why[0]?.code !== 'hardWrap';
}

function reasonsOf(seam: Seam, language: Language): string[] {
  return [...new Set(seam.why.filter(({ weight, code }) => weight !== 0 || code === 'decided').map((reason) => sayReason(reason, language)))];
}

/** A passage of a paragraph that was not cut: one span, or several printed lines. */
interface Fragment {
  readonly spans: Span[];
  /** The cut before it. */
  readonly seam?: Seam;
}

function fragmentsOf({ spans, seams }: Paragraph): Fragment[] {
  const fragments: Fragment[] = [];
  spans.forEach((span, index) => {
    const seam = seams[index - 1];
    const last = fragments.at(-1);
    if (last && seam && !isCut(seam)) last.spans.push(span);
    else fragments.push({ spans: [span], ...(seam && { seam }) });
  });
  return fragments;
}

/** `…从选种、育秧到水肥管 ‖ 理,全程跟着农时走…` */
function seamWords(page: Page, one: Span, other: Span): string {
  const left = wordsAt(page, one).trimEnd();
  const right = wordsAt(page, other).trimStart();
  const end = [...left.slice(-2 * aroundSeam)].slice(-aroundSeam).join('');
  return `${end.length < left.length ? '…' : ''}${end} ‖ ${excerpt(right, aroundSeam)}`;
}

/** Where a line of the headline stands; the first headline span where it is not found word for word. */
function spanOfLine(page: Page, headline: readonly Span[], line: string): Span {
  for (const span of headline) {
    const at = wordsAt(page, span).indexOf(line);
    if (at >= 0) return [span[0] + at, span[0] + at + line.length];
  }
  return firstOf(headline);
}

function firstOf(spans: readonly Span[], ...others: readonly (Span | undefined)[]): Span {
  return spans[0] ?? others.find((span) => span !== undefined) ?? [0, 0];
}
