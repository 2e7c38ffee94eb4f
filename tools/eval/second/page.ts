import type { Span } from '../../../src/core/index';
import { alike } from '../alike';
import type { GoldArticle, SimulatedPage } from '../gold';
import { halve, type PoolArticle } from '../pool';
import { seeded, type Random } from '../random';
import { setColumns } from './columns';
import { SECOND_DIALS, type SecondDials } from './dials';
import * as imprint from './imprint';
import { orderRuns, type Run } from './order';
import { dressPhoto, dressStory, type Story } from './story';

/**
 * A page of the second simulator, which shares no layout code with the first: an engine tuned on pages of one hand
 * has to read those of another. The same pool and seed give the same page.
 * @throws RangeError when the pool is empty
 */
export function simulateSecond(pool: readonly PoolArticle[], seed: number, dials: SecondDials = SECOND_DIALS): SimulatedPage {
  const random = seeded(seed + 0x5ec0);
  const issue = imprint.drawIssue(random);
  const stories = drawStories(pool, issue, dials, random);
  const half = random.chance(dials.halfWidth);
  const runs = orderRuns(stories.map((story) => (story.kind === 'photo' ? [story.paragraphs.map((text, paragraph) => ({ paragraph, text }))] : setColumns(story.paragraphs, dials, random))), dials, random);
  const writer = new Writer(half, random.chance(0.5) ? '\n\n' : '');
  const drafts = stories.map((story, index) => emptyDraft(story, index));
  const furniture: Span[] = [];
  if (random.chance(dials.folio)) furniture.push(writer.block(imprint.folio(random, issue), 1));
  for (const [at, run] of runs.entries()) {
    const story = stories[run.story];
    const draft = drafts[run.story];
    if (story !== undefined && draft !== undefined) writeRun(writer, run, runs[at - 1], story, draft, dials, random);
  }
  if (random.chance(dials.editors)) furniture.push(writer.block(imprint.editors(random), 1));
  const text = writer.text + (random.chance(0.5) ? '\n' : '');
  const articles = drafts.map(finish(text)).sort((a, b) => (a.headline[0]?.[0] ?? 0) - (b.headline[0]?.[0] ?? 0));
  const phenomena = [half ? 'half' : 'full', ...(stories.some((story) => story.phenomena.includes('sameTopic')) ? ['sameTopic'] : [])];
  return {
    name: `second-${seed}`,
    text,
    gold: { format: 'gold/1', source: { name: `second-${seed}.txt`, length: text.length }, articles: articles.map((article, index) => ({ ...article, id: `a${index + 1}` })), furniture, phenomena },
  };
}

/** Stories of different topics as far as the pool has them, or two or three of one topic among them. */
function drawStories(pool: readonly PoolArticle[], issue: imprint.Issue, dials: SecondDials, random: Random): Story[] {
  const count = random.weighted(dials.stories);
  const order = random.shuffle(pool);
  const photo = random.chance(dials.photo);
  const chosen: PoolArticle[] = [];
  const fits = (article: PoolArticle): boolean => !chosen.some((other) => alike(other, article));
  const first = order[0];
  if (first === undefined) throw new RangeError('no articles to lay out');
  if (random.chance(dials.sharedTopic)) {
    const wanted = random.whole(2, 3);
    for (const article of order) if (chosen.length < wanted && article.topic === first.topic && fits(article)) chosen.push(article);
  }
  const wanted = photo ? count - 1 : count;
  // First one of each topic; a pool of few topics then gives more of the same.
  for (const again of [false, true]) {
    for (const article of order) {
      if (chosen.length < wanted && (again || !chosen.some(({ topic }) => topic === article.topic)) && fits(article)) chosen.push(article);
    }
  }
  const topics = chosen.map(({ topic }) => topic);
  const shared = (topic: string): boolean => topics.filter((other) => other === topic).length > 1;
  const stories = random.shuffle(chosen).map((article) => dressStory(article, dials, issue, shared(article.topic), random));
  if (photo) {
    const source = order.find((article) => !chosen.includes(article) && fits(article)) ?? first;
    stories.splice(random.whole(0, stories.length), 0, dressPhoto(source, dials, random));
  }
  return stories;
}

interface Draft {
  readonly story: Story;
  readonly id: string;
  readonly headline: Span[];
  readonly byline: Span[];
  readonly credit: Span[];
  readonly standingHead: Span[];
  /** For each paragraph its parts in reading order: column index and place. */
  readonly parts: { readonly column: number; readonly span: Span }[][];
}

const emptyDraft = (story: Story, index: number): Draft => ({ story, id: `a${index + 1}`, headline: [], byline: [], credit: [], standingHead: [], parts: story.paragraphs.map(() => []) });

function writeRun(writer: Writer, run: Run, before: Run | undefined, story: Story, draft: Draft, dials: SecondDials, random: Random): void {
  const blank = (): number => (random.chance(dials.extraBlank) ? random.whole(2, 3) : 1);
  // The standing head stands above the headline, or on top of the rest that was carried away.
  const rest = story.standingHead?.onRest === true;
  const head = story.standingHead;
  if (head !== undefined && draft.standingHead.length === 0 && (run.first === 0 ? !rest : rest)) {
    draft.standingHead.push(writer.block((head.marked ? '## ' : '') + head.text, blank()));
  }
  if (run.first === 0) {
    const lines = story.kicker === undefined ? story.title : `${story.kicker}  \n${story.title}`;
    draft.headline.push(writer.block((story.marked ? '## ' : '') + lines, before === undefined ? 1 : blank()));
    if (story.byline !== undefined) draft.byline.push(writer.block(story.byline, 1));
  }
  run.columns.forEach((column, index) => {
    column.forEach((part, at) => {
      const opens = at === 0 && (index > 0 || run.first > 0);
      const span = writer.block(part.text, opens ? blank() : 1);
      draft.parts[part.paragraph]?.push({ column: run.first + index, span });
    });
  });
  if (run.first === 0 && story.credit !== undefined) draft.credit.push(writer.block(story.credit, 1));
}

const finish = (text: string) => ({ story, id, headline, byline, credit, standingHead, parts }: Draft): GoldArticle => {
  const lines = headline.map(([start, end]) => text.slice(start, end)).join('').replace(/^## /u, '').split('\n').map((line) => line.trim());
  return {
    id,
    ...(story.kind && { kind: story.kind }),
    title: lines.at(-1) ?? '',
    ...(lines.length > 1 && { kicker: lines[0] ?? '' }),
    headline,
    ...(byline.length > 0 && { byline }),
    ...(credit.length > 0 && { credit }),
    ...(standingHead.length > 0 && { standingHead }),
    ...(story.jumpFrom !== undefined && { jumpFrom: story.jumpFrom }),
    ...(story.jumpTo !== undefined && { jumpTo: story.jumpTo }),
    paragraphs: parts.map((list) => {
      const spans = [...list].sort((a, b) => a.column - b.column).map(({ span }) => span);
      return { spans, text: spans.map(([start, end]) => text.slice(start, end)).join('') };
    }),
    phenomena: story.phenomena,
  };
};

/** Writes blocks one below the other and tells where they lie. */
class Writer {
  constructor(private readonly half: boolean, public text: string) {}

  /** @param blank empty lines above the block; none above the first block of the page */
  block(words: string, blank: number): Span {
    const set = this.half ? halve(words) : words;
    if (this.text.trim() !== '') this.text += '\n'.repeat(blank + 1);
    const start = this.text.length;
    this.text += set;
    return [start, this.text.length];
  }
}
