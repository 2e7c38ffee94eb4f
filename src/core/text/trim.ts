/** The text without the signs of a set at its beginning. In one step a sign, which an expression such as `/x+$/` is not for every text. */
export function trimStartOf(text: string, signs: string): string {
  let from = 0;
  while (from < text.length && signs.includes(text.charAt(from))) from += 1;
  return text.slice(from);
}

/** The text without the signs of a set at its end. */
export function trimEndOf(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The text without the signs of a set at both ends. */
export function trimOf(text: string, signs: string): string {
  return trimStartOf(trimEndOf(text, signs), signs);
}
