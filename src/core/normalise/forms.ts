import { isDigit } from '../text/characters';
import type { Change, Passage } from './passage';

const ELLIPSIS = '……';
const DASH = '——';

/** Most points that stand for an ellipsis; longer rows lead the eye through a table of contents. */
const MOST_POINTS = 6;

/** What stands for an ellipsis or a dash: a run of one sign. */
const RUNS = /\.{3,}|。{3,}|…+|⋯+|-{2,}|―+|─{2,}|－{2,}/g;

/**
 * Ellipsis and dash in the form of Chinese text, six points and two cells (GB/T 15834—2011). A single `—` stays: between places
 * and years it means "to".
 */
export function longForms(passage: Passage): Change[] {
  const changes: Change[] = [];
  for (const { 0: run, index } of passage.text.matchAll(RUNS)) {
    const end = index + run.length;
    if (passage.keeps(index)) continue;
    const newText = '.。…⋯'.includes(run.charAt(0)) ? ellipsisFor(passage, run, index) : dashFor(passage, run, index);
    if (newText !== undefined) changes.push({ start: index, end, newText });
  }
  return changes;
}

function ellipsisFor(passage: Passage, run: string, at: number): string | undefined {
  const before = passage.before(at);
  const chinese = before === 'han' || (before === 'none' && passage.behind(at + run.length - 1) === 'han');
  if (!chinese || run.length > MOST_POINTS || betweenDigits(passage.text, at, run)) return undefined;
  // Of … two are right, and more are somebody's wish.
  return run.startsWith('…') && run.length > 1 ? undefined : ELLIPSIS;
}

function dashFor(passage: Passage, run: string, at: number): string | undefined {
  const sides = [passage.before(at), passage.behind(at + run.length - 1)];
  if (sides.includes('latin') || !sides.includes('han') || run.length > 4 || betweenDigits(passage.text, at, run)) return undefined;
  return run === '―' ? undefined : DASH;
}

function betweenDigits(text: string, at: number, run: string): boolean {
  return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + run.length));
}
