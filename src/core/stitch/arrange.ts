import type { Decision } from '../page/decision';
import type { Piece } from '../page/piece';
import { namesSeries, unmarked } from '../roles/standingHead';
import { STANDING_HEADS } from '../roles/words';
import { Topics, type Grouping } from './affinity';
import { PATIENCE } from './assignment';
import type { NgramModel } from './ngram';
import { SET_APART } from './gaps';
import { nodesOf, type End, type Node } from './node';
import { Problem, type LinkKind, type Solution } from './problem';
import { rulingsOf, type Rulings } from './rulings';
import { WEIGHTS, type Weights } from './weights';

/** One piece following another in the chosen arrangement. */
export interface Link {
  readonly from: Node;
  readonly to: Node;
  readonly kind: LinkKind;
  /** What the best arrangement without this link, as it is, weighs less; infinity, not worked out, where a paragraph of its own follows in its place. */
  readonly margin: number;
  /** Whether an editor said so. */
  readonly decided: boolean;
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
  /** Lines in no article that are marked as headlines and may be some. */
  readonly doubtfulAlone: ReadonlySet<Piece>;
  /** By the place of the node they lead to. */
  readonly links: ReadonlyMap<number, Link>;
  /** Joined pieces of paragraphs that end their article in mid-sentence, by their place. */
  readonly leftOpen: ReadonlySet<number>;
}

const ROUNDS = 4;
/** A headline is sure when the page without it weighs this much less, in log-odds. */
const SURE_HEADLINE = 1;
/** A marked line is surely in no article when the page with it in one weighs so much less: of 520 such lines of simulated pages all but none were standing heads. */
const SURELY_ALONE = 5;

/**
 * Decides over the whole page which piece follows which.
 * @param hurried the first arrangement will do: a line is a headline by its mark alone, no article's vocabulary is weighed, and no join is sure
 */
export function arrange(pieces: readonly Piece[], model: NgramModel, weights: Weights = WEIGHTS, decisions: readonly Decision[] = [], hurried = false): Arrangement {
  const nodes = nodesOf(pieces, model);
  const topics = new Topics(nodes.map((node) => node.codes), model);
  const rulings = decisions.length === 0 ? undefined : rulingsOf(nodes, decisions);
  const problem = new Problem(nodes, model, topics, weights, rulings, hurried ? 0 : PATIENCE);
  const headlines = new Set(nodes.filter((node) => problem.ruledHeadline(node) ?? (node.piece.marked || (!hurried && problem.headline(node) > 0))).map((node) => node.at));
  let solution = tryHeadlines(problem, headlines);
  for (let round = 0; round < ROUNDS && !hurried; round++) {
    const before = solution;
    problem.setFits(topics.fits(groupingOf(problem, solution, headlines, round === 0)));
    solution = tryHeadlines(problem, headlines, before);
    if (before.next.every((value, i) => value === solution.next[i])) break;
  }
  return arrangementOf(problem, headlines, keptApart(problem, solution, headlines));
}

/**
 * What an editor parted must not come together again by way of a third piece: not in one paragraph, nor right behind the paragraph that it does not follow. The link
 * that brings it there is forbidden, and the page solved anew.
 */
function keptApart(problem: Problem, first: Solution, headlines: Set<number>): Solution {
  const apart = problem.rulings?.apart ?? [];
  let solution = first;
  for (let tries = 0; tries < apart.length * problem.n; tries++) {
    const link = apart.map((one) => linkBack(problem, solution, headlines, one)).find((found) => found !== undefined);
    if (link === undefined || solution.uncut.isTired) break;
    problem.forbid(link);
    solution = tryHeadlines(problem, headlines);
  }
  return solution;
}

/** The link into the right piece where that comes to the paragraph of the left one again, by no decision. */
function linkBack(problem: Problem, { next }: Solution, headlines: ReadonlySet<number>, { left, right, as }: Rulings['apart'][number]): { from: Node; to: Node } | undefined {
  if (problem.rulings?.follows.has(right) === true) return undefined;
  let found: { from: Node; to: Node } | undefined;
  for (let at = right, steps = 0; steps < problem.n; steps++) {
    const before = next.indexOf(at);
    const from = problem.nodes[before];
    const to = problem.nodes[at];
    if (from === undefined || to === undefined || before === at) return undefined;
    const joins = problem.link(from, to, headlines).kind === 'join';
    if (!joins && (as === 'join' || found !== undefined)) return undefined;
    found ??= { from, to };
    // The two side by side, as an editor left them, are no way back.
    if (before === left) return found.from === from ? undefined : found;
    at = before;
  }
  return undefined;
}

