import type { Line } from '../text/lines';
import { linesOf } from '../text/lines';

/** A run of lines between blank lines of the dump, or form feeds. */
export interface Block {
  readonly lines: readonly Line[];
  /** Blank lines between this block and the one before it. */
  readonly gap: number;
  /** Whether a form feed stands between this block and the one before it. */
  readonly newPage: boolean;
}

/** The blocks of a dump, in order. Any text gives a value; a text of white space gives none. */
export function readBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: Line[] = [];
  let gap = 0;
  let blank = 0;
  let newPage = false;
  let pageBefore = false;
  const close = (): void => {
    if (lines.length > 0) blocks.push({ lines, gap, newPage: pageBefore });
    lines = [];
  };
  for (const line of linesOf(text)) {
    // A form feed between two lines parts them as a blank line does.
    if (newPage || line.pageBefore) close();
    if (line.pageBefore) newPage = true;
    if (line.span[0] === line.span[1]) {
      close();
      blank++;
      continue;
    }
    if (lines.length === 0) {
      gap = blank;
      pageBefore = newPage;
      newPage = false;
    }
    lines.push(line);
    blank = 0;
    if (line.pageBehind) newPage = true;
  }
  close();
  return blocks;
}
