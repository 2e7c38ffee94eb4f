import { Assignment } from './assignment';
import { Echo } from './echo';
import { tellAlone, tellBegin, tellEnd, tellOpens } from './evidence/edges';
import { JOIN } from './evidence/join';
import { tellMeeting, type Evidence, type Meeting } from './evidence/meeting';
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

/** How well the words of a piece fit an article, against how well they fit the others. */
export interface Fits {
  /** The words of `right` in the article that `left` belongs to. */
  follow(left: number, right: number): number;
  /** The words of the text below a headline in the article that stands above it. */
  above(headline: number): number;
}

const NO_FITS: Fits = { follow: () => 0, above: () => 0 };

/** The longest line that may stand in no article, in characters, marked as a headline or not. */
const LONGEST_ALONE = 40;
const LONGEST_STANDING = 16;

/** A line may be a headline from this score on; it is then tried both ways. */
const POSSIBLE = -4;

/** What following costs or brings, told by one piece alone, for neighbours and for pieces that stand apart. */
interface Sides {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly farLeft: Float64Array;
  readonly farRight: Float64Array;
  /** By distance in the dump, the right piece behind the left one or before it. */
  readonly forward: Float64Array;
  readonly back: Float64Array;
}

/**
 * The page as an assignment problem: each piece takes at most one successor and at most one predecessor; a piece with
 * none begins an article, a piece that follows itself stands in none. The gain of a pair is what the meeting weighs
 * less what it would weigh to end and to begin there.
 */
export class Problem {
  readonly n: number;
  readonly echo: Echo;
  /** What it weighs that a piece of text follows another, without shared words; and whether the better way is a join. */
  private readonly follow: Float64Array;
  private readonly joins: Uint8Array;
  /** What it weighs to end or to begin an article here, to stand in none; as text and as a headline. */
  private readonly ends: readonly [text: Float64Array, headline: Float64Array];
  private readonly begins: readonly [text: Float64Array, headline: Float64Array];
  private readonly opens: { readonly near: Float64Array; readonly far: Float64Array };
  /** How well each piece's words fit the article of the piece it would follow. */
  private fits: Fits = NO_FITS;

  constructor(
    readonly nodes: readonly Node[],
    readonly model: NgramModel,
    private readonly weights: Weights = WEIGHTS,
  ) {
    const n = nodes.length;
    this.n = n;
    this.echo = new Echo(nodes.map((node) => node.codes));
    this.follow = new Float64Array(n * n).fill(-Infinity);
    this.joins = new Uint8Array(n * n);
    const join = this.sidesOf(JOIN);
    const next = this.sidesOf(NEXT);
    for (const left of nodes) {
      const open = mayBeCut(left);
      for (const right of nodes) {
        if (left === right) continue;
        const place = left.at * n + right.at;
        const asNext = sideSum(next, left.at, right.at) + (right.balance.unopened.length > 0 ? this.seam(NEXT, left, right) : 0);
        let asJoin = -Infinity;
        if (open && !right.piece.marked) asJoin = sideSum(join, left.at, right.at) + this.seam(JOIN, left, right);
        this.follow[place] = Math.max(asJoin, asNext);
        if (asJoin > asNext) this.joins[place] = 1;
      }
    }
    const each = (telling: (node: Node, tell: Tell) => void): Float64Array => Float64Array.from(nodes, (node) => this.sum((tell) => { telling(node, tell); }));
    this.ends = [each((node, tell) => { tellEnd(node, false, tell); }), each((node, tell) => { tellEnd(node, true, tell); })];
    this.begins = [each((node, tell) => { tellBegin(node, false, tell); }), each((node, tell) => { tellBegin(node, true, tell); })];
    this.opens = { near: each((node, tell) => { tellOpens(node, false, tell); }), far: each((node, tell) => { tellOpens(node, true, tell); }) };
  }

