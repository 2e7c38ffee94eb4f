import { sidesOf } from './conflict';
import { merge } from './merge';
import { nothingRemembered, type Sidecar, type Withdrawn } from './remembered';
import { readInstant, readItem } from './readItem';
import { Misshapen, Shape } from './shape';
import { own, version } from './vocabulary';

/** What is wrong with a sidecar: it is no JSON; or a value (at `path`, as `first.items[2].target`) is not what it should be. */
export type SidecarProblem = { readonly code: 'json' } | { readonly code: 'shape'; readonly path: string };

/** A sidecar's file as it was found. */
export type SidecarReading =
  /** `problems`: items that look like ours and are not understood; they are kept, and not honoured. */
  | { readonly state: 'read'; readonly sidecar: Sidecar; readonly problems: readonly SidecarProblem[] }
  /** Written by a later version of the format: to be left alone. */
  | { readonly state: 'newer'; readonly version: number }
  /** Holds git's conflict marks. `sidecar`: what both sides remember together, where both can be read. */
  | { readonly state: 'conflict'; readonly sidecar?: Sidecar }
  | { readonly state: 'broken'; readonly problem: SidecarProblem };

/** Reads a sidecar; a value for any text at all. */
export function readSidecar(text: string): SidecarReading {
  const sides = sidesOf(text);
  if (sides === undefined) return readDocument(text);
  const read = sides.map(readDocument);
  const newer = read.find((side) => side.state === 'newer');
  if (newer !== undefined) return newer;
  const sidecars = read.flatMap((side) => (side.state === 'read' ? [side.sidecar] : []));
  return sidecars.length < sides.length ? { state: 'conflict' } : { state: 'conflict', sidecar: sidecars.reduce(merge, nothingRemembered) };
}

function readDocument(text: string): SidecarReading {
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text, holdable);
  } catch {
    return { state: 'broken', problem: { code: 'json' } };
  }
  try {
    const document = new Shape(value, '');
    const found = document.field(own.version).count();
    if (found > version) return { state: 'newer', version: found };
    return readItems(document);
  } catch (error) {
    if (error instanceof Misshapen) return { state: 'broken', problem: { code: 'shape', path: error.path } };
    throw error;
  }
}

/** Fields of the collection that are written anew each time. */
const known: ReadonlySet<string> = new Set(['@context', 'id', 'type', 'label', 'total', 'first', own.version, own.withdrawn]);

function readItems(document: Shape): SidecarReading {
  const problems: SidecarProblem[] = [];
  const read = document.field('first').field('items').items().map((item) => {
    const one = readItem(item);
    if (one.problem !== undefined) problems.push({ code: 'shape', path: one.problem });
    return one;
  });
  const withdrawn = document.field(own.withdrawn);
  const sidecar: Sidecar = {
    entries: read.flatMap(({ entry }) => (entry === undefined ? [] : [entry])),
    foreign: read.flatMap(({ foreign }) => (foreign === undefined ? [] : [foreign])),
    withdrawn: withdrawn.isAbsent ? [] : withdrawn.items().map((item): Withdrawn => ({ id: item.field('id').text(), modified: readInstant(item.field('modified')) })),
    rest: Object.fromEntries(Object.entries(document.record()).filter(([key]) => !known.has(key))),
  };
  // An id that stands twice is one thing; merging with nothing settles that, and the order.
  return { state: 'read', sidecar: merge(nothingRemembered, sidecar), problems };
}

/** Refuses a number that no JSON of ours could say again: written back it would be null, and what others wrote must come out as it went in. */
function holdable(_: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('a number too large');
  return value;
}
