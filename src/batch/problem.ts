import { DecodeError, type DecodeProblem } from '../node/encoding';
import { FileError, type FileProblem } from '../node/fileError';

/** What can be wrong with an archive, a record, or a thread; plain data, so that it crosses from one thread to another. */
export type BatchProblem =
  /** `reason`: the words of whoever reads the archive. */
  | { readonly code: 'BadArchive'; readonly reason: string }
  /** An entry whose name leads out of its archive. */
  | { readonly code: 'UnsafeName' }
  | { readonly code: 'Encrypted' }
  /** An archive inside an archive. */
  | { readonly code: 'Nested' }
  /** Entries that lie on top of each other, or swell beyond all measure: made to fill a disk. */
  | { readonly code: 'Bomb' }
  | { readonly code: 'LineTooLong'; readonly limit: number }
  | { readonly code: 'NotJson' }
  | { readonly code: 'NotAnObject' }
  | { readonly code: 'NoField'; readonly field: string }
  /** A format of bytes, which no record and no stream can hold. */
  | { readonly code: 'NeedsFile'; readonly format: string }
  /** Records of a file that an earlier run has done, bad ones left aside. */
  | { readonly code: 'BadRecords'; readonly count: number }
  /** A folder of more pages than an issue can have; each was done by itself. */
  | { readonly code: 'NoIssue'; readonly pages: number; readonly limit: number }
  /** The thread that read it died or hung, twice. */
  | { readonly code: 'ThreadEnded'; readonly why: string }
  | { readonly code: 'Internal'; readonly what: string };

export type Problem = FileProblem | DecodeProblem | BatchProblem;

/** Something wrong with one input or one record. */
export class BatchError extends Error {
  override readonly name = 'BatchError';
  constructor(
    readonly problem: Problem,
    options?: ErrorOptions,
  ) {
    super(JSON.stringify(problem), options);
  }
}

/** What went wrong, as data. */
export function problemOf(error: unknown): Problem {
  if (error instanceof BatchError || error instanceof FileError || error instanceof DecodeError) return error.problem;
  return { code: 'Internal', what: error instanceof Error ? error.message : String(error) };
}

/** The file of which an error speaks. */
export function placeOf(error: unknown): string | undefined {
  return error instanceof FileError ? error.path : undefined;
}
