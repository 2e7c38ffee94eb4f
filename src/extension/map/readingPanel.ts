import * as vscode from 'vscode';
import type { Page } from '../../core';
import { parseFromReading, type FromReading, type ToReading } from '../../webview/protocol/reading';
import { language } from '../configuration';
import type { Services } from '../services';
import { goTo } from './goTo';
import { PagePanel } from './panel';
import { readingModel, type Reading } from './readingModel';
import { offsetOf, PieceIndex, ScrollLead } from './scroll';

/** The reading with its pieces to be found by offset. */
interface Shown extends Reading {
  readonly index: PieceIndex;
}

export type ReadingPanel = PagePanel<Shown, FromReading, ToReading>;

export const readingPanelType = 'restitch.reading';

/** The clean reading: what it shows, what it answers, and its scrolling in step with the dump. */
export function createReadingPanel(services: Services, extensionUri: vscode.Uri): { readonly panel: ReadingPanel; dispose(): void } {
  const lead = new ScrollLead(() => performance.now());
  const show = (document: vscode.TextDocument, page: Page, version: number): { shown: Shown; message: ToReading } => {
    const reading = readingModel({ page, version, source: document.uri.toString(), language: language() });
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
  const scrolling = vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => followEditor(panel, textEditor, lead));
  return { panel, dispose: () => void vscode.Disposable.from(scrolling, panel).dispose() };
}

async function answer({ log }: Services, message: FromReading, reading: ReadingPanel, lead: ScrollLead): Promise<void> {
  if (message.type === 'ready') { reading.ready(); return; }
  if (message.type === 'trouble') { log.warn(`${readingPanelType}: ${message.text}`); return; }
  const { current } = reading;
  const span = current?.shown.spans[message.piece];
  if (!current || !span || current.version !== message.version) return;
  if (current.document.version !== current.version) {
    // A click into an old reading shows the new one; a scroll waits for it.
    if (message.type === 'reveal') await reading.refresh();
    return;
  }
  if (message.type === 'reveal') {
    const place = Math.min(span[0] + message.at, span[1]);
    return goTo(current.document, message.at > 0 ? [place, place] : span, message.focus, reading.column);
  }
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document === current.document);
  if (!editor) return;
  const position = current.document.positionAt(offsetOf(span, message.part));
  lead.asked();
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.AtTop);
}

/** The dump was scrolled: the reading shows the same paragraph at its top. */
function followEditor(reading: ReadingPanel, editor: vscode.TextEditor, lead: ScrollLead): void {
  const { current } = reading;
  const top = editor.visibleRanges[0]?.start;
  if (!reading.isVisible || !top || current?.document !== editor.document || current.version !== editor.document.version) return;
  const offset = editor.document.offsetAt(top);
  if (!lead.isByHand(offset)) return;
  const place = current.shown.index.at(offset) ?? { piece: 0, part: 0 };
  if (current.shown.spans.length > 0) reading.post({ type: 'scrollTo', ...place });
}
