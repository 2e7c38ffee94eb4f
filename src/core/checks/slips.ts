/** One quantity written twice, and not the same: a digit, a 万 for a 亿, a unit. Within an article, between its headline and its body. */
import { equalExact, type PlacedFigure } from '../figures';
import { doubt, type Check, type FigureDoubt } from './check';
import { isStated, isSwap, oneSlip, powerBetween, significant, writtenDigits } from './digits';

/** Numbers of fewer digits meet by chance. */
const LEAST_DIGITS = 3;

/** How many characters before two figures must be the same, for numbers of few digits to be told of. */
const LEAST_SHARED = 3;
/** How far before a figure they are looked for. */
const NEAR = 12;

/** The headline's figure is not in the body, but one that a slip makes of it is. */
export const headlines: Check = ({ figures }) => {
  const body = figures.filter(({ passage }) => passage.part === 'paragraph').filter(isStated);
  return figures
    .filter(({ passage }) => passage.part === 'headline')
    .filter(isStated)
    .flatMap((placed) => {
      const same = figures.some((other) => other.passage.part === 'paragraph' && sameValue(placed, other));
      if (same) return [];
      const slip = body.find((other) => placed.figure.unit?.base === other.figure.unit?.base && (isSlip(placed, other) || isShortSlip(placed, other)));
      return slip === undefined ? [] : [doubt('figure-headline', placed, [placed.figure.text, slip.figure.text], [slip])];
    });
};

/** The same subject, the same unit, and values that differ in one digit. */
export const twoValues: Check = ({ figures }) => pairs(figures, 'figure-two-values', (a, b) => {
  const [left, right] = [a.figure, b.figure];
  if (left.unit?.text !== right.unit?.text || left.subject === undefined || left.subject !== right.subject || left.subject.length < 3) return false;
  // 产量和销量分别为…: two values in one sentence are two quantities.
  if (a.passage === b.passage && left.sentence[0] === right.sentence[0]) return false;
  return (digitsOf(a).length > LEAST_DIGITS ? isSlip(a, b) : left.subject.length > LEAST_DIGITS && isShortSlip(a, b)) && powerOf(a, b) === undefined && left.change === undefined && right.change === undefined;
});

/** 3640万元 and 3640亿元. */
export const magnitudes: Check = ({ figures }) => pairs(figures, 'figure-magnitude', (a, b) => {
  // Exact numbers are divided only where all else holds: every pair of an article is asked.
  return a.figure.unit?.text === b.figure.unit?.text && writtenDigits(a.figure) === writtenDigits(b.figure) && distinctive(a) && (powerOf(a, b) ?? 0) >= 4;
});

/** 1286米 and 1286公里. */
export const units: Check = ({ figures }) => pairs(figures, 'figure-unit', (a, b) => {
  const [left, right] = [a.figure.unit, b.figure.unit];
  if (left === undefined || right === undefined || left.text === right.text || left.text.includes('/') || right.text.includes('/')) return false;
  // 2.86亿立方米 and 2.86亿平方米 of one thing.
  if (left.dimension !== right.dimension && !(SPACE.has(left.dimension) && SPACE.has(right.dimension))) return false;
  if (left.dimension === 'count' || left.dimension === 'money' || left.dimension === 'ratio') return false;
  return distinctive(a) && a.figure.value !== undefined && b.figure.value !== undefined && equalExact(a.figure.value, b.figure.value) && sameSubject(a, b);
});

const SPACE: ReadonlySet<string> = new Set(['length', 'area', 'volume']);

/** The same subject, or one that names the other more closely: 库容, 水库库容. */
function sameSubject(a: PlacedFigure, b: PlacedFigure): boolean {
  const [left, right] = [a.figure.subject, b.figure.subject];
  return left !== undefined && right !== undefined && (left === right || (Math.min(left.length, right.length) >= 2 && (left.endsWith(right) || right.endsWith(left))));
}

