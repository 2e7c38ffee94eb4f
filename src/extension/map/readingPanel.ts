import * as vscode from 'vscode';
import type { Page } from '../../core';
import { parseFromReading, type FromReading, type ToReading } from '../../webview/protocol/reading';
import { language } from '../configuration';
import type { Services } from '../services';
import { goTo } from './goTo';
import { PagePanel } from './panel';
import { readingModel, type Reading } from './readingModel';
import { offsetOf, patience, PieceIndex, ScrollLead } from './scroll';

/** The reading with its pieces to be found by offset. */
interface Shown extends Reading {
  readonly index: PieceIndex;
}

export type ReadingPanel = PagePanel<Shown, FromReading, ToReading>;

export const readingPanelType = 'restitch.reading';

/** The clean reading: what it shows, what it answers, and its scrolling in step with the dump. */
export function createReadingPanel(services: Services, extensionUri: vscode.Uri): { readonly panel: ReadingPanel; dispose(): void } {
  const lead = new ScrollLead(() => performance.now());
  const show = (document: vscode.TextDocument, page: Page, edition: number): { shown: Shown; message: ToReading } => {
    const reading = readingModel({ page, edition, source: document.uri.toString(), language: language() });
    return { shown: { ...reading, index: new PieceIndex(reading.spans) }, message: { type: 'model', model: reading.model } };
  };
  const panel: ReadingPanel = new PagePanel(services, extensionUri, {
    type: readingPanelType,
    title: 'Clean reading: {0}',
    files: { script: 'dist/webview/reading.js', styles: ['media/views.css', 'media/reading.css'] },
    parse: parseFromReading,
    show,
    empty: (text) => ({ type: 'empty', text }),
    receive: async (message, reading) => answer(services, message, reading, lead),
  });
  const follower = new EditorFollower(panel, lead);
  return { panel, dispose: () => void vscode.Disposable.from(follower, panel).dispose() };
}

async function answer({ log }: Services, message: FromReading, reading: ReadingPanel, lead: ScrollLead): Promise<void> {
  if (message.type === 'ready') { reading.ready(); return; }
  if (message.type === 'trouble') { log.warn(`${readingPanelType}: ${message.text}`); return; }
  const { current } = reading;
  if (!current) return;
  if (message.type === 'reveal') {
    const span = reading.passage(message.edition, ({ spans }) => spans[message.piece]);
    if (!span) return void (await reading.refresh());
    const place = Math.min(span[0] + message.at, span[1]);
    return goTo(current.document, message.at > 0 ? [place, place] : span, message.focus, reading.column);
  }
  const span = current.shown.spans[message.piece];
  // A scroll of an older text waits for the present one.
  if (!span || current.edition !== message.edition || current.document.version !== current.version) return;
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document === current.document);
  if (!editor) return;
  const offset = offsetOf(span, message.part);
  const position = current.document.positionAt(offset);
  lead.asked(offset);
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.AtTop);
}

/** The dump was scrolled by hand: the reading shows the same paragraph at its top. */
class EditorFollower implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly reading: ReadingPanel,
    private readonly lead: ScrollLead,
  ) {
    this.#subscription = vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#follow(textEditor));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
  }

  #follow(editor: vscode.TextEditor): void {
    const { current } = this.reading;
    const { document, visibleRanges } = editor;
    const [first] = visibleRanges;
    const last = visibleRanges.at(-1);
    if (!this.reading.isVisible || !first || !last || current?.document !== document || current.version !== document.version) return;
    clearTimeout(this.#timer);
    const top = document.offsetAt(first.start);
    const whose = this.lead.judge([top, document.offsetAt(last.end)]);
    if (whose === 'later') this.#timer = setTimeout(() => this.#follow(editor), patience);
    const place = whose === 'hand' ? current.shown.index.at(top) : undefined;
    if (place) this.reading.post({ type: 'scrollTo', ...place });
  }
}
