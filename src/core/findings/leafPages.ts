import { shiftDecision } from '../decisions/shift';
import type { Decision } from '../page/decision';
import { leavesOf } from '../page/leaves';
import type { Article, Page } from '../page/model';
import { shiftArticle, shiftSpans } from '../page/shift';
import { readStrips } from '../page/strips';
import { partAt, tiedParts } from '../page/ties';
import { PAGE_LINES } from '../roles/furniture';
import type { Span } from '../text/span';
import { shiftFinding } from './shift';

/** One page of the paper in a dump of several, as a page by itself. */
export interface LeafPage {
  /** White space before its first character: blank lines, and the form feed that turns the page. */
  readonly before: string;
  /** It from there to where the next one begins; its articles keep the ids that they have in the dump. */
  readonly page: Page;
}

/** Pages of the paper by themselves, and what was decided across them. */
export interface LeafPages {
  readonly leaves: readonly LeafPage[];
  /**
   * The decisions of the dump put together again from those of its pages, in their order.
   * @param own what has become of those of each page, and where each page begins by now
   */
  readonly decisions: (own: readonly { readonly decisions: readonly Decision[]; readonly offset: number }[]) => readonly Decision[];
}

/** Where the pages of the paper in a dump end, those that decisions tie together as one. */
export function leafEnds(text: string, decisions: readonly Decision[]): readonly number[] {
  let length = 0;
  const ends = leavesOf(readStrips(text, PAGE_LINES)).map((leaf) => (length += leaf.reduce((sum, strip) => sum + strip.text.length, 0)));
  return tiedParts(ends, decisions).map(([, last]) => ends[last] ?? length);
}

/** A dump as its pages of the paper. @param ends where each one ends, as {@link leafEnds} gives it */
export function leafPages(page: Page, ends: readonly number[]): LeafPages {
  const { text, decisions } = page;
  const starts = ends.map((end, i) => {
    const start = ends[i - 1] ?? 0;
    return end - text.slice(start, end).trimStart().length;
  });
  const parts = ends.map(() => ({ articles: [] as Article[], furniture: [] as Span[], findings: [] as Page['findings'][number][], decisions: [] as Decision[] }));
  const partOf = (offset: number): number => partAt(ends, offset);
  const offsetOf = (at: number): number => -(starts[at] ?? 0);
  for (const article of page.articles) {
    const at = partOf(firstOf(article));
    parts[at]?.articles.push(shiftArticle(article, { offset: offsetOf(at), articles: 0 }));
  }
  for (const span of page.furniture) {
    const at = partOf(span[0]);
    parts[at]?.furniture.push(...shiftSpans([span], { offset: offsetOf(at) }));
  }
  for (const finding of page.findings) {
    const at = partOf(finding.span[0]);
    parts[at]?.findings.push(shiftFinding(finding, { offset: offsetOf(at), lines: 0, articles: 0 }));
  }
  /** Puts a decision into a page; gives where it can be found again. */
  const put = (decision: Decision, at: number): Kept => ({ part: at, place: (parts[at]?.decisions.push(shiftDecision(decision, offsetOf(at))) ?? 0) - 1 });
  const kept = decisions.map((decision): readonly Kept[] => {
    const places = placesOf(decision).map((offset) => Math.max(0, partOf(offset)));
    const [first = 0, second = first] = places;
    if (first === second || !('left' in decision)) return [put(decision, first)];
    // What is decided across two pages of the paper says nothing of either; its places go along with both.
    const [, end] = decision.left;
    return [put(mark([Math.max(decision.left[0], end - 1), end]), first), put(mark(decision.right), second)];
  });
  return {
    leaves: ends.map((end, i): LeafPage => {
      const [before, start] = [ends[i - 1] ?? 0, starts[i] ?? end];
      return { before: text.slice(before, start), page: { text: text.slice(start, end), articles: [], furniture: [], findings: [], decisions: [], unmet: [], dump: page.dump, ...parts[i] } };
    }),
    decisions: (own) =>
      decisions.flatMap((decision, i): Decision | [] => {
        const [left, right] = (kept[i] ?? []).map(({ part, place }) => own[part]?.decisions[place] && shiftDecision(own[part].decisions[place], own[part].offset));
        if (left === undefined || right?.kind !== 'ignore' || left.kind !== 'ignore' || !('left' in decision)) return left ?? [];
        const [, end] = left.span;
        return { ...decision, left: [Math.max(0, end - (decision.left[1] - decision.left[0])), end], right: right.span };
      }),
  };
}

interface Kept {
  readonly part: number;
  readonly place: number;
}

const mark = (span: Span): Decision => ({ kind: 'ignore', code: 'jump-line', span });

/** The places by which a decision belongs to a page of the paper. */
function placesOf(decision: Decision): number[] {
  if ('left' in decision) return [Math.max(decision.left[0], decision.left[1] - 1), decision.right[0]];
  return 'span' in decision ? [decision.span[0]] : [decision.at];
}

/** Where the first part of an article stands in the dump. */
function firstOf({ headline, byline, credit, standingHead, paragraphs }: Article): number {
  let first = Infinity;
  for (const spans of [headline, byline, credit, standingHead, ...paragraphs.map((paragraph) => paragraph.spans)]) for (const [start] of spans) first = Math.min(first, start);
  return first;
}
