/** What tells a full stop that was lost from a column's end, in log-odds: learned from 4,000 pieces without a stop of pages that lost one in ten (AUC .94). */
const CONSTANT = -1.6;
const BY_STOP = 1;
const BY_BEGINNING = 0.75;
const BY_CLAUSE = 2.1;
/** Bounds of what is told, so that no odd text outweighs a page. */
const MOST_STOP = 4;
const LEAST_FRESH = -6;
const MOST_FRESH = 5;
/** A clause of so many characters may well be the last of its sentence. */
const LONG_CLAUSE = 12;

/** Of pieces without a stop one in ten is asked about as if it had lost it. */
const SUSPECTED = Math.log(0.1 / 0.9);
/** A page is taken for one like all others until so many pieces say otherwise; of those one in fifty lost its stop. */
const USUAL = 4;
const USUAL_SHARE = 0.02;
/** The share of which nothing is told; three times as many and a third speak alike, to and fro. */
const MIDDLE = 0.05;
const MOST = 3;

/** How a piece without a stop ends, and how what stands right below it begins. */
export interface OpenEnd {
  /** As `Node.stop` and `Node.clauseEnd`. */
  readonly stop: number;
  readonly clauseEnd: number;
  /** As `Node.fresh`, of the piece below. */
  readonly freshBelow: number;
}

/** What an open end tells of a stop that was lost: how much one is missed there, within bounds, and how long its last clause is, 0 to 1. */
export function missedStop({ stop, clauseEnd }: Pick<OpenEnd, 'stop' | 'clauseEnd'>): { readonly stop: number; readonly clause: number } {
  return { stop: boundedStop(stop), clause: Math.min(LONG_CLAUSE, clauseEnd) / LONG_CLAUSE };
}

/**
 * How many stops a page seems to have lost where others end: for each of its open ends, from all but itself, the logarithm of the share that lost theirs by a
 * middling one. A reader of scanned pages loses stops all over a page, or none.
 */
export function lostStops(ends: readonly OpenEnd[]): number[] {
  const suspicions = ends.map((end) => {
    const { stop, clause } = missedStop(end);
    const told = CONSTANT + BY_STOP * stop + BY_BEGINNING * boundedFresh(end.freshBelow) + BY_CLAUSE * clause;
    return 1 / (1 + Math.exp(-(told + SUSPECTED)));
  });
  const all = suspicions.reduce((sum, one) => sum + one, 0);
  return suspicions.map((own) => bounded(Math.log((USUAL * USUAL_SHARE + all - own) / (USUAL + ends.length - 1) / MIDDLE), -MOST, MOST));
}

/** A value within bounds. */
export const bounded = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** How much a stop is missed, and how much what stands below begins afresh, as far as it counts: within bounds. */
export const boundedStop = (stop: number): number => bounded(stop, -MOST_STOP, MOST_STOP);
export const boundedFresh = (fresh: number): number => bounded(fresh, LEAST_FRESH, MOST_FRESH);
