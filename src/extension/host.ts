import type * as vscode from 'vscode';

/** The words of a text. One backend on the desktop, another in the browser; the stitching uses neither. */
export interface WordService {
  readonly backend: string;
  /** The words that say most about a text, best first, at most `limit`. */
  keywords(text: string, limit: number): Promise<readonly string[]>;
  /** Names of people, places and institutions, in the order of their first appearance. */
  names(text: string): Promise<readonly string[]>;
  dispose(): void;
}

/** What the shared extension needs of the host it runs on; each entry file gives its own. */
export interface Host {
  /** The bytes of the seam model. Rejects where the file cannot be read. */
  readModel(): Promise<Uint8Array>;
  /** Starts the word service; called once, when words are first wanted. */
  startWords(log: vscode.LogOutputChannel): WordService;
  /** Whether to show the articles as soon as the first dump is analysed (`npm start` asks for it). */
  readonly showArticles: boolean;
}