/** Tries each doubtful line both ways, as headline and as text, and keeps what makes the whole page more probable. */
function tryHeadlines(problem: Problem, headlines: Set<number>, before?: Solution): Solution {
  let best = problem.solve(headlines, before);
  const doubtful = problem.possibleHeadlines();
  for (let round = 0; round < 2; round++) {
    let changed = false;
    for (const node of doubtful) {
      if (best.uncut.isTired) return best;
      const solution = problem.resolve(best, node, !headlines.has(node.at), best.score + 1e-9);
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

/** Pieces of one run that are judged together: enough to show a topic. */
const JUDGED = 5;

/** Pieces that stand together, as far as the solution joins them. */
function runsOf(problem: Problem, { next }: Solution): number[][] {
  const runs: number[][] = [];
  for (const { at } of problem.nodes) {
    const last = runs[runs.length - 1];
    if (last !== undefined && next[at - 1] === at) last.push(at);
    else runs.push([at]);
  }
  return runs;
}

/**
 * The articles to weigh the vocabulary of, and with each piece what stands right behind it: a run moves as a whole.
 * @param apart whether pieces that stand apart are not yet believed to belong together
 */
function groupingOf(problem: Problem, solution: Solution, headlines: ReadonlySet<number>, apart: boolean): Grouping {
  const chains = apart ? runsOf(problem, solution) : chainsOf(problem, solution).chains.map((chain) => chain.map(({ at }) => at));
  const runs = new Int32Array(problem.n).fill(1);
  for (let at = problem.n - 2; at >= 0; at--) if (solution.next[at] === at + 1) runs[at] = Math.min(JUDGED, (runs[at + 1] ?? 0) + 1);
  const heads = chains.map(([first = -1]) => (headlines.has(first) ? first : -1));
  return { chains, heads, runs };
}

function arrangementOf(problem: Problem, headlines: ReadonlySet<number>, solution: Solution): Arrangement {
  const { chains, alone } = chainsOf(problem, solution);
  // Asked before the margins are worked out. What there was no time to weigh is doubtful: without a margin no join is sure.
  const isTired = solution.uncut.isTired;
  const links = new Map<number, Link>();
  for (const from of problem.nodes) {
    const column = solution.next[from.at] ?? -1;
    const to = problem.nodes[column];
    if (to === undefined || to === from) continue;
    const { kind } = problem.link(from, to, headlines);
    const inPlace = kind !== 'join' && to.at === from.at + 1 && to.extraGap < SET_APART;
    const decided = problem.rulings?.follows.get(to.at)?.left === from.at;
    links.set(to.at, { from, to, kind, decided, margin: inPlace || decided ? Infinity : isTired ? 0 : marginOf(problem, solution, from, to, kind) });
  }
  const doubtfulHeadlines = new Set<number>();
  const marksHeadlines = problem.nodes.some(({ at, piece }) => piece.marked && headlines.has(at));
  for (const node of problem.nodes) {
    if (!headlines.has(node.at) || node.piece.marked || problem.ruledHeadline(node) === true) continue;
    // What the program set apart and did not mark, where it marks headlines, is none by itself.
    if (isTired || (marksHeadlines && node.piece.setApart === true)) {
      doubtfulHeadlines.add(node.at);
      continue;
    }
    const otherwise = problem.resolve(solution, node, false, solution.score - SURE_HEADLINE);
    if (otherwise !== undefined && otherwise.score > solution.score - SURE_HEADLINE) doubtfulHeadlines.add(node.at);
  }
  const doubtfulAlone = alone.filter((node) => node.piece.marked && (isTired || !isSurelyAlone(node, problem, solution, headlines)));
  // Of a marked line and an unmarked one right below it, one may be the headline as well as the other.
  for (const { at } of doubtfulAlone) if (headlines.has(at + 1) && problem.nodes[at + 1]?.piece.marked === false) doubtfulHeadlines.add(at + 1);
  return { problem, headlines, chains, alone, doubtfulHeadlines, doubtfulAlone: new Set(doubtfulAlone.map(({ piece }) => piece)), links, leftOpen: leftOpenIn(chains, links) };
}

/**
 * Whether a line that is marked as a headline surely is none: it stands right above a headline, or has the name of a series, and the page with it as
 * a headline weighs much less. A short headline of an article looks the same.
 */
function isSurelyAlone(node: Node, problem: Problem, { matching }: Solution, headlines: ReadonlySet<number>): boolean {
  if (problem.ruledHeadline(node) === false || node.below === 'headline') return true;
  const title = unmarked(node.piece.text);
  const below = problem.nodes[node.at + 1];
  if (below !== undefined && headlines.has(below.at) && !STANDING_HEADS.has(title)) return false;
  return namesSeries(title) && matching.margin(node.at, node.at) >= SURELY_ALONE;
}

/** What is lost without a link, and where it joins also without the join: the second piece may follow and be a paragraph of its own. */
function marginOf(problem: Problem, { matching }: Solution, from: Node, to: Node, kind: LinkKind): number {
  const margin = matching.margin(from.at, to.at);
  return kind === 'join' ? Math.min(margin, problem.joinSurplus(from, to)) : margin;
}

/** How a text ends that goes on somewhere. */
const OPEN: ReadonlySet<End> = new Set<End>(['bare', 'inner', 'colon', 'openPair']);

/** The pieces joined on in paragraphs that end their article in mid-sentence. */
function leftOpenIn(chains: readonly (readonly Node[])[], links: ReadonlyMap<number, Link>): Set<number> {
  const open = new Set<number>();
  for (const chain of chains) {
    let place = chain.length - 1;
    if (!OPEN.has(chain[place]?.end ?? 'sentence')) continue;
    for (let node = chain[place]; node !== undefined && links.get(node.at)?.kind === 'join'; node = chain[--place]) open.add(node.at);
  }
  return open;
}
