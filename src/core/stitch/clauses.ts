import { isFinal, isHan } from '../text/characters';

const PUNCTUATION: ReadonlySet<number> = new Set(Array.from('，。、；：！？,;:!?…“”‘’「」（）()《》—', (sign) => sign.charCodeAt(0)));
const isPunctuation = (code: number): boolean => !isHan(code) && PUNCTUATION.has(code);
/** A clause is shorter than this. */
const LONGEST_CLAUSE = 60;

/** Characters behind the last sign of punctuation. */
export function clauseEnd(text: string): number {
  let length = 0;
  while (length < LONGEST_CLAUSE && length < text.length && !isPunctuation(text.charCodeAt(text.length - 1 - length))) length++;
  return length;
}

/** Characters before the first sign of punctuation. */
export function clauseStart(text: string): number {
  let length = 0;
  while (length < LONGEST_CLAUSE && length < text.length && !isPunctuation(text.charCodeAt(length))) length++;
  return length;
}

/** No sentence is looked at further than this. */
const LONGEST_SENTENCE = 200;

/** Characters of the last sentence of a text, its last sign left out. */
export function sentenceEnd(text: string): number {
  let length = 0;
  while (length < LONGEST_SENTENCE && length + 1 < text.length && !isFinal(text[text.length - 2 - length] ?? '')) length++;
  return length;
}
