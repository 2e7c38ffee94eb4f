/** Numbers, units, dates: find, normalise, describe. Knows nothing of pages. */
import type { Span } from '../text/span';
import type { Figure } from './figure';
import { scanFigures } from './scan';

export type { Bound, BoundSense, Figure, FigureDate, FigureKind, Moment } from './figure';
export { describeFigure, formatNumber } from './describe';
export { sentenceAt } from './sentence';

/**
 * All figures of `text` between the ends of `within`, in order, never overlapping. Reads nothing outside `within`,
 * whose ends are UTF-16 offsets and are moved into the text where they lie outside it.
 */
export function figuresIn(text: string, within: Span): readonly Figure[] {
  return scanFigures(text, within);
}
