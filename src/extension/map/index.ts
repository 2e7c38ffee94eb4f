import * as vscode from 'vscode';
import { registerCommand } from '../command';
import { documentOf, pageOf } from '../commands';
import type { Services } from '../services';
import { createMapPanel, type MapPanel } from './mapPanel';
import { createReadingPanel, type ReadingPanel } from './readingPanel';

/** The two views that show a page beside its text. */
export interface Views {
  readonly map: MapPanel;
  readonly reading: ReadingPanel;
  dispose(): void;
}

/** The page map and the clean reading, with their commands. */
export function registerMap(services: Services): Views {
  const { log } = services;
  const extensionUri = ownFolder();
  const map = createMapPanel(services, extensionUri);
  const reading = createReadingPanel(services, extensionUri);
  const subscriptions = vscode.Disposable.from(
    map,
    reading,
    registerCommand(log, 'restitch.showPageMap', async (source: unknown) => map.panel.open(await dumpOf(services, source), reading.panel.column)),
    registerCommand(log, 'restitch.readClean', async (source: unknown, article: unknown) => {
      await reading.panel.open(await dumpOf(services, source), map.panel.column);
      if (typeof article === 'string') reading.panel.postWhenReady({ type: 'article', id: article });
    }),
  );
  return { map: map.panel, reading: reading.panel, dispose: () => void subscriptions.dispose() };
}

/** The document a command speaks of, which must be a dump. */
async function dumpOf(services: Services, source: unknown): Promise<vscode.TextDocument> {
  const document = await documentOf(services, source);
  await pageOf(services, document);
  return document;
}

function ownFolder(): vscode.Uri {
  const extension = vscode.extensions.getExtension('restitch.restitch');
  if (!extension) throw new Error('restitch.restitch is not among the extensions');
  return extension.extensionUri;
}
