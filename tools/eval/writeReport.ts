import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { WEIGHTS } from '../../src/core/stitch/weights';
import { documentOf } from './document';
import type { EvidenceKind } from './evidence';
import { pictureOf } from './picture';
import { measureOthers, sectionOf, type OtherPapers } from './section';
import { pagesOf, SIMULATORS, type Pools } from './simulators';

export interface ReportOptions {
  readonly pages: number;
  readonly seed: number;
  /** What the pool was read from, for the command that is printed. */
  readonly corpus: string;
  /** Names of simulators; all when absent. */
  readonly simulators?: readonly string[];
  /** Papers on which the engine is measured beside the pool. */
  readonly others?: readonly OtherPapers[];
  /** The evidence to be switched off; each kind when absent. */
  readonly kinds?: readonly EvidenceKind[];
}

/** The report and its picture. */
export interface Report {
  readonly markdown: string;
  readonly svg: string;
}

/** Measures everything the report tells: the same pool, options and engine give the same bytes. */
export function reportOf(pools: Pools, model: Uint8Array, { pages, seed, corpus, simulators, others = [], kinds }: ReportOptions, note?: (line: string) => void): Report {
  const chosen = SIMULATORS.filter(({ name }) => simulators?.includes(name) ?? true);
  const sections = chosen.map((simulator) => sectionOf({ name: simulator.name, says: simulator.says, pages: pagesOf(simulator, pools, seed, pages) }, model, note, kinds));
  const elsewhere = measureOthers(others, chosen, model, seed, pages, note);
  const weights = createHash('sha256').update(JSON.stringify(WEIGHTS)).digest('hex').slice(0, 8);
  const bytes = createHash('sha256').update(model).digest('hex').slice(0, 8);
  const command = `npm run eval -- --report --pages ${String(pages)}${seed === 1 ? '' : ` --seed ${String(seed)}`}${corpus === 'dev' ? '' : ` --corpus ${corpus}`}`;
  return { markdown: documentOf(sections, elsewhere, `weights ${weights}, model ${bytes}`, command), svg: pictureOf(sections) };
}

/** Writes a report into a folder. @throws when that cannot be written */
export function writeReport(folder: string, { markdown, svg }: Report): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'report.md'), markdown);
  writeFileSync(path.join(folder, 'report.svg'), svg);
}
