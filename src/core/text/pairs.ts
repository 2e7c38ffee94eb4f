import { PAIRS } from './characters';

const CLOSERS: ReadonlyMap<string, string> = new Map([...PAIRS].map(([open, close]) => [close, open]));
/** Half- and full-width brackets close each other: the page mixes them. */
const SAME: ReadonlyMap<string, string> = new Map([['(', '（'], [')', '）']]);
const fold = (char: string): string => SAME.get(char) ?? char;

/** The quotation marks and brackets of a text that stay open, and those it closes without having opened them. */
export interface Balance {
  /** Opening signs left open, outermost first, brackets folded to full width. */
  readonly open: readonly string[];
  /** The opening signs that its unmatched closing signs ask for, in order. */
  readonly unopened: readonly string[];
}

/** Signs kept open at most: hostile text of a million opening quotes costs no more than this. */
const DEEPEST = 64;

/**
 * Balances the pairs of a text. A mark that opens again while it is open (a quotation in several paragraphs)
 * counts once.
 */
export function balanceOf(text: string): Balance {
  const open: string[] = [];
  const unopened: string[] = [];
  for (const raw of text) {
    const char = fold(raw);
    if (PAIRS.has(char)) {
      if (!open.includes(char) && open.length < DEEPEST) open.push(char);
      continue;
    }
    const opener = CLOSERS.get(char);
    if (opener === undefined) continue;
    const at = open.lastIndexOf(fold(opener));
    if (at >= 0) open.length = at;
    else if (unopened.length < DEEPEST) unopened.push(fold(opener));
  }
  return { open, unopened };
}

/** The signs a text leaves open. */
export function openPairs(text: string): readonly string[] {
  return balanceOf(text).open;
}