  private sidesOf(evidence: readonly Evidence[]): Sides {
    const each = (telling: (item: Evidence, node: Node, tell: Tell) => void): Float64Array =>
      Float64Array.from(this.nodes, (node) => this.sum((tell) => { for (const item of evidence) telling(item, node, tell); }));
    const apart = (sign: 1 | -1): Float64Array =>
      Float64Array.from({ length: this.n }, (_, distance) => this.sum((tell) => { for (const item of evidence) item.apart?.(sign * distance, tell); }));
    return {
      left: each((item, node, tell) => item.left?.(node, false, tell)),
      right: each((item, node, tell) => item.right?.(node, false, tell)),
      farLeft: each((item, node, tell) => item.left?.(node, true, tell)),
      farRight: each((item, node, tell) => item.right?.(node, true, tell)),
      forward: apart(1),
      back: apart(-1),
    };
  }

  private seam(evidence: readonly Evidence[], left: Node, right: Node): number {
    const meeting = this.meeting(left, right);
    return this.sum((tell) => { for (const item of evidence) item.seam?.(meeting, tell); });
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
    if ((node.shape.length === 0 || node.piece.form !== undefined) && !node.piece.marked) return -Infinity;
    return this.begins[1][node.at] ?? -Infinity;
  }

  /** Sets how well each piece's words fit the articles. */
  setFits(fits: Fits): void {
    this.fits = fits;
  }

  /** How much shared words speak for `right` following `left`. */
  sharedVocabulary(left: Node, right: Node): number {
    return this.sum((tell) => { this.tellVocabulary(left, right, 'next', tell); });
  }

  private tellVocabulary(left: Node, right: Node, kind: LinkKind, tell: Tell): void {
    const shared = this.fits.follow(left.at, right.at);
    if (kind === 'opens') tell(shared >= 0 ? 'opens.vocabulary.for' : 'opens.vocabulary.against', shared);
    else tell(vocabularyFeature(shared, right.at === left.at + 1), shared);
  }

  /** A headline tells more than its looks: whether the text below it goes on with what stands above. */
  tellBegin(node: Node, headline: boolean, tell: Tell): void {
    tellBegin(node, headline, tell);
    if (headline) tell(node.piece.marked ? 'begin.marked.fitsAbove' : 'begin.fitsAbove', this.fits.above(node.at));
  }

  meeting(left: Node, right: Node): Meeting {
    const between = right.at > left.at ? right.at - left.at - 1 : right.at - left.at;
    return { left, right, between, model: this.model, echo: this.echo };
  }

  /** How `right` would follow `left`, and what it weighs. */
  link(left: Node, right: Node, headlines: ReadonlySet<number>): { kind: LinkKind; weight: number } {
    const weight = this.weigh(left.at, right.at, headlines.has(left.at), headlines.has(right.at));
    if (headlines.has(left.at)) return { kind: 'opens', weight };
    return { kind: this.joins[left.at * this.n + right.at] === 1 ? 'join' : 'next', weight };
  }

  private weigh(left: number, right: number, leftHeads: boolean, rightHeads: boolean): number {
    if (rightHeads) return -Infinity;
    const { weights } = this;
    const near = right === left + 1;
    const shared = this.fits.follow(left, right);
    if (leftHeads) return ((near ? this.opens.near[right] : this.opens.far[right]) ?? -Infinity) + weights[shared >= 0 ? 'opens.vocabulary.for' : 'opens.vocabulary.against'] * shared;
    return (this.follow[left * this.n + right] ?? -Infinity) + weights[vocabularyFeature(shared, near)] * shared;
  }

  /** Tells all evidence of a link of a given kind, as {@link link} weighs it. For training. */
  tellLink(left: Node, right: Node, kind: LinkKind, tell: Tell): void {
    this.tellVocabulary(left, right, kind, tell);
    if (kind === 'opens') tellOpens(right, right.at !== left.at + 1, tell);
    else for (const item of kind === 'join' ? JOIN : NEXT) tellMeeting(item, this.meeting(left, right), tell);
  }

  /** The most probable arrangement when exactly `headlines` open articles. */
  solve(headlines: ReadonlySet<number>): Solution {
    const { n } = this;
    const gains = new Float64Array(n * n);
    for (let row = 0; row < n; row++) gains.set(this.rowGains(row, headlines), row * n);
    let constant = 0;
    for (let at = 0; at < n; at++) constant += this.endWeight(at, headlines) + this.beginWeight(at, headlines);
    return solutionOf(new Assignment(gains, n).solve(), constant);
  }

