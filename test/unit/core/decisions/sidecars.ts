// Sidecars for tests: made of nothing but what a test says.
import fc from 'fast-check';
import { Ground, type Entry, type Sidecar, type Stamp } from '../../../../src/core/index';
import { entryOf } from '../../../../src/core/decisions/keep';
import { merge } from '../../../../src/core/decisions/merge';
import { nothingRemembered, passagesOf, type Body } from '../../../../src/core/decisions/remembered';

/** 2,000 cases with a fixed seed; RESTITCH_RUNS and RESTITCH_SEED look further. */
export const set = { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 2000), seed: Number(process.env['RESTITCH_SEED'] ?? 1) };

/** Ids in a row, at an hour of one day. */
export function stampAt(time: string, creator?: string): Stamp {
  let next = 0;
  return { newId: () => `urn:uuid:${time}-${String(next++)}`, time, ...(creator === undefined ? {} : { creator }) };
}

/** Plain objects, as code makes them. */
const plain = { noNullPrototype: true } as const;

const ids = fc.constantFrom('urn:uuid:a', 'urn:uuid:b', 'urn:uuid:c', 'urn:uuid:d');
const times = fc.constantFrom(
  '2026-09-24T08:00:00.000Z', '2026-09-24T08:00:00.001Z', '2026-09-24T09:00:00.000Z',
  // The same instant in another zone, and one without fractions.
  '2026-09-24T16:00:00.000+08:00', '2026-09-25T00:00:00Z',
);
const words = fc.string({ unit: fc.constantFrom(...'河湾镇办起夜校𠮷。，\n #"\\'), maxLength: 12 });

const bodies: fc.Arbitrary<Body> = fc.oneof(
  fc.constantFrom<Body>(
    { kind: 'join' }, { kind: 'follow' }, { kind: 'split' }, { kind: 'begin' }, { kind: 'apart', as: 'join' }, { kind: 'apart', as: 'follow' },
    { kind: 'role', role: 'headline' }, { kind: 'role', role: 'furniture' }, { kind: 'ignore', code: 'stray-fragment' }, { kind: 'reviewed' },
  ),
  fc.record({ kind: fc.constant('note' as const), text: words, resolved: fc.boolean() }, plain),
  fc.record({ kind: fc.constant('answer' as const), text: words, to: ids }, plain),
);

const passages = fc.record({ head: words, prefix: words, suffix: words, position: fc.tuple(fc.nat(99), fc.nat(99)).map(([start, length]) => [start, start + length] as const) }, plain);
const longPassages = fc.tuple(passages, words).map(([passage, tail]) => ({ ...passage, tail }));

export const anyEntry: fc.Arbitrary<Entry> = bodies.chain((body) =>
  fc.record({
    id: ids,
    created: times,
    modified: times,
    anchored: times,
    body: fc.constant(body),
    passages: fc.array(fc.oneof(passages, longPassages), { minLength: passagesOf(body), maxLength: passagesOf(body) }),
    rest: fc.constantFrom({}, { 'schema:keywords': ['x'] }),
    creator: fc.constantFrom('沈知微', undefined),
    step: fc.constantFrom('urn:uuid:s', undefined),
  }, plain).map(({ creator, step, ...entry }) => ({ ...entry, ...(creator === undefined ? {} : { creator }), ...(step === undefined ? {} : { step }) })),
);

const anyForeign = fc.record({ id: ids, modified: times, mark: fc.nat(3) }, plain).map(({ id, modified, mark }) => ({ id, modified, item: { id, modified, type: 'Annotation', mark } }));

/** Any sidecar at all, in order. */
export const anySidecar: fc.Arbitrary<Sidecar> = fc
  .record({
    entries: fc.array(anyEntry, { maxLength: 5 }),
    foreign: fc.array(anyForeign, { maxLength: 2 }),
    withdrawn: fc.array(fc.record({ id: ids, modified: times }, plain), { maxLength: 3 }),
    rest: fc.constantFrom<Record<string, unknown>>({}, { note: 1 }, { note: 2, other: null }, JSON.parse('{"__proto__": 3}') as Record<string, unknown>),
  }, plain)
  .map((sidecar) => merge(nothingRemembered, sidecar));

/** A sidecar that remembers bodies of passages of a text, each named by its words. */
export function remembering(text: string, wishes: readonly { readonly body: Body; readonly of: readonly string[] }[], time = '2026-09-24T08:00:00.000Z'): Sidecar {
  const ground = new Ground(text);
  const stamp = stampAt(time);
  const entries = wishes.map(({ body, of }) => entryOf(ground, body, of.map((words) => {
    const at = text.indexOf(words);
    if (at < 0) throw new Error(`no “${words}” in the text`);
    return [at, at + words.length] as const;
  }), stamp, stamp.newId()));
  return merge(nothingRemembered, { ...nothingRemembered, entries });
}
