import { createEngineWith } from '../../src/core/engine';
import { applyEdits, restitch } from '../../src/core/index';
import { WEIGHTS } from '../../src/core/stitch/weights';
import { plainRule } from './baseline';
import { EVIDENCE, weightsWithout, type EvidenceKind } from './evidence';
import type { SimulatedPage } from './gold';
import type { Predictor } from './measure';
import { outlineOfPage } from './outline';
import { bestReading, MARKER, MINERU, readBy } from './parsers';

/** A reader of pages that the report compares. */
export interface System {
  readonly name: string;
  readonly says: string;
  readonly predict: Predictor;
  /** The text after “fix all”, of what has one. */
  readonly fix?: (text: string) => string;
}

/** The engine in use first, then the rules of others, each in the reading that serves it best on these pages. */
export function systemsFor(model: Uint8Array, pages: readonly SimulatedPage[]): System[] {
  const mineru = bestReading(MINERU, pages);
  const marker = bestReading(MARKER, pages);
  return [
    { name: 'Restitch', says: 'the engine as it is', ...engineSystem(model) },
    { name: 'plain rule', says: 'a paragraph without final punctuation goes on in the next block', predict: plainRule },
    { name: 'MinerU', says: `MinerU’s text rule, read as: ${mineru.says}`, predict: readBy(mineru) },
    { name: 'marker', says: `marker’s text rule, read as: ${marker.says}`, predict: readBy(marker) },
  ];
}

/** The engine deaf to one kind of evidence after the other. */
export function ablations(model: Uint8Array, kinds: readonly EvidenceKind[] = EVIDENCE): System[] {
  return kinds.map((kind) => ({ name: `− ${kind.short}`, says: kind.says, ...engineSystem(model, weightsWithout(kind)) }));
}

/** The engine as a reader of pages, and its “fix all”. @throws RangeError when the bytes are no model */
export function engineSystem(model: Uint8Array, weights = WEIGHTS): Required<Pick<System, 'predict' | 'fix'>> {
  const engine = createEngineWith(model, weights);
  return {
    predict: (text) => outlineOfPage(engine.analyse(text)),
    fix: (text) => applyEdits(text, restitch(engine.analyse(text), engine, 'sure').edits),
  };
}
