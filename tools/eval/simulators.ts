import type { SimulatedPage } from './gold';
import type { PoolArticle } from './pool';
import { simulateSecond } from './second/page';
import { simulatePage } from './simulate';
import { foldOf, type Fold } from '../train/topics';

/** A maker of pages: the same pool and seed give the same page. */
export interface Simulator {
  readonly name: string;
  readonly says: string;
  readonly simulate: (pool: readonly PoolArticle[], seed: number) => SimulatedPage;
}

/** All there are. Weights were learned on pages of both, of other topics than those they are measured on. */
export const SIMULATORS: readonly Simulator[] = [
  { name: 'first', says: 'Columns that cut what stands in them, and runs that are carried behind other articles.', simulate: simulatePage },
  { name: 'second', says: 'Written without a look at the first, from the same list of what happens on pages.', simulate: simulateSecond },
];

/** The articles in the two halves of their topics. */
export type Pools = readonly [PoolArticle[], PoolArticle[]];

export function halvesOf(pool: readonly PoolArticle[]): Pools {
  return [pool.filter(({ topic }) => foldOf(topic) === 0), pool.filter(({ topic }) => foldOf(topic) === 1)];
}

/** A simulated page, and the half that its articles are of. */
export interface HalfPage extends SimulatedPage {
  readonly fold: Fold;
}

/** Pages of consecutive seeds; even ones of the first half of the topics, odd ones of the second. A half too small for a page leaves all to the other. */
export function pagesOf(simulator: Simulator, pools: Pools, first: number, count: number): HalfPage[] {
  return Array.from({ length: count }, (_, index) => {
    const wanted: Fold = (first + index) % 2 === 0 ? 0 : 1;
    const fold: Fold = pools[wanted].length > 0 ? wanted : wanted === 0 ? 1 : 0;
    return { ...simulator.simulate(pools[fold], first + index), fold };
  });
}
