import type { Article, Jump, Page, Paragraph, Seam } from '../page/model';
import { shiftArticle, shiftSpan, shiftSpans } from '../page/shift';
import { bySpan, contains, type Span } from '../text/span';
import type { ArticleFacts, FileFacts, Issue, IssueArticle, IssuePage, JumpFacts, JumpLink, Part } from './model';
import { withoutJump } from './withoutJump';

/** What of the analysis of a file its articles are read in. */
export type FileText = Pick<Page, 'text' | 'articles' | 'furniture'>;

/** A part of an article where it is printed. */
export interface PrintedPart {
  readonly page: IssuePage;
  readonly article: ArticleFacts;
  /** What stands there for who turns the pages, and is no text of the article read as a whole: jump lines, the head of a later part. */
  readonly aside: readonly Span[];
}

/**
 * An issue as one page: the texts of its files stand one behind the other, and every place is a place in that text. Articles that jump
 * are one article each, from the part they begin with to the last.
 */
export interface Together extends FileText {
  /** The files in the order of their pages, each with its place in the text. */
  readonly files: readonly { readonly facts: FileFacts; readonly span: Span }[];
  /** The parts of each article, by its id in the whole. */
  readonly parts: ReadonlyMap<string, readonly PrintedPart[]>;
}

/** Jump lines that led to a part that now follows, each with whether its paragraph has nothing else. */
type Cuts = ReadonlyMap<JumpFacts, { readonly paragraph: number; readonly alone: boolean }>;

/** An article of a file, as it goes into the whole. */
interface Leg {
  readonly part: Part;
  readonly article: Article;
  readonly aside: readonly Span[];
}

/** Characters shown of the end of a part that stops in mid-sentence. */
const LAST = 6;

/**
 * Puts an issue together.
 * @param texts the analysis of each of its files
 * @param like the same as it stands in the dumps, where `texts` has other signs: what is cut out there is cut out here
 */
export function together(issue: Issue, texts: ReadonlyMap<FileFacts, FileText>, like = texts): Together {
  const files: { readonly facts: FileFacts; readonly span: Span }[] = [];
  const starts = new Map<FileFacts, number>();
  let length = 0;
  for (const { file } of issue.pages) {
    if (starts.has(file)) continue;
    starts.set(file, length);
    const own = textOf(texts, file).text.length;
    files.push({ facts: file, span: [length, length + own] });
    length += own;
  }
  const cuts = cutsOf(issue, like);
  const parts = new Map<string, readonly PrintedPart[]>();
  const asides: Span[] = [];
  const articles = issue.articles.map((one, i) => {
    const legs = one.parts.map((part, at) => legOf(issue, one, at, part, texts, cuts, starts.get(part.page.file) ?? 0));
    const id = `a${String(i + 1)}`;
    const { article, heads } = merged(legs, issue.links);
    const told = legs.map(({ part, aside }, at): PrintedPart => ({ page: part.page, article: part.article, aside: [...aside, ...(heads[at] ?? [])].sort(bySpan) }));
    parts.set(id, told);
    asides.push(...told.flatMap(({ aside }) => aside));
    return { ...article, id };
  });
  const furniture = files.flatMap(({ facts, span }) => shiftSpans(textOf(texts, facts).furniture, { offset: span[0] }));
  return { text: files.map(({ facts }) => textOf(texts, facts).text).join(''), files, articles, furniture: [...furniture, ...asides].sort(bySpan), parts };
}

function textOf(texts: ReadonlyMap<FileFacts, FileText>, file: FileFacts): FileText {
  const text = texts.get(file);
  if (text === undefined) throw new Error(`the text of ${file.name} is not there`);
  return text;
}

function articleOf(texts: ReadonlyMap<FileFacts, FileText>, { page, article }: Part): Article {
  const found = textOf(texts, page.file).articles.find(({ id }) => id === article.id);
  if (found === undefined) throw new Error(`${page.file.name} has no article ${article.id}`);
  return found;
}

/** The link between a part and the one before it. */
const linkTo = (links: readonly JumpLink[], { article }: Pick<Part, 'article'>): JumpLink | undefined => links.find(({ sure, to }) => sure && to.article === article);

/** The jump lines that are answered by the part that follows, or by the one before. */
function cutsOf(issue: Issue, texts: ReadonlyMap<FileFacts, FileText>): Cuts {
  const cuts = new Map<JumpFacts, { paragraph: number; alone: boolean }>();
  const cut = (part: Part, jump: JumpFacts | undefined): void => {
    if (jump === undefined) return;
    const { text } = textOf(texts, part.page.file);
    const { paragraphs } = articleOf(texts, part);
    const paragraph = paragraphs.findIndex(({ spans }) => spans.some((span) => contains(span, jump.span[0])));
    const own = paragraphs[paragraph];
    if (own !== undefined) cuts.set(jump, { paragraph, alone: withoutJump(text, own, jump.direction).rest === undefined });
  };
  for (const { parts } of issue.articles) {
    for (const part of parts.slice(1)) {
      const link = linkTo(issue.links, part);
      if (link === undefined) continue;
      cut(link.from, link.leaving);
      cut(link.to, link.arriving);
    }
  }
  return cuts;
}

