import { BOTH_WAYS, SIMPLIFIED, TRADITIONAL } from './traditionalTable';

/**
 * The simplified character of a traditional one by its code, 0 for every unit that stands for itself.
 * One unit for one unit, so that places in the folded text are places in the text. What simplified text writes itself
 * is never folded: 后 and 里, and also 著, 乾, 瞭 and 藉, which traditional text has for 着, 干, 了 and 借 too.
 */
export const SIMPLIFIED_CODES: Readonly<Uint16Array> = codes();

function codes(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let at = 0; at < TRADITIONAL.length; at++) table[TRADITIONAL.charCodeAt(at)] = SIMPLIFIED.charCodeAt(at);
  return table;
}

const BACK: ReadonlyMap<string, string> = new Map(Array.from({ length: BOTH_WAYS }, (_, at) => [SIMPLIFIED[at] ?? '', TRADITIONAL[at] ?? '']));

/**
 * What a traditional paper usually writes for a simplified character; the character itself where both write it, or where
 * it is usually meant as it is (注, though 註 is 注 too).
 */
export function traditionalChar(char: string): string {
  return BACK.get(char) ?? char;
}
