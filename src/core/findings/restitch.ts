import { carryDecisions } from '../decisions/carry';
import type { Decision } from '../page/decision';
import type { Article, Finding, Page } from '../page/model';
import { censusOf, sameCharacters } from '../text/census';
import { difference } from '../text/difference';
import { lineEnd } from '../text/lineEnds';
import type { TextEdit } from '../text/span';
import { accepts, layOut, type Level } from './layout';
import { leafEnds, leafPages } from './leafPages';
import { orderOf, strayRuns } from './places';

export type { Level };

/** What re-stitching the whole page would do. */
export interface Restitching {
  /** One edit over the part of the text that changes; empty when there is nothing to do. */
  readonly edits: readonly TextEdit[];
  /** Paragraphs joined, fragments moved home, headlines marked, standing heads unmarked. */
  readonly joined: number;
  readonly moved: number;
  readonly marked: number;
  readonly unmarked: number;
  /** Of the joins and moves, those that were only likely; 0 at level `sure`. */
  readonly doubtful: number;
  /** Findings left for a person to decide. */
  readonly left: number;
  /** What was decided about the page, in the places of the new text. */
  readonly decisions: readonly Decision[];
}

/** What analyses a text; the engine is one. Asked for as little as this so that the street stays one-way. */
export interface Analyser {
  /** The page of a text and what was decided about it. */
  analyse(text: string, decisions?: readonly Decision[]): Page;
}

/** Rounds after which a page that will not come to rest is left as it was. */
const ROUNDS = 8;

/** What was done, counted. */
export type Count = Omit<Restitching, 'edits' | 'left' | 'decisions'>;

/** A page on its way to rest, and what was done until then. */
interface Step {
  readonly page: Page;
  readonly done: Count;
}

/** A dump at rest: what is asked of it. */
interface Rest {
  readonly page: Pick<Page, 'text' | 'findings' | 'decisions'>;
  readonly done: Count;
}

const NOTHING: Count = { joined: 0, moved: 0, marked: 0, unmarked: 0, doubtful: 0 };

/**
 * The page as clean articles in order, each join of the level made, each more doubtful one left where it stands.
 * With the articles in order a doubt may turn out to be none, so the result is analysed again until nothing sure is
 * left to do: re-stitching is idempotent. Of a dump of several pages of the paper each is put in order by itself, and stays
 * where it stands. No character is lost but white space and heading marks.
 */
export function restitch(page: Page, analyser: Analyser, level: Level = 'sure'): Restitching {
  const { page: result, done } = allToRest(page, analyser, level);
  const left = result.findings.filter((finding) => finding.fixes[0]?.sure !== true).length;
  return { edits: difference(page.text, [0, page.text.length], result.text), ...done, left, decisions: result.decisions };
}

/** Brings every page of the paper to rest, again where the dump then falls into other pages than before. */
function allToRest(page: Page, analyser: Analyser, level: Level): Rest {
  let step: Step = { page, done: NOTHING };
  for (let round = 0; round < ROUNDS; round++) {
    const ends = leafEnds(step.page.text, step.page.decisions);
    if (ends.length <= 1) {
      const rest = comeToRest(step.page, analyser, level);
      step = { page: rest.page, done: plus(step.done, rest.done) };
      if (!hasSeveral(rest.page)) return step;
      continue;
    }
    const { leaves, decisions } = leafPages(step.page, ends);
    const parts: string[] = [];
    const newEnds: number[] = [];
    const own: { decisions: readonly Decision[]; offset: number }[] = [];
    const findings: Finding[] = [];
    let { done } = step;
    let length = 0;
    // What looks like several pages by itself stopped before it came to rest; in the dump it may be one.
    const torn: Page[] = [];
    leaves.forEach((leaf, i) => {
      const rest = comeToRest(leaf.page, analyser, level);
      const text = rest.page === leaf.page ? leaf.page.text : rest.page.text.trimEnd() + endOf(leaf.page.text, i === leaves.length - 1);
      // Nothing stands before the first sign of the dump.
      const before = i === 0 ? leaf.before.replace(/^[^\S\f]+/u, '') : leaf.before;
      if (rest.page !== leaf.page && hasSeveral(rest.page)) torn.push(rest.page);
      own.push({ decisions: rest.page.decisions, offset: length + before.length });
      parts.push(before, text);
      newEnds.push((length += before.length + text.length));
      findings.push(...rest.page.findings);
      done = plus(done, rest.done);
    });
    if (done === step.done) return step;
    const text = parts.join('');
    const carried = decisions(own);
    if (torn.length === 0 && leafEnds(text, carried).join() === newEnds.join()) return { page: { text, findings, decisions: carried }, done };
    step = { page: analyser.analyse(text, carried), done };
  }
  return { page, done: NOTHING };
}

