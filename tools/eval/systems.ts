import { createEngineWith } from '../../src/core/engine';
import { applyEdits, restitch } from '../../src/core/index';
import { INITIAL, WEIGHTS, type Weights } from '../../src/core/stitch/weights';
import folds from '../train/folds.json';
import { plainRule } from './baseline';
import { EVIDENCE, weightsWithout, type EvidenceKind } from './evidence';
import type { Predictor } from './measure';
import { outlineOfPage } from './outline';
import { bestReading, MARKER, MINERU, readBy } from './parsers';
import type { HalfPage } from './simulators';

/** A reader of pages that the report compares. */
export interface System {
  readonly name: string;
  readonly says: string;
  readonly predict: Predictor;
  /** The text after “fix all”, of what has one. */
  readonly fix?: (text: string) => string;
}

/** The engine first, then the rules of others, each in the reading that serves it best on these pages. */
export function systemsFor(model: Uint8Array, pages: readonly HalfPage[]): System[] {
  const mineru = bestReading(MINERU, pages);
  const marker = bestReading(MARKER, pages);
  return [
    { name: 'Restitch', says: 'the engine as it is', ...crossFitted(model, pages) },
    { name: 'plain rule', says: 'a paragraph without final punctuation goes on in the next block', predict: plainRule },
    { name: 'MinerU', says: `MinerU’s text rule, read as: ${mineru.says}`, predict: readBy(mineru) },
    { name: 'marker', says: `marker’s text rule, read as: ${marker.says}`, predict: readBy(marker) },
  ];
}

/** The engine deaf to one kind of evidence after the other. */
export function ablations(model: Uint8Array, pages: readonly HalfPage[], kinds: readonly EvidenceKind[] = EVIDENCE): System[] {
  return kinds.map((kind) => ({ name: `− ${kind.short}`, says: kind.says, ...crossFitted(model, pages, (weights) => weightsWithout(kind, weights)) }));
}

type Engine = Required<Pick<System, 'predict' | 'fix'>>;

/** The engine as it is shipped, as a reader of pages, and its “fix all”. @throws RangeError when the bytes are no model */
export function engineSystem(model: Uint8Array, weights = WEIGHTS): Engine {
  const engine = createEngineWith(model, weights);
  return {
    predict: (text) => outlineOfPage(engine.analyse(text)),
    fix: (text) => applyEdits(text, restitch(engine.analyse(text), engine, 'sure').edits),
  };
}

/**
 * The engine with weights that have not seen the topics of the page it reads: pages of one half of the tuning corpus are read with
 * what was learned from the other. The product's own weights were learned from both.
 */
export function crossFitted(model: Uint8Array, pages: readonly HalfPage[], change: (weights: Weights) => Weights = (weights) => weights): Engine {
  const engines = folds.map((weights) => engineSystem(model, change({ ...INITIAL, ...weights })));
  const halves = new Map(pages.map(({ text, fold }) => [text, fold]));
  const engineFor = (text: string): Engine => {
    const engine = engines[1 - (halves.get(text) ?? 0)];
    if (engine === undefined) throw new RangeError('tools/train/folds.json holds no two sets of weights');
    return engine;
  };
  return { predict: (text) => engineFor(text).predict(text), fix: (text) => engineFor(text).fix(text) };
}
