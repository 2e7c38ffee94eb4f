import { verdictOf } from './findings/dump';
import { shiftFinding } from './findings/shift';
import { lineEndOf, lineEndsIn, type LineEnds } from './text/lineEnds';
import { analyseLeaf, type Leaf } from './leaf';
import { leavesOf } from './page/leaves';
import type { Decision } from './page/decision';
import type { Page } from './page/model';
import { changeStrips, readStrips, type TextChange, type Strip } from './page/strips';
import { shiftArticle, shiftSpans, type Shift } from './page/shift';
import { tiedParts } from './page/ties';
import { PAGE_LINES } from './roles/furniture';
import type { NgramModel } from './stitch/ngram';
import type { Weights } from './stitch/weights';
import { shiftDecision } from './decisions/shift';

/** One page of the paper and where it stands in its dump. */
export interface PlacedLeaf {
  /** The same object as long as nothing in it changes. */
  readonly leaf: Leaf;
  /** Where it begins, and how long it is, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  /** Lines and articles before it. */
  readonly line: number;
  readonly articles: number;
  /** What was decided about it, in the places of the dump. */
  readonly decisions: readonly Decision[];
}

/** A page of the paper that was looked at. */
interface Record {
  readonly strips: readonly Strip[];
  readonly text: string;
  readonly ends: LineEnds;
  /** What the analysis was made with, and what came of it. */
  made?: { readonly key: string; readonly leaf: Leaf };
}

const NONE: readonly Decision[] = [];

/**
 * A dump that is being edited: pages of the paper that no change touched are not analysed again.
 * It gives what the engine gives for the same text and decisions.
 */
export class Session {
  private strips: readonly Strip[] = [];
  private records: readonly Record[] = [];

  constructor(
    private readonly model: NgramModel,
    private readonly weights: Weights,
  ) {}

  /** Begins anew with a text; what stands in it as before is not analysed again. */
  open(text: string): void {
    this.take(readStrips(text, PAGE_LINES));
  }

  /**
   * Takes changes over, each in the places of the text that the one before it left.
   * @throws RangeError where one lies outside the text; the session is then as it was
   */
  change(changes: readonly TextChange[]): void {
    let strips = this.strips;
    for (const change of changes) strips = changeStrips(strips, change, PAGE_LINES);
    this.take(strips);
  }

  /** The text as it is now. */
  text(): string {
    return this.records.map(({ text }) => text).join('');
  }

  /** The pages of the paper in order, what did not change as it was. */
  leaves(decisions: readonly Decision[] = []): PlacedLeaf[] {
    return [...this.each(decisions)];
  }

  /** The same, one page of the paper at a time, so that others may have a turn between two. The text must stay as it is meanwhile. */
  *each(decisions: readonly Decision[] = []): Generator<PlacedLeaf, void, undefined> {
    const records = tied(this.records, decisions);
    const eol = lineEndOf(records.map(({ ends }) => ends));
    let offset = 0;
    let line = 0;
    let articles = 0;
    for (const [i, record] of records.entries()) {
      const { text, ends } = record;
      const about = decisions.length === 0 ? NONE : decisions.filter((decision) => isIn(decision, offset, offset + text.length, i === records.length - 1));
      const own = about.map((decision) => shiftDecision(decision, -offset));
      const surroundings = { first: i === 0, last: i === records.length - 1, eol };
      const key = `${String(surroundings.first)} ${String(surroundings.last)} ${eol}${own.length === 0 ? '' : JSON.stringify(own)}`;
      if (record.made?.key !== key) record.made = { key, leaf: analyseLeaf(text, own, surroundings, this.model, this.weights) };
      yield { leaf: record.made.leaf, offset, length: text.length, line, articles, decisions: about };
      articles += record.made.leaf.articles.length;
      offset += text.length;
      line += ends.lf + ends.crlf + ends.cr;
    }
  }

  /** The analysis of a text, with as little work as the one before it leaves to do. */
  analyse(text: string, decisions: readonly Decision[] = []): Page {
    this.open(text);
    return pageOf(text, this.leaves(decisions), decisions);
  }

