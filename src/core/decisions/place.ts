import type { Decision } from '../page/decision';
import type { Span } from '../text/span';
import { findAgain } from './anchor';
import { Ground } from './ground';
import { decisionOf } from './keep';
import { describe, samePassage } from './passage';
import type { Entry, Sidecar } from './remembered';

/** An entry whose passages have their places in a text. */
export interface PlacedEntry {
  readonly entry: Entry;
  readonly spans: readonly Span[];
}

/** What a sidecar remembers, placed in a text. */
export interface Placing {
  readonly placed: readonly PlacedEntry[];
  /** What no longer fits; it is kept. */
  readonly lost: readonly Entry[];
}

/** Places all entries of a sidecar in a text; each in the order in which they were decided. */
export function place(sidecar: Sidecar, text: string): Placing {
  const anchors = findAgain(new Ground(text), sidecar.entries.flatMap(({ passages }) => passages));
  const placed: PlacedEntry[] = [];
  const lost: Entry[] = [];
  let next = 0;
  for (const entry of sidecar.entries) {
    const own = anchors.slice(next, (next += entry.passages.length));
    const spans = own.flatMap((anchor) => (anchor === undefined ? [] : [anchor.span]));
    if (spans.length === own.length) placed.push({ entry, spans });
    else lost.push(entry);
  }
  return { placed, lost };
}

/** The decisions among placed entries, for the engine. */
export function decisionsOf(placed: readonly PlacedEntry[]): Decision[] {
  return placed.flatMap(({ entry, spans }) => decisionOf(entry, spans) ?? []);
}

/**
 * The entries with their passages quoted from the text in which they are placed now.
 * @returns the very same entry where its quotation still holds
 */
export function quoteAgain(placed: readonly PlacedEntry[], text: string, time: string): Entry[] {
  const ground = new Ground(text);
  return placed.map(({ entry, spans }) => {
    const passages = spans.map((span) => describe(ground, span));
    return passages.every((passage, i) => samePassage(passage, entry.passages[i])) ? entry : { ...entry, passages, anchored: time };
  });
}
