/** How a text is set in printed lines. */
export interface Wrapping {
  /** The width of the column, in full-width characters. */
  readonly width: number;
  /** Whether a half-width character takes half a place, or a whole one as where a program counts characters. */
  readonly cells: boolean;
  /** Whether a sign that may not begin a line hangs over the end of the one before; otherwise the character before it goes over with it. */
  readonly hanging: boolean;
  /** Characters before the first line. */
  readonly indent?: number;
}

const NOT_FIRST = /^[，。、；：！？”’）》】,;:!?)]/u;
/** What no printer parts: a word or a number in half-width characters; every other character stands for itself. */
const UNITS = /[A-Za-z0-9.%\-/@]{1,40}|[\s\S]/gu;

/** A text as printed lines, by the rules of Chinese setting: no word or number is parted, no closing sign begins a line. */
export function wrapped(text: string, { width, cells, hanging, indent = 0 }: Wrapping): string {
  const sizeOf = (part: string): number => [...part].reduce((sum, char) => sum + (cells && char.charCodeAt(0) >= 0x2000 ? 2 : 1), 0);
  const limit = cells ? 2 * width : width;
  const lines: string[] = [];
  let line = '';
  let size = cells ? 2 * indent : indent;
  const feed = (begin: string): void => {
    lines.push(line);
    line = begin;
    size = sizeOf(begin);
  };
  for (const [unit] of text.matchAll(UNITS)) {
    const wide = size + sizeOf(unit) > limit;
    const hangs = hanging && size <= limit && NOT_FIRST.test(unit);
    if (line !== '' && wide && !hangs) {
      if (NOT_FIRST.test(unit) && line.length > 1) {
        const last = line.slice(-1);
        line = line.slice(0, -1);
        feed(last);
      } else feed('');
    }
    line += unit;
    size += sizeOf(unit);
  }
  if (line !== '') lines.push(line);
  return lines.join('\n');
}
