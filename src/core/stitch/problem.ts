import type { Topics } from './affinity';
import { Assignment, PATIENCE, scratchFor } from './assignment';
import { withoutCircles } from './circles';
import { Echo } from './echo';
import { tellAlone, tellBegin, tellEnd, tellOpens } from './evidence/edges';
import { JOIN } from './evidence/join';
import { tellMeeting, type Meeting } from './evidence/meeting';
import { NEXT } from './evidence/next';
import type { Fits } from './fits';
import type { NgramModel } from './ngram';
import type { Node } from './node';
import { betweenOf, mayBeCut, mayJoin, weighPairs, type Pairs } from './pairs';
import type { Rulings } from './rulings';
import { Scale } from './scale';
import { Vocabulary } from './vocabulary';
import { WEIGHTS, type Feature, type Tell, type Weights } from './weights';

export { mayBeCut, mayJoin };

/** How one piece follows another. */
export type LinkKind = 'join' | 'next' | 'opens';

/** An arrangement of the page's pieces: who follows whom. */
export interface Solution {
  readonly matching: Assignment;
  /** The assignment before circles were opened, from which neighbouring problems are solved. */
  readonly uncut: Assignment;
  /** 1 for each node that is taken for a headline. */
  readonly heads: Uint8Array;
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

/** A line whose looks weigh no more is no headline. */
const NO_HEADLINE = -6;

/** What a decision weighs: more than a page full of evidence, less than what would make sums forget the evidence. */
const DECIDED = 10_000;

/** Pieces as the last of a paragraph and the first of the next one, for an editor said that they are, whatever they look like. */
const ended = (node: Node | undefined): Node | undefined => (node === undefined ? undefined : { ...node, end: 'sentence' });
const begun = (node: Node | undefined): Node | undefined => (node === undefined ? undefined : { ...node, fresh: Math.max(0, node.fresh) });

/** What a node weighs as text and as a headline. */
type AsTextOrHead = readonly [text: Float64Array, headline: Float64Array];

/**
 * The page as an assignment problem: each piece takes at most one successor and at most one predecessor; a piece with
 * none begins an article, a piece that follows itself stands in none. The gain of a pair is what the meeting weighs
 * less what it would weigh to end and to begin there.
 */
export class Problem {
  readonly n: number;
  readonly echo: Echo;
  private readonly scale: Scale;
  private pairs: Pairs;
  /** What it weighs to end or to begin an article here, without shared words, and to stand in none. */
  private readonly ends: AsTextOrHead;
  private readonly begins: AsTextOrHead;
  private readonly alone: AsTextOrHead;
  /** What it weighs to stand below a headline, right below it or elsewhere. */
  private readonly opens: { readonly near: Float64Array; readonly far: Float64Array };
  /** How well the words of each piece (row) fit each other piece (column) by itself. */
  private readonly kin: Float64Array;
  private readonly vocabulary: Vocabulary;
  /** The weights of pairs that were decided, by row and column. */
  private ruled: ReadonlyMap<number, number> | undefined;
  /** Where no words are shared; and what {@link resolve} works on. */
  private readonly nothing: Float64Array;
  private readonly row: Float64Array;
  private readonly column: Float64Array;
  /** What it weighs that a headline begins an article, with shared words. */
  private readonly headBegins: Float64Array;

  constructor(
    readonly nodes: readonly Node[],
    readonly model: NgramModel,
    topics: Topics,
    private readonly weights: Weights = WEIGHTS,
    readonly rulings?: Rulings,
    private readonly patience = PATIENCE,
  ) {
    this.n = nodes.length;
    this.nothing = new Float64Array(this.n);
    this.row = new Float64Array(this.n);
    this.column = new Float64Array(this.n);
    this.scale = new Scale(weights);
    this.kin = topics.kinship();
    this.echo = new Echo(nodes.map((node) => node.codes));
    // A marked line is a headline, unless somebody said otherwise.
    this.pairs = this.weighPairs(nodes.map((node) => !node.piece.marked || this.ruledHeadline(node) === false));
    const each = (telling: (node: Node, variant: boolean, tell: Tell) => void, variant: boolean): Float64Array => {
      const told = new Float64Array(this.n);
      for (const node of nodes) {
        this.scale.begin();
        telling(node, variant, this.scale.tell);
        told[node.at] = this.scale.sum;
      }
      return told;
    };
    this.ends = [each(tellEnd, false), each(tellEnd, true)];
    this.begins = [each(tellBegin, false), each(tellBegin, true)];
    this.opens = { near: each(tellOpens, false), far: each(tellOpens, true) };
    const alone = (node: Node, headline: boolean, tell: Tell): void => {
      if (mayStandAlone(node)) tellAlone(node, headline, tell);
    };
    this.alone = [each(alone, false), each(alone, true)];
    for (const node of nodes) if (!mayStandAlone(node)) for (const weights of this.alone) weights[node.at] = -Infinity;
    this.vocabulary = new Vocabulary(this.n, weights);
    this.headBegins = this.begins[1].slice();
    if (rulings !== undefined) this.ruled = this.rule(rulings);
  }

