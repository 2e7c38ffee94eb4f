/**
 * A change against the two values it is reckoned from: 由100吨增加到120吨，增长25%; 120万人次，比去年的100万人次增长30%; 由300人增加到450人，增加了120人;
 * 从45.3%提高到61.8%，提高18.5个百分点; 从200吨提高到600吨，增长了3倍.
 */
import { compareExact, type Exact, type PlacedFigure } from '../figures';
import { absolute, add, divide, multiply, negate, ONE, ratio, subtract, tenTo, whole } from '../figures/exact';
import { bySentence, doubt, type Check, type FigureDoubt } from './check';
import { edges, halfDigit, isStated } from './digits';

const UP = '增长|增加|提高|提升|上升|上涨|扩大|增';
const DOWN = '下降|减少|降低|回落|下跌|缩小|压减|减|降';
/** What stands between the second value and the change. */
const THEN = new RegExp(`^(?:，|,)?(?:同比|累计|净|共)?(?:(${UP}|增幅|涨幅)|(${DOWN}|降幅|跌幅))(?:达|达到|了|为|约)?$`, 'u');
/** Between the values: the second is what was reached. */
const REACHED = new RegExp(`^(?:的)?(?:逐步|大幅|稳步|快速|已)?(?:${UP}|${DOWN}|发展)(?:到|至|为)(?:了)?(?:今年|目前|现在|去年|年底)?的?$`, 'u');
/** Between the values: the second is the one of before. */
const AGAINST = /^[，,]?(?:(?:比|较)(?:去年|上年|上一年|前一年|上月)?(?:同期|同月|全年)?的?|而?(?:去年|上年)(?:同期|同月)?(?:为|是|仅为|仅|只有))$/;

export const growthRates: Check = ({ figures }) =>
  bySentence(figures).flatMap((sentence) => {
    // 去年同期 and 2019年 between them tell of when, and are no values.
    const values = sentence.filter(({ figure }) => figure.kind !== 'date');
    return values.flatMap((_, at) => changeDoubt(values, at));
  });

function changeDoubt(values: readonly PlacedFigure[], at: number): readonly FigureDoubt[] {
  const [first, later, change] = [values[at], values[at + 1], values[at + 2]];
  // Of most figures no unit is known, or no change stands behind them: they cost no more.
  if (first?.figure.unit === undefined || later === undefined || change === undefined || !isStated(first)) return [];
  const second = inUnitOf(first, later);
  if (!isStated(second) || change.figure.bound !== undefined || change.figure.upper !== undefined) return [];
  if (first.figure.unit.base !== second.figure.unit?.base) return [];
  const { text } = change.passage;
  const then = THEN.exec(text.slice(second.figure.span[1], change.figure.span[0]));
  if (then === null) return [];
  const before = text.slice(Math.max(change.figure.sentence[0], first.figure.span[0] - 14), first.figure.span[0]);
  const between = undated(text.slice(first.figure.span[1], second.figure.span[0]));
  const forward = REACHED.test(between) && /[由从][^，。；,;由从]*$/.test(before);
  if (!forward && !AGAINST.test(between)) return [];
  const [from, to] = forward ? [first, second] : [second, first];
  const follows = followsFrom(from, to, change, then[2] !== undefined);
  return follows === undefined || follows ? [] : [doubt('figure-growth', change, [change.figure.text, from.figure.text, to.figure.text], [from, to])];
}

/** 每公斤12元降至9元: the second is by the 公斤, too. */
function inUnitOf(first: PlacedFigure, second: PlacedFigure): PlacedFigure {
  const [own, other] = [first.figure.unit, second.figure.unit];
  return own !== undefined && other !== undefined && own.text.startsWith(`${other.text}/`) ? { ...second, figure: { ...second.figure, unit: own } } : second;
}

/** 2019年的, left out. */
function undated(between: string): string {
  return between.replace(/(?:19|20)\d\d年(?:同期)?的?/g, '');
}

/** Whether the change is what the values give, rounding allowed for; `undefined` where it is none of theirs. */
function followsFrom(from: PlacedFigure, to: PlacedFigure, { figure }: PlacedFigure, down: boolean): boolean | undefined {
  if (figure.value === undefined) return undefined;
  const rates = from.figure.kind === 'percentage';
  const given = down ? negate(figure.value) : figure.value;
  if (figure.kind === 'percentagePoint') return rates ? isWithin(given, ownHalf(figure.text), differences(from, to)) : undefined;
  if (rates) return undefined;
  // 76.7% may be cut to 76%.
  if (figure.kind === 'percentage') return isWithin(given, multiply(halfDigit(figure.text), whole(2)), growths(from, to, whole(100)));
  // 增长3倍 is to four times as much; 增长1.5倍 of rounded values may be anything near.
  if (figure.kind === 'multiple' && figure.unit?.text === '倍' && /^\d/.test(figure.text)) return isWithin(given, halfDigit(figure.text), growths(from, to, ONE));
  if (figure.kind === to.figure.kind && figure.unit?.text === to.figure.unit?.text && figure.change?.reached !== true) return isWithin(given, ownHalf(figure.text), differences(from, to));
  return undefined;
}

/** Half of the last digit written, its scale with it: 0.05万 is 500. */
function ownHalf(text: string): Exact {
  const power = text.includes('亿') ? 8 : text.includes('万') ? 4 : 0;
  return multiply(halfDigit(text), whole(tenTo(power)));
}

function isWithin(given: Exact, half: Exact, [low, high]: readonly [Exact, Exact]): boolean {
  return compareExact(add(given, half), low) >= 0 && compareExact(subtract(given, half), high) <= 0;
}

/** The least and the greatest growth, in parts of `scale`, that the rounded values allow. */
function growths(from: PlacedFigure, to: PlacedFigure, scale: Exact): readonly [Exact, Exact] {
  const [a, b] = [edges(from), edges(to)];
  const rate = (later: Exact, earlier: Exact): Exact => multiply(subtract(divide(later, earlier), ONE), scale);
  return [rate(b[0], a[1]), rate(b[1], a[0])];
}

/** The least and the greatest difference, in the unit as written, that the rounded values allow. A whole number of things is exact. */
function differences(from: PlacedFigure, to: PlacedFigure): readonly [Exact, Exact] {
  const own = ({ figure }: PlacedFigure): Exact => figure.value ?? ONE;
  const exact = [from, to].every(({ figure }) => figure.kind === 'count' && /^\d+\D*$/.test(figure.text) && !/[万亿]/.test(figure.text));
  const room = exact ? ratio(0n, 1n) : add(ownHalf(from.figure.text), ownHalf(to.figure.text));
  const middle = subtract(own(to), own(from));
  return [subtract(middle, absolute(room)), add(middle, absolute(room))];
}
