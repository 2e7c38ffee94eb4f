import type { Finding, Page } from '../../page/model';
import { LineNumbers, lineEnd, orderOf, strayRuns, type Run } from '../places';

/** What every rule is given: the page without findings, and what rules need of it, computed once. */
export interface RuleContext {
  readonly page: Omit<Page, 'findings'>;
  readonly lines: LineNumbers;
  readonly eol: string;
  /** Stray runs by the offset at which they begin. */
  readonly strays: ReadonlyMap<number, Run>;
}

/** One kind of thing that can be wrong with a page. */
export type Rule = (context: RuleContext) => Finding[];

export function ruleContext(page: Omit<Page, 'findings'>): RuleContext {
  const order = orderOf(page);
  const strays = new Map(page.articles.flatMap((article) => strayRuns(order, article)).map((run) => [run.extent[0], run]));
  return { page, lines: new LineNumbers(page.text), eol: lineEnd(page.text), strays };
}

/** A confidence as people write it. */
export function percent(confidence: number): string {
  return `${String(Math.round(confidence * 100))} %`;
}
