import { readFile } from 'node:fs/promises';
import { readSidecar, sidecarEnding, type Sidecar } from '../core/index';
import { FileError, readingFailed, systemCode } from './fileError';

/** What was decided about a dump, as its sidecar says. */
export interface SidecarFound {
  readonly sidecar: Sidecar;
  /** Whether both sides of a merge conflict were put together. */
  readonly conflict: boolean;
}

/**
 * Reads `FILE.restitch.json` beside a dump.
 * @returns `undefined` where there is none
 * @throws FileError where it cannot be used: decisions are not passed over in silence
 */
export async function readSidecarOf(dump: string): Promise<SidecarFound | undefined> {
  const file = dump + sidecarEnding;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(systemCode(cause))) return undefined;
    throw readingFailed(file, cause);
  }
  const reading = readSidecar(text);
  switch (reading.state) {
    case 'read':
      return { sidecar: reading.sidecar, conflict: false };
    case 'conflict':
      if (reading.sidecar === undefined) throw new FileError(file, { code: 'SidecarConflict' });
      return { sidecar: reading.sidecar, conflict: true };
    case 'newer':
      throw new FileError(file, { code: 'SidecarNewer', version: reading.version });
    case 'broken':
      throw new FileError(file, { code: 'SidecarBroken', ...(reading.problem.code === 'shape' ? { place: reading.problem.path } : {}) });
  }
}
