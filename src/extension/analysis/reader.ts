import * as vscode from 'vscode';
import { settingsFor } from '../configuration';
import type { Decisions } from '../decisions';
import type { Log } from '../log';
import type { Overrides } from '../overrides';
import { lengthOf } from '../places';
import { recognise, recogniseUnread, worthJudgingAgain, type Evidence } from '../recognise';
import type { Texts } from '../texts';
import type { AnalysisClient } from './client';
import { LeafPage } from './parts';

/** What came of reading a document. Only a dump has pages; the other states say why there are none. */
export type Read =
  | { readonly state: 'dump'; readonly version: number; readonly page: LeafPage }
  | { readonly state: 'ordinary' | 'tooLarge'; readonly version: number; readonly length: number };

/** What was known of a document before. */
export interface Before {
  /** Recognised as a dump since it was opened. */
  readonly wasDump: boolean;
  readonly state: string | undefined;
  /** Its length when it was judged to be none. */
  readonly length: number;
}

/** Reads documents through the analysis: tells dumps from other texts, and keeps large and foreign ones away from it. */
export class Reader {
  constructor(
    private readonly client: AnalysisClient,
    private readonly overrides: Overrides,
    private readonly decisions: Decisions,
    private readonly texts: Texts,
    private readonly log: Log,
  ) {}

  /**
   * Reads a document as it is now.
   * @throws AnalysisEnded where no analysis can be had, Error where it fails
   */
  async read(document: vscode.TextDocument, before: Before): Promise<Read> {
    await this.decisions.ready(document);
    const settings = settingsFor(document.uri);
    const evidence: Evidence = { languageId: document.languageId, override: this.overrides.of(document.uri), detect: settings.detect, wasDump: before.wasDump };
    const known = recogniseUnread(evidence);
    const length = known === false ? 0 : lengthOf(document);
    const without = (state: 'ordinary' | 'tooLarge'): Exclude<Read, { state: 'dump' }> => ({ state, version: document.version, length });
    if (known === false) return without('ordinary');
    if (length > settings.maxFileSize * 1e6) {
      if (before.state !== 'tooLarge') this.log.warn(`${document.uri.toString()}: ${String(length)} characters are more than restitch.maxFileSize allows; left alone.`);
      return without('tooLarge');
    }
    if (known === undefined && before.state === 'ordinary' && !worthJudgingAgain(before.length, length)) return { ...without('ordinary'), length: before.length };
    await this.client.ready();
    // A long text of another kind is told by its beginning; only what may be a dump is read as a whole.
    if (known === undefined && length > probeLength && !recognise(evidence, await this.client.probe(beginningOf(document)))) return without('ordinary');
    const { page, version } = await this.#pageOf(document);
    // What the text looks like is asked only where nothing else tells.
    if (known ?? recognise(evidence, page.dump)) return { state: 'dump', version, page };
    this.client.close(document.uri.toString());
    return { state: 'ordinary', version, length };
  }

  /** The page of a document as it is when the question goes out. */
  async #pageOf(document: vscode.TextDocument): Promise<{ readonly page: LeafPage; readonly version: number }> {
    const key = document.uri.toString();
    for (let attempt = 0; ; attempt++) {
      await this.client.ready();
      const { version } = document;
      const text = this.texts.of(document);
      const decisions = this.decisions.of(document);
      if (!this.client.isOpen(key)) this.client.open(key, text.whole);
      try {
        const { leaves, length } = await this.client.leaves(key, decisions);
        if (length === text.length) return { page: new LeafPage(text, leaves, decisions), version };
        this.log.warn(`${key}: the analysis had ${String(length)} characters, the document has ${String(text.length)}; it is read again.`);
      } catch (error) {
        if (attempt > 0) throw error;
      }
      if (attempt > 0) throw new Error('the analysis does not keep up with the document');
      this.client.close(key);
    }
  }
}

/** Characters by which a text is recognised: two or three newspaper pages. */
const probeLength = 24_000;

/** The first lines of a long text. */
function beginningOf(document: vscode.TextDocument): string {
  const end = document.positionAt(probeLength);
  return document.getText(new vscode.Range(0, 0, Math.max(1, end.line), 0)).slice(0, 2 * probeLength);
}
