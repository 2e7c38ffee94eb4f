import { Assignment } from './assignment';
import { tellAlone, tellBegin, tellEnd, tellHeadline, tellOpens } from './evidence/edges';
import { JOIN } from './evidence/join';
import type { Evidence, Meeting } from './evidence/meeting';
import { NEXT } from './evidence/next';
import type { NgramModel } from './ngram';
import type { Node } from './node';
import { WEIGHTS, type Feature, type Tell, type Weights } from './weights';

/** How one piece follows another. */
export type LinkKind = 'join' | 'next' | 'opens';

/** An arrangement of the page's pieces: who follows whom. */
export interface Solution {
  readonly matching: Assignment;
  /** The assignment before circles were opened, from which neighbouring problems are solved. */
  readonly uncut: Assignment;
  /** What the arrangement would weigh if every piece stood by itself. */
  readonly constant: number;
  /** The successor of each node, itself where it stands in no article, -1 at an article's end. */
  readonly next: Int32Array;
  /** The log-probability of the whole, up to a constant of the page. */
  readonly score: number;
}

/** The longest line that may stand in no article, in characters, marked as a headline or not. */
const LONGEST_ALONE = 40;
const LONGEST_STANDING = 16;

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
  private affinity: (left: Node, right: Node) => number = () => 0;

  constructor(
    readonly nodes: readonly Node[],
    readonly model: NgramModel,
    private readonly weights: Weights = WEIGHTS,
  ) {
    this.n = nodes.length;
    this.join = new Float64Array(this.n * this.n).fill(-Infinity);
    this.next = new Float64Array(this.n * this.n).fill(-Infinity);
    for (const left of nodes) {
      const open = mayBeCut(left);
      for (const right of nodes) {
        if (left === right) continue;
        const meeting = this.meeting(left, right);
        const place = left.at * this.n + right.at;
        if (open) this.join[place] = this.sum((tell) => { tellAll(JOIN, meeting, tell); });
        this.next[place] = this.sum((tell) => { tellAll(NEXT, meeting, tell); });
      }
    }
  }

  /** The weighed sum of what is told. */
  private sum(telling: (tell: Tell) => void): number {
    let sum = 0;
    const { weights } = this;
    telling((feature: Feature, amount: number) => {
      sum += weights[feature] * amount;
    });
    return sum;
  }

  /** Lines that might be headlines or text, to be tried both ways. */
  possibleHeadlines(): Node[] {
    return this.nodes.filter((node) => !node.piece.marked && node.piece.headline > -6 && this.headline(node) > POSSIBLE);
  }

  /** How much speaks for a headline: its shape and what stands around it. */
  headline(node: Node): number {
    // No evidence at all of its looks: too long, or too short, to be one.
    if (node.shape.length === 0 && !node.piece.marked) return -Infinity;
    return this.sum((tell) => { tellHeadline(node, tell); });
  }

  /** Sets how well each piece's words fit the article of the piece it would follow. */
  setAffinity(affinity: (left: Node, right: Node) => number): void {
    this.affinity = affinity;
  }

  /** How much shared words speak for `right` following `left`. */
  sharedVocabulary(left: Node, right: Node): number {
    return this.sum((tell) => { this.tellAffinity(left, right, 'next', tell); });
  }

  private tellAffinity(left: Node, right: Node, kind: LinkKind, tell: Tell): void {
    const shared = this.affinity(left, right);
    tell(kind === 'opens' ? 'opens.vocabulary' : 'vocabulary', shared);
    if (kind !== 'opens' && right.at !== left.at + 1) tell('vocabulary.far', shared);
  }

  meeting(left: Node, right: Node): Meeting {
    const between = right.at > left.at ? right.at - left.at - 1 : right.at - left.at;
    return { left, right, between, model: this.model };
  }

  /** How `right` would follow `left`, and what it weighs. */
  link(left: Node, right: Node, headlines: ReadonlySet<number>): { kind: LinkKind; weight: number } {
    if (headlines.has(right.at)) return { kind: 'next', weight: -Infinity };
    if (headlines.has(left.at)) return { kind: 'opens', weight: this.sum((tell) => { this.tellLink(left, right, 'opens', tell); }) };
    const place = left.at * this.n + right.at;
    const join = this.join[place] ?? -Infinity;
    const next = this.next[place] ?? -Infinity;
    const words = this.sum((tell) => { this.tellAffinity(left, right, 'next', tell); });
    return join > next ? { kind: 'join', weight: join + words } : { kind: 'next', weight: next + words };
  }

  /** Tells all evidence of a link of a given kind, as {@link link} weighs it. For training. */
  tellLink(left: Node, right: Node, kind: LinkKind, tell: Tell): void {
    this.tellAffinity(left, right, kind, tell);
    if (kind === 'opens') tellOpens(left, right, tell);
    else tellAll(kind === 'join' ? JOIN : NEXT, this.meeting(left, right), tell);
  }

  /** The most probable arrangement when exactly `headlines` open articles. */
  solve(headlines: ReadonlySet<number>): Solution {
    const { n, nodes } = this;
    const gain = this.gainOf(headlines);
    const gains = new Float64Array(n * n);
    for (let row = 0; row < n; row++) for (let column = 0; column < n; column++) gains[row * n + column] = gain(row, column);
    let constant = 0;
    for (const node of nodes) constant += this.endWeight(node, headlines) + this.beginWeight(node, headlines);
    return solutionOf(new Assignment(gains, n).solve(), constant);
  }

  /**
   * The most probable arrangement when one line is taken the other way round; `headlines` is what they are then.
   * Nothing when it cannot weigh more than `least`: opening circles only ever costs.
   */
  resolve(base: Solution, changed: Node, headlines: ReadonlySet<number>, least: number): Solution | undefined {
    const before = new Set(headlines);
    if (!before.delete(changed.at)) before.add(changed.at);
    const matching = base.uncut.copy();
    matching.change(changed.at, this.gainOf(headlines));
    const constant =
      base.constant +
      this.endWeight(changed, headlines) + this.beginWeight(changed, headlines) -
      this.endWeight(changed, before) - this.beginWeight(changed, before);
    return constant + matching.total() <= least ? undefined : solutionOf(matching, constant);
  }

  /** Only a line may stand by itself: a paragraph belongs to some article. */
  private aloneWeight(node: Node, headlines: ReadonlySet<number>): number {
    const headline = headlines.has(node.at);
    const { text, marked } = node.piece;
    // On a page of headlines only, each is one.
    if (headline && marked && headlines.size === this.n) return -Infinity;
    if (text.length > LONGEST_ALONE || (!marked && (text.length > LONGEST_STANDING || /[，,、。；;]/u.test(text)))) return -Infinity;
    return this.sum((tell) => { tellAlone(node, headline, tell); });
  }

  private endWeight(node: Node, headlines: ReadonlySet<number>): number {
    return this.sum((tell) => { tellEnd(node, headlines.has(node.at), tell); });
  }

  private beginWeight(node: Node, headlines: ReadonlySet<number>): number {
    return this.sum((tell) => { tellBegin(node, headlines.has(node.at), tell); });
  }

  /** What a pair weighs, less what it would weigh to end and to begin there. */
  private gainOf(headlines: ReadonlySet<number>): (row: number, column: number) => number {
    const ends = this.nodes.map((node) => this.endWeight(node, headlines));
    const begins = this.nodes.map((node) => this.beginWeight(node, headlines));
    return (row, column) => {
      const left = this.nodes[row];
      const right = this.nodes[column];
      if (left === undefined || right === undefined) return -Infinity;
      const weight = row === column ? this.aloneWeight(left, headlines) : this.link(left, right, headlines).weight;
      return weight - (ends[row] ?? 0) - (begins[column] ?? 0);
    };
  }
}

