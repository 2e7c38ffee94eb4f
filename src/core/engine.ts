import { unmetDecisions } from './decisions/unmet';
import { findingsOf } from './findings';
import { dumpVerdict } from './findings/dump';
import { readBlocks } from './page/blocks';
import type { Decision } from './page/decision';
import type { Page } from './page/model';
import { bound, sheetsOf } from './page/sheets';
import { folioPage } from './roles/furniture';
import { labelPieces } from './roles/label';
import { arrange } from './stitch/arrange';
import { assemble } from './stitch/assemble';
import { NgramModel } from './stitch/ngram';
import { WEIGHTS, type Weights } from './stitch/weights';

/** The analysis, ready to run: holds the model and nothing that changes. */
export interface Engine {
  /**
   * Analyses one dump.
   * @param text the decoded file without byte order mark
   * @param decisions what an editor decided about it; later ones win over earlier ones
   * @returns a value for any text at all; the same text and decisions always give the same value
   */
  analyse(text: string, decisions?: readonly Decision[]): Page;
}

/**
 * @param model the bytes of `seam.ngram`, read by the host
 * @throws RangeError when the bytes are no model of this version
 */
export function createEngine(model: Uint8Array): Engine {
  return createEngineWith(model, WEIGHTS);
}

/**
 * The engine with other weights than those in use: for measuring what an evidence is worth. Not at the core's door.
 * @throws RangeError when the bytes are no model of this version
 */
export function createEngineWith(model: Uint8Array, weights: Weights): Engine {
  const ngrams = new NgramModel(model);
  return { analyse: (text, decisions = []) => analyse(text, decisions, ngrams, weights) };
}

function analyse(text: string, decisions: readonly Decision[], model: NgramModel, weights: Weights): Page {
  const pieces = labelPieces(text, readBlocks(text), decisions);
  const pages = sheetsOf(pieces, (piece) => (piece.role === 'furniture' ? folioPage(piece.text) : undefined));
  const sheets = decisions.length === 0 ? pages : bound(pages, decisions);
  const parts = sheets.map((sheet) => assemble(text, sheet, arrange(sheet, model, weights, decisions)));
  const articles = parts.flatMap((part) => part.articles).map((article, i) => ({ id: `a${String(i + 1)}`, ...article }));
  const furniture = parts.flatMap((part) => part.furniture);
  const page = { text, articles, furniture, decisions, unmet: unmetDecisions({ articles, furniture }, decisions), dump: dumpVerdict(text, pieces, articles) };
  return { ...page, findings: findingsOf(page) };
}