/** Numbers of two digits in another magnitude, or of three with two of them changed: by chance many are, so the same words must stand before both. */
function isShortSlip(a: PlacedFigure, b: PlacedFigure): boolean {
  const [left, right] = [digitsOf(a), digitsOf(b)];
  const shared = sharedBefore(a, b);
  if (left === right) return left.length === 2 && writtenDigits(a.figure) === writtenDigits(b.figure) && (powerOf(a, b) ?? 0) >= 4 && shared > LEAST_SHARED;
  const [own, other] = [writtenDigits(a.figure), writtenDigits(b.figure)];
  return left.length === LEAST_DIGITS && right.length === LEAST_DIGITS && shared >= LEAST_SHARED && sameScale(a, b) && isSwap(own, other);
}

/** How long the longest run of characters is that stands close before both figures. */
function sharedBefore(a: PlacedFigure, b: PlacedFigure): number {
  const before = ({ figure, passage }: PlacedFigure): string => passage.text.slice(Math.max(0, figure.span[0] - NEAR), figure.span[0]).replace(/^.*[，。；,;！？]/, '');
  const [left, right] = [before(a), before(b)];
  let longest = 0;
  for (let at = 0; at < left.length; at++) while (right.includes(left.slice(at, at + longest + 1)) && at + longest < left.length) longest++;
  return longest;
}

/** Every pair that `holds`, told at the later figure, each figure once. */
function pairs(figures: readonly PlacedFigure[], code: 'figure-two-values' | 'figure-magnitude' | 'figure-unit', holds: (a: PlacedFigure, b: PlacedFigure) => boolean): readonly FigureDoubt[] {
  // The headline has a check of its own.
  const stated = figures.filter((placed) => placed.passage.part === 'paragraph' && isLong(placed) && isStated(placed) && digitsOf(placed).length >= LEAST_DIGITS);
  const doubts: FigureDoubt[] = [];
  stated.forEach((later, index) => {
    // An article has some hundred figures; a text of nothing else is not compared as a whole.
    const earlier = stated.slice(Math.max(0, index - MOST_COMPARED), index).find((one) => holds(one, later));
    if (earlier !== undefined) doubts.push(doubt(code, later, [later.figure.text, earlier.figure.text], [earlier]));
  });
  return doubts;
}

const MOST_COMPARED = 300;

/** Whether the value may have as many digits as are compared: a whole number below a hundred has not, and needs no closer look. */
function isLong({ figure: { value } }: PlacedFigure): boolean {
  return value !== undefined && (value.d !== 1n || value.n >= 100n || value.n <= -100n);
}

function digitsOf({ figure }: PlacedFigure): string {
  return figure.value === undefined ? '' : significant(figure.value);
}

/** Three digits or more that are no round number: 396, 20.3. */
function distinctive(placed: PlacedFigure): boolean {
  const digits = digitsOf(placed);
  return digits.length >= LEAST_DIGITS && new Set(digits).size > 1;
}

function sameValue(a: PlacedFigure, b: PlacedFigure): boolean {
  return a.figure.value !== undefined && b.figure.value !== undefined && equalExact(a.figure.value, b.figure.value);
}

function powerOf(a: PlacedFigure, b: PlacedFigure): number | undefined {
  return a.figure.value === undefined || b.figure.value === undefined ? undefined : powerBetween(a.figure.value, b.figure.value);
}

function isSlip(a: PlacedFigure, b: PlacedFigure): boolean {
  const [left, right] = [digitsOf(a), digitsOf(b)];
  if (left.length < LEAST_DIGITS || right.length < LEAST_DIGITS) return false;
  if (left === right) return powerOf(a, b) !== undefined && distinctive(a);
  return left.length > LEAST_DIGITS && oneSlip(writtenDigits(a.figure), writtenDigits(b.figure)) && sameScale(a, b);
}

/** Both in 万 or both in 亿: the value lies within a factor of ten. */
function sameScale(a: PlacedFigure, b: PlacedFigure): boolean {
  const scale = (text: string): string => /[十百千万亿]+/.exec(text)?.[0] ?? '';
  return scale(a.figure.text) === scale(b.figure.text);
}
