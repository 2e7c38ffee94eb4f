import type { FormatId, Language } from '../../core';

/** A folder of dumps to be written into another, in one format. */
export interface FolderExport {
  /** Paths on the disk of the host. */
  readonly folder: string;
  readonly out: string;
  readonly format: FormatId;
  readonly normalise: boolean;
  /** The folder holds whole issues: an article that goes on on another page comes out as one. Left out: page by page. */
  readonly issues?: { readonly fileNames: readonly string[]; readonly rulings: readonly (readonly [key: string, same: boolean])[] };
  readonly language: Language;
}

export interface FolderProgress {
  /** 0 to 1; undefined until the folder is searched. */
  readonly share?: number;
  readonly done: number;
  readonly perSecond: number;
  /** In words, such as `3:20 min`. */
  readonly left?: string;
}

export interface FolderExported {
  readonly done: number;
  readonly unchanged: number;
  /** Inputs that could not be read or written. */
  readonly bad: number;
  /** The first of them: where, and why. */
  readonly troubles: readonly string[];
  readonly stopped: boolean;
}

/** Exports a folder in threads of its own; what an earlier export did is left as it is. */
export type ExportFolder = (request: FolderExport, hooks: { readonly signal: AbortSignal; readonly onProgress: (progress: FolderProgress) => void }) => Promise<FolderExported>;