  private weighPairs(asText: readonly boolean[]): Pairs {
    return weighPairs(this.nodes, { model: this.model, echo: this.echo, kin: this.kin }, this.scale, this.weights, asText);
  }

  /** Weighs the pairs of marked lines too, where one of them is asked about as text. */
  private weighAsText(heads: Uint8Array): void {
    if (this.pairs.asText.every((weighed, at) => weighed || heads[at] === 1)) return;
    this.pairs = this.weighPairs(this.nodes.map(() => true));
    if (this.rulings !== undefined) this.ruled = this.rule(this.rulings);
  }

  /** Writes what was decided into the weights, beyond all that evidence can say. */
  private rule({ follows, apart, paragraphs, articles, heads }: Rulings): ReadonlyMap<number, number> {
    const { n, nodes, pairs } = this;
    const ruled = new Map<number, number>();
    const set = (left: number, right: number, weight: number, joins: boolean): void => {
      pairs.weights[left * n + right] = weight;
      pairs.joins[left * n + right] = joins ? 1 : 0;
      ruled.set(left * n + right, weight);
    };
    const asNext = (left: Node | undefined, right: Node | undefined): void => {
      if (left === undefined || right === undefined || left === right) return;
      pairs.weights[left.at * n + right.at] = this.sum((tell) => { this.tellLink(left, right, 'next', tell); });
      pairs.joins[left.at * n + right.at] = 0;
    };
    for (const right of paragraphs) for (const left of nodes) asNext(left, nodes[right]);
    for (const right of articles) for (const left of nodes) if (left.at !== right) set(left.at, right, -Infinity, false);
    for (const { left, right, as } of apart) {
      if (as === 'follow') set(left, right, -Infinity, false);
      else asNext(ended(nodes[left]), begun(nodes[right]));
    }
    for (const [right, { left, joins }] of follows) set(left, right, DECIDED, joins);
    for (const at of [...heads, ...articles]) for (const alone of this.alone) alone[at] = -Infinity;
    return ruled;
  }

  /** From now on the second does not follow the first, whatever speaks for it. */
  forbid({ from, to }: { readonly from: Node; readonly to: Node }): void {
    this.pairs.weights[from.at * this.n + to.at] = -Infinity;
    this.pairs.joins[from.at * this.n + to.at] = 0;
  }

  /** Whether it was decided that a line is a headline, or is none; `undefined` where nothing was. */
  ruledHeadline({ at }: Node): boolean | undefined {
    return this.rulings?.heads.has(at) === true ? true : this.rulings?.texts.has(at) === true ? false : undefined;
  }

  /** The weighed sum of what is told. */
  private sum(telling: (tell: Tell) => void): number {
    this.scale.begin();
    telling(this.scale.tell);
    return this.scale.sum;
  }

  /** Lines that might be headlines or text, to be tried both ways. */
  possibleHeadlines(): Node[] {
    return this.nodes.filter((node) => !node.piece.marked && this.ruledHeadline(node) === undefined && this.headline(node) > POSSIBLE);
  }

  /** How much speaks for a headline: its shape and what stands around it. */
  headline(node: Node): number {
    // No evidence at all of its looks: too long, or too short, to be one; or printed lines of running text.
    if ((node.shape.length === 0 || node.piece.form !== undefined || node.piece.headline <= NO_HEADLINE) && !node.piece.marked) return -Infinity;
    return this.begins[1][node.at] ?? -Infinity;
  }

