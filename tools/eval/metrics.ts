import type { Brought } from './applied';
import { goldBlocks, outlineOfGold, type GoldBlock, type Outline, type OutlineArticle, type Sureness } from './outline';
import type { Gold } from './gold';

/** Right, predicted and true: enough for precision, recall and F1 when pages are added up. */
export interface Counts {
  right: number;
  predicted: number;
  gold: number;
}

/** A judged confidence, for calibration. */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
  readonly sure: boolean;
  readonly far: boolean;
  /** The pieces that meet. */
  readonly ends: readonly [from: number, to: number];
}

/** The counts of one page or of many. */
export interface Score {
  heads: Counts;
  joins: Counts;
  farJoins: Counts;
  links: Counts;
  /** Body blocks in the right article (right / gold); articles are paired by the blocks they share. */
  attribution: Counts;
  stray: Counts;
  /** The same with articles paired by their opening block; and with each true article taken to be where most of it lies. */
  byOpening: Counts;
  byMajority: Counts;
  strayByMajority: Counts;
  articles: Counts;
  pages: Counts;
  /** Joins and moves that are sure at first sight: `right / predicted` is their precision, `right / gold` what part of the work they do. */
  auto: Counts;
  /** What "fix all" really did until the page came to rest: the joins and moves it made, and which are right. All 0 where that was not tried. */
  fixed: Counts;
  /** And what is done then of all there was to do: joins, moves, and what came together because others moved away. */
  done: Counts;
  seams: Judged[];
  moves: Judged[];
}

export const emptyScore = (): Score => ({
  heads: zero(), joins: zero(), farJoins: zero(), links: zero(), attribution: zero(), stray: zero(), byOpening: zero(), byMajority: zero(), strayByMajority: zero(),
  articles: zero(), pages: zero(), auto: zero(), fixed: zero(), done: zero(), seams: [], moves: [],
});

const zero = (): Counts => ({ right: 0, predicted: 0, gold: 0 });

const COUNTED = ['heads', 'joins', 'farJoins', 'links', 'attribution', 'stray', 'byOpening', 'byMajority', 'strayByMajority', 'articles', 'pages', 'auto', 'fixed', 'done'] as const;

/** Adds a page's counts to a total (micro-average). */
export function addScore(total: Score, page: Score): void {
  for (const name of COUNTED) {
    total[name].right += page[name].right;
    total[name].predicted += page[name].predicted;
    total[name].gold += page[name].gold;
  }
  total.seams.push(...page.seams);
  total.moves.push(...page.moves);
}

export const precision = (counts: Counts): number => (counts.predicted === 0 ? 1 : counts.right / counts.predicted);
export const recall = (counts: Counts): number => (counts.gold === 0 ? 1 : counts.right / counts.gold);
export const f1 = (counts: Counts): number => (counts.predicted + counts.gold === 0 ? 1 : (2 * counts.right) / (counts.predicted + counts.gold));

export type Pair = `${number}>${number}`;
const pair = (from: number, to: number): Pair => `${from}>${to}`;

/** The pieces of an article in reading order. */
export const bodyOf = (article: OutlineArticle): number[] => article.paragraphs.flat();

const pairsOf = (pieces: readonly number[]): [number, number][] => pieces.slice(1).map((to, index) => [pieces[index]!, to]);

/** Ordered pairs (piece, next piece) inside one paragraph. */
export const joinsOf = (outline: Outline): [number, number][] => outline.articles.flatMap((article) => article.paragraphs.flatMap(pairsOf));

/** Ordered pairs of consecutive body blocks of one article. */
export const linksOf = (outline: Outline): [number, number][] => outline.articles.flatMap((article) => pairsOf(bodyOf(article)));

/** Two pieces brought together without asking. */
export interface Fixed {
  readonly ends: readonly [from: number, to: number];
  readonly join: boolean;
  /** Whether it was done to them, and not to what stood between. */
  readonly came: boolean;
  readonly right: boolean;
  /** Whether it was work to be done: a text that comes back under its headline is right, but no link. */
  readonly wanted: boolean;
}

