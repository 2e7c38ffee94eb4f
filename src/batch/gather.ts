import path from 'node:path';
import { readName } from '../core/index';
import type { Source, Unreadable } from './sources';

/** Pages that lie together in one folder, and are of one day where their own names say so. */
export interface Gathering {
  readonly kind: 'gathering';
  /** The folder's place among what was given, with `/`; the name of the folder where it was given itself. */
  readonly name: string;
  /** The folder, for a person. */
  readonly where: string;
  readonly sources: readonly Source[];
}

interface OpenFolder {
  readonly name: string;
  /** By day; empty where the names tell none. */
  readonly days: Map<string, Source[]>;
}

/**
 * Gathers the pages of each folder. Nothing is read: a folder is given when the search has left it and what lies in it; of an archive, the entries have to
 * be kept, for they come once. Anything but pages is given as it comes.
 * @param sources as `findSources` gives them: a folder's entries together, those of folders inside it among them
 * @param keep makes a source that can be opened later of one that cannot
 */
export async function* gathered(sources: AsyncIterable<Source | Unreadable>, fileNames: readonly string[] | undefined, keep: (source: Source) => Promise<Source>): AsyncGenerator<Source | Unreadable | Gathering> {
  const open = new Map<string, OpenFolder>();
  for await (const source of sources) {
    if (source.kind !== 'page') {
      yield source;
      continue;
    }
    const folder = path.dirname(source.where);
    for (const [other, one] of open) {
      if (isWithin(folder, other)) continue;
      open.delete(other);
      yield* gatheringsOf(other, one);
    }
    const one = open.get(folder) ?? { name: path.posix.dirname(source.name), days: new Map<string, Source[]>() };
    open.set(folder, one);
    const day = readName(path.posix.basename(source.name), fileNames).date ?? '';
    const kept = source.file === undefined ? await keep(source) : source;
    const together = one.days.get(day);
    if (together) together.push(kept);
    else one.days.set(day, [kept]);
  }
  for (const [folder, one] of open) yield* gatheringsOf(folder, one);
}

function* gatheringsOf(where: string, { name, days }: OpenFolder): Generator<Gathering> {
  const own = name === '.' ? '' : name;
  for (const [day, sources] of days) {
    const parts = [own, day].filter((part) => part !== '');
    yield { kind: 'gathering', name: parts.length === 0 ? path.basename(path.resolve(where)) : parts.join('/'), where, sources };
  }
}

function isWithin(folder: string, other: string): boolean {
  return folder === other || folder.startsWith(other.endsWith(path.sep) ? other : `${other}${path.sep}`) || folder.startsWith(`${other}/`);
}
