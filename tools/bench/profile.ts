import { findingsOf } from '../../src/core/findings';
import { dumpVerdict } from '../../src/core/findings/dump';
import { readBlocks, type Block } from '../../src/core/page/blocks';
import type { Page } from '../../src/core/page/model';
import type { Piece } from '../../src/core/page/piece';
import { sheetsOf } from '../../src/core/page/sheets';
import { folioPage } from '../../src/core/roles/furniture';
import { labelPieces } from '../../src/core/roles/label';
import { arrange, type Arrangement } from '../../src/core/stitch/arrange';
import { assemble, type Assembly } from '../../src/core/stitch/assemble';
import { NgramModel } from '../../src/core/stitch/ngram';
import { inTurns } from './clock';

/** Where the milliseconds of one page go. */
export interface Stage {
  readonly name: string;
  readonly ms: number;
}

/** Times each stage of the analysis by itself, on what the stage before it gave: the same line as `src/core/engine.ts`. */
export function profileOf(text: string, bytes: Uint8Array, rounds: number): Stage[] {
  const model = new NgramModel(bytes);
  let blocks: Block[] = [];
  let pieces: Piece[] = [];
  let sheets: Piece[][] = [];
  let arrangements: Arrangement[] = [];
  let parts: Assembly[] = [];
  let page: Omit<Page, 'findings'> = { text, articles: [], furniture: [], decisions: [], unmet: [], dump: { isDump: false, score: 0 } };
  const stages: readonly (readonly [name: string, work: () => void])[] = [
    ['readBlocks', () => { blocks = readBlocks(text); }],
    ['labelPieces', () => { pieces = labelPieces(text, blocks); }],
    ['sheetsOf', () => { sheets = sheetsOf(pieces, (piece) => (piece.role === 'furniture' ? folioPage(piece.text) : undefined)); }],
    ['arrange', () => { arrangements = sheets.map((sheet) => arrange(sheet, model)); }],
    ['assemble', () => { parts = sheets.flatMap((sheet, index) => { const one = arrangements[index]; return one === undefined ? [] : [assemble(text, sheet, one)]; }); }],
    ['dumpVerdict', () => {
      const articles = parts.flatMap((part) => part.articles).map((article, i) => ({ id: `a${String(i + 1)}`, ...article }));
      page = { text, articles, furniture: parts.flatMap((part) => part.furniture), decisions: [], unmet: [], dump: dumpVerdict(text, pieces, articles) };
    }],
    ['findingsOf', () => { findingsOf(page); }],
  ];
  const ms = inTurns(stages.map(([, work]) => work), rounds);
  return stages.map(([name], index) => ({ name, ms: ms[index] ?? NaN }));
}
