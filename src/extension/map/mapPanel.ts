import * as vscode from 'vscode';
import type { Decision, Page } from '../../core';
import { parseFromMap, type FromMap, type ToMap } from '../../webview/protocol/map';
import { language } from '../configuration';
import { checkVersion } from '../edits';
import type { Services } from '../services';
import { translate } from '../translate';
import { blockAt, blocksOf, type Blocks } from './blocks';
import { goTo } from './goTo';
import { mapModel } from './mapModel';
import { decisionsFor, decisionsForMerge } from './moves';
import { PagePanel, type Current } from './panel';

export type MapPanel = PagePanel<Blocks, FromMap, ToMap>;

export const mapPanelType = 'restitch.pageMap';

/** The page map: what it shows, what it answers, and the block under the cursor. */
export function createMapPanel(services: Services, extensionUri: vscode.Uri): { readonly panel: MapPanel; dispose(): void } {
  const show = (document: vscode.TextDocument, page: Page, edition: number): { shown: Blocks; message: ToMap } => {
    const shown = blocksOf(page);
    const model = mapModel({
      page,
      edition,
      source: document.uri.toString(),
      language: language(),
      lineOf: (offset) => document.positionAt(offset).line + 1,
      canUndo: services.decisions.last(document).length > 0,
    }, shown);
    return { shown, message: { type: 'model', model } };
  };
  const panel: MapPanel = new PagePanel(services, extensionUri, {
    type: mapPanelType,
    title: 'Page map: {0}',
    files: { script: 'dist/webview/map.js', styles: ['media/views.css', 'media/map.css'] },
    parse: parseFromMap,
    show,
    empty: (text) => ({ type: 'empty', text }),
    receive: async (message, map) => answer(services, message, map),
  });
  const cursor = new CursorFollower(panel);
  return { panel, dispose: () => void vscode.Disposable.from(cursor, panel).dispose() };
}

async function answer(services: Services, message: FromMap, map: MapPanel): Promise<void> {
  const { current } = map;
  const tongue = language();
  switch (message.type) {
    case 'ready':
      { map.ready(); return; }
    case 'trouble':
      { services.log.warn(`${mapPanelType}: ${message.text}`); return; }
    case 'undo':
      if (!current) return;
      if (await services.decisions.undo(current.document)) map.post({ type: 'say', text: translate(tongue, 'The last decision was undone') });
      else map.post({ type: 'say', text: translate(tongue, 'There is no decision to undo') });
      return;
    case 'reveal': {
      const extent = map.passage(message.edition, ({ inFile }) => inFile[message.block]?.extent);
      if (!current || !extent) return void (await map.refresh());
      return goTo(current.document, extent, message.focus, map.column);
    }
    case 'move':
      if (!current || !isFresh(current, message.edition)) return stale(map);
      return decide(services, map, decisionsFor(current.page, current.shown, message.blocks, message.to));
    case 'merge':
      if (!current || !isFresh(current, message.edition)) return stale(map);
      return decide(services, map, decisionsForMerge(current.page, message.group, message.into));
  }
}

/** Whether what the view speaks of is the model that is shown, and that one of the text as it is now. */
function isFresh({ document, version, edition }: Pick<Current<Blocks, ToMap>, 'document' | 'version' | 'edition'>, spokenOf: number): boolean {
  return edition === spokenOf && document.version === version && !document.isClosed;
}

async function stale(map: MapPanel): Promise<void> {
  // Says that the text has changed, as every refused edit does.
  if (map.current) checkVersion(map.current.document, -1);
  await map.refresh();
}

async function decide(services: Services, map: MapPanel, decisions: readonly Decision[]): Promise<void> {
  const tongue = language();
  const { document, version } = map.current ?? {};
  if (!document) return;
  if (decisions.length === 0) {
    map.post({ type: 'say', text: translate(tongue, 'Nothing was moved') });
    return;
  }
  await services.decisions.decide(document, decisions, version);
  const after = await map.refresh();
  const unmet = new Set(after?.page.unmet.map((decision) => JSON.stringify(decision)));
  const isMet = !decisions.some((decision) => unmet.has(JSON.stringify(decision)));
  map.post({ type: 'say', text: translate(tongue, isMet ? 'Moved. Ctrl+Z undoes it.' : 'Decided, but the page does not come out that way. Ctrl+Z undoes it.') });
}

/** Tells the map which block the cursor is in. */
class CursorFollower implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable;
  #last: number | undefined;

  constructor(private readonly map: MapPanel) {
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
      map.onDidPost(({ type }) => {
        if (type !== 'model') return;
        this.#last = undefined;
        const editor = vscode.window.visibleTextEditors.find(({ document }) => document === map.current?.document);
        if (editor) this.#follow(editor);
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #follow({ document, selection }: vscode.TextEditor): void {
    const { current } = this.map;
    if (!this.map.isVisible || current?.document !== document || current.version !== document.version) return;
    const block = blockAt(current.shown.inFile, document.offsetAt(selection.start));
    if (block === this.#last) return;
    this.#last = block;
    this.map.post({ type: 'cursor', ...(block !== undefined && { block }) });
  }
}
