/** The characters numbers are written with, as data. Traditional and full-width forms are folded before (fold.ts). */

const table = (entries: string): ReadonlyMap<string, number> =>
  new Map(entries.split(' ').flatMap((entry) => [...entry.slice(entry.indexOf(':') + 1)].map((char) => [char, parseInt(entry, 10)] as const)));

/** The value of each digit, the forgery-proof forms (壹贰叁 …) among them. */
export const DIGITS = table('0:零〇 1:一壹 2:二两贰 3:三叁 4:四肆 5:五伍 6:六陆 7:七柒 8:八捌 9:九玖');

/** Scales within a group of four digits, as powers of ten. */
export const SMALL_SCALES = table('1:十拾 2:百佰 3:千仟');

/** Scales of groups, as powers of ten. 兆 is 10¹² by itself, as in Taiwan and Japan; before a unit it is the unit's mega (兆瓦). */
export const BIG_SCALES = table('4:万 8:亿 12:兆');

/** 廿, 卅 and 卌 are digit and scale in one. */
export const TENS = table('2:廿 3:卅 4:卌');

/** 余, 多, 几, 来 behind or inside a number: somewhat more than it says. */
export const VAGUE: ReadonlySet<string> = new Set('余多几来');

/** Forms that are mostly parts of words in running text (陆地, 收拾, 参与). */
export const FORMAL: ReadonlySet<string> = new Set('壹贰叁肆伍陆柒捌玖拾佰仟');

/** Whether a character may be in a number at all, by its code: most that are asked about stand behind one. */
export const IN_NUMBER: Readonly<Uint8Array> = (() => {
  const table = new Uint8Array(0x10000);
  for (const char of ['0123456789.点个', ...DIGITS.keys(), ...SMALL_SCALES.keys(), ...BIG_SCALES.keys(), ...TENS.keys(), ...VAGUE].join('')) table[char.charCodeAt(0)] = 1;
  return table;
})();

export function isScale(char: string): boolean {
  return SMALL_SCALES.has(char) || BIG_SCALES.has(char);
}

/** Whether a Chinese number may begin with this character. */
export function isHanNumeral(char: string): boolean {
  return DIGITS.has(char) || isScale(char) || TENS.has(char);
}

/** The value of a Chinese digit from 1 to 9, 两 left out, as ten and hundred follow it. */
export function digitOf(char: string): number | undefined {
  const digit = DIGITS.get(char);
  return digit === 0 || char === '两' ? undefined : digit;
}
