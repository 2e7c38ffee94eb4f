import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, type BigIntStats } from 'node:fs';
import path from 'node:path';
import { FileError, systemCode, writingFailed } from './fileError';
import { real } from './files';
import { neighbourIn, sweepNeighbours } from './neighbours';

/**
 * The calls that write wait for the disk: they run in the threads of a batch and in the command, which have nothing else to do
 * meanwhile, and a call that comes back through the event loop takes several times as long on a local disk.
 */

/** Folders that were made and swept; forgotten now and then, for an archive has any number. */
const known = new Set<string>();
const MOST_KNOWN = 4096;

/**
 * Writes a whole file or nothing: into a neighbour first, which then takes its name. Makes the folders it needs.
 * A lone surrogate cannot be written as UTF-8, so it is refused and not replaced.
 * @throws FileError
 */
export function writeWhole(file: string, text: string | Uint8Array): void {
  const folder = path.dirname(file);
  const neighbour = neighbourIn(folder);
  try {
    if (typeof text === 'string' && !text.isWellFormed()) throw new FileError(file, { code: 'Unwritable', reason: 'lone surrogate' });
    if (!known.has(folder)) prepare(folder);
    try {
      writeFileSync(neighbour, text, { flag: 'wx' });
    } catch (cause) {
      if (systemCode(cause) !== 'ENOENT') throw cause;
      // Somebody took the folder away meanwhile.
      prepare(folder);
      writeFileSync(neighbour, text, { flag: 'wx' });
    }
    renameSync(neighbour, file);
  } catch (cause) {
    try {
      rmSync(neighbour, { force: true });
    } catch {
      // What could not be written cannot be taken away.
    }
    throw writingFailed(file, cause);
  }
}

function prepare(folder: string): void {
  mkdirSync(folder, { recursive: true });
  sweepNeighbours(folder);
  if (known.size >= MOST_KNOWN) known.clear();
  known.add(folder);
}

/** A file to be written. */
export interface Wanted {
  readonly file: string;
  readonly content: string | Uint8Array;
  /** Whether it may take the place of a file that holds something else. */
  readonly mayReplace: boolean;
}

/**
 * Writes files that belong together: all of them, or none where one may not be written. What is there just so is left as it is.
 * @throws FileError where one would replace an input, or a file that holds something else
 */
export function writeTogether(files: readonly Wanted[], guard: Guard): void {
  const missing = files.filter(({ file, content, mayReplace }) => !guard.check(file) || !holds(file, content, mayReplace));
  for (const { file, content } of missing) writeWhole(file, content);
}

/**
 * Whether a file that is there holds these very bytes.
 * @throws FileError where it holds something else and may not be replaced: nothing is written over without being asked
 */
function holds(file: string, content: string | Uint8Array, mayReplace: boolean): boolean {
  let there: Uint8Array;
  try {
    there = readFileSync(file);
  } catch (cause) {
    if (mayReplace || systemCode(cause) === 'ENOENT') return false;
    throw writingFailed(file, cause);
  }
  if (Buffer.compare(there, typeof content === 'string' ? Buffer.from(content) : content) === 0) return true;
  if (mayReplace) return false;
  throw new FileError(file, { code: 'Exists' });
}

/** Keeps outputs away from inputs. */
export interface Guard {
  /** Takes note of an input that is being read. */
  protect(file: string): void;
  /** Whether something is there. @throws FileError when `file` is one of the inputs or lies among them */
  check(file: string): boolean;
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
  const folderOf = new Map<string, string>();
  const trueFolder = (folder: string): string => {
    const found = folderOf.get(folder) ?? realNow(folder);
    if (folderOf.size >= MOST_KNOWN) folderOf.clear();
    folderOf.set(folder, found);
    return found;
  };
  return {
    protect(file) {
      const found = statIfThere(file);
      const id = found && identityOf(found);
      if (id !== undefined) inputs.add(id);
    },
    check(file) {
      const found = statIfThere(file);
      const id = found && identityOf(found);
      // What is not there yet cannot be a link to elsewhere; a link to nothing is replaced, and not followed.
      const target = id === undefined ? path.join(trueFolder(path.dirname(path.resolve(file))), path.basename(file)) : realNow(file);
      if ((id !== undefined && inputs.has(id)) || guarded.some((folder) => isInside(target, folder))) {
        throw new FileError(file, { code: 'WouldOverwriteInput' });
      }
      return found !== undefined;
    },
  };
}

/** The file behind a name, whatever links and letter cases lead to it; undefined where it is none. */
function identityOf(found: BigIntStats): string | undefined {
  return found.isFile() ? `${found.dev}:${found.ino}` : undefined;
}

function statIfThere(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The true path, links followed; of what does not exist yet, the place it will have. */
function realNow(file: string): string {
  const absolute = path.resolve(file);
  try {
    return realpathSync(absolute);
  } catch {
    const parent = path.dirname(absolute);
    return parent === absolute ? absolute : path.join(realNow(parent), path.basename(absolute));
  }
}

function isInside(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