/** The white space at the end of a page: a line end, and what turns the next page. */
function endOf(text: string, last: boolean): string {
  const space = text.slice(text.trimEnd().length);
  return last && !space.includes('\f') ? lineEnd(text) : space;
}

/** Counts added up; the same object where nothing is added. */
function plus(a: Count, b: Count): Count {
  if (b.joined + b.moved + b.marked + b.unmarked === 0) return a;
  return { joined: a.joined + b.joined, moved: a.moved + b.moved, marked: a.marked + b.marked, unmarked: a.unmarked + b.unmarked, doubtful: a.doubtful + b.doubtful };
}

/** Whether a dump holds several pages of the paper. */
const hasSeveral = ({ text, decisions }: Page): boolean => leafEnds(text, decisions).length > 1;

/** Lays a page of the paper out again and again until that changes nothing, or until it is several. */
function comeToRest(page: Page, analyser: Analyser, level: Level): Step {
  const start: Step = { page, done: NOTHING };
  const steps = [start];
  for (let round = 0; round < ROUNDS; round++) {
    const last = steps[steps.length - 1] ?? start;
    if (last !== start && hasSeveral(last.page)) return last;
    const count = countOf(last.page, level);
    if (count.joined + count.moved + count.marked + count.unmarked === 0) return last;
    const { text, places } = layOut(last.page, level);
    if (text === last.page.text) return last;
    // Decisions that contradict each other can bring a heading mark into the middle of a line, where it is none: the page rests before that.
    if (!sameCharacters(censusOf(last.page.text), censusOf(text))) return last;
    const decisions = carryDecisions(last.page.decisions, places);
    const again = steps.findIndex((step) => step.page.text === text && JSON.stringify(step.page.decisions) === JSON.stringify(decisions));
    // A page that turns in a circle (a doubtful headline marked, unmarked, marked) rests where every start comes to the same.
    if (again >= 0) return steps.slice(again).reduce((least, step) => (step.page.text < least.page.text ? step : least));
    steps.push({ page: analyser.analyse(text, decisions), done: plus(last.done, count) });
  }
  return start;
}

/** What a re-stitching does at once to a page, or to some of its articles. */
export function countOf(page: Page, level: Level, articles: readonly Article[] = page.articles): Count {
  const order = orderOf(page);
  const ids = new Set(articles.map(({ id }) => id));
  const joins = articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ seams }) => seams)).filter((seam) => accepts({ seam, joins: true }, level));
  const runs = articles
    .flatMap((article) => strayRuns(order, article))
    .map((run) => run.pieces[0])
    .filter((first) => first !== undefined && accepts(first, level));
  // A join far off is a move too; it is one doubt.
  const doubts = joins.filter((seam) => !seam.sure).length + runs.filter((first) => first?.joins === false && !first.seam.sure).length;
  const fixable = (code: string): number => page.findings.filter((finding) => finding.code === code && ids.has(finding.article ?? '') && finding.fixes.some((fix) => fix.sure || level === 'likely')).length;
  return { joined: joins.length, moved: runs.length, marked: fixable('unmarked-headline'), unmarked: fixable('standing-head'), doubtful: doubts };
}
