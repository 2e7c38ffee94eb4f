import { broughtTogether } from './applied';
import type { SimulatedPage } from './gold';
import { addScore, compare, emptyScore, type Comparison, type Score } from './metrics';
import type { Outline } from './outline';
import { addPhenomena, type Recalls } from './phenomena';

/** What reads a page: the engine, or a rule it is compared with. */
export type Predictor = (text: string) => Outline;

/** One reader's results on all pages. */
export interface Measured {
  readonly name: string;
  readonly score: Score;
  readonly recalls: Recalls;
  /** Page by page. */
  readonly comparisons: readonly Comparison[];
  readonly seconds: readonly number[];
}

/**
 * Lets a reader read all pages and scores it.
 * @param fix the text after "fix all", where what that does is to be scored, too
 */
export function measure(name: string, predict: Predictor, pages: readonly SimulatedPage[], fix?: (text: string) => string): Measured {
  const score = emptyScore();
  const recalls: Recalls = new Map();
  const seconds: number[] = [];
  const outlines = pages.map((page) => {
    const begun = performance.now();
    const outline = predict(page.text);
    seconds.push((performance.now() - begun) / 1000);
    return outline;
  });
  const comparisons = pages.map((page, index) => {
    const comparison = compare(page.gold, outlines[index] ?? { articles: [] }, fix === undefined ? undefined : broughtTogether(page.text, fix(page.text), page.gold));
    addScore(score, comparison.score);
    addPhenomena(recalls, comparison, page.text);
    return comparison;
  });
  return { name, score, recalls, comparisons, seconds };
}
