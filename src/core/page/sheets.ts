import type { Piece } from './piece';

/** Pieces judged together at most: the cost of arranging grows faster than their number. */
const MOST = 120;
/** Where a sheet is too large, it is cut before a marked headline in its last part. */
const EARLIEST = 0.6;

/**
 * The parts of a dump that are stitched by themselves: the pages of the paper where the dump holds several (a form
 * feed, or a folio with another page number), and slices of a page too large to be arranged as one.
 * Each keeps the order of the dump, and every piece is in one.
 * @param pageOf the page number a piece announces, if it is a folio
 */
export function sheetsOf(pieces: readonly Piece[], pageOf: (piece: Piece) => string | undefined): Piece[][] {
  const sheets: Piece[][] = [];
  let sheet: Piece[] = [];
  let page: string | undefined;
  for (const piece of pieces) {
    const announced = pageOf(piece);
    const turns = piece.newPage || (announced !== undefined && page !== undefined && announced !== page);
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

function slices(sheet: Piece[]): Piece[][] {
  const parts: Piece[][] = [];
  let start = 0;
  while (sheet.length - start > MOST) {
    let cut = start + MOST;
    for (let at = start + MOST; at > start + MOST * EARLIEST; at--) {
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
