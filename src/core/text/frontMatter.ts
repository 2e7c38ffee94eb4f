/** What a line of front matter looks like: a key, a line that belongs to the one above, an item, a comment. */
const LINE = /^(?:[A-Za-z_][\w-]{0,60}:(?:\s|$)|\s|- |#|\}|\]|$)/u;
const KEY = /^[A-Za-z_][\w-]{0,60}:(?:\s|$)/u;
/** Lines that are looked at: front matter is short. */
const MOST_LINES = 200;

/**
 * Where the YAML front matter ends with which a Markdown file may begin: what notes and this product's own exports say of a page, and no text of it.
 * @returns the offset behind its last line; 0 where there is none
 */
export function frontMatterEnd(text: string): number {
  if (!/^---[ \t]*\r?\n/u.test(text.slice(0, 16))) return 0;
  let keys = 0;
  let at = text.indexOf('\n') + 1;
  for (let count = 0; count < MOST_LINES && at < text.length; count++) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const line = text.slice(at, end).replace(/\r$/u, '');
    if (/^(?:---|\.\.\.)[ \t]*$/u.test(line)) return keys > 0 ? at + line.length : 0;
    if (!LINE.test(line)) return 0;
    if (KEY.test(line)) keys++;
    at = end + 1;
  }
  return 0;
}
