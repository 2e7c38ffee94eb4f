import { figuresIn, type Figure } from '../../core';

/** Passages whose figures are kept: those of some pages of the paper. */
const MOST_READ = 4_000;

let now = new Map<string, readonly Figure[]>();
/** Those before; what is asked for again stays. */
let before = new Map<string, readonly Figure[]>();

/** The figures of a passage, read once as long as it is asked for again and again: behind a key all passages of a page but one are as they were. */
export function readFigures(passage: string): readonly Figure[] {
  const known = now.get(passage) ?? before.get(passage);
  const figures = known ?? figuresIn(passage);
  if (now.size >= MOST_READ) {
    before = now;
    now = new Map();
  }
  now.set(passage, figures);
  return figures;
}
