import type { Piece } from '../page/piece';
import { Topics } from './affinity';
import type { NgramModel } from './ngram';
import { nodesOf, type Node } from './node';
import { Problem, type Fits, type LinkKind, type Solution } from './problem';
import { WEIGHTS, type Weights } from './weights';

/** One piece following another in the chosen arrangement. */
export interface Link {
  readonly from: Node;
  readonly to: Node;
  readonly kind: LinkKind;
  /** What the best arrangement without this link weighs less. */
  readonly margin: number;
}

/** The articles of a page as chains of pieces. */
export interface Arrangement {
  readonly problem: Problem;
  readonly headlines: ReadonlySet<number>;
  /** Each article's nodes in reading order; the first is its headline unless it has none. */
  readonly chains: readonly (readonly Node[])[];
  /** Lines in no article. */
  readonly alone: readonly Node[];
  /** Unmarked headlines that are hardly less probable as text, by their place. */
  readonly doubtfulHeadlines: ReadonlySet<number>;
  /** By the place of the node they lead to. */
  readonly links: ReadonlyMap<number, Link>;
}

const ROUNDS = 6;
/** A headline is sure when the page without it weighs this much less, in log-odds. */
const SURE_HEADLINE = 1;

/** Decides over the whole page which piece follows which. */
export function arrange(pieces: readonly Piece[], model: NgramModel, weights: Weights = WEIGHTS): Arrangement {
  const nodes = nodesOf(pieces, model);
  const problem = new Problem(nodes, model, weights);
  const headlines = new Set(nodes.filter((node) => node.piece.marked || problem.headline(node) > 0).map((node) => node.at));
  let solution = tryHeadlines(problem, headlines);
  const topics = new Topics(nodes.map((node) => node.codes), model);
  for (let round = 0; round < ROUNDS; round++) {
    const before = solution.next;
    problem.setFits(fitsOf(problem, solution, topics, round === 0));
    solution = tryHeadlines(problem, headlines);
    if (before.every((value, i) => value === solution.next[i])) break;
  }
  return arrangementOf(problem, headlines, solution);
}

/** Tries each doubtful line both ways, as headline and as text, and keeps what makes the whole page more probable. */
function tryHeadlines(problem: Problem, headlines: Set<number>): Solution {
  let best = problem.solve(headlines);
  const doubtful = problem.possibleHeadlines();
  for (let round = 0; round < 2; round++) {
    let changed = false;
    for (const node of doubtful) {
      const trial = new Set(headlines);
      if (!trial.delete(node.at)) trial.add(node.at);
      const solution = problem.resolve(best, node, trial, best.score + 1e-9);
      if (solution !== undefined && solution.score > best.score + 1e-9) {
        best = solution;
        if (!headlines.delete(node.at)) headlines.add(node.at);
        changed = true;
      }
    }
    if (!changed) break;
  }
  return best;
}

/** The chains of a solution: nodes in reading order. */
function chainsOf(problem: Problem, solution: Solution): { chains: Node[][]; alone: Node[] } {
  const hasBefore = new Uint8Array(problem.n);
  for (let i = 0; i < problem.n; i++) {
    const next = solution.next[i] ?? -1;
    if (next >= 0 && next !== i) hasBefore[next] = 1;
  }
  const chains: Node[][] = [];
  const alone: Node[] = [];
  for (const node of problem.nodes) {
    if (solution.next[node.at] === node.at) {
      alone.push(node);
      continue;
    }
    if (hasBefore[node.at] === 1) continue;
    const chain: Node[] = [];
    for (let at = node.at; at >= 0 && chain.length <= problem.n; at = solution.next[at] ?? -1) {
      const member = problem.nodes[at];
      if (member !== undefined) chain.push(member);
    }
    chains.push(chain);
  }
  return { chains, alone };
}

/** Vocabulary counts at most this much, for or against. */
const MOST_SHARED = 8;
/** Pieces of one run that are judged together: enough to show a topic. */
const JUDGED = 5;

/** Pieces that stand together, as far as the solution joins them. */
function runsOf(problem: Problem, { next }: Solution): Node[][] {
  const runs: Node[][] = [];
  for (const node of problem.nodes) {
    const last = runs[runs.length - 1];
    if (last !== undefined && next[node.at - 1] === node.at) last.push(node);
    else runs.push([node]);
  }
  return runs;
}

/** Weighs for each piece, with what stands right behind it, how well each article's words fit. */
/** @param apart whether pieces that stand apart are not yet believed to belong together */
function fitsOf(problem: Problem, solution: Solution, topics: Topics, apart: boolean): Fits {
  const chains = apart ? runsOf(problem, solution) : chainsOf(problem, solution).chains;
  const articleOf = new Int32Array(problem.n).fill(-1);
  chains.forEach((chain, index) => {
    for (const node of chain) articleOf[node.at] = index;
  });
  const placeIn = new Int32Array(problem.n);
  for (const chain of chains) chain.forEach((node, place) => (placeIn[node.at] = place));
  const fits = problem.nodes.map((node) => {
    // The piece with what stands right behind it: a run moves as a whole. What follows it in its chain would move with it.
    const run = [node.at];
    for (let at = node.at; run.length < JUDGED && solution.next[at] === at + 1; at++) run.push(at + 1);
    const rest = (chains[articleOf[node.at] ?? -1] ?? [node]).slice(placeIn[node.at]).map(({ at }) => at);
    const ratios = topics.fits(run, rest, articleOf, chains.length);
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / Math.max(1, ratios.length);
    return ratios.map((ratio) => Math.max(-MOST_SHARED, Math.min(MOST_SHARED, ratio - mean)));
  });
  const fit = (piece: number, article: number): number => (article < 0 ? 0 : (fits[piece]?.[article] ?? 0));
  return {
    follow: (left, right) => fit(right, articleOf[left] ?? -1),
    above: (headline) => fit(headline + 1, articleOf[headline - 1] ?? -1),
  };
}

function arrangementOf(problem: Problem, headlines: ReadonlySet<number>, solution: Solution): Arrangement {
  const { chains, alone } = chainsOf(problem, solution);
  const links = new Map<number, Link>();
  for (const from of problem.nodes) {
    const column = solution.next[from.at] ?? -1;
    const to = problem.nodes[column];
    if (to === undefined || to === from) continue;
    const { kind } = problem.link(from, to, headlines);
    links.set(to.at, { from, to, kind, margin: solution.matching.margin(from.at, to.at) });
  }
  const doubtfulHeadlines = new Set<number>();
  for (const node of problem.nodes) {
    if (!headlines.has(node.at) || node.piece.marked) continue;
    const others = new Set(headlines);
    others.delete(node.at);
    const otherwise = problem.resolve(solution, node, others, solution.score - SURE_HEADLINE);
    if (otherwise !== undefined && otherwise.score > solution.score - SURE_HEADLINE) doubtfulHeadlines.add(node.at);
  }
  return { problem, headlines, chains, alone, doubtfulHeadlines, links };
}
