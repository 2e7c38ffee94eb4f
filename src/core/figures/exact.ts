import { trimEndOf } from '../text/trim';

/**
 * Exact numbers: fractions of whole numbers, always in lowest terms. 16.4亿 is 1640000000 and three times a third is one;
 * no binary floating point comes near a value.
 */
export interface Exact {
  readonly n: bigint;
  /** Above zero. */
  readonly d: bigint;
}

const POWERS: readonly bigint[] = Array.from({ length: 64 }, (_, power) => 10n ** BigInt(power));

/** Ten to the power of a whole number, zero or more. */
export function tenTo(power: number): bigint {
  return POWERS[power] ?? 10n ** BigInt(power);
}

/** Most numbers in print are small, and each is read several times: as a date, a time, an amount. */
const SMALL: readonly Exact[] = Array.from({ length: 1000 }, (_, value) => ({ n: BigInt(value), d: 1n }));

export function whole(value: number | bigint): Exact {
  return (typeof value === 'number' ? SMALL[value] : undefined) ?? { n: BigInt(value), d: 1n };
}

export const ZERO = whole(0);
export const ONE = whole(1);

/**
 * The number `n / d` in lowest terms.
 * @throws RangeError when `d` is zero
 */
export function ratio(n: bigint, d: bigint): Exact {
  if (d === 1n) return { n, d };
  if (d === 0n) throw new RangeError('a fraction with nothing below the line');
  const sign = d < 0n ? -1n : 1n;
  const common = gcd(n < 0n ? -n : n, d * sign) * sign;
  return { n: n / common, d: d / common };
}

function gcd(a: bigint, b: bigint): bigint {
  let [more, less] = [a, b];
  while (less !== 0n) [more, less] = [less, more % less];
  return more;
}

/** A number written with half-width digits, at most one point, and nothing else: `12.50`, `.5`. */
export function decimal(digits: string): Exact {
  const point = digits.indexOf('.');
  // Up to fifteen digits are exact as a binary number, too, and read faster.
  if (point < 0) return whole(digits.length <= 15 ? Number(digits) : BigInt(digits));
  return ratio(BigInt(digits.slice(0, point) + digits.slice(point + 1)), tenTo(digits.length - point - 1));
}

export function add(a: Exact, b: Exact): Exact {
  if (a === ZERO) return b;
  if (b === ZERO) return a;
  return a.d === b.d ? ratio(a.n + b.n, a.d) : ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

export function multiply(a: Exact, b: Exact): Exact {
  return ratio(a.n * b.n, a.d * b.d);
}

/** @throws RangeError when `b` is zero */
export function divide(a: Exact, b: Exact): Exact {
  return ratio(a.n * b.d, a.d * b.n);
}

export function negate({ n, d }: Exact): Exact {
  return { n: -n, d };
}

export function absolute(a: Exact): Exact {
  return a.n < 0n ? negate(a) : a;
}

/** `a` times ten to the power of `power`, which may be below zero. */
export function shift(a: Exact, power: number): Exact {
  return power < 0 ? ratio(a.n, a.d * tenTo(-power)) : ratio(a.n * tenTo(power), a.d);
}

/** Below zero where `a` is less, zero where they are equal, above it where `a` is more. */
export function compare(a: Exact, b: Exact): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equal(a: Exact, b: Exact): boolean {
  return a.n === b.n && a.d === b.d;
}

/** For measures of nearness and for sorting only: the nearest binary number. */
export function toNumber({ n, d }: Exact): number {
  return d === 1n ? Number(n) : Number((n * 1_000_000_000_000n) / d) / 1e12;
}

/** How many digits stand behind the point when the number is written out; `undefined` where they never end. */
export function places({ d }: Exact): number | undefined {
  let twos = 0;
  let fives = 0;
  let rest = d;
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/** The number in decimal digits, rounded half away from zero to at most `digits` places: `-12.5`. */
export function toFixed(a: Exact, digits: number): string {
  const scaled = absolute(a).n * tenTo(digits);
  const rounded = (scaled * 2n + a.d) / (a.d * 2n);
  const written = rounded.toString().padStart(digits + 1, '0');
  const point = written.length - digits;
  const rest = trimEndOf(written.slice(point), '0');
  const number = rest === '' ? written.slice(0, point) : `${written.slice(0, point)}.${rest}`;
  return a.n < 0n && rounded !== 0n ? `-${number}` : number;
}

/** The number in full: decimal digits where they end, else a fraction: `1640000000`, `0.418`, `1/3`. */
export function toText(a: Exact): string {
  if (a.d === 1n) return a.n.toString();
  const digits = places(a);
  return digits === undefined ? `${String(a.n)}/${String(a.d)}` : toFixed(a, digits);
}