/** What was compared on one page: the counts, and the sets that the views of single phenomena need. */
export interface Comparison {
  readonly score: Score;
  readonly gold: Gold;
  readonly truth: Outline;
  readonly blocks: readonly GoldBlock[];
  /** Position of a block in the dump by its first character. */
  readonly order: ReadonlyMap<number, number>;
  readonly openings: ReadonlySet<number>;
  readonly joins: ReadonlySet<Pair>;
  readonly links: ReadonlySet<Pair>;
  readonly goldJoins: readonly Pair[];
  readonly goldLinks: readonly Pair[];
  /** What "fix all" brought together, if that was tried. */
  readonly fixed: readonly Fixed[] | undefined;
  /** Indices of the gold articles that are exact. */
  readonly exact: ReadonlySet<number>;
  /** First characters of the body blocks that lie in the right article. */
  readonly placed: ReadonlySet<number>;
}

/**
 * Scores a prediction against the truth, by the definitions of the project's quality paper.
 * @param brought what "fix all" brought together on this page, if that was tried
 */
export function compare(gold: Gold, prediction: Outline, brought?: readonly Brought[]): Comparison {
  const truth = outlineOfGold(gold);
  const blocks = goldBlocks(gold);
  const order = new Map(blocks.map((block, index) => [block.span[0], index]));
  const starts = blocks.map((block) => block.span[0]);
  // Neighbours have no other block's beginning between them; this holds for predicted pieces that begin inside a block, too.
  const far = ([from, to]: readonly [number, number]): boolean => to <= from || starts[after(starts, from)] !== starts[after(starts, to - 1)];
  const score = emptyScore();

  const openings = new Set(prediction.articles.map((article) => article.opening));
  tally(score.heads, openings, truth.articles.map((article) => article.opening));

  const goldJoins = joinsOf(truth);
  const predictedJoins = joinsOf(prediction);
  const joins = new Set(predictedJoins.map((ends) => pair(...ends)));
  tally(score.joins, joins, goldJoins.map((ends) => pair(...ends)));
  tally(score.farJoins, new Set(predictedJoins.filter(far).map((ends) => pair(...ends))), goldJoins.filter(far).map((ends) => pair(...ends)));

  const goldLinks = linksOf(truth);
  const links = new Set(linksOf(prediction).map((ends) => pair(...ends)));
  tally(score.links, links, goldLinks.map((ends) => pair(...ends)));

  const placed = attribute(score, truth, prediction, blocks);
  const exact = exactArticles(truth, prediction);
  score.articles = { right: exact.size, predicted: prediction.articles.length, gold: truth.articles.length };
  // A page with an article too many is not exact.
  const whole = exact.size === truth.articles.length && prediction.articles.length === truth.articles.length;
  score.pages = { right: whole ? 1 : 0, predicted: 1, gold: 1 };
  const firsts = new Set(truth.articles.flatMap((article) => pairsOf([article.opening, ...bodyOf(article).slice(0, 1)]).map((ends) => pair(...ends))));
  const fixed = brought?.map(({ from, to, join, came }): Fixed => {
    const wanted = (join ? goldJoins : goldLinks).some(([left, right]) => left === from && right === to);
    return { ends: [from, to], join, came, wanted, right: wanted || (!join && firsts.has(pair(from, to))) };
  });
  judge(score, prediction, far, new Set(goldJoins.map((ends) => pair(...ends))), new Set(goldLinks.map((ends) => pair(...ends))), truth, firsts);
  if (fixed !== undefined) {
    addFixed(score, fixed);
    score.done.gold = score.auto.gold;
  }
  return {
    score, gold, truth, blocks, order, openings, joins, links, exact, placed, fixed,
    goldJoins: goldJoins.map((ends) => pair(...ends)),
    goldLinks: goldLinks.map((ends) => pair(...ends)),
  };
}

/** Adds what "fix all" brought together. */
export function addFixed({ fixed, done }: Pick<Score, 'fixed' | 'done'>, all: readonly Fixed[]): void {
  for (const { came, right, wanted } of all) {
    if (came) fixed.predicted++;
    if (came && right) fixed.right++;
    done.predicted++;
    if (wanted) done.right++;
  }
}

