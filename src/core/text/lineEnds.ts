/** How many lines a text ends in each way. */
export interface LineEnds {
  readonly lf: number;
  readonly crlf: number;
  readonly cr: number;
}

/** Counts the line ends of a text. */
export function lineEndsIn(text: string): LineEnds {
  const crs = occurrences(text, '\r');
  const crlf = crs === 0 ? 0 : occurrences(text, '\r\n');
  return { lf: occurrences(text, '\n') - crlf, crlf, cr: crs - crlf };
}

/** The line end that the parts of a text use most together; LF where they have none. */
export function lineEndOf(parts: readonly LineEnds[]): string {
  let lf = 0;
  let crlf = 0;
  let cr = 0;
  for (const part of parts) {
    lf += part.lf;
    crlf += part.crlf;
    cr += part.cr;
  }
  if (crlf > lf && crlf >= cr) return '\r\n';
  return cr > lf ? '\r' : '\n';
}

/** The line end a text uses most; LF where it has none. */
export const lineEnd = (text: string): string => lineEndOf([lineEndsIn(text)]);

function occurrences(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) count++;
  return count;
}
