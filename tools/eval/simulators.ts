import type { SimulatedPage } from './gold';
import type { PoolArticle } from './pool';
import { simulateSecond } from './second/page';
import { simulatePage } from './simulate';

/** A maker of pages: the same pool and seed give the same page. */
export interface Simulator {
  readonly name: string;
  readonly says: string;
  readonly simulate: (pool: readonly PoolArticle[], seed: number) => SimulatedPage;
}

/** All there are; the first is the one whose pages tuned the weights. */
export const SIMULATORS: readonly Simulator[] = [
  { name: 'first', says: 'The simulator on whose pages (of other topics) the weights were learned.', simulate: simulatePage },
  { name: 'second', says: 'A simulator that shares no layout with the first; it tuned nothing.', simulate: simulateSecond },
];

/** Pages of consecutive seeds. */
export function pagesOf(simulator: Simulator, pool: readonly PoolArticle[], first: number, count: number): SimulatedPage[] {
  return Array.from({ length: count }, (_, index) => simulator.simulate(pool, first + index));
}