  /** Sets how well each piece's words fit the articles. */
  setFits(fits: Fits): void {
    const { weights } = this;
    this.vocabulary.set(fits);
    for (const node of this.nodes) this.headBegins[node.at] = (this.begins[1][node.at] ?? 0) + weights[aboveFeature(node)] * this.vocabulary.fitsAbove(node.at);
  }

  /** How much shared words, and what both tell of, speak for `right` following `left`. */
  sharedVocabulary(left: Node, right: Node): number {
    return this.sum((tell) => { this.vocabulary.tell(left, right, 'next', tell); });
  }

  /** A headline tells more than its looks: whether the text below it goes on with what stands above. */
  tellBegin(node: Node, headline: boolean, tell: Tell): void {
    tellBegin(node, headline, tell);
    if (headline) tell(aboveFeature(node), this.vocabulary.fitsAbove(node.at));
  }

  meeting(left: Node, right: Node): Meeting {
    return { left, right, between: betweenOf(left, right), model: this.model, echo: this.echo };
  }

  /** How `right` would follow `left`, and what it weighs. */
  link(left: Node, right: Node, headlines: ReadonlySet<number>): { kind: LinkKind; weight: number } {
    const heads = headlines.has(left.at);
    const weight = headlines.has(right.at) ? -Infinity : this.weigh(left.at, right.at, heads);
    if (heads) return { kind: 'opens', weight };
    return { kind: this.pairs.joins[left.at * this.n + right.at] === 1 ? 'join' : 'next', weight };
  }

  /** What it weighs that `right`, as text, follows `left`. */
  private weigh(left: number, right: number, leftHeads: boolean): number {
    if (leftHeads) {
      const ruled = this.ruled?.get(left * this.n + right);
      if (ruled !== undefined) return ruled;
      return ((right === left + 1 ? this.opens.near : this.opens.far)[right] ?? 0) + this.vocabulary.opens(left, right);
    }
    return (this.pairs.weights[left * this.n + right] ?? 0) + this.vocabulary.follows(left, right);
  }

  /** How much more it weighs that two pieces of text are one paragraph than that the second is the next one. */
  joinSurplus(left: Node, right: Node): number {
    return this.sum((tell) => { this.tellLink(left, right, 'join', tell); }) - this.sum((tell) => { this.tellLink(left, right, 'next', tell); });
  }

  /** Tells all evidence of a link of a given kind, as {@link link} weighs it. For training. */
  tellLink(left: Node, right: Node, kind: LinkKind, tell: Tell): void {
    this.vocabulary.tell(left, right, kind, tell);
    if (kind === 'opens') tellOpens(right, right.at !== left.at + 1, tell);
    else {
      tell(right.at === left.at + 1 ? 'kin.near' : 'kin.far', this.kin[right.at * this.n + left.at] ?? 0);
      for (const item of kind === 'join' ? JOIN : NEXT) tellMeeting(item, this.meeting(left, right), tell);
    }
  }

  /**
   * The most probable arrangement when exactly `headlines` open articles.
   * @param before the solution of much the same problem, to begin from
   */
  solve(headlines: ReadonlySet<number>, before?: Solution): Solution {
    const heads = this.headsOf(headlines);
    let constant = 0;
    for (let at = 0; at < this.n; at++) constant += this.endWeight(at, heads) + this.beginWeight(at, heads);
    return solutionOf(new Assignment(this.allGains(heads), this.n, scratchFor(this.n, this.patience)).solve(before?.uncut), heads, constant);
  }

  /** The gains of all pairs: what each weighs, less what it would weigh to end and to begin there. */
  gains(headlines: ReadonlySet<number>): Float64Array {
    return this.allGains(this.headsOf(headlines));
  }

  private headsOf(headlines: ReadonlySet<number>): Uint8Array {
    const heads = new Uint8Array(this.n);
    for (const at of headlines) heads[at] = 1;
    this.weighAsText(heads);
    return heads;
  }

  private allGains(heads: Uint8Array): Float64Array {
    const gains = new Float64Array(this.n * this.n);
    for (let row = 0; row < this.n; row++) this.addRowGains(row, heads, gains, row * this.n);
    return gains;
  }

