import { findingsOf } from '../../src/core/findings';
import { dumpEvidence } from '../../src/core/findings/dump';
import type { Found } from '../../src/core/findings/rules/rule';
import { readBlocks, type Block } from '../../src/core/page/blocks';
import type { Piece } from '../../src/core/page/piece';
import { leavesOf } from '../../src/core/page/leaves';
import { sheetsOf } from '../../src/core/page/sheets';
import { readStrips } from '../../src/core/page/strips';
import { folioPage, isOfPage } from '../../src/core/roles/furniture';
import { labelPieces } from '../../src/core/roles/label';
import { arrange, type Arrangement } from '../../src/core/stitch/arrange';
import { assemble, type Assembly } from '../../src/core/stitch/assemble';
import { NgramModel } from '../../src/core/stitch/ngram';
import { asPrinted } from '../../src/core/text/asPrinted';
import { inTurns } from './clock';

/** Where the milliseconds of one page go. */
export interface Stage {
  readonly name: string;
  readonly ms: number;
}

/** Times each stage of the analysis by itself, on what the stage before it gave: the same line as `src/core/leaf.ts`. */
export function profileOf(text: string, bytes: Uint8Array, rounds: number): Stage[] {
  const model = new NgramModel(bytes);
  let read = text;
  let blocks: Block[] = [];
  let pieces: Piece[] = [];
  let sheets: Piece[][] = [];
  let arrangements: Arrangement[] = [];
  let parts: Assembly[] = [];
  let page: Found = { text, articles: [], furniture: [], decisions: [], surroundings: { first: true, last: true, eol: '\n' } };
  const stages: readonly (readonly [name: string, work: () => void])[] = [
    ['readStrips', () => { leavesOf(readStrips(text, { folio: folioPage, ofPage: isOfPage })); }],
    ['readBlocks', () => { read = asPrinted(text); blocks = readBlocks(read); }],
    ['labelPieces', () => { pieces = labelPieces(read, blocks); }],
    ['sheetsOf', () => { sheets = sheetsOf(pieces, (piece) => (piece.role === 'furniture' ? folioPage(piece.text) : undefined)); }],
    ['arrange', () => { arrangements = sheets.map((sheet) => arrange(sheet, model)); }],
    ['assemble', () => { parts = sheets.flatMap((sheet, index) => { const one = arrangements[index]; return one === undefined ? [] : [assemble(text, sheet, one)]; }); }],
    ['dumpEvidence', () => {
      const articles = parts.flatMap((part) => part.articles).map((article, i) => ({ id: `a${String(i + 1)}`, ...article }));
      page = { ...page, articles, furniture: parts.flatMap((part) => part.furniture) };
      dumpEvidence(pieces, articles);
    }],
    ['findingsOf', () => { findingsOf(page); }],
  ];
  const ms = inTurns(stages.map(([, work]) => work), rounds);
  return stages.map(([name], index) => ({ name, ms: ms[index] ?? NaN }));
}
