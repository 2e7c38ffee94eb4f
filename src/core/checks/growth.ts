/** A rate of growth against the two values it is reckoned from: 由100吨增加到120吨，增长25%. */
import { compareExact, type Exact, type PlacedFigure } from '../figures';
import { add, divide, multiply, negate, subtract, whole } from '../figures/exact';
import { bySentence, doubt, type Check, type FigureDoubt } from './check';
import { edges, halfDigit, isStated } from './digits';

/** What stands between the second value and the rate. */
const THEN = /^(?:，|,)?(?:同比|累计|净|年均)?(?:增长|增加|提高|提升|上升|增幅|增幅达|增幅为|上涨|下降|减少|降低|回落|下跌|降幅|降幅达|降幅为)(?:了|达|为|约)?$/;

export const growthRates: Check = ({ figures }) => bySentence(figures).flatMap((sentence) => sentence.flatMap((_, at) => rateDoubt(sentence, at)));

function rateDoubt(sentence: readonly PlacedFigure[], at: number): readonly FigureDoubt[] {
  const [from, to, rate] = sentence.slice(at, at + 3);
  if (from === undefined || to === undefined || rate === undefined || ![from, to].every(isStated)) return [];
  const { figure, passage } = rate;
  if (figure.kind !== 'percentage' || figure.value === undefined || figure.bound !== undefined || figure.upper !== undefined) return [];
  const sameUnit = from.figure.unit !== undefined && from.figure.unit.base === to.figure.unit?.base && from.figure.kind !== 'percentage';
  const change = to.figure.change;
  const before = passage.text.slice(Math.max(figure.sentence[0], from.figure.span[0] - 12), from.figure.span[0]);
  if (!sameUnit || change?.reached !== true || !/[由从][^，。；,;由从]*$/.test(before)) return [];
  if (!THEN.test(passage.text.slice(to.figure.span[1], figure.span[0]))) return [];
  const [low, high] = range(from, to);
  const given = figure.change?.direction === 'down' ? negate(figure.value) : figure.value;
  const half = halfDigit(figure.text);
  if (compareExact(add(given, half), low) >= 0 && compareExact(subtract(given, half), high) <= 0) return [];
  return [doubt('figure-growth', rate, [figure.text, from.figure.text, to.figure.text], [from, to])];
}

/** The least and the greatest rate, in per cent, that the rounded values allow. */
function range(from: PlacedFigure, to: PlacedFigure): readonly [Exact, Exact] {
  const [a, b] = [edges(from), edges(to)];
  const rate = (later: Exact, earlier: Exact): Exact => multiply(subtract(divide(later, earlier), whole(1)), whole(100));
  return [rate(b[0], a[1]), rate(b[1], a[0])];
}
