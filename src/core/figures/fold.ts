import { isDigit } from '../text/characters';
import { SIMPLIFIED_CODES } from '../text/traditional';

/**
 * What each unit becomes before figures are read: full-width signs half-width ones, white space a space, traditional
 * characters simplified ones. One unit for one unit, so that places in the folded text are places in the text.
 */
const TABLE: Readonly<Uint16Array> = (() => {
  const table = Uint16Array.from(SIMPLIFIED_CODES);
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0;
  const pairs: readonly (readonly [string, string])[] = [
    ['　\u00a0\u2002\u2003\u2009\u202f\t', '       '],
    // Signs of a range, of a minus and of multiplication, each in its many shapes.
    ['–―─ー—', '—————'], ['～〜∼', '~~~'], ['−﹣', '--'], ['∶', ':'], ['﹪', '%'], ['＄￥', '$¥'],
    // Forms the table of traditional characters leaves alone.
    ['倆俩兩两', '两两两两'], ['圓圆', '元元'], ['並鐘鍾', '并钟钟'], ['裏裡', '里里'], ['箇', '个'], ['弍弎', '二三'], ['萬億', '万亿'],
    ['參叄貳陸點餘幾', '叁叁贰陆点余几'],
  ];
  for (const [from, to] of pairs) for (let at = 0; at < from.length; at++) table[from.charCodeAt(at)] = to.charCodeAt(at);
  // A full-width comma is punctuation until its digits show otherwise.
  table[0xff0c] = 0;
  return table;
})();

const WIDE_COMMA = 0xff0c;
const COMMA = 0x2c;
/** ○, which old pages and scans print for 〇 among digits; elsewhere it is a bullet or stands for a name left out. */
const CIRCLE = 0x25cb;
const ZERO = 0x3007;
const DIGITS = '一二三四五六七八九〇';
/** Zeros in a row that are looked over for the digit beside them (二○○○年). */
const MOST_ZEROS = 3;

/** The text as the readers of figures see it: as long as it was, every unit at its place. */
export function fold(text: string): string {
  let out = '';
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const to = code === WIDE_COMMA && separates(text, at) ? COMMA : code === CIRCLE && isZero(text, at) ? ZERO : (TABLE[code] ?? 0);
    if (to === 0) continue;
    out += text.slice(done, at) + String.fromCharCode(to);
    done = at + 1;
  }
  return done === 0 ? text : out + text.slice(done);
}

/**
 * Whether the full-width comma at `at` separates thousands: three digits behind it, and either as wide as its digits
 * (１，２３４), or what follows shows one number (64，310.50元). In 860，120人 it is most likely punctuation.
 */
function separates(text: string, at: number): boolean {
  if (!isDigit(text.charCodeAt(at - 1))) return false;
  for (let next = 1; next <= 3; next++) if (!isDigit(text.charCodeAt(at + next))) return false;
  if (isDigit(text.charCodeAt(at + 4))) return false;
  return text.charCodeAt(at - 1) > 0xff00 || '.．'.includes(text.charAt(at + 4)) || ',，'.includes(text.charAt(at + 4) || ' ') && isDigit(text.charCodeAt(at + 5));
}

/** Whether the circle at `at` has a digit on either side, other circles between. */
function isZero(text: string, at: number): boolean {
  return [-1, 1].some((step) => {
    let next = at + step;
    while (Math.abs(next - at) <= MOST_ZEROS && text.charCodeAt(next) === CIRCLE) next += step;
    return DIGITS.includes(text.charAt(next) || ' ');
  });
}
