import { PAIRS } from './characters';

/** Half- and full-width brackets close each other: the page mixes them. */
const SAME: ReadonlyMap<string, string> = new Map([['(', '（'], [')', '）']]);
const fold = (char: string): string => SAME.get(char) ?? char;

/** What a sign does: the opening sign that it is or that it closes, folded to full width. */
interface Sign {
  readonly opener: string;
  readonly closes: boolean;
}

const SIGNS: ReadonlyMap<number, Sign> = new Map(
  [...PAIRS].flatMap(([open, close]): [number, Sign][] => [
    [open.charCodeAt(0), { opener: fold(open), closes: false }],
    [close.charCodeAt(0), { opener: fold(open), closes: true }],
  ]),
);

/** The signs stand in these ranges; asking is far cheaper than looking up every character of a text. */
const mayPair = (code: number): boolean =>
  (code >= 0x2018 && code <= 0x201d) || (code >= 0x3008 && code <= 0x3015) || code === 0xff08 || code === 0xff09 || code === 0x28 || code === 0x29;

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
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Chinese characters, before anything else is asked.
    if ((code > 0x3015 && code < 0xff08) || !mayPair(code)) continue;
    const sign = SIGNS.get(code);
    if (sign === undefined) continue;
    const { opener, closes } = sign;
    if (!closes) {
      if (!open.includes(opener) && open.length < DEEPEST) open.push(opener);
      continue;
    }
    const opened = open.lastIndexOf(opener);
    if (opened >= 0) open.length = opened;
    else if (unopened.length < DEEPEST) unopened.push(opener);
  }
  return { open, unopened };
}

/** The signs a text leaves open. */
export function openPairs(text: string): readonly string[] {
  return balanceOf(text).open;
}
