import type { Piece } from '../../src/core/page/piece';
import { arrange } from '../../src/core/stitch/arrange';
import { tellAlone, tellEnd } from '../../src/core/stitch/evidence/edges';
import type { NgramModel } from '../../src/core/stitch/ngram';
import type { Node } from '../../src/core/stitch/node';
import { mayBeCut, type LinkKind, type Problem, type Solution } from '../../src/core/stitch/problem';
import { INITIAL, type Feature, type Weights } from '../../src/core/stitch/weights';
import type { Gold } from '../eval/gold';
import { marginals } from './marginals';
import { truthOf, type Truth } from './truth';

export type Vector = Record<Feature, number>;
const NAMES = Object.keys(INITIAL) as Feature[];
export const zero = (): Vector => Object.fromEntries(NAMES.map((name) => [name, 0])) as Vector;

/** Pairs less probable than this do not count in what is expected. */
const LEAST = 1e-3;
/** A doubtful headline counts this much beside the links of the page. */
const HEADLINES = Number(process.env['HEADLINES'] ?? 1);

/** How the weights should change for one page: the slope of its loss. */
export interface Found {
  readonly gradient: Vector;
  readonly loss: number;
  /** Whether the engine reads the page right with these weights. */
  readonly right: boolean;
}

export function gradientOf(pieces: readonly Piece[], gold: Gold, model: NgramModel, weights: Weights): Found {
  const arrangement = arrange(pieces, model, weights);
  const { problem } = arrangement;
  const truth = truthOf(gold, problem.nodes);
  const gradient = zero();
  let loss = addLinks(problem, truth, weights, gradient);
  loss += addHeadlines(problem, truth, gradient);
  const links = [...arrangement.links.values()].map(({ from, to, kind }) => `${from.at}>${to.at} ${kind}`);
  const wanted = new Set(truth.links.map(({ from, to, kind }) => `${from.at}>${to.at} ${kind}`));
  return { gradient, loss, right: links.length === wanted.size && links.every((link) => wanted.has(link)) };
}

/** The links, given the headlines: what is expected less what is true. */
function addLinks(problem: Problem, truth: Truth, weights: Weights, gradient: Vector): number {
  const { nodes, n } = problem;
  const chance = marginals(problem.gains(truth.headlines), n);
  const rows = new Float64Array(n).fill(1);
  const columns = new Float64Array(n).fill(1);
  const add = (times: number) => (feature: Feature, amount: number): void => {
    gradient[feature] += times * amount;
  };
  const near = new Map(truth.links.map((link) => [link.from.at * n + link.to.at, link.kind]));
  let loss = 0;
  for (const left of nodes) {
    for (const right of nodes) {
      const p = chance[left.at * n + right.at] ?? 0;
      rows[left.at] = (rows[left.at] ?? 0) - p;
      columns[right.at] = (columns[right.at] ?? 0) - p;
      const kind = near.get(left.at * n + right.at);
      if (kind !== undefined) loss -= Math.log(Math.max(1e-6, p));
      if (p < LEAST && kind === undefined) continue;
      if (left === right) tellAlone(left, truth.headlines.has(left.at), add(p));
      else addLink(problem, left, right, p, kind, truth.headlines.has(left.at), weights, gradient);
    }
  }
  for (const node of nodes) {
    const headline = truth.headlines.has(node.at);
    tellEnd(node, headline, add(rows[node.at] ?? 0));
    problem.tellBegin(node, headline, add(columns[node.at] ?? 0));
  }
  for (const node of truth.begins) problem.tellBegin(node, truth.headlines.has(node.at), add(-1));
  for (const node of truth.ends) tellEnd(node, truth.headlines.has(node.at), add(-1));
  for (const node of truth.alone) tellAlone(node, truth.headlines.has(node.at), add(-1));
  return loss;
}

/** One pair, in each way it may follow by the probability of that way. */
function addLink(problem: Problem, left: Node, right: Node, p: number, truth: LinkKind | undefined, headline: boolean, weights: Weights, gradient: Vector): void {
  const ways: LinkKind[] = headline ? ['opens'] : mayBeCut(left) ? ['join', 'next'] : ['next'];
  const told = ways.map((kind) => {
    const evidence: [Feature, number][] = [];
    problem.tellLink(left, right, kind, (feature, amount) => evidence.push([feature, amount]));
    return { kind, evidence, weight: evidence.reduce((sum, [feature, amount]) => sum + weights[feature] * amount, 0) };
  });
  const most = Math.max(...told.map(({ weight }) => weight));
  const total = told.reduce((sum, { weight }) => sum + Math.exp(weight - most), 0);
  for (const { kind, evidence, weight } of told) {
    const times = (p * Math.exp(weight - most)) / total - (truth === kind ? 1 : 0);
    for (const [feature, amount] of evidence) gradient[feature] += times * amount;
  }
}

/** Each doubtful headline the other way round, the others as they are in truth. */
function addHeadlines(problem: Problem, truth: Truth, gradient: Vector): number {
  const base = problem.solve(truth.headlines);
  let loss = 0;
  let right: Vector | undefined;
  const doubtful = new Set(problem.possibleHeadlines());
  for (const at of truth.headlines) {
    const node = problem.nodes[at];
    if (node !== undefined && !node.piece.marked && node.shape.length > 0) doubtful.add(node);
  }
  for (const node of doubtful) {
    const headlines = new Set(truth.headlines);
    if (!headlines.delete(node.at)) headlines.add(node.at);
    const other = problem.resolve(base, node, headlines.has(node.at), -Infinity);
    if (other === undefined) continue;
    const behind = other.score - base.score;
    loss += behind > 30 ? behind : Math.log1p(Math.exp(behind));
    const p = 1 / (1 + Math.exp(-behind));
    if (p < LEAST) continue;
    right ??= evidenceOf(problem, base, truth.headlines);
    const wrong = evidenceOf(problem, other, headlines);
    for (const name of NAMES) gradient[name] += HEADLINES * p * (wrong[name] - right[name]);
  }
  return loss;
}

/** All evidence of a solution. */
function evidenceOf(problem: Problem, { next }: Solution, headlines: ReadonlySet<number>): Vector {
  const sum = zero();
  const tell = (feature: Feature, amount: number): void => {
    sum[feature] += amount;
  };
  const led = new Set<number>();
  for (const node of problem.nodes) {
    const to = problem.nodes[next[node.at] ?? -1];
    if (to === node) {
      tellAlone(node, headlines.has(node.at), tell);
      led.add(node.at);
    } else if (to === undefined) tellEnd(node, headlines.has(node.at), tell);
    else {
      led.add(to.at);
      problem.tellLink(node, to, problem.link(node, to, headlines).kind, tell);
    }
  }
  for (const node of problem.nodes) if (!led.has(node.at)) problem.tellBegin(node, headlines.has(node.at), tell);
  return sum;
}
