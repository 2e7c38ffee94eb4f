/** When two numbers look like one with a slip of the hand in it. */
import { baseValue, type Figure, type PlacedFigure } from '../figures';
import { absolute, add, divide, equal, multiply, places, ratio, subtract, tenTo, toFixed, whole, type Exact } from '../figures/exact';
import { trimOf } from '../text/trim';

/** The digits of a number without zeros at either end: 1,640,000,000 is 164. */
export function significant(value: Exact): string {
  const digits = places(value);
  return digits === undefined ? '' : trimOf(toFixed(absolute(value), digits).replace('.', ''), '0');
}

/** The digits as written, separators, scales and unit left out: 3640万元 is 3640. */
export function writtenDigits({ text }: Figure): string {
  const found = /\d[\d,]*(?:\.\d+)?/.exec(text);
  return found === null ? '' : found[0].replace(/,/g, '');
}

/** Whether two numbers are the same but for one digit or two that changed places. */
export function oneSlip(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  const differ: number[] = [];
  for (let at = 0; at < a.length; at++) if (a.charAt(at) !== b.charAt(at)) differ.push(at);
  return differ.length === 1 || isSwap(a, b);
}

/** Whether two numbers are the same but for two digits side by side that changed places, a point between them or not. */
export function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a.indexOf('.') !== b.indexOf('.')) return false;
  const [left, right] = [a.replace('.', ''), b.replace('.', '')];
  const differ = [...left].flatMap((digit, at) => (digit === right.charAt(at) ? [] : [at]));
  const [first = 0, second = 0] = differ;
  return differ.length === 2 && second === first + 1 && left.charAt(first) === right.charAt(second) && left.charAt(second) === right.charAt(first);
}

/** The power of ten that makes one of the other, or `undefined`. */
export function powerBetween(a: Exact, b: Exact): number | undefined {
  if (a.n === 0n || b.n === 0n) return undefined;
  const quotient = absolute(divide(a, b));
  for (const power of [1, 2, 3, 4, 8]) {
    const ten = whole(tenTo(power));
    if (equal(quotient, ten) || equal(divide(whole(1), quotient), ten)) return power;
  }
  return undefined;
}

/** A quantity stated exactly, as a single value, that is measured and not dated. */
export function isStated({ figure }: PlacedFigure): boolean {
  const { bound, kind, upper, value } = figure;
  return upper === undefined && bound === undefined && STATED.has(kind) && value !== undefined && value.n !== 0n;
}

const STATED: ReadonlySet<string> = new Set(['count', 'quantity', 'money', 'percentage']);

/** The value half a digit up and down. */
export function edges({ figure }: PlacedFigure): readonly [Exact, Exact] {
  const value = baseValue(figure) ?? whole(1);
  const own = figure.value ?? whole(1);
  const half = divide(multiply(halfDigit(figure.text), value), figureDigits(figure.text, own));
  return [subtract(value, half), add(value, half)];
}

/** The number as written, without its scale: 1.25 of 1.25亿. */
function figureDigits(text: string, fallback: Exact): Exact {
  const found = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replace(/,/g, '');
  if (found === undefined) return fallback;
  const point = found.indexOf('.');
  const value = point < 0 ? whole(BigInt(found)) : ratio(BigInt(found.replace('.', '')), tenTo(found.length - point - 1));
  return value.n === 0n ? whole(1) : value;
}

/** Half of the last digit written. */
export function halfDigit(text: string): Exact {
  const fraction = /\d\.(\d+)/.exec(text)?.[1] ?? '';
  return ratio(1n, 2n * tenTo(fraction.length));
}
