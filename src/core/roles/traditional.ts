import { SIMPLIFIED_CODES, traditionalChar } from '../text/traditional';

/** Characters that are put together in one call; an engine allows some ten thousand arguments. */
const CHUNK = 4096;

/** The text with simplified characters for traditional ones, each in its place, so that each word list is written once. */
export function simplified(text: string): string {
  let first = 0;
  while (first < text.length && SIMPLIFIED_CODES[text.charCodeAt(first)] === 0) first++;
  if (first === text.length) return text;
  const parts = [text.slice(0, first)];
  const codes: number[] = [];
  for (let at = first; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const folded = SIMPLIFIED_CODES[code] ?? 0;
    codes.push(folded === 0 ? code : folded);
    if (codes.length === CHUNK) parts.push(String.fromCharCode(...codes.splice(0)));
  }
  parts.push(String.fromCharCode(...codes));
  return parts.join('');
}

/** A word of the lists as traditional papers write it. */
export function traditional(word: string): string {
  return Array.from(word, traditionalChar).join('');
}
