import type { Dials } from './dials';
import { mayCut, type Dressed } from './dress';
import type { Random } from './random';

/** A stretch of one paragraph that stands as one block. */
export interface Piece {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** Pieces of one article that stand together; run 0 stands under the headline. */
export interface Run {
  readonly article: number;
  readonly index: number;
  readonly pieces: readonly Piece[];
}

/**
 * Lays the articles into columns: a column's end cuts whatever stands there, most articles go on at the head of the
 * next column (the next block of the dump), some are carried behind other articles' regions.
 * @returns the runs in the order of the dump
 */
export function layOut(articles: readonly Dressed[], dials: Dials, random: Random): Run[] {
  const lengths = articles.filter(({ kind }) => kind === 'article').map(({ paragraphs }) => paragraphs.join('').length);
  const scale = Math.min(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) / USUAL_LENGTH);
  const runs = articles.map((article, index) => runsOf(article, index, dials, scale, random));
  return arrange(runs, dials, random);
}

const MOST_FAR = 3;
/** A story too long for its place is likely to be too long for the next. */
const AGAIN = 2.5;
/** Characters of an article for which `Dials.column` is meant. */
const USUAL_LENGTH = 900;

function runsOf(article: Dressed, index: number, dials: Dials, scale: number, random: Random): Run[] {
  if (article.kind === 'photo') return [{ article: index, index: 0, pieces: [{ paragraph: 0, start: 0, end: article.paragraphs[0]?.length ?? 0 }] }];
  const runs: Piece[][] = [[]];
  let far = 0;
  // Columns are no longer than the page's articles want: short items come with short columns.
  const column = dials.column * scale;
  let room = column * random.between(0.15, 1);
  const length = article.paragraphs.reduce((sum, text) => sum + text.length, 0);
  let laid = 0;
  article.paragraphs.forEach((text, paragraph) => {
    let start = 0;
    const put = (end: number): void => {
      if (end > start) runs.at(-1)?.push({ paragraph, start, end });
      room -= end - start;
      laid += end - start;
      start = end;
    };
    const breakHere = (): void => {
      room = column * (1 + random.between(-dials.columnJitter, dials.columnJitter));
      const moreToCome = start < text.length || paragraph < article.paragraphs.length - 1;
      if (moreToCome && far < MOST_FAR && random.chance(dials.far * (far > 0 ? AGAIN : 1) * (dials.tails ? (2 * laid) / length : 1)) && (runs.at(-1)?.length ?? 0) > 0) {
        far++;
        runs.push([]);
      }
    };
    while (text.length - start > room) {
      const cut = random.chance(dials.clean) ? undefined : placeOfCut(text, start, Math.round(start + room));
      if (cut === undefined) break;
      put(cut);
      breakHere();
    }
    put(text.length);
    if (room <= 0) breakHere();
  });
  return runs.filter((pieces) => pieces.length > 0).map((pieces, run) => ({ article: index, index: run, pieces }));
}

/** The first place at or after `wanted` where the column may end; undefined where the paragraph ends first. */
function placeOfCut(text: string, start: number, wanted: number): number | undefined {
  for (let cut = Math.max(wanted, start + 2); cut <= text.length - 2; cut++) if (mayCut(text, cut)) return cut;
  return undefined;
}

/** Puts the carried runs behind other articles' runs. */
function arrange(runs: readonly (readonly Run[])[], dials: Dials, random: Random): Run[] {
  let order = random.shuffle(runs.map((_, index) => index));
  // An article whose runs are carried needs others behind it.
  const last = order.at(-1);
  if (last !== undefined && (runs[last]?.length ?? 0) > 1 && order.length > 1) {
    order = order.slice(0, -1);
    order.splice(random.whole(0, order.length - 1), 0, last);
  }
  const sequence = order.map((index) => runs[index]?.[0]).filter((run) => run !== undefined);
  for (const index of random.shuffle(order)) {
    let carried = (runs[index] ?? []).slice(1);
    if (carried.length === 0) continue;
    if (carried.length > 1 && random.chance(dials.reversed)) carried = carried.reverse();
    // Each run goes behind the one placed before it, with at least one other article's run between.
    let from = sequence.findIndex((run) => run.article === index && run.index === 0);
    for (const run of carried) {
      from = gapFor(from, sequence, run, dials, random);
      sequence.splice(from, 0, run);
    }
  }
  return sequence;
}

function gapFor(from: number, sequence: readonly Run[], run: Run, dials: Dials, random: Random): number {
  const follows = sequence[from];
  const mayTouch = follows !== undefined && follows.index > run.index;
  const first = Math.min(from + (mayTouch ? 1 : 2), sequence.length);
  if (random.chance(dials.carryToEnd)) return sequence.length;
  const distance = Math.floor(-Math.log(1 - random.next()) * dials.carry);
  return Math.min(first + distance, sequence.length);
}