  private take(strips: readonly Strip[]): void {
    const known = new Map<string | Strip, Record>();
    for (const record of this.records) {
      const [first] = record.strips;
      if (first !== undefined) known.set(first, record);
      known.set(record.text, record);
    }
    this.strips = strips;
    this.records = leavesOf(strips).map((leaf): Record => {
      const [first] = leaf;
      const same = first === undefined ? undefined : known.get(first);
      if (same?.strips.length === leaf.length && same.strips.every((strip, i) => strip === leaf[i])) return same;
      const text = leaf.map((strip) => strip.text).join('');
      const alike = known.get(text);
      return { strips: leaf, text, ends: alike?.ends ?? lineEndsIn(text), ...(alike?.made === undefined ? {} : { made: alike.made }) };
    });
  }
}

/** The pages of the paper that a decision ties together become one. */
function tied(records: readonly Record[], decisions: readonly Decision[]): readonly Record[] {
  if (decisions.length === 0) return records;
  let length = 0;
  const groups = tiedParts(records.map(({ text }) => (length += text.length)), decisions);
  if (groups.length === records.length) return records;
  return groups.flatMap(([first, last]) => {
    const group = records.slice(first, last + 1);
    if (group.length === 1) return group;
    const text = group.map((record) => record.text).join('');
    return [{ strips: group.flatMap(({ strips }) => strips), text, ends: lineEndsIn(text) }];
  });
}

/** Whether a decision speaks of a part of the text. */
function isIn(decision: Decision, start: number, end: number, last: boolean): boolean {
  const inside = (offset: number): boolean => start <= offset && (offset < end || (last && offset === end));
  switch (decision.kind) {
    case 'join':
    case 'follow':
    case 'apart':
      return inside(Math.max(decision.left[0], decision.left[1] - 1)) && inside(decision.right[0]);
    case 'role':
    case 'ignore':
      return inside(decision.span[0]);
    case 'split':
    case 'begin':
      return inside(decision.at);
  }
}

/**
 * Pages of a dump as one: places, lines and articles count from the dump's beginning.
 * @param text the whole dump
 * @param placed all of its pages, or some; of what was decided about others it is not known whether it is met
 */
export function pageOf(text: string, placed: readonly PlacedLeaf[], decisions: readonly Decision[]): Page {
  return { text, ...partsOf(text.length, placed, decisions), dump: verdictOf(text, placed.map(({ leaf }) => leaf.evidence)) };
}

/** What {@link pageOf} gives, without what is read in the text itself. @param size of the whole dump, in UTF-16 units */
export function partsOf(size: number, placed: readonly PlacedLeaf[], decisions: readonly Decision[]): Omit<Page, 'text' | 'dump'> {
  const each = <T>(give: (leaf: Leaf, shift: Shift) => readonly T[]): T[] => placed.flatMap(({ leaf, offset, line, articles }) => give(leaf, { offset, lines: line, articles }));
  // By what they say, not by what they are: pages of the paper come from another thread, or were kept from an earlier call.
  const met = new Set(placed.flatMap(({ leaf, decisions: about }) => about.filter((_, i) => !leaf.unmet.includes(i)).map((decision) => JSON.stringify(decision))));
  const told = new Set(placed.flatMap(({ decisions: about }) => about.map((decision) => JSON.stringify(decision))));
  const isWhole = placed.reduce((sum, { length }) => sum + length, 0) === size;
  return {
    articles: each((leaf, shift) => (isFirst(shift) ? leaf.articles : leaf.articles.map((article) => shiftArticle(article, shift)))),
    furniture: each((leaf, shift) => shiftSpans(leaf.furniture, shift)),
    findings: each((leaf, shift) => (isFirst(shift) ? leaf.findings : leaf.findings.map((finding) => shiftFinding(finding, shift)))),
    decisions,
    unmet: decisions.length === 0 ? decisions : decisions.map((decision) => [decision, JSON.stringify(decision)] as const).filter(([, key]) => !met.has(key) && (isWhole || told.has(key))).map(([decision]) => decision),
  };
}

/** Whether nothing has to be moved. */
const isFirst = ({ offset, lines, articles }: Shift): boolean => offset + lines + articles === 0;
