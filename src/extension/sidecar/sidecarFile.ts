import type * as vscode from 'vscode';
import { isEmpty, mergeThree, nothingRemembered, readSidecar, same, writeSidecar, type Sidecar, type SidecarReading } from '../../core';
import { nameOf, putAside, readIfThere, sidecarOf, writeWhole } from './files';

/** How the file was found; only what was `read` or is `absent` is written over. */
export type FileState = 'absent' | SidecarReading['state'];

export interface FileNews {
  /** What is remembered now, the file's content taken in. */
  readonly sidecar: Sidecar;
  readonly reading?: SidecarReading;
  /** The name under which an unusable file was put aside. */
  readonly aside?: string;
  /** Whether the file was written now. */
  readonly written?: boolean;
}

/** Within this time of a write, something that was written and is not there was overwritten, not taken away. In milliseconds. */
const grace = 2000;

/**
 * The sidecar's file of one dump. What is remembered in memory and in the file are brought together both when it is read and
 * when it is written. Calls must not overlap: {@link Decisions} lets them wait in a row.
 */
export class SidecarFile {
  readonly uri: vscode.Uri;
  readonly #source: string;
  #text: string | undefined;
  #state: FileState = 'absent';
  /** The file as it was last read or written, and as it was before that was written. */
  #base: Sidecar = nothingRemembered;
  #before: Sidecar = nothingRemembered;
  #written = 0;

  constructor(dump: vscode.Uri) {
    this.uri = sidecarOf(dump);
    this.#source = nameOf(dump);
  }

  get state(): FileState {
    return this.#state;
  }

  /** Takes in what the file holds now. @throws where it is there and cannot be read */
  async read(ours: Sidecar): Promise<FileNews> {
    const text = await readIfThere(this.uri);
    if (text === this.#text) return { sidecar: ours };
    const reading = text === undefined ? undefined : readSidecar(text);
    const base = Date.now() - this.#written < grace ? this.#before : this.#base;
    this.#text = text;
    this.#state = reading?.state ?? 'absent';
    if (reading === undefined || reading.state === 'read') {
      this.#base = reading?.sidecar ?? nothingRemembered;
      return { sidecar: mergeThree(base, ours, this.#base), ...(reading && { reading }) };
    }
    this.#base = nothingRemembered;
    const found = reading.state === 'conflict' ? reading.sidecar : undefined;
    return { sidecar: found === undefined ? ours : mergeThree(nothingRemembered, ours, found), reading };
  }

  /**
   * Brings the file up to what is remembered, if that is anything new. A newer version's file is left alone, one that
   * cannot be used is put aside first.
   * @throws where it cannot be written
   */
  async write(ours: Sidecar): Promise<FileNews> {
    const news = await this.read(ours);
    const { sidecar } = news;
    if (this.#state === 'newer' || same(sidecar, this.#base)) return news;
    if (this.#state === 'absent' && isEmpty(sidecar)) return news;
    const aside = this.#state === 'broken' || this.#state === 'conflict' ? await putAside(this.uri) : undefined;
    const text = writeSidecar(sidecar, this.#source);
    await writeWhole(this.uri, text);
    this.#before = this.#base;
    this.#base = sidecar;
    this.#text = text;
    this.#state = 'read';
    this.#written = Date.now();
    return { ...news, written: true, ...(aside === undefined ? {} : { aside }) };
  }
}
