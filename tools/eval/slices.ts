import type { Gold, GoldArticle } from './gold';
import { addFixed, emptyScore, type Comparison, type Counts, type Pair, type Score } from './metrics';

/** What is asked of an article to know whether it shows a phenomenon. */
interface ArticleFacts {
  readonly gold: Gold;
  readonly article: GoldArticle;
  readonly text: string;
  /** Its true meetings: links of body blocks, those inside a paragraph marked as joins. */
  readonly meetings: readonly Meeting[];
}

interface Meeting {
  /** Blocks from the one to the other: 1 for neighbours, below 0 for a run that stands before what it follows. */
  readonly step: number;
  readonly join: boolean;
}

/** A phenomenon of newspaper pages, and what counts as showing it. */
export interface Phenomenon {
  readonly name: string;
  readonly article: (facts: ArticleFacts) => boolean;
  /** Where it lies in single meetings: joins, links and moves count by these, wherever they are, true or predicted. */
  readonly meeting?: (meeting: Meeting) => boolean;
}

function byMeeting(name: string, meeting: (meeting: Meeting) => boolean): Phenomenon {
  return { name, meeting, article: ({ meetings }) => meetings.some(meeting) };
}

export const PHENOMENA: readonly Phenomenon[] = [
  byMeeting('cut, goes on beside', ({ join, step }) => join && step === 1),
  byMeeting('cut, carried far', ({ join, step }) => join && step > 1),
  byMeeting('cut, order reversed', ({ join, step }) => join && step < 0),
  byMeeting('carried far at a clean break', ({ join, step }) => !join && step !== 1),
  { name: 'unmarked headline', article: ({ article, text }) => article.headline[0] !== undefined && !/^#|\n#/u.test(text.slice(...article.headline[0])) },
  { name: 'standing head', article: ({ article }) => (article.standingHead?.length ?? 0) > 0 },
  { name: 'jump line', article: ({ article }) => article.jumpFrom !== undefined || article.jumpTo !== undefined },
  { name: 'articles of one topic', article: ({ article }) => article.phenomena?.includes('sameTopic') === true },
  { name: 'half-width page', article: ({ gold }) => gold.phenomena?.includes('half') === true },
  { name: 'full-width page', article: ({ gold }) => gold.phenomena?.includes('full') === true },
];

/** The counts of each phenomenon on one page, added to what is known. */
export function addSlices(total: Map<string, Score>, page: Comparison, text: string): void {
  const places = new Places(page);
  for (const phenomenon of PHENOMENA) {
    const score = total.get(phenomenon.name) ?? emptyScore();
    total.set(phenomenon.name, score);
    addSlice(score, page, phenomenon, places, text);
  }
}

/** Where offsets lie on a page. */
class Places {
  readonly joins: ReadonlySet<Pair>;
  readonly links: ReadonlySet<Pair>;
  private readonly starts: readonly number[];

  constructor(readonly page: Comparison) {
    this.joins = new Set(page.goldJoins);
    this.links = new Set(page.goldLinks);
    this.starts = page.blocks.map(({ span }) => span[0]);
  }

  /** The number of the block an offset lies in or behind. */
  rank(offset: number): number {
    let rank = this.starts.findIndex((start) => start > offset);
    if (rank < 0) rank = this.starts.length;
    return rank - 1;
  }

  /** The article whose block an offset lies in; -1 for furniture. */
  article(offset: number): number {
    return this.page.blocks[this.rank(offset)]?.article ?? -1;
  }

  meeting(pair: Pair, join: boolean): Meeting {
    const [from, to] = endsOf(pair);
    return { step: this.rank(to) - this.rank(from), join };
  }
}

const endsOf = (pair: Pair): [number, number] => pair.split('>').map(Number) as [number, number];

function addSlice(score: Score, page: Comparison, phenomenon: Phenomenon, places: Places, text: string): void {
  const { gold, truth, blocks } = page;
  const meetings = gold.articles.map((): Meeting[] => []);
  for (const pair of page.goldLinks) meetings[places.article(endsOf(pair)[0])]?.push(places.meeting(pair, places.joins.has(pair)));
  const shows = gold.articles.map((article, index) => phenomenon.article({ gold, article, text, meetings: meetings[index] ?? [] }));
  // A meeting of the kind may be predicted where there is none.
  if (!shows.includes(true) && phenomenon.meeting === undefined) return;
  const isOf = (offset: number): boolean => shows[places.article(offset)] === true;
  // A meeting is its left piece's; where that is furniture taken for text, the right one's.
  const ownerOf = ([from, to]: readonly [number, number]): number => (places.article(from) < 0 ? to : from);
  const asked = (pair: Pair, join: boolean): boolean =>
    phenomenon.meeting === undefined ? isOf(ownerOf(endsOf(pair))) : phenomenon.meeting(places.meeting(pair, join));
  const far = (pair: Pair): boolean => places.meeting(pair, true).step !== 1;

  count(score.heads, truth.articles.map(({ opening }) => opening).filter(isOf), [...page.openings].filter(isOf));
  const joins = page.goldJoins.filter((pair) => asked(pair, true));
  const found = [...page.joins].filter((pair) => asked(pair, true));
  count(score.joins, joins, found);
  count(score.farJoins, joins.filter(far), found.filter(far));
  count(score.links, page.goldLinks.filter((pair) => asked(pair, places.joins.has(pair))), [...page.links].filter((pair) => asked(pair, page.joins.has(pair))));
  for (const block of blocks) {
    if (block.role !== 'body' || shows[block.article] !== true) continue;
    for (const counts of block.stray ? [score.attribution, score.stray] : [score.attribution]) {
      counts.gold++;
      counts.predicted++;
      if (page.placed.has(block.span[0])) counts.right++;
    }
  }
  shows.forEach((does, index) => {
    if (!does) return;
    score.articles.gold++;
    if (page.exact.has(index)) score.articles.right++;
  });
  if (shows.includes(true)) for (const part of ['right', 'predicted', 'gold'] as const) score.pages[part] += page.score.pages[part];
  if (page.fixed === undefined) return;
  score.done.gold += workAsked(page, places, asked);
  addFixed(score, page.fixed.filter(({ ends, join }) => asked(`${ends[0]}>${ends[1]}`, join)));
}

/** Joins and moves there are to make where the phenomenon is. */
function workAsked(page: Comparison, places: Places, asked: (pair: Pair, join: boolean) => boolean): number {
  const moves = page.goldLinks.filter((pair) => !places.joins.has(pair) && places.meeting(pair, false).step !== 1);
  return page.goldJoins.filter((pair) => asked(pair, true)).length + moves.filter((pair) => asked(pair, false)).length;
}

function count<T>(counts: Counts, gold: readonly T[], predicted: readonly T[]): void {
  const known = new Set(predicted);
  counts.gold += gold.length;
  counts.predicted += known.size;
  counts.right += gold.filter((item) => known.has(item)).length;
}
