import { Assignment } from './assignment';
import { JOIN, NEXT, freshWeight, placeWeight, total } from './evidence';
import type { NgramModel } from './ngram';
import type { Node } from './node';
import { WEIGHTS as W } from './weights';
import { STANDING_HEADS } from '../roles/words';

/** How one piece follows another. */
export type LinkKind = 'join' | 'next' | 'opens';

/** An arrangement of the page's pieces: who follows whom. */
export interface Solution {
  readonly matching: Assignment;
  /** The successor of each node, itself where it stands in no article, -1 at an article's end. */
  readonly next: Int32Array;
  /** The log-probability of the whole, up to a constant of the page. */
  readonly score: number;
}

/** A line may be a headline from this score on; it is then tried both ways. */
const POSSIBLE = -4;

/**
 * The page as an assignment problem: each piece takes at most one successor and at most one predecessor; a piece with
 * none begins an article, a piece that follows itself stands in none. The gain of a pair is what the meeting weighs
 * less what it would weigh to end and to begin there.
 */
export class Problem {
  readonly n: number;
  private readonly join: Float64Array;
  private readonly next: Float64Array;
  private readonly vocabulary: Float64Array;
  private readonly between: (left: Node, right: Node) => number;

  constructor(
    readonly nodes: readonly Node[],
    readonly model: NgramModel,
    readonly context: readonly number[],
  ) {
    this.n = nodes.length;
    this.between = (left, right) => (right.at > left.at ? right.at - left.at - 1 : right.at - left.at);
    this.join = new Float64Array(this.n * this.n).fill(-Infinity);
    this.next = new Float64Array(this.n * this.n).fill(-Infinity);
    this.vocabulary = new Float64Array(this.n * this.n);
    for (const left of nodes) {
      const open = left.end !== 'sentence' && left.end !== 'signature' && left.end !== 'jump';
      for (const right of nodes) {
        if (left === right) continue;
        const meeting = { left, right, between: this.between(left, right), model };
        const place = left.at * this.n + right.at;
        if (open) this.join[place] = total(JOIN, meeting);
        this.next[place] = total(NEXT, meeting);
      }
    }
  }

  /** Lines that might be headlines or text, to be tried both ways. */
  possibleHeadlines(): Node[] {
    return this.nodes.filter((node) => !node.piece.marked && this.headline(node) > POSSIBLE);
  }

  /** How much speaks for a headline: its shape and what stands around it. */
  headline(node: Node): number {
    return node.piece.headline + (this.context[node.at] ?? 0);
  }

  /** Sets how much each article's vocabulary speaks for a piece following another. */
  setVocabulary(weigh: (left: Node, right: Node) => number): void {
    for (const left of this.nodes) {
      for (const right of this.nodes) {
        if (left !== right) this.vocabulary[left.at * this.n + right.at] = weigh(left, right);
      }
    }
  }

  /** How much shared vocabulary speaks for `right` following `left`. */
  sharedVocabulary(left: Node, right: Node): number {
    return this.vocabulary[left.at * this.n + right.at] ?? 0;
  }

  meeting(left: Node, right: Node): { left: Node; right: Node; between: number; model: NgramModel } {
    return { left, right, between: this.between(left, right), model: this.model };
  }

  /** How `right` would follow `left`, and what it weighs. */
  link(left: Node, right: Node, headlines: ReadonlySet<number>): { kind: LinkKind; weight: number } {
    const place = left.at * this.n + right.at;
    const shared = this.vocabulary[place] ?? 0;
    if (headlines.has(right.at)) return { kind: 'next', weight: -Infinity };
    if (headlines.has(left.at)) {
      const between = this.between(left, right);
      const start = right.piece.jumpFrom === undefined ? freshWeight(right) : 3;
      return { kind: 'opens', weight: start + shared + (between === 0 ? W.afterHeading : W.headlineFarFromText + placeWeight(left, right, between) / 2) };
    }
    const join = this.join[place] ?? -Infinity;
    const next = this.next[place] ?? -Infinity;
    return join > next ? { kind: 'join', weight: join + shared } : { kind: 'next', weight: next + shared };
  }

