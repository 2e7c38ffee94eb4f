import type { Decision } from './decision';
import { extentOf, type Piece } from './piece';

/** Pieces judged together at most: all pairs of them are weighed. A broadsheet's page has some two hundred. */
const MOST = 400;
/**
 * Pieces judged together, times the lines among them that may be headlines, at most: each such line is tried both ways,
 * and each trial looks at all pieces. Only a page of hardly anything but short lines has more.
 */
const MOST_TRIALS = 16_000;
/** From so many pieces on a part is no page of a paper, and how many are judged together goes by how much text they hold. */
const CROWD = 2000;
/** In such a part, pieces judged together for each character that a piece has on average: the pairs grow with the text, not with its square. */
const PER_CHARACTER = 2;
/** Characters that a piece of newspaper text has on average, at the least: what has less and is no page either is a list of lines. */
const SHORT = 30;
/** Pieces judged together at least, and those of what is no page at all. */
const FEWEST = 12;
const IN_HEAP = 24;
/** From this score on a line without a mark may be a headline, see `Piece.headline`. */
const MAY_HEAD = -6;
/** Pieces of text above the first folio when folios stand at the foot. */
const FEWEST_ABOVE = 2;
/** Where a sheet is too large, it is cut before a marked headline in its last part. */
const EARLIEST = 0.6;

/**
 * The parts of a dump that are stitched by themselves: the pages of the paper where the dump holds several (a form
 * feed, or a folio with another page number, at the head of its page or at the foot), and slices of a page too large to be arranged as one.
 * Each keeps the order of the dump, and every piece is in one.
 * @param pageOf the page number a piece announces, if it is a folio
 */
export function sheetsOf(pieces: readonly Piece[], pageOf: (piece: Piece) => string | undefined): Piece[][] {
  const sheets: Piece[][] = [];
  let sheet: Piece[] = [];
  let page: string | undefined;
  const announcements = pieces.map(pageOf);
  const atFoot = standAtFoot(pieces, announcements);
  let closed = false;
  for (const [at, piece] of pieces.entries()) {
    const announced = announcements[at];
    const turns: boolean = piece.newPage || (atFoot ? closed && piece.role !== 'furniture' : announced !== undefined && page !== undefined && announced !== page);
    closed = (closed && !turns) || (atFoot && announced !== undefined);
    if (turns && sheet.length > 0) {
      sheets.push(sheet);
      sheet = [];
    }
    if (announced !== undefined || turns) page = announced;
    sheet.push(piece);
  }
  if (sheet.length > 0) sheets.push(sheet);
  return sheets.flatMap(slices);
}

/** Whether folios stand at the foot of their pages: the first one below text, and none above the last text. */
function standAtFoot(pieces: readonly Piece[], announcements: readonly (string | undefined)[]): boolean {
  const isText = (piece: Piece): boolean => piece.role === 'body' || piece.role === 'headline';
  const first = announcements.findIndex((page) => page !== undefined);
  if (first < 0 || pieces.slice(0, first).filter(isText).length < FEWEST_ABOVE) return false;
  let last = announcements.length - 1;
  while (last > first && announcements[last] === undefined) last--;
  return last > first && !pieces.slice(last + 1).some(isText);
}

function slices(sheet: Piece[]): Piece[][] {
  const parts: Piece[][] = [];
  const most = mostOf(sheet);
  let start = 0;
  for (let end = reach(sheet, start, most); end < sheet.length; end = reach(sheet, start, most)) {
    let cut = end;
    for (let at = end; at > start + (end - start) * EARLIEST; at--) {
      if (sheet[at]?.marked === true) {
        cut = at;
        break;
      }
    }
    parts.push(sheet.slice(start, cut));
    start = cut;
  }
  parts.push(sheet.slice(start));
  return parts;
}

/** Whether pieces are lines by the thousand, and no page of a paper: to weigh each against the others would tell nothing and take long. */
export function isHeap(pieces: readonly Piece[]): boolean {
  return pieces.length > CROWD && charactersOf(pieces) < SHORT * pieces.length;
}

const charactersOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text }) => sum + text.length, 0);

/** How many pieces may be judged together. */
function mostOf(sheet: readonly Piece[]): number {
  if (sheet.length <= CROWD) return MOST;
  if (isHeap(sheet)) return IN_HEAP;
  return Math.min(MOST, Math.max(FEWEST, Math.round((PER_CHARACTER * charactersOf(sheet)) / sheet.length)));
}

/** How far pieces may be judged together, from one on. */
function reach(sheet: readonly Piece[], start: number, most: number): number {
  let lines = 0;
  let end = start;
  for (; end < sheet.length && end - start < most; end++) {
    const piece = sheet[end];
    if (piece?.marked === false && piece.headline > MAY_HEAD) lines++;
    if ((end + 1 - start) * lines > MOST_TRIALS) break;
  }
  return end;
}

/** Sheets that a decision ties together become one: what an editor joins is arranged together, whatever stands between. */
export function bound(sheets: readonly (readonly Piece[])[], decisions: readonly Decision[]): readonly (readonly Piece[])[] {
  const at = (offset: number): number => sheets.findIndex((sheet) => sheet.some((piece) => extentOf(piece)[1] > offset));
  const merged: (readonly Piece[])[] = [...sheets];
  for (const decision of decisions) {
    if (decision.kind !== 'join' && decision.kind !== 'follow') continue;
    const ends = [at(decision.left[1] - 1), at(decision.right[0])];
    const first = Math.min(...ends);
    const last = Math.max(...ends);
    if (first < 0 || first === last) continue;
    const homes = [merged[first], merged[last]];
    if (homes[0] === undefined || homes[1] === undefined || homes[0] === homes[1]) continue;
    const both = [...homes[0], ...homes[1]].sort((a, b) => a.index - b.index);
    merged.forEach((sheet, i) => {
      if (sheet === homes[0] || sheet === homes[1]) merged[i] = both;
    });
  }
  return [...new Set(merged)];
}
