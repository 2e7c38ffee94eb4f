import type { Block } from '../page/blocks';
import { isFinal, isClosing } from '../text/characters';
import type { Line } from '../text/lines';

/** Printed columns are this wide at most, in characters. */
const WIDEST = 64;
const NARROWEST = 6;

const widthOf = (line: Line): number => line.span[1] - line.span[0];

function endsSentence(text: string, line: Line): boolean {
  let at = line.span[1] - 1;
  while (at > line.span[0] && isClosing(text[at] ?? '')) at--;
  return isFinal(text[at] ?? '');
}

/**
 * The width at which the dump's lines are hard-wrapped (one line for each printed line), or 0 where they are not.
 * Wrapped text shows itself by blocks of many lines of one width of which few end with a sentence.
 */
export function wrapWidth(text: string, blocks: readonly Block[]): number {
  const widths = new Map<number, number>();
  let lines = 0;
  let ending = 0;
  for (const block of blocks) {
    if (block.lines.length < 3) continue;
    for (const line of block.lines.slice(0, -1)) {
      lines++;
      if (endsSentence(text, line)) ending++;
      const width = widthOf(line);
      widths.set(width, (widths.get(width) ?? 0) + 1);
    }
  }
  if (lines < 4 || ending > lines * 0.45) return 0;
  let best = 0;
  let bestShare = 0;
  for (const width of widths.keys()) {
    if (width < NARROWEST || width > WIDEST) continue;
    // A sign that may not begin a line hangs over or is drawn in: one character of play each way.
    const share = (widths.get(width - 1) ?? 0) + (widths.get(width) ?? 0) + (widths.get(width + 1) ?? 0);
    if (share > bestShare || (share === bestShare && width > best)) {
      best = width;
      bestShare = share;
    }
  }
  return bestShare >= lines * 0.5 ? best : 0;
}

/**
 * Groups the lines of a block into paragraphs: each its own where the dump is not hard-wrapped; otherwise
 * a full line goes on on the next unless that is indented more than it.
 */
export function paragraphsOf(text: string, lines: readonly Line[], width: number): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups[groups.length - 1];
    const before = group?.[group.length - 1];
    const full = before !== undefined && width > 0 && widthOf(before) >= width - 2 && widthOf(before) <= width + 2;
    // The first line of a paragraph is short by its indent.
    const fullFirst = before !== undefined && width > 0 && group?.length === 1 && before.indent >= 2 && widthOf(before) + before.indent >= width - 2;
    const opens = line.indent >= 2 && (before?.indent ?? 0) < 2;
    if (group !== undefined && before !== undefined && (full || fullFirst) && !(opens && endsSentence(text, before))) group.push(line);
    else groups.push([line]);
  }
  return groups;
}
