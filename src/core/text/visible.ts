/** What a label or a terminal obeys and does not show: controls, and the marks that turn the direction of what stands behind them (Bidi_Control). */
const OBEYED = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

/**
 * A text as it may stand in a line for people: controls as their pictures (U+2400 on), marks of direction and other signs without a shape by their
 * number (`[U+202E]`), half a character as U+FFFD. So no name of a file and no headline moves a cursor, colours a terminal or turns a line around.
 */
export function visible(text: string): string {
  return text.replace(OBEYED, (sign) => {
    const code = sign.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}
