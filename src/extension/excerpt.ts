import { visible } from '../core';

/** The first characters of a text on one line, with `…` where more follows; never cuts a surrogate pair. What a label would obey is made visible. */
export function excerpt(text: string, length: number): string {
  // Looks at no more of a long text than it shows.
  const line = text.slice(0, length * 4).trim().replace(/\s+/g, ' ');
  const end = endOf(line, length);
  return visible(end < line.length || line.length < text.trim().length ? `${line.slice(0, end)}…` : line);
}

/** Where so many characters of a line end. Counts without a list of them: an outline has hundreds of excerpts, and is made at each key. */
function endOf(line: string, characters: number): number {
  let end = 0;
  for (let count = 0; count < characters && end < line.length; count++) end += (line.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end;
}
