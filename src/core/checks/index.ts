/** What is doubtful about the figures of a page. Precision comes first: what is flagged is worth an editor's look. */
import type { PlacedFigure } from '../figures';
import { shiftSpan, shiftSpans } from '../page/shift';
import { bySpan } from '../text/span';
import { impossibleDates, weekdays } from './calendar';
import type { Check, Day, FigureDoubt } from './check';
import { growthRates } from './growth';
import { lists } from './lists';
import { headlines, magnitudes, twoValues, units } from './slips';
import { partsOfTotal, shares, totals } from './sums';

export { CHECK_CODES, type CheckCode, type Day, type FigureDoubt } from './check';
export { sayDoubt } from './words';

const CHECKS: readonly Check[] = [totals, partsOfTotal, lists, headlines, twoValues, magnitudes, units, weekdays, impossibleDates, shares, growthRates];

/**
 * What is doubtful about the figures of a page, in the order of the dump.
 * @param figures the figures of the page
 * @param name the name of its file, which may hold the day of the issue (`daily-2024-10-22.txt`); the folio's is believed first
 * @param folio the day of the folio, where it stands among other figures
 */
export function figureDoubts(figures: readonly PlacedFigure[], name = '', folio = issueDay(figures)): readonly FigureDoubt[] {
  const issue = folio ?? dayInName(name);
  const groups = new Map<string, PlacedFigure[]>();
  for (const placed of figures) {
    const key = placed.passage.article ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [placed]);
    else group.push(placed);
  }
  const doubts = [...groups.values()].flatMap((own) => CHECKS.flatMap((check) => check({ figures: own, ...(issue === undefined ? {} : { issue }) })));
  return doubts.sort((a, b) => bySpan(a.spans[0] ?? [0, 0], b.spans[0] ?? [0, 0]));
}

/** What is doubtful about a part of a text, in the places of the whole. @param offset where the part begins */
export function shiftDoubt(one: FigureDoubt, offset: number): FigureDoubt {
  return { ...one, spans: shiftSpans(one.spans, { offset }), related: one.related.map(({ span, message }) => ({ span: shiftSpan(span, offset), message })) };
}

/** The full date of the folio. */
export function issueDay(figures: readonly PlacedFigure[]): Day | undefined {
  for (const { figure, passage } of figures) {
    const { year, month, day, to } = figure.date ?? {};
    if (passage.part === 'furniture' && year !== undefined && month !== undefined && day !== undefined && to === undefined) return { year, month, day };
  }
  return undefined;
}

function dayInName(name: string): Day | undefined {
  const found = /(?:^|\D)((?:19|20)\d{2})[-_.年]?(0?[1-9]|1[0-2])[-_.月]?(0?[1-9]|[12]\d|3[01])(?:\D|$)/.exec(name);
  return found === null ? undefined : { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}
