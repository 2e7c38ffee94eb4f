import { comparable } from './fingerprint';
import type { IssuePage, IssueReason, JumpFacts, JumpLink, LinkRulings, Part } from './model';

/** One end of a jump: the part and its jump line. */
interface End {
  readonly part: Part;
  readonly jump: JumpFacts;
}

/** Two parts that may be one article, with what speaks for it. */
interface Pair {
  readonly from: Part;
  readonly to: Part;
  readonly leaving?: JumpFacts;
  readonly arriving?: JumpFacts;
  readonly why: readonly IssueReason[];
  readonly score: number;
}

/** From this probability on a link counts. */
const SURE = 0.9;
/** A link less probable than this is not even offered. */
const LEAST = 0.15;
/** Log-odds of the evidence. Set by hand: whole issues to learn from are not at hand; each can be read off the reasons shown. */
const WEIGHT = { bothNamed: 2.5, oneNamed: -2, sameTitle: 3, likeTitle: 1.5, otherTitle: -1.5, shared: 0.5, mostShared: 2.4, noShared: -1.5, goesOn: 0.5, onlyPair: 1 } as const;
/** Above all evidence. */
const DECIDED = 20;
/** Characters both parts need before their having no word in common tells anything. */
const ENOUGH_WORDS = 60;
const MOST_NAMED = 3;
/** Jump lines in one direction that are looked at on a page: no paper prints more. */
const MOST_JUMPS = 40;

/**
 * Which article goes on in which. Each jump line is used once; the likeliest pair is settled first, and what is left is judged anew.
 * @param pages without copies: the same page in two files would be its own rival
 * @param rulings what editors said goes before all evidence
 */
export function linksOf(pages: readonly IssuePage[], rulings: LinkRulings = new Map()): JumpLink[] {
  const byLabel = new Map<string, IssuePage[]>();
  for (const page of pages) if (page.label !== undefined) byLabel.set(page.label, [...(byLabel.get(page.label) ?? []), page]);
  const links: JumpLink[] = [];
  let open: readonly Pair[] = pairsOf(pages, byLabel).filter((pair) => rulings.get(linkKey(pair)) !== false);
  const settle = (one: Judged): void => {
    links.push(linkOf(one, true));
    open = open.filter((pair) => leavingEnd(pair) !== leavingEnd(one.pair) && arrivingEnd(pair) !== arrivingEnd(one.pair));
  };
  for (const pair of open) {
    if (rulings.get(linkKey(pair)) === true && open.includes(pair)) settle({ pair: { ...pair, why: [{ code: 'decided', args: [], weight: DECIDED }, ...pair.why] }, confidence: 1 });
  }
  // What is settled is no rival of the rest any more.
  for (;;) {
    const best = judged(open).find(({ pair }) => pair.arriving?.midway !== true);
    if (best === undefined || best.confidence < SURE) break;
    settle(best);
  }
  return [...links, ...judged(open).filter(({ confidence }) => confidence >= LEAST).map((one) => linkOf(one, false))];
}

/** What a link is remembered by: the files of both parts and how their articles begin. */
export function linkKey({ from, to }: Pick<JumpLink, 'from' | 'to'>): string {
  return [from, to].map(({ page, article }) => `${page.file.name}#${comparable(article.title || article.beginning)}`).join(' > ');
}

interface Judged {
  readonly pair: Pair;
  readonly confidence: number;
}

/** How likely each pair is among those that share an end with it, the likeliest first. */
function judged(pairs: readonly Pair[]): Judged[] {
  const total = (endOf: (pair: Pair) => unknown): Map<unknown, number> => {
    const sums = new Map<unknown, number>();
    // That the other part is none of these is a rival too.
    for (const pair of pairs) sums.set(endOf(pair), (sums.get(endOf(pair)) ?? 1) + Math.exp(pair.score));
    return sums;
  };
  const [leaving, arriving] = [total(leavingEnd), total(arrivingEnd)];
  const share = (pair: Pair): number => Math.exp(pair.score) / Math.max(leaving.get(leavingEnd(pair)) ?? 1, arriving.get(arrivingEnd(pair)) ?? 1);
  return pairs.map((pair) => ({ pair, confidence: share(pair) })).sort((a, b) => b.confidence - a.confidence);
}

const leavingEnd = ({ leaving, from }: Pick<Pair, 'leaving' | 'from'>): unknown => leaving ?? from.article;
const arrivingEnd = ({ arriving, to }: Pick<Pair, 'arriving' | 'to'>): unknown => arriving ?? to.article;

function linkOf({ pair, confidence }: Judged, sure: boolean): JumpLink {
  const { from, to, leaving, arriving, why } = pair;
  const ordered = [...why].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { from, to, ...(leaving && { leaving }), ...(arriving && { arriving }), confidence, sure, why: ordered };
}

