import type { ExportInput } from './format';
import { partsOf } from './parts';

/** The articles as plain text: each passage on a line of its own with a blank line behind it, two blank lines between articles. */
export function toText(input: ExportInput): string {
  return input.articles.map((article) => `${partsOf(input, article).map(({ text }) => text).join('\n\n')}\n`).join('\n\n');
}
