import type { DumpVerdict } from '../core';
import type { Settings } from './settings';

/** What the user said of one document by command. */
export type Override = 'dump' | 'ordinary';

/** What is known when a document is to be told from a dump. */
export interface Evidence {
  readonly languageId: string;
  readonly override: Override | undefined;
  readonly detect: Settings['detect'];
  /** Whether the document was recognised since it was opened: a clean page shows less evidence than the dump it came from. */
  readonly wasDump: boolean;
}

export const dumpLanguage = 'newspaper-dump';

/** The languages in which a dump may stand. */
export const languages: readonly string[] = [dumpLanguage, 'plaintext', 'markdown'];

/**
 * Whether a document is a dump, as far as that can be said without reading it.
 * @returns `undefined` where only its text can tell
 */
export function recogniseUnread(evidence: Evidence): boolean | undefined {
  if (evidence.override !== undefined) return evidence.override === 'dump';
  if (evidence.languageId === dumpLanguage) return true;
  if (!languages.includes(evidence.languageId)) return false;
  if (evidence.detect !== 'auto') return evidence.detect === 'always';
  return evidence.wasDump ? true : undefined;
}

/** Whether a document is a dump, its text read. */
export function recognise(evidence: Evidence, verdict: DumpVerdict): boolean {
  return recogniseUnread(evidence) ?? verdict.isDump;
}

/**
 * Whether an ordinary text has changed so much that it should be judged again (a page was pasted into it).
 * Typing in a README must not cost an analysis at each pause.
 * @param before length when it was judged, in UTF-16 units
 * @param now length now
 */
export function worthJudgingAgain(before: number, now: number): boolean {
  return Math.abs(now - before) >= Math.max(200, before / 5);
}