function pairsOf(pages: readonly IssuePage[], byLabel: ReadonlyMap<string, readonly IssuePage[]>): Pair[] {
  const pairs: Pair[] = [];
  const ends = (page: IssuePage, direction: JumpFacts['direction']): End[] =>
    page.facts.articles.flatMap((article) => article.jumps.filter((jump) => jump.direction === direction).map((jump) => ({ part: { page, article }, jump }))).slice(0, MOST_JUMPS);
  for (const page of pages) {
    for (const leaving of ends(page, 'to')) {
      for (const there of byLabel.get(leaving.jump.page ?? '') ?? []) {
        if (there === page) continue;
        const answers = ends(there, 'from').filter(({ jump }) => page.label !== undefined && jump.page === page.label);
        const rivals = ends(page, 'to').filter(({ jump }) => jump.page === there.label);
        for (const arriving of answers) pairs.push(pairOf(leaving.part, arriving.part, leaving.jump, arriving.jump, answers.length === 1 && rivals.length === 1));
        if (answers.length === 0) for (const article of untied(there)) pairs.push(pairOf(leaving.part, { page: there, article }, leaving.jump, undefined, false));
      }
    }
    for (const arriving of ends(page, 'from')) {
      for (const there of byLabel.get(arriving.jump.page ?? '') ?? []) {
        if (there === page || ends(there, 'to').some(({ jump }) => page.label !== undefined && jump.page === page.label)) continue;
        for (const article of untied(there)) pairs.push(pairOf({ page: there, article }, arriving.part, undefined, arriving.jump, false));
      }
    }
  }
  // A side that names no page is only of interest by its headline.
  return pairs.filter(({ leaving, arriving, score }) => (leaving !== undefined && arriving !== undefined) || score > 0);
}

/** Articles of a page whose headline alone can tell that they are the other part. */
const untied = (page: IssuePage): IssuePage['facts']['articles'] => page.facts.articles.filter(({ title }) => title !== '');

function pairOf(from: Part, to: Part, leaving: JumpFacts | undefined, arriving: JumpFacts | undefined, only: boolean): Pair {
  const why: IssueReason[] = [];
  const add = (code: IssueReason['code'], weight: number, ...args: readonly (string | number)[]): void => void why.push({ code, args, weight });
  if (leaving && arriving) add('bothNamed', WEIGHT.bothNamed, from.page.label ?? '', to.page.label ?? '');
  else add('oneNamed', WEIGHT.oneNamed, (leaving ? to : from).page.label ?? '');
  if (only) add('onlyPair', WEIGHT.onlyPair, from.page.label ?? '', to.page.label ?? '');
  judgeTitles(from.article.title, to.article.title, add);
  judgeWords(from.article.words, to.article.words, add);
  if (leaving && from.article.open) add('goesOn', WEIGHT.goesOn);
  return { from, to, ...(leaving && { leaving }), ...(arriving && { arriving }), why, score: why.reduce((sum, { weight }) => sum + weight, 0) };
}

type Add = (code: IssueReason['code'], weight: number, ...args: readonly (string | number)[]) => void;

function judgeTitles(one: string, other: string, add: Add): void {
  const [a, b] = [comparable(one), comparable(other)];
  if (a === '' || b === '') return;
  if (a === b) add('sameTitle', WEIGHT.sameTitle);
  else {
    const alike = dice(a, b);
    if (alike >= 0.5 || (Math.min(a.length, b.length) >= 4 && (a.includes(b) || b.includes(a)))) add('likeTitle', WEIGHT.likeTitle);
    else if (alike < 0.15) add('otherTitle', WEIGHT.otherTitle);
  }
}

/** Twice the pairs of neighbouring characters that two texts share, over all they have (Dice's coefficient). */
function dice(a: string, b: string): number {
  const pairsIn = (text: string): Set<string> => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const [ofA, ofB] = [pairsIn(a), pairsIn(b)];
  const shared = [...ofA].filter((pair) => ofB.has(pair)).length;
  return ofA.size + ofB.size === 0 ? 0 : (2 * shared) / (ofA.size + ofB.size);
}

function judgeWords(a: string, b: string, add: Add): void {
  if (Math.min(a.length, b.length) < ENOUGH_WORDS) return;
  const shared = sharedRuns(a, b);
  // Three characters stand in two texts by chance; a longer run hardly does.
  const strength = shared.reduce((sum, { length }) => sum + Math.min(3, length - RUN + 1), 0);
  if (strength < 2) add('noSharedWords', WEIGHT.noShared);
  else add('sharedWords', Math.min(WEIGHT.mostShared, WEIGHT.shared * strength), shared.slice(0, MOST_NAMED).map((word) => `“${word}”`).join(''));
}

/** Runs of characters that nearly every story has. */
const COMMON = /^(?:本报|记者|[0-9〇一二三四五六七八九十]|年|月|日|通讯员)|(?:记者|以来|介绍|表示)$/u;
const RUN = 3;

/** Runs of three characters and more that stand in both texts, the longest first, none within another. */
function sharedRuns(a: string, b: string): string[] {
  const known = new Set<string>();
  for (let at = 0; at + RUN <= b.length; at++) known.add(b.slice(at, at + RUN));
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= a.length; at++) {
    if (!known.has(a.slice(at, at + RUN))) continue;
    let end = at + RUN;
    while (end < a.length && end - at < 24 && known.has(a.slice(end - RUN + 1, end + 1))) end++;
    const run = a.slice(at, end);
    if (!COMMON.test(run)) runs.add(run);
    at = end - RUN;
  }
  const ordered = [...runs].sort((x, y) => y.length - x.length);
  return ordered.filter((run, i) => !ordered.slice(0, i).some((longer) => longer.includes(run)));
}
