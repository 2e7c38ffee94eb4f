import { isFinal, isClosing } from '../text/characters';
import { bySpan, sliceSpan, type Span } from '../text/span';
import type { Article } from '../page/model';
import { folioOf, pageLabel, type Folio } from '../roles/folio';
import { jumpFrom, jumpTo, type JumpLine } from '../roles/jumpLine';
import { simplified } from '../roles/traditional';
import { comparable, fingerprintOf } from './fingerprint';
import type { ArticleFacts, JumpFacts, PageFacts } from './model';

/** What of an analysed page is looked at; a `Leaf` is one. Places count from the page's own beginning. */
export interface AnalysedPage {
  readonly articles: readonly Article[];
  readonly furniture: readonly Span[];
}

/** A page of the paper where it stands in its file; a `PlacedLeaf` is one. */
export interface PlacedPage {
  readonly leaf: AnalysedPage;
  readonly offset: number;
  readonly length: number;
  /** Articles before it. */
  readonly articles: number;
}

/** Characters of text kept of an article with jump lines: enough to know its other part by. */
const MOST_WORDS = 3000;
const BEGINNING = 40;
/** Lines of the page's own that are read for a folio. */
const MOST_FURNITURE = 40;

/** What an issue has to know of each page of the paper in a file. */
export function factsOf(text: string, pages: readonly PlacedPage[]): PageFacts[] {
  let before: Folio = {};
  return pages.map(({ leaf, offset, length, articles }) => {
    const own = text.slice(offset, offset + length);
    const folio = folioIn(own, leaf.furniture);
    // The pages of one file are of one paper and day, where they do not say otherwise.
    const { paper = before.paper, date = before.date } = folio;
    before = { ...(paper === undefined ? {} : { paper }), ...(date === undefined ? {} : { date }) };
    return {
      span: [offset, offset + length],
      folio: { ...folio, ...before },
      articles: leaf.articles.map((article, i) => articleFacts(article, own, offset, `a${String(articles + i + 1)}`)),
    };
  });
}

/** What all lines of the page's own tell together; of two that tell the same thing the first is believed. */
function folioIn(text: string, furniture: readonly Span[]): Folio {
  const lines = furniture.slice(0, MOST_FURNITURE).flatMap((span) => sliceSpan(text, span).split(/\r\n|\r|\n/u));
  return lines.reduce<Folio>((all, line) => ({ ...folioOf(line), ...all }), {});
}

function articleFacts(article: Article, text: string, offset: number, id: string): ArticleFacts {
  const move = (span: Span): Span => [span[0] + offset, span[1] + offset];
  const { kind, title, headline, byline, credit, standingHead, paragraphs } = article;
  const jumps = paragraphs.flatMap(({ spans }, at) => jumpsIn(text, spans).map((jump): JumpFacts => (jump.direction === 'from' && at > 0 ? { ...jump, midway: true } : jump)));
  const body = paragraphs.map((paragraph) => without(paragraph.text));
  const words = comparable(body.join('').slice(0, MOST_WORDS));
  const covers = [...headline, ...byline, ...credit, ...standingHead, ...paragraphs.flatMap(({ spans }) => spans)].sort(bySpan);
  const last = [...body].reverse().find((one) => one !== '') ?? '';
  return {
    id,
    kind,
    title,
    beginning: (body.find((one) => one !== '') ?? '').slice(0, BEGINNING),
    name: move(headline[0] ?? covers[0] ?? [0, 0]),
    covers: covers.map(move),
    jumps: jumps.map((jump) => ({ ...jump, span: move(jump.span) })),
    open: last !== '' && !endsSentence(last),
    words: jumps.length === 0 ? '' : words,
    print: fingerprintOf([title, ...body].join('\n')),
  };
}

/** The jump lines at the two ends of a paragraph; one that is both (a bare line) counts once. */
function jumpsIn(text: string, spans: readonly Span[]): JumpFacts[] {
  const [first] = spans;
  const last = spans[spans.length - 1];
  if (first === undefined || last === undefined) return [];
  const from = jumpFrom(simplified(sliceSpan(text, first)));
  const to = jumpTo(simplified(sliceSpan(text, last)));
  return [...(from === undefined ? [] : [jumpFacts(from, text, first[0])]), ...(to === undefined ? [] : [jumpFacts(to, text, last[0])])];
}

function jumpFacts({ direction, page, span }: JumpLine, text: string, offset: number): JumpFacts {
  const place: Span = [offset + span[0], offset + span[1]];
  const label = page === undefined ? letteredPage(sliceSpan(text, place)) : String(page);
  return { direction, span: place, ...(label === undefined ? {} : { page: label }) };
}

/** 下转A03版 */
function letteredPage(line: string): string | undefined {
  const printed = /([A-Za-z][0-9]{1,3})\s{0,2}[版页頁]/u.exec(line)?.[1];
  return printed === undefined ? undefined : pageLabel(printed);
}

/** A paragraph without the jump lines at its ends. */
function without(paragraph: string): string {
  const plain = simplified(paragraph);
  const start = jumpFrom(plain)?.span[1] ?? 0;
  const end = jumpTo(plain)?.span[0] ?? plain.length;
  return paragraph.slice(start, Math.max(start, end)).trim();
}

function endsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at > 0 && isClosing(text[at] ?? '')) at--;
  return isFinal(text[at] ?? '') || (at < text.length - 1 && /[)）]$/u.test(text));
}