/** Index of the first of the ordered `starts` behind `offset`. */
function after(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tally<T>(counts: Counts, predicted: ReadonlySet<T>, gold: readonly T[]): void {
  counts.predicted = predicted.size;
  counts.gold = gold.length;
  counts.right = gold.filter((item) => predicted.has(item)).length;
}

function attribute(score: Score, truth: Outline, prediction: Outline, blocks: readonly GoldBlock[]): Set<number> {
  const at = new Map<number, number>();
  prediction.articles.forEach((article, index) => {
    for (const piece of bodyOf(article)) at.set(piece, index);
    // A headline taken for body text, or the reverse, still says which article is which.
    at.set(article.opening, index);
  });
  const shared = new Map<string, number>();
  for (const block of blocks) {
    const index = at.get(block.span[0]);
    if (index === undefined || (block.role !== 'body' && block.role !== 'headline')) continue;
    const key = `${index} ${block.article}`;
    shared.set(key, (shared.get(key) ?? 0) + 1);
  }
  const pairs = [...shared].map(([key, count]) => ({ count, ends: key.split(' ').map(Number) as [number, number] }));
  pairs.sort((a, b) => b.count - a.count || a.ends[0] - b.ends[0] || a.ends[1] - b.ends[1]);
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const { ends } of pairs) {
    if (partner.has(ends[0]) || taken.has(ends[1])) continue;
    partner.set(ends[0], ends[1]);
    taken.add(ends[1]);
  }
  const majority = new Map<number, number>();
  for (const { ends } of pairs) if (!majority.has(ends[1])) majority.set(ends[1], ends[0]);
  const byOpening = new Map(truth.articles.map((article, index) => [article.opening, index]));
  const placed = new Set<number>();
  for (const block of blocks) {
    if (block.role !== 'body') continue;
    const index = at.get(block.span[0]);
    const right = index !== undefined && partner.get(index) === block.article;
    if (right) placed.add(block.span[0]);
    const same = index !== undefined && byOpening.get(prediction.articles[index]?.opening ?? -1) === block.article;
    const most = index !== undefined && majority.get(block.article) === index;
    for (const [counts, hit, ofStrays] of [
      [score.attribution, right, false], [score.stray, right, true], [score.byOpening, same, false], [score.byMajority, most, false], [score.strayByMajority, most, true],
    ] as const) {
      if (ofStrays && !block.stray) continue;
      counts.gold++;
      counts.predicted++;
      if (hit) counts.right++;
    }
  }
  return placed;
}

/** Gold articles whose blocks, order and joins are all right; bylines and credits count as blocks. */
function exactArticles(truth: Outline, prediction: Outline): Set<number> {
  const form = (article: OutlineArticle): string =>
    `${article.opening}|${article.paragraphs.map((pieces) => pieces.join('+')).join(',')}|${[...article.others].sort((a, b) => a - b).join(',')}`;
  const forms = new Set(prediction.articles.map(form));
  const exact = new Set<number>();
  truth.articles.forEach((article, index) => {
    if (forms.has(form(article))) exact.add(index);
  });
  return exact;
}

/** Joins and moves with their confidence: which were sure, which were right. */
function judge(score: Score, prediction: Outline, far: (ends: readonly [number, number]) => boolean, goldJoins: ReadonlySet<Pair>, goldLinks: ReadonlySet<Pair>, truth: Outline, firsts: ReadonlySet<Pair>): void {
  const note = (list: Judged[], ends: readonly [number, number], right: boolean, sureness: Sureness): void => {
    list.push({ confidence: sureness.confidence, sure: sureness.sure, right, far: far(ends), ends });
    if (!sureness.sure) return;
    score.auto.predicted++;
    if (right) score.auto.right++;
  };
  for (const article of prediction.articles) {
    let before: number | undefined;
    article.paragraphs.forEach((pieces, index) => {
      const sureness = article.confidence?.[index];
      const first = pieces[0];
      if (first !== undefined && sureness !== undefined) {
        const from = before ?? article.opening;
        const known = before === undefined ? firsts : goldLinks;
        const byline = article.others.some((other) => other > from && other < first);
        // Only what does not stand in its place already is a move.
        if (from !== first && far([from, first]) && !byline) note(score.moves, [from, first], known.has(pair(from, first)), sureness.attachment);
      }
      pairsOf(pieces).forEach((ends, at) => {
        const seam = sureness?.seams[at];
        if (seam !== undefined) note(score.seams, ends, goldJoins.has(pair(...ends)), seam);
      });
      before = pieces.at(-1) ?? before;
    });
  }
  const moves = linksOf(truth).filter((ends) => far(ends) && !goldJoins.has(pair(...ends)));
  score.auto.gold = goldJoins.size + moves.length;
}