  /** The gains of all pairs: what each weighs, less what it would weigh to end and to begin there. */
  gains(headlines: ReadonlySet<number>): Float64Array {
    const gains = new Float64Array(this.n * this.n);
    for (let row = 0; row < this.n; row++) gains.set(this.rowGains(row, headlines), row * this.n);
    return gains;
  }

  private rowGains(row: number, headlines: ReadonlySet<number>): Float64Array {
    const gains = new Float64Array(this.n);
    const heads = headlines.has(row);
    const end = this.endWeight(row, headlines);
    for (let column = 0; column < this.n; column++) gains[column] = this.gain(row, column, heads, headlines, end);
    return gains;
  }

  private columnGains(column: number, headlines: ReadonlySet<number>): Float64Array {
    const gains = new Float64Array(this.n);
    for (let row = 0; row < this.n; row++) gains[row] = this.gain(row, column, headlines.has(row), headlines, this.endWeight(row, headlines));
    return gains;
  }

  private gain(row: number, column: number, heads: boolean, headlines: ReadonlySet<number>, end: number): number {
    const weight = row === column ? this.aloneWeight(row, headlines) : this.weigh(row, column, heads, headlines.has(column));
    return weight - end - this.beginWeight(column, headlines);
  }

  /**
   * The most probable arrangement when one line is taken the other way round; `headlines` is what they are then.
   * Nothing when it cannot weigh more than `least`: opening circles only ever costs.
   */
  resolve(base: Solution, changed: Node, headlines: ReadonlySet<number>, least: number): Solution | undefined {
    const { at } = changed;
    const before = new Set(headlines);
    if (!before.delete(at)) before.add(at);
    const matching = base.uncut.copy();
    matching.change(at, this.rowGains(at, headlines), this.columnGains(at, headlines));
    const constant =
      base.constant + this.endWeight(at, headlines) + this.beginWeight(at, headlines) - this.endWeight(at, before) - this.beginWeight(at, before);
    return constant + matching.total() <= least ? undefined : solutionOf(matching, constant);
  }

  /** Only a line may stand by itself: a paragraph belongs to some article. */
  private aloneWeight(at: number, headlines: ReadonlySet<number>): number {
    const node = this.nodes[at];
    if (node === undefined) return -Infinity;
    const headline = headlines.has(at);
    const { text, marked } = node.piece;
    // On a page of headlines only, each is one.
    if (headline && marked && headlines.size === this.n) return -Infinity;
    if (text.length > LONGEST_ALONE || (!marked && (text.length > LONGEST_STANDING || /[，,、。；;]/u.test(text)))) return -Infinity;
    return this.sum((tell) => { tellAlone(node, headline, tell); });
  }

  private endWeight(at: number, headlines: ReadonlySet<number>): number {
    return this.ends[headlines.has(at) ? 1 : 0][at] ?? 0;
  }

  private beginWeight(at: number, headlines: ReadonlySet<number>): number {
    if (!headlines.has(at)) return this.begins[0][at] ?? 0;
    const marked = this.nodes[at]?.piece.marked === true;
    return (this.begins[1][at] ?? 0) + this.weights[marked ? 'begin.marked.fitsAbove' : 'begin.fitsAbove'] * this.fits.above(at);
  }
}

const vocabularyFeature = (shared: number, near: boolean): Feature =>
  near ? (shared >= 0 ? 'vocabulary.for' : 'vocabulary.against') : shared >= 0 ? 'vocabulary.far.for' : 'vocabulary.far.against';

/** The part of a pair's weight that each side tells alone, and the distance. */
function sideSum(sides: Sides, left: number, right: number): number {
  if (right === left + 1) return (sides.left[left] as number) + (sides.right[right] as number);
  const distance = right > left ? (sides.forward[right - left - 1] as number) : (sides.back[left - right] as number);
  return (sides.farLeft[left] as number) + (sides.farRight[right] as number) + distance;
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

/** Whether the piece may stop inside a paragraph. */
export function mayBeCut(node: Node): boolean {
  return node.end !== 'signature' && node.end !== 'jump';
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
