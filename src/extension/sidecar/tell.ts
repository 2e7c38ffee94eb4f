import * as vscode from 'vscode';
import { language } from '../configuration';
import type { Log } from '../log';
import { inMessage } from '../plain';
import { translate } from '../translate';
import { nameOf } from './files';
import type { FileNews } from './sidecarFile';

/** What can be done where decisions stay in the memory of this window only. */
export interface Rescue {
  /** Writes what is remembered into another file, which is asked for. */
  readonly saveCopy: () => Promise<void>;
  /** Writes the sidecar again. */
  readonly again: () => Promise<void>;
}

/** Says what is wrong with sidecars: each thing once, with a way to look at the file, and to keep what it cannot take. */
export class Teller {
  readonly #told = new Set<string>();

  constructor(private readonly log: Log) {}

  /** Tells of a file that cannot be used, and of one that was put aside. */
  news(uri: vscode.Uri, { reading, aside, written }: FileNews, rescue: Rescue): void {
    if (written === true) this.#told.delete(`${uri.toString()} failed`);
    const tongue = language();
    const name = nameOf(uri);
    if (aside !== undefined) this.#say(uri, `aside ${aside}`, translate(tongue, 'What was decided is written to {0} anew. The file as it was is kept as {1}.', name, aside));
    if (reading === undefined) return;
    if (reading.state === 'newer') this.#say(uri, 'newer', translate(tongue, '{0} was written by a newer version of Restitch and is left as it is. What is decided now is forgotten when the file is closed.', name), [this.#open(uri), copyOf(rescue)]);
    if (reading.state === 'conflict') {
      const words = reading.sidecar === undefined
        ? translate(tongue, '{0} holds a merge conflict that cannot be read, so its decisions are left out.', name)
        : translate(tongue, '{0} holds a merge conflict. The decisions of both sides are followed; the next decision writes them down together.', name);
      this.#say(uri, 'conflict', words);
    }
    if (reading.state === 'broken') {
      const { problem } = reading;
      const where = problem.code === 'json' ? translate(tongue, 'it is no JSON') : translate(tongue, 'unexpected value at “{0}”', problem.path);
      this.#say(uri, `broken ${where}`, translate(tongue, 'The decisions in {0} cannot be read ({1}), so they are left out.', name, where));
    }
    if (reading.state === 'read') {
      for (const problem of reading.problems) this.log.warn(`${uri.toString()}: an item is not understood and kept as it is`, problem);
    }
  }

  /** Tells that decisions cannot be kept. */
  failed(uri: vscode.Uri, error: unknown, rescue?: Rescue): void {
    this.log.error(`${uri.toString()}: cannot be read or written.`, error);
    const reason = error instanceof Error ? error.message : String(error);
    this.#say(uri, 'failed', translate(language(), '{0} cannot be written, so what is decided is forgotten when the file is closed: {1}', nameOf(uri), reason), rescue && [{ title: translate(language(), 'Try Again'), run: rescue.again }, copyOf(rescue)]);
  }

  /** Forgets what was told of a file: told of anew when it is opened again. */
  forget(uri: vscode.Uri): void {
    for (const key of this.#told) if (key.startsWith(`${uri.toString()} `)) this.#told.delete(key);
  }

  #open(uri: vscode.Uri): Action {
    return { title: translate(language(), 'Open'), run: () => vscode.window.showTextDocument(uri) };
  }

  #say(uri: vscode.Uri, what: string, words: string, actions: readonly Action[] = [this.#open(uri)]): void {
    const key = `${uri.toString()} ${what}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.log.warn(words);
    void vscode.window.showWarningMessage(inMessage(words), ...actions.map(({ title }) => title)).then(async (answer) => {
      try {
        await actions.find(({ title }) => title === answer)?.run();
      } catch (error) {
        this.log.error(`${uri.toString()}: ${answer ?? ''} failed.`, error);
        void vscode.window.showErrorMessage(inMessage(translate(language(), 'Restitch could not do this: {0}', error instanceof Error ? error.message : String(error))));
      }
    });
  }
}

interface Action {
  readonly title: string;
  readonly run: () => Thenable<unknown>;
}

const copyOf = ({ saveCopy }: Rescue): Action => ({ title: translate(language(), 'Save a Copy…'), run: saveCopy });
