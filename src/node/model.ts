import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FileError, readingFailed } from './fileError';

const name = 'seam.ngram';

/**
 * The n-gram model that `createEngine` wants: beside the bundle in `dist`, or in the sources of the checkout.
 * @param from the folder of the running program
 * @throws FileError when it is nowhere
 */
export async function readModel(from: string = __dirname): Promise<Uint8Array> {
  for (const file of places(from)) {
    try {
      return await readFile(file);
    } catch (cause) {
      const error = readingFailed(file, cause);
      if (error.problem.code !== 'NotFound') throw error;
    }
  }
  throw new FileError(path.join(from, name), { code: 'NotFound' });
}

/** Beside the program; then the sources, seen from a bundle somewhere below the checkout. */
function* places(from: string): Generator<string> {
  yield path.join(from, name);
  let folder = from;
  for (let level = 0; level < 6 && path.dirname(folder) !== folder; level += 1) {
    folder = path.dirname(folder);
    yield path.join(folder, 'src', 'core', 'stitch', 'model', name);
  }
}