  /** What it weighs when an article ends with a piece. */
  end(node: Node, headlines: ReadonlySet<number>): number {
    if (headlines.has(node.at)) return W.endAfterHeadline;
    switch (node.end) {
      case 'sentence':
        return W.endAfterSentence;
      case 'signature':
        return W.endAfterSignature;
      case 'jump':
        return W.endAfterJump;
      case 'openPair':
        return W.endAfterSentence - 1;
      case 'shortLine':
        return W.endAfterSentence - 1.5;
      default:
        return W.endAfterCut;
    }
  }

  /** What it weighs when an article begins with a piece. */
  begin(node: Node, headlines: ReadonlySet<number>): number {
    return headlines.has(node.at) ? this.headline(node) : W.headless + (node.at === 0 ? 4 : 0);
  }

  /** What it weighs when a line stands on the page but in no article: a standing head. */
  alone(node: Node, headlines: ReadonlySet<number>): number {
    if (!headlines.has(node.at)) return W.standingText - Math.min(20, node.piece.text.length / 20);
    const title = node.piece.text.replace(/^#+\s*/u, '').trim();
    // It looks like a headline all the same: only the odds of being one or the other count.
    let weight = Math.max(0, this.headline(node)) + W.standing;
    if (STANDING_HEADS.has(title)) weight += W.standingKnown;
    const halves = title.split(/\s+/u);
    if (halves.length === 2 && halves[0]?.length === halves[1]?.length && title.length <= 13) weight += W.standingSlogan;
    return weight;
  }

  /** The most probable arrangement when exactly `headlines` open articles. */
  solve(headlines: ReadonlySet<number>): Solution {
    const { n, nodes } = this;
    const gains = new Float64Array(n * n).fill(-Infinity);
    let constant = 0;
    const ends = nodes.map((node) => this.end(node, headlines));
    const begins = nodes.map((node) => this.begin(node, headlines));
    for (const left of nodes) {
      constant += (ends[left.at] ?? 0) + (begins[left.at] ?? 0);
      for (const right of nodes) {
        const weight = left === right ? this.alone(left, headlines) : this.link(left, right, headlines).weight;
        gains[left.at * n + right.at] = weight - (ends[left.at] ?? 0) - (begins[right.at] ?? 0);
      }
    }
    const matching = new Assignment(gains, n).solve();
    breakCycles(matching);
    const next = Int32Array.from({ length: n }, (_, i) => matching.partnerOf(i) ?? -1);
    return { matching, next, score: constant + matching.total() };
  }
}

/** Opens circles of pieces that follow one another: each time at the pair that costs least. */
function breakCycles(matching: Assignment): void {
  for (let round = 0; round < 4 * matching.n; round++) {
    const cycle = findCycle(matching);
    if (cycle === undefined) return;
    let best: { row: number; column: number; total: number } | undefined;
    for (const row of cycle) {
      const column = matching.partnerOf(row) ?? 0;
      const trial = matching.copy();
      trial.forbid(row, column);
      const sum = trial.total();
      if (best === undefined || sum > best.total) best = { row, column, total: sum };
    }
    if (best !== undefined) matching.forbid(best.row, best.column);
  }
}

/** A circle of two pieces or more, if there is one. */
function findCycle(matching: Assignment): number[] | undefined {
  const seen = new Int32Array(matching.n).fill(-1);
  for (let start = 0; start < matching.n; start++) {
    let at: number | undefined = start;
    const path: number[] = [];
    while (at !== undefined && seen[at] === -1) {
      seen[at] = start;
      path.push(at);
      at = matching.partnerOf(at);
    }
    if (at !== undefined && seen[at] === start) {
      const cycle = path.slice(path.indexOf(at));
      if (cycle.length > 1) return cycle;
    }
  }
  return undefined;
}
