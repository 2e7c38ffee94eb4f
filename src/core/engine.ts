import type { Decision } from './page/decision';
import type { Page } from './page/model';
import { Session } from './session';
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
  /** A dump that will be edited: what no change touches is not analysed again. */
  session(): Session;
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
  const session = (): Session => new Session(ngrams, weights);
  return { analyse: (text, decisions) => session().analyse(text, decisions), session };
}
