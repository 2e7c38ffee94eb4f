import { normalCodes } from '../text/normal';
import type { NgramModel } from './ngram';

/** Text that is looked at for shared words, in characters. */
const MOST_READ = 1500;

/** The rarest words or names two texts share, for the reason in words. */
export function sharedTerms(left: string, right: string, model: NgramModel, most: number): string[] {
  const a = left.slice(0, MOST_READ * 4);
  const found = new Map<string, number>();
  const text = right.slice(0, MOST_READ);
  for (let at = 0; at + 1 < text.length; at++) {
    for (let length = 4; length >= 2; length--) {
      const term = text.slice(at, at + length);
      if (term.length < length || !/^\p{Script=Han}+$/u.test(term) || !a.includes(term)) continue;
      const codes = normalCodes(term);
      const count = model.count(codes, 0, codes.length);
      // Rare in the language, and longer is stronger.
      found.set(term, Math.log(model.size / (count + 1)) * length);
      at += length - 1;
      break;
    }
  }
  return [...found].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, most).map(([term]) => term);
}
