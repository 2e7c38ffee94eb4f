import { decimal, multiply, ONE, divide, shift, type Exact } from './exact';

/** No number in print is longer; longer runs are account numbers or noise. */
export const LONGEST = 40;
/** Exponents of more digits are noise, and would take memory without bound. */
const LARGEST_EXPONENT = 99;
const COMMA = 0x2c;
const POINT = 0x2e;
const CARET = 0x5e;
const SMALL_E = 0x65;

export interface Literal {
  readonly value: Exact;
  readonly end: number;
  /** Digits before the point, separators left out. */
  readonly wholeDigits: number;
  readonly hasPoint: boolean;
  /** With thousands separators. */
  readonly grouped: boolean;
  /** With an exponent or a power (2e5, 2^5). */
  readonly scientific: boolean;
}

/** An Arabic digit of the folded text. */
export function isDigitAt(text: string, at: number, limit: number): boolean {
  if (at >= limit) return false;
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** The end of the run of Arabic digits that starts at `at`. */
export function digitsEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (isDigitAt(text, end, limit)) end++;
  return end;
}

/**
 * An Arabic number: thousands separators, a decimal point, an exponent, a power (`1,234.5`, `.5`, `2e5`, `2^5`).
 * Looks at forty characters at most.
 * @returns `undefined` where none starts, and for what is longer or has several points (1.2.3 is a version or a section)
 */
export function readLiteral(text: string, at: number, limit: number): Literal | undefined {
  const end = Math.min(limit, at + LONGEST);
  const first = digitsEnd(text, at, end);
  if (isDigitAt(text, first, limit)) return undefined;
  let last = first;
  if (first > at && first - at <= 3) {
    while (last + 3 < end && text.charCodeAt(last) === COMMA && digitsEnd(text, last + 1, Math.min(limit, last + 5)) === last + 4) last += 4;
  }
  const grouped = last > first;
  const whole = last;
  const fraction = text.charCodeAt(last) === POINT && last < end ? digitsEnd(text, last + 1, end) : last;
  if (fraction > last + 1) {
    if (isDigitAt(text, fraction, limit)) return undefined;
    last = fraction;
    if (text.charCodeAt(last) === POINT && isDigitAt(text, last + 1, limit)) return undefined;
  }
  if (last === at) return undefined;
  const written = grouped ? text.slice(at, last).replaceAll(',', '') : text.slice(at, last);
  const value = decimal(written);
  const power = readPower(text, last, end, value);
  return {
    value: power?.value ?? value, end: power?.end ?? last, wholeDigits: whole - at - (grouped ? (whole - first) / 4 : 0), hasPoint: last > whole, grouped,
    scientific: power !== undefined,
  };
}

/** `e5`, `E-3`, `^5`, `^-1` behind a number. */
function readPower(text: string, at: number, limit: number, base: Exact): { readonly value: Exact; readonly end: number } | undefined {
  const code = text.charCodeAt(at);
  if (at >= limit || (code !== CARET && (code | 0x20) !== SMALL_E)) return undefined;
  const sign = code === CARET ? '^' : 'e';
  let next = at + 1;
  let negative = false;
  const mostSigns = sign === '^' ? 2 : 1;
  for (let signs = 0; signs < mostSigns && '+-'.includes(text.charAt(next) || ' '); signs++, next++) negative ||= text.charAt(next) === '-' && text.charAt(next + 1) !== '-';
  const end = digitsEnd(text, next, limit);
  const after = text.charCodeAt(end) | 0x20;
  if (end === next || (sign === 'e' && after >= 0x61 && after <= 0x7a && end < text.length)) return undefined;
  // A second minus takes the first back: 1.1^--23.
  const exponent = Number(text.slice(next, end)) * (negative && text.charAt(at + 1) === '-' && text.charAt(at + 2) === '-' ? 1 : negative ? -1 : 1);
  if (Math.abs(exponent) > LARGEST_EXPONENT) return undefined;
  if (sign === 'e') return { value: shift(base, exponent), end };
  if (base.n === 0n && exponent < 0) return undefined;
  let value = ONE;
  for (let times = Math.abs(exponent); times > 0; times--) value = multiply(value, base);
  return { value: exponent < 0 ? divide(ONE, value) : value, end };
}
