import { visible } from '../core';

/** The first characters of a text on one line, with `…` where more follows; never cuts a surrogate pair. What a label would obey is made visible. */
export function excerpt(text: string, length: number): string {
  // Looks at no more of a long text than it shows.
  const line = text.slice(0, length * 4).trim().replace(/\s+/g, ' ');
  const characters = [...line];
  return visible(characters.length > length || line.length < text.trim().length ? `${characters.slice(0, length).join('')}…` : line);
}
