import type { Decision } from '../../page/decision';
import type { Article, Finding } from '../../page/model';
import type { Span } from '../../text/span';
import { LineNumbers } from '../../text/lineNumbers';
import { orderOf, strayRuns, type Run } from '../places';

/** What findings are looked for in: a page of the paper as it was analysed. */
export interface Found {
  readonly text: string;
  readonly articles: readonly Article[];
  readonly furniture: readonly Span[];
  readonly decisions: readonly Decision[];
  /** Whether the dump begins and ends with it, and the line end that it uses. */
  readonly surroundings: { readonly first: boolean; readonly last: boolean; readonly eol: string };
}

/** What every rule is given: the page without findings, and what rules need of it, computed once. */
export interface RuleContext {
  readonly page: Found;
  readonly lines: LineNumbers;
  /** Stray runs by the offset at which they begin. */
  readonly strays: ReadonlyMap<number, Run>;
}

/** One kind of thing that can be wrong with a page. */
export type Rule = (context: RuleContext) => Finding[];

export function ruleContext(page: Found): RuleContext {
  const order = orderOf(page);
  const strays = new Map(page.articles.flatMap((article) => strayRuns(order, article)).map((run) => [run.extent[0], run]));
  return { page, lines: new LineNumbers(page.text), strays };
}

/** A confidence as people write it. */
export function percent(confidence: number): string {
  return `${String(Math.round(confidence * 100))} %`;
}
