import type { DecidedRole } from '../page/decision';
import type { FindingCode } from '../page/model';
import type { Passage } from './passage';

/** Who remembers what when: given in by the host, for the core knows no clock and no chance. */
export interface Stamp {
  /** A new `urn:uuid:…`, one for each thing remembered. */
  readonly newId: () => string;
  /** An instant as `2026-09-24T08:00:00.000Z`. */
  readonly time: string;
  /** The name that is signed with; left out, nobody signs. */
  readonly creator?: string;
}

/** What is remembered of one or two passages. */
export type Body =
  | { readonly kind: 'join' | 'follow' | 'split' | 'begin' }
  | { readonly kind: 'apart'; readonly as: 'join' | 'follow' }
  | { readonly kind: 'role'; readonly role: DecidedRole }
  | { readonly kind: 'ignore'; readonly code: FindingCode }
  /** The article whose headline (or beginning) this is has been read through by a person. */
  | { readonly kind: 'reviewed' }
  | { readonly kind: 'note'; readonly text: string; readonly resolved: boolean }
  /** An answer to a note; it has no passage of its own. */
  | { readonly kind: 'answer'; readonly text: string; readonly to: string };

/** One thing remembered: an Annotation of the Web Annotation model. */
export interface Entry {
  readonly id: string;
  readonly created: string;
  readonly modified: string;
  /** When its passages were last quoted from the text; no change of what was decided. */
  readonly anchored: string;
  readonly creator?: string;
  /** Entries of one gesture share a step and are undone together. */
  readonly step?: string;
  readonly body: Body;
  /** Two where it speaks of two (`left`, `right`), none for an answer, else one. */
  readonly passages: readonly Passage[];
  /** What others wrote into this annotation that we do not know; kept as it is. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** An item that is none of ours, or not understood: kept as it is, and not honoured. */
export interface Foreign {
  /** Its `id`; where it has none, its text, so that it is kept once. */
  readonly id: string;
  readonly modified: string;
  readonly item: Readonly<Record<string, unknown>>;
}

/** A thing taken back. It stays on record, so that it does not come back from another copy. */
export interface Withdrawn {
  readonly id: string;
  readonly modified: string;
}

/** All that is remembered about one dump. A value, never changed; each kind in the order of {@link inOrder}. */
export interface Sidecar {
  readonly entries: readonly Entry[];
  readonly foreign: readonly Foreign[];
  readonly withdrawn: readonly Withdrawn[];
  /** What others wrote beside the items that we do not know. */
  readonly rest: Readonly<Record<string, unknown>>;
}

export const nothingRemembered: Sidecar = { entries: [], foreign: [], withdrawn: [], rest: {} };

/** Whether there is anything that a file would have to hold. */
export function isEmpty({ entries, foreign, withdrawn }: Sidecar): boolean {
  return entries.length + foreign.length + withdrawn.length === 0;
}

/** How many passages a body speaks of. */
export function passagesOf({ kind }: Body): 0 | 1 | 2 {
  if (kind === 'answer') return 0;
  return kind === 'join' || kind === 'follow' || kind === 'apart' ? 2 : 1;
}
