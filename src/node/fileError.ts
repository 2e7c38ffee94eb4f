/** Why a file or folder cannot be used. */
export type FileProblem =
  | { readonly code: 'NotFound' }
  /** `reason` is the system's own code: EACCES, EIO, ELOOP, … */
  | { readonly code: 'Unreadable'; readonly reason: string }
  | { readonly code: 'TooLarge'; readonly limit: number }
  /** A folder in which nothing has the ending of a dump. */
  | { readonly code: 'NoDumps' }
  | { readonly code: 'Unwritable'; readonly reason: string }
  /** Another file has the name of the output. */
  | { readonly code: 'Exists' }
  /** Writing there would destroy what is being read. */
  | { readonly code: 'WouldOverwriteInput' }
  /** A sidecar that is no JSON, or has (at `place`, as `first.items[2].target`) what it should not have. */
  | { readonly code: 'SidecarBroken'; readonly place?: string }
  /** A sidecar with a merge conflict of which one side cannot be read. */
  | { readonly code: 'SidecarConflict' }
  /** A sidecar of a later version of the format. */
  | { readonly code: 'SidecarNewer'; readonly version: number };

/** A file or folder that cannot be read or written. `cause` is the system's error where there is one. */
export class FileError extends Error {
  override readonly name = 'FileError';
  constructor(
    readonly path: string,
    readonly problem: FileProblem,
    options?: ErrorOptions,
  ) {
    super(`${path}: ${JSON.stringify(problem)}`, options);
  }
}

/** The system's code for what went wrong, such as `ENOENT`. */
export function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'unknown';
}

/** A system error met while reading `path`, typed. */
export function readingFailed(path: string, cause: unknown): FileError {
  if (cause instanceof FileError) return cause;
  const reason = systemCode(cause);
  return new FileError(path, reason === 'ENOENT' ? { code: 'NotFound' } : { code: 'Unreadable', reason }, { cause });
}

/** A system error met while writing `path`, typed. */
export function writingFailed(path: string, cause: unknown): FileError {
  if (cause instanceof FileError) return cause;
  return new FileError(path, { code: 'Unwritable', reason: systemCode(cause) }, { cause });
}