/** A part in the places of the whole, without the jump lines that lead to its neighbours. */
function legOf({ links }: Issue, { parts }: IssueArticle, at: number, part: Part, texts: ReadonlyMap<FileFacts, FileText>, cuts: Cuts, offset: number): Leg {
  const { text } = textOf(texts, part.page.file);
  const article = articleOf(texts, part);
  const next = parts[at + 1];
  const jumps = [at > 0 ? linkTo(links, part)?.arriving : undefined, next && linkTo(links, next)?.leaving].filter((jump) => jump !== undefined);
  const paragraphs: (Paragraph | undefined)[] = [...article.paragraphs];
  const aside: Span[] = [];
  for (const jump of jumps) {
    const place = cuts.get(jump);
    const own = place && paragraphs[place.paragraph];
    if (place === undefined || own === undefined) continue;
    const cleared = withoutJump(text, own, jump.direction);
    // With other signs the line may read otherwise; passages have to stay as many as they are in the dump.
    if (place.alone) {
      paragraphs[place.paragraph] = undefined;
      aside.push(...own.spans);
    } else if (cleared.rest !== undefined) {
      paragraphs[place.paragraph] = cleared.rest;
      if (cleared.aside) aside.push(cleared.aside);
    }
  }
  const kept = { ...article, paragraphs: paragraphs.filter((one) => one !== undefined) };
  return { part, article: shiftArticle(kept, { offset, articles: 0 }), aside: aside.map((span) => shiftSpan(span, offset)) };
}

/** The parts as one article, under the head of the first that has one; the heads of the others are set aside. */
function merged(legs: readonly Leg[], links: readonly JumpLink[]): { readonly article: Article; readonly heads: readonly (readonly Span[])[] } {
  const [first, ...later] = legs;
  if (first === undefined) throw new Error('an article without a part');
  if (later.length === 0) return { article: first.article, heads: [[]] };
  const lead = legs.find(({ article }) => article.title !== '') ?? first;
  const { id, title, kicker, deck, headline, headlineSure, standingHead } = lead.article;
  const dateline = legs.find(({ article }) => article.dateline !== undefined)?.article.dateline;
  const jump = jumpOf(first.article.jump, legs.at(-1)?.article.jump);
  const article: Article = {
    id,
    kind: first.article.kind === 'brief' ? 'article' : first.article.kind,
    title,
    ...(kicker !== undefined && { kicker }),
    ...(deck !== undefined && { deck }),
    headline,
    headlineSure,
    standingHead,
    byline: legs.flatMap((leg) => leg.article.byline),
    credit: legs.flatMap((leg) => leg.article.credit),
    ...(dateline && { dateline }),
    ...(jump && { jump }),
    paragraphs: later.reduce((paragraphs, leg) => readOn(paragraphs, leg, linkTo(links, leg.part)), first.article.paragraphs),
  };
  return { article, heads: legs.map((leg) => (leg === lead ? [] : [...leg.article.headline, ...leg.article.standingHead])) };
}

/** What is still open: where the first part comes from, and where the last goes to. */
function jumpOf(first: Jump | undefined, last: Jump | undefined): Jump | undefined {
  const [from, to] = [first?.from, last?.to];
  return from === undefined && to === undefined ? undefined : { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** The text so far and the part behind it; a sentence that stops at the foot of one page goes on at the head of the other. */
function readOn(before: readonly Paragraph[], { article }: Leg, link: JumpLink | undefined): readonly Paragraph[] {
  const [left, right] = [before.at(-1), article.paragraphs[0]];
  if (link === undefined || left === undefined || right === undefined) return [...before, ...article.paragraphs];
  const { open } = link.from.article;
  const why = open ? [{ code: 'endsOpen' as const, args: [left.text.slice(-LAST)], weight: link.why.find(({ code }) => code === 'goesOn')?.weight ?? 0 }] : [];
  const seam: Seam = { confidence: link.confidence, sure: true, far: true, why, candidates: [] };
  const rest = article.paragraphs.slice(1);
  if (!open) return [...before, { ...right, attachment: seam }, ...rest];
  const one: Paragraph = { spans: [...left.spans, ...right.spans], text: left.text + right.text, seams: [...left.seams, seam, ...right.seams], attachment: left.attachment };
  return [...before.slice(0, -1), one, ...rest];
}
