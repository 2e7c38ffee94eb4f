import type { Decision } from '../page/decision';
import type { Span } from '../text/span';
import type { Ground } from './ground';
import { laterThan } from './instant';
import { inOrder, merge } from './merge';
import { describe, spanFrom } from './passage';
import { nothingRemembered, type Body, type Entry, type Sidecar, type Stamp, type Withdrawn } from './remembered';

/** The spans of a text that a decision speaks of, in the order of an entry's passages. */
export function spansOf(decision: Decision, text: string): readonly Span[] {
  switch (decision.kind) {
    case 'join':
    case 'follow':
    case 'apart':
      return [decision.left, decision.right];
    case 'role':
    case 'ignore':
      return [decision.span];
    case 'split':
    case 'begin':
      return [spanFrom(text, decision.at)];
  }
}

function bodyOf(decision: Decision): Body {
  switch (decision.kind) {
    case 'apart':
      return { kind: 'apart', as: decision.as };
    case 'role':
      return { kind: 'role', role: decision.role };
    case 'ignore':
      return { kind: 'ignore', code: decision.code };
    case 'join':
    case 'follow':
    case 'split':
    case 'begin':
      return { kind: decision.kind };
  }
}

/** What one gesture decides, as entries that share a step. */
export function entriesOf(ground: Ground, decisions: readonly Decision[], stamp: Stamp): Entry[] {
  const step = stamp.newId();
  return decisions.map((decision) => entryOf(ground, bodyOf(decision), spansOf(decision, ground.text), stamp, step));
}

/** Something to remember of passages of a text. */
export function entryOf(ground: Ground, body: Body, spans: readonly Span[], { newId, time, creator }: Stamp, step?: string): Entry {
  return {
    id: newId(),
    created: time,
    modified: time,
    anchored: time,
    ...(creator === undefined ? {} : { creator }),
    ...(step === undefined ? {} : { step }),
    body,
    passages: spans.map((span) => describe(ground, span)),
    rest: {},
  };
}

/** A decision again, its passages placed in a text; `undefined` for an entry that is none (a note, a review). */
export function decisionOf({ body }: Entry, spans: readonly Span[]): Decision | undefined {
  const [first, second] = spans;
  if (first === undefined) return undefined;
  switch (body.kind) {
    case 'join':
    case 'follow':
      return second && { kind: body.kind, left: first, right: second };
    case 'apart':
      return second && { kind: 'apart', as: body.as, left: first, right: second };
    case 'role':
      return { kind: 'role', span: first, role: body.role };
    case 'ignore':
      return { kind: 'ignore', code: body.code, span: first };
    case 'split':
    case 'begin':
      return { kind: body.kind, at: first[0] };
    case 'reviewed':
    case 'note':
    case 'answer':
      return undefined;
  }
}

/** The sidecar with more entries. */
export function add(sidecar: Sidecar, entries: readonly Entry[]): Sidecar {
  return merge(sidecar, { ...nothingRemembered, entries: [...entries].sort(inOrder) });
}

/** An entry with another body, modified now. */
export function change(sidecar: Sidecar, id: string, body: Body, time: string): Sidecar {
  const entry = sidecar.entries.find((one) => one.id === id);
  if (entry === undefined) return sidecar;
  return add(sidecar, [{ ...entry, body, modified: laterThan(entry.modified, time) }]);
}

/** The sidecar with things taken back; an answer goes with its note. */
export function withdraw(sidecar: Sidecar, ids: readonly string[], time: string): Sidecar {
  const all = new Set(ids);
  const taken = sidecar.entries.filter(({ id, body }) => all.has(id) || (body.kind === 'answer' && all.has(body.to)));
  const withdrawn = taken.map(({ id, modified }): Withdrawn => ({ id, modified: laterThan(modified, time) }));
  return merge(sidecar, { ...nothingRemembered, withdrawn });
}

/** The entries of the last gesture that stands: what "undo" takes back. */
export function lastStep(sidecar: Sidecar): readonly Entry[] {
  const last = [...sidecar.entries].reverse().find(({ step }) => step !== undefined);
  return last === undefined ? [] : sidecar.entries.filter(({ step }) => step === last.step);
}