  /** Writes the gains of one row to `gains`, from `offset` on. As {@link gain} for each, but all that is the same in the row is asked once. */
  private addRowGains(row: number, heads: Uint8Array, gains: Float64Array, offset: number): void {
    const { n } = this;
    const leads = heads[row] === 1;
    if (leads && this.ruled !== undefined) {
      for (let column = 0; column < n; column++) gains[offset + column] = this.gain(row, column, heads);
      return;
    }
    const weights = leads ? this.opens.far : this.pairs.weights;
    const first = leads ? 0 : row * n;
    const shared = (leads ? this.vocabulary.opensFrom(row) : this.vocabulary.fromAfar(row)) ?? this.nothing;
    const begins = this.begins[0];
    const end = this.endWeight(row, heads);
    for (let column = 0; column < n; column++) {
      gains[offset + column] = heads[column] === 1 ? -Infinity : (weights[first + column] ?? 0) + (shared[column] ?? 0) - end - (begins[column] ?? 0);
    }
    gains[offset + row] = this.gain(row, row, heads);
    if (row + 1 < n) gains[offset + row + 1] = this.gain(row, row + 1, heads);
  }

  private gain(row: number, column: number, heads: Uint8Array): number {
    let weight = -Infinity;
    if (row === column) weight = this.aloneWeight(row, heads);
    else if (heads[column] === 0) weight = this.weigh(row, column, heads[row] === 1);
    return weight - this.endWeight(row, heads) - this.beginWeight(column, heads);
  }

  /**
   * The most probable arrangement when one line is taken the other way round.
   * @param headline whether it is a headline then
   * Nothing when it cannot weigh more than `least`: opening circles only ever costs.
   */
  resolve(base: Solution, { at }: Node, headline: boolean, least: number): Solution | undefined {
    const { n } = this;
    const heads = base.heads.slice();
    heads[at] = headline ? 1 : 0;
    this.weighAsText(heads);
    const constant =
      base.constant + this.endWeight(at, heads) + this.beginWeight(at, heads) - this.endWeight(at, base.heads) - this.beginWeight(at, base.heads);
    const { row, column } = this;
    this.addRowGains(at, heads, row, 0);
    // Nothing leads to a headline.
    if (heads[at] === 1) column.fill(-Infinity);
    else for (let other = 0; other < n; other++) column[other] = this.gain(other, at, heads);
    column[at] = row[at] ?? 0;
    if (constant + base.uncut.bound(at, row, column) <= least) return undefined;
    const matching = base.uncut.copy();
    matching.change(at, row, column);
    if (constant + matching.total() > least) return solutionOf(matching, heads, constant);
    matching.giveBack();
    return undefined;
  }

  /** What it weighs to stand in no article. */
  private aloneWeight(at: number, heads: Uint8Array): number {
    // On a page of headlines only, each is one.
    if (heads[at] === 1 && this.nodes[at]?.piece.marked === true && heads.every((head) => head === 1)) return -Infinity;
    return this.alone[heads[at] === 1 ? 1 : 0][at] ?? -Infinity;
  }

  private endWeight(at: number, heads: Uint8Array): number {
    return this.ends[heads[at] === 1 ? 1 : 0][at] ?? 0;
  }

  private beginWeight(at: number, heads: Uint8Array): number {
    return (heads[at] === 1 ? this.headBegins : this.begins[0])[at] ?? 0;
  }
}

/** Only a line may stand by itself: a paragraph belongs to some article. Nor may the head of a table, a poem, a list: what stands below it is nobody else's. */
function mayStandAlone(node: Node): boolean {
  const { piece: { text, marked }, below } = node;
  if (node.captioned) return true;
  if (marked && below === 'lines') return false;
  return text.length <= LONGEST_ALONE && (marked || (text.length <= LONGEST_STANDING && !/[，,、。；;]/u.test(text)));
}

const aboveFeature = (headline: Node): Feature => (headline.piece.marked ? 'begin.marked.fitsAbove' : 'begin.fitsAbove');

function solutionOf(uncut: Assignment, heads: Uint8Array, constant: number): Solution {
  const matching = withoutCircles(uncut);
  return { uncut, matching, heads, constant, next: matching.partners(), score: constant + matching.total() };
}
