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
    const inherited = before !== undefined && listed(folded.slice(before.end, one.start)) && before.kind === one.kind ? change : undefined;
    change = inherited ?? changeOf(folded, one.start, before !== undefined && before.end > first ? before.end : first, one.kind);
    before = one;
    figures.push(finish(one, own, start, [first, Math.max(last, one.end)], change));
  }
  return withSubjects(text, figures);
}

/** 12.5%、18.3%和27.4%: what is said of the first is said of all. */
function listed(between: string): boolean {
  return /^[、和与及,，]$|^以及$/.test(between);
}

function finish(one: Scanned, own: string, start: number, sentence: Span, change: Change | undefined): Figure {
  const { kind, value, upper, unit, bound, date } = one;
  return {
    span: [start + one.start, start + one.end],
    text: own.slice(one.start, one.end),
    kind,
    ...(value === undefined ? {} : { value }),
    ...(upper === undefined ? {} : { upper }),
    ...(unit === undefined ? {} : { unit: plainUnit(unit) }),
    ...(bound === undefined ? {} : { bound }),
    ...(date === undefined ? {} : { date }),
    ...(change === undefined ? {} : { change }),
    sentence: [start + sentence[0], start + sentence[1]],
  };
}

function plainUnit({ text, dimension, base, factor }: FigureUnit): FigureUnit {
  return { text, dimension, base, ...(factor === undefined ? {} : { factor }) };
}
