// @ts-check
// Programs kept in .vscode-test/: made once in a folder beside, then moved into place whole.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cache } from '../lib/paths.mjs';

/**
 * The folder of that name in the cache, made when it is not there. Two runs at once may both make it; the first one in place stays.
 * @param {string} name names the program, its version and the version of the recipe
 * @param {(folder: string) => void} make fills a new, empty folder; what it leaves after a throw is removed
 * @returns {string} the folder
 */
export function cached(name, make) {
  const folder = path.join(cache, name);
  if (existsSync(folder)) return folder;
  const beside = path.join(cache, `.making-${name}-${process.pid}`);
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true });
  try {
    make(beside);
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
