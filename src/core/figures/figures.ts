import { readingOf, type Reading } from '../text/reading';
import type { Span } from '../text/span';
import { changeOf } from './change';
import type { Change, Figure, FigureUnit } from './figure';
import { fold } from './fold';
import { scan, type Scanned } from './scan';
import { sentencesOf } from './sentence';
import { withSubjects } from './subject';

/**
 * The figures of a text, in order, never overlapping.
 * @param span the part to read, UTF-16 offsets; nothing outside it is looked at. Ends outside the text count as its ends
 */
export function figuresIn(text: string, span: Span = [0, text.length]): readonly Figure[] {
  const start = Math.max(0, Math.min(span[0], text.length));
  const end = Math.max(start, Math.min(span[1], text.length));
  const own = text.slice(start, end);
  const reading = readingOf(own);
  if (reading !== undefined) return figuresOf(reading, own, start);
  const folded = fold(own);
  const found = scan(folded);
  if (found.length === 0) return [];
  const sentences = sentencesOf(own);
  const figures: Figure[] = [];
  let sentence = 0;
  let before: Scanned | undefined;
  let change: Change | undefined;
  for (const one of found) {
    while (sentence + 1 < sentences.length && (sentences[sentence]?.[1] ?? 0) <= one.start) sentence++;
    const [first, last] = sentences[sentence] ?? [0, own.length];
    const inherited = before !== undefined && listed(folded, before.end, one.start) && before.kind === one.kind ? change : undefined;
    change = inherited ?? changeOf(folded, one.start, before !== undefined && before.end > first ? before.end : first, one.kind);
    before = one;
    figures.push(finish(one, own, start, [first, Math.max(last, one.end)], change));
  }
  return withSubjects(text, figures);
}

/** The figures of a reading as they stand in the source; of several in one formula the first, for all of them have its place. */
function figuresOf(reading: Reading, own: string, offset: number): Figure[] {
  const figures: Figure[] = [];
  let done = 0;
  for (const figure of figuresIn(reading.text)) {
    const [from, to] = reading.exact(figure.span);
    if (from < done) continue;
    const [first, last] = reading.exact(figure.sentence);
    figures.push({ ...figure, span: [offset + from, offset + to], text: own.slice(from, to), sentence: [offset + first, offset + last] });
    done = to;
  }
  return figures;
}

/** 12.5%、18.3%和27.4%: what is said of the first is said of all. */
function listed(text: string, start: number, end: number): boolean {
  return end - start === 1 ? '、和与及,，'.includes(text.charAt(start)) : end - start === 2 && text.startsWith('以及', start);
}

/** Written part by part: put together from what may be there and what may not, one takes several times as long. */
function finish({ bound, date, end, kind, start, unit, upper, value }: Scanned, own: string, offset: number, sentence: Span, change: Change | undefined): Figure {
  const figure: { -readonly [Part in keyof Figure]: Figure[Part] } = {
    span: [offset + start, offset + end],
    text: own.slice(start, end),
    kind,
    sentence: [offset + sentence[0], offset + sentence[1]],
  };
  if (value !== undefined) figure.value = value;
  if (upper !== undefined) figure.upper = upper;
  if (unit !== undefined) figure.unit = plainUnit(unit);
  if (bound !== undefined) figure.bound = bound;
  if (date !== undefined) figure.date = date;
  if (change !== undefined) figure.change = change;
  return figure;
}

/** Without what only the reader needs to know of it. Most figures share a few units. */
function plainUnit(unit: FigureUnit): FigureUnit {
  let plain = PLAIN.get(unit);
  if (plain === undefined) {
    const { text, dimension, base, factor } = unit;
    PLAIN.set(unit, (plain = { text, dimension, base, ...(factor === undefined ? {} : { factor }) }));
  }
  return plain;
}

const PLAIN = new WeakMap<FigureUnit, FigureUnit>();