/** Opens the circles of an assignment, if it has any. */
function solutionOf(uncut: Assignment, constant: number): Solution {
  let matching = uncut;
  if (findCycle(uncut) !== undefined) {
    matching = uncut.copy();
    breakCycles(matching);
  }
  const next = Int32Array.from({ length: uncut.n }, (_, i) => matching.partnerOf(i) ?? -1);
  return { uncut, matching, constant, next, score: constant + matching.total() };
}

function tellAll(evidence: readonly Evidence[], meeting: Meeting, tell: Tell): void {
  for (const item of evidence) item.tell(meeting, tell);
}

/** Whether the piece may stop inside a paragraph. A cut right behind a full stop leaves no trace and is not looked for. */
export function mayBeCut(node: Node): boolean {
  return node.end !== 'sentence' && node.end !== 'signature' && node.end !== 'jump';
}

/** Pairs whose loss is worked out exactly while circles are opened; a hostile page may have hundreds of circles. */
const TRIALS = 80;

/** Opens circles of pieces that follow one another: each time at the pair that costs least. */
function breakCycles(matching: Assignment): void {
  let trials = 0;
  // Each round forbids one pair of at most n × n; in practice a few.
  for (let cycle = findCycle(matching); cycle !== undefined; cycle = findCycle(matching)) {
    let best: { row: number; column: number; worth: number } | undefined;
    for (const row of cycle) {
      const column = matching.partnerOf(row) ?? 0;
      let worth = -matching.gain(row, column);
      if (trials++ < TRIALS) {
        const trial = matching.copy();
        trial.forbid(row, column);
        worth = trial.total();
      }
      if (best === undefined || worth > best.worth) best = { row, column, worth };
    }
    if (best === undefined) return;
    if (trials < TRIALS) matching.forbid(best.row, best.column);
    else matching.drop(best.row, best.column);
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
