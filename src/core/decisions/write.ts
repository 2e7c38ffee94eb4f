import { isEmpty, passagesOf, type Body, type Entry, type Sidecar } from './remembered';
import type { Passage } from './passage';
import { context, motivations, own, version } from './vocabulary';

/** What is put behind the name of a dump to name its sidecar. */
export const sidecarEnding = '.restitch.json';

/**
 * The sidecar as a JSON-LD document in the Web Annotation model: an AnnotationCollection with one page. The same sidecar
 * gives the same text, things in the order in which they were decided, one field on a line, so that versions compare well.
 * @param source the file name of the dump, which stands beside it
 */
export function writeSidecar(sidecar: Sidecar, source: string): string {
  const iri = asIri(source);
  const items = [
    ...sidecar.entries.map((entry) => ({ modified: entry.modified, id: entry.id, item: itemOf(entry, iri) })),
    ...sidecar.foreign,
  ];
  const document = {
    '@context': context,
    id: '#decisions',
    type: 'AnnotationCollection',
    label: `Restitch: ${source}`,
    [own.version]: version,
    total: items.length,
    first: {
      id: '#decisions-1',
      type: 'AnnotationPage',
      partOf: '#decisions',
      startIndex: 0,
      items: items.map(({ item }) => item),
    },
    ...(sidecar.withdrawn.length === 0 ? {} : { [own.withdrawn]: sidecar.withdrawn }),
    ...sidecar.rest,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/**
 * What a sidecar's file should hold now.
 * @param before the file's text as it was read; `undefined` where there is none
 * @returns `undefined` where nothing is to be written: nothing to remember, or nothing new
 */
export function textToWrite(sidecar: Sidecar, source: string, before: string | undefined): string | undefined {
  if (before === undefined && isEmpty(sidecar)) return undefined;
  const text = writeSidecar(sidecar, source);
  return text === before ? undefined : text;
}

function itemOf(entry: Entry, source: string): Record<string, unknown> {
  const { id, created, modified, anchored, creator, step, body, passages, rest } = entry;
  const sides = passagesOf(body) === 2 ? ['left', 'right'] : [];
  const targets = passages.map((passage, i) => targetOf(passage, source, sides[i]));
  return {
    id,
    type: 'Annotation',
    motivation: motivations[body.kind],
    created,
    modified,
    ...(creator === undefined ? {} : { creator: { type: 'Person', name: creator } }),
    body: bodyOf(body),
    target: body.kind === 'answer' ? body.to : targets.length === 1 ? targets[0] : targets,
    ...(body.kind === 'note' && body.resolved ? { [own.resolved]: true } : {}),
    ...(step === undefined ? {} : { [own.step]: step }),
    [own.anchored]: anchored,
    ...rest,
  };
}

function bodyOf(body: Body): Record<string, unknown> {
  if (body.kind === 'note' || body.kind === 'answer') return { type: 'TextualBody', value: body.text, format: 'text/plain' };
  return {
    type: own.decision,
    [own.kind]: body.kind,
    ...(body.kind === 'apart' ? { [own.as]: body.as } : {}),
    ...(body.kind === 'role' ? { [own.role]: body.role } : {}),
    ...(body.kind === 'ignore' ? { [own.code]: body.code } : {}),
  };
}

function targetOf({ head, tail, prefix, suffix, position }: Passage, source: string, side: string | undefined): Record<string, unknown> {
  const quote = (exact: string, before: string, behind: string): Record<string, unknown> => ({ type: 'TextQuoteSelector', exact, prefix: before, suffix: behind });
  return {
    type: 'SpecificResource',
    source,
    ...(side === undefined ? {} : { [own.side]: side }),
    selector: [
      // A range ends where its end selector begins: what stands behind the passage is quoted, with its last words before it.
      tail === undefined ? quote(head, prefix, suffix) : { type: 'RangeSelector', startSelector: quote(head, prefix, ''), endSelector: quote(suffix, tail, '') },
      { type: 'TextPositionSelector', start: position[0], end: position[1] },
    ],
  };
}

/** A file name as a relative IRI: signs that mean something in one are escaped; Chinese may stand as it is. */
function asIri(name: string): string {
  return name.replace(/[\s%#?:/\\<>"{}|^`\p{Cs}]/gu, (sign) => (/\p{Cs}/u.test(sign) ? '_' : encodeURIComponent(sign)));
}
