import type { EvidenceKind } from './evidence';
import { byBlocks, FORMS, inForm, type Form } from './forms';
import type { SimulatedPage } from './gold';
import { measure, type Measured } from './measure';
import { f1, type Score } from './metrics';
import { addSlices } from './slices';
import { pagesOf, type HalfPage, type Pools, type Simulator } from './simulators';
import { ablations, crossFitted, systemsFor, type System } from './systems';

/** Pages of one simulator. */
export interface PageSet {
  readonly name: string;
  readonly says: string;
  readonly pages: readonly HalfPage[];
}

/** What one system came to on the pages of one simulator. */
export interface Result {
  readonly system: System;
  readonly measured: Measured;
  /** By name of the phenomenon. */
  readonly slices: ReadonlyMap<string, Score>;
}

/** A section of the report: one simulator, all systems. */
export interface Section {
  readonly set: PageSet;
  /** Restitch first, then what others do. */
  readonly results: readonly Result[];
  readonly ablations: readonly Result[];
  readonly worst: readonly WorstPage[];
  /** The engine on the same pages in other forms. */
  readonly forms: readonly Measured[];
}

/** A page and what was lost on it. */
export interface WorstPage {
  readonly name: string;
  readonly lost: number;
  readonly articles: number;
  readonly score: Score;
}

/**
 * Measures all systems on a simulator's pages.
 * @param note is told what is being measured
 * @param kinds the evidence to be switched off
 */
export function sectionOf(set: PageSet, model: Uint8Array, note: (line: string) => void = () => undefined, kinds?: readonly EvidenceKind[]): Section {
  const run = (system: System): Result => {
    note(`${set.name}: ${system.name}`);
    const measured = measure(system.name, system.predict, set.pages, system.fix);
    const slices = new Map<string, Score>();
    measured.comparisons.forEach((comparison, index) => { addSlices(slices, comparison, set.pages[index]?.text ?? ''); });
    return { system, measured, slices };
  };
  const results = systemsFor(model, set.pages).map(run);
  return { set, results, ablations: ablations(model, set.pages, kinds).map(run), worst: worstOf(set.pages, results[0]?.measured), forms: measureForms(set.pages, model, (name) => { note(`${set.name}: ${name}`); }) };
}

/** Articles that no simulator's section is made of, and what the engine comes to on pages of them. */
export interface OtherPapers {
  readonly name: string;
  readonly pools: Pools;
}

/** The engine on pages of other papers, by each simulator; and how many articles they hold. */
export function measureOthers(papers: readonly OtherPapers[], simulators: readonly Simulator[], model: Uint8Array, first: number, count: number, note: (name: string) => void = () => undefined): Measured[] {
  return papers.flatMap(({ name, pools }) => simulators.map((simulator) => {
    const title = `${name}, ${simulator.name}`;
    note(title);
    const pages = pagesOf(simulator, pools, first, count);
    const { predict, fix } = crossFitted(model, pages);
    return measure(title, predict, pages, fix);
  }));
}

/** Measures the engine on pages as other programs would have written them. */
export function measureForms(pages: readonly HalfPage[], model: Uint8Array, note: (name: string) => void = () => undefined, forms: readonly Form[] = FORMS): Measured[] {
  return forms.map((form) => {
    note(form.name);
    const changed = pages.map((page) => inForm(page, form));
    const golds = new Map(changed.map(({ text, gold }) => [text, gold]));
    const { predict } = crossFitted(model, changed);
    return measure(form.name, (text) => {
      const gold = golds.get(text);
      return gold === undefined ? predict(text) : byBlocks(predict(text), gold);
    }, changed);
  });
}

/** Pages by articles lost, most first; of equals those with the worse links. */
export function worstOf(pages: readonly SimulatedPage[], measured: Measured | undefined): WorstPage[] {
  return (measured?.comparisons ?? [])
    .map(({ truth, exact, score }, index) => ({ name: pages[index]?.name ?? '', lost: truth.articles.length - exact.size, articles: truth.articles.length, score }))
    .sort((a, b) => b.lost - a.lost || f1(a.score.links) - f1(b.score.links));
}
