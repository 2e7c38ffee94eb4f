import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FileError, systemCode, writingFailed } from './fileError';
import { real } from './files';
import { neighbourIn, sweepNeighbours } from './neighbours';

/**
 * Writes a whole file or nothing: into a neighbour first, which then takes its name. Makes the folders it needs.
 * A lone surrogate cannot be written as UTF-8, so it is refused and not replaced.
 * @throws FileError
 */
export async function writeWhole(file: string, text: string | Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  const neighbour = neighbourIn(folder);
  try {
    if (typeof text === 'string' && /\p{Surrogate}/u.test(text)) throw new FileError(file, { code: 'Unwritable', reason: 'lone surrogate' });
    await mkdir(folder, { recursive: true });
    await sweepNeighbours(folder);
    await writeFile(neighbour, text, { flag: 'wx' });
    await rename(neighbour, file);
  } catch (cause) {
    await rm(neighbour, { force: true }).catch(() => undefined);
    throw writingFailed(file, cause);
  }
}

/**
 * Whether a file is still to be written: not where it holds these very bytes.
 * @throws FileError where it holds something else: nothing is written over without being asked
 */
export async function isMissing(file: string, bytes: Uint8Array): Promise<boolean> {
  let there: Uint8Array;
  try {
    there = await readFile(file);
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return true;
    throw writingFailed(file, cause);
  }
  if (Buffer.compare(there, bytes) === 0) return false;
  throw new FileError(file, { code: 'Exists' });
}

/** Keeps outputs away from inputs. */
export interface Guard {
  /** Takes note of an input that is being read. */
  protect(file: string): Promise<void>;
  /** @throws FileError when `file` is one of the inputs or lies among them. */
  check(file: string): Promise<void>;
}

/**
 * @param folders the folders that are read; no output may lie in them, save in `out` itself
 * @param out where the outputs go
 */
export async function createGuard(folders: readonly string[], out: string): Promise<Guard> {
  const home = await real(out);
  const guarded = (await Promise.all(folders.map(real))).filter((folder) => !isInside(home, folder));
  const inputs = new Set<string>();
  // An article a file is many files of one folder, whose true path is asked for once.
  const folderOf = new Map<string, Promise<string>>();
  const trueFolder = (folder: string): Promise<string> => {
    const known = folderOf.get(folder) ?? real(folder);
    folderOf.set(folder, known);
    return known;
  };
  return {
    async protect(file) {
      const id = await identity(file);
      if (id !== undefined) inputs.add(id);
    },
    async check(file) {
      const id = await identity(file);
      // What is not there yet cannot be a link to elsewhere; a link to nothing is replaced, and not followed.
      const target = id === undefined ? path.join(await trueFolder(path.dirname(path.resolve(file))), path.basename(file)) : await real(file);
      if ((id !== undefined && inputs.has(id)) || guarded.some((folder) => isInside(target, folder))) {
        throw new FileError(file, { code: 'WouldOverwriteInput' });
      }
    },
  };
}

/** The file behind the name, whatever links and letter cases lead to it; undefined when there is none. */
async function identity(file: string): Promise<string | undefined> {
  const found = await stat(file, { bigint: true }).catch(() => undefined);
  return found?.isFile() === true ? `${found.dev}:${found.ino}` : undefined;
}

function isInside(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
