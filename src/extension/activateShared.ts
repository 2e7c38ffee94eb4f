import * as vscode from 'vscode';
import { createEngine, type Engine, type Page, type WordService } from '../core';
import { ActivePage } from './activePage';
import { Analyses } from './analyses';
import type { Row } from './articleRows';
import { registerArticlesTree } from './articlesTree';
import { registerCodeActions } from './codeActions';
import { registerCommands } from './commands';
import { language } from './configuration';
import { Decisions } from './decisions';
import { registerDiagnostics } from './diagnostics';
import { registerExports } from './exports';
import { registerFigures } from './figures/register';
import type { Host } from './host';
import { Overrides } from './overrides';
import { registerReveal } from './reveal';
import type { Services } from './services';
import { registerStatus } from './status';
import { translate } from './translate';

/** What the extension gives other extensions and its tests. */
export interface RestitchApi {
  /** The page of a document in its present version; `undefined` where it is no dump. */
  page(document: vscode.TextDocument): Promise<Page | undefined>;
  /** The rows of the tree as it shows them now. */
  readonly rows: vscode.TreeDataProvider<Row>;
}

/** Starts the extension on any host. Nothing is read or analysed before a document wants it. */
export function activateShared(context: vscode.ExtensionContext, host: Host): RestitchApi {
  const log = vscode.window.createOutputChannel('Restitch', { log: true });
  const overrides = new Overrides(context.workspaceState);
  const decisions = new Decisions();
  const analyses = new Analyses(() => loadEngine(host, log), overrides, decisions, log);
  const active = new ActivePage(analyses);
  const words = lazyWords(host, log);
  const services: Services = { log, analyses, active, overrides, decisions, words: words.get };
  const tree = registerArticlesTree(services);
  context.subscriptions.push(
    log,
    words,
    decisions,
    analyses,
    active,
    registerDiagnostics(services),
    registerCodeActions(services),
    registerFigures(services),
    registerReveal(services),
    registerCommands(services),
    registerExports(services),
    registerStatus(services),
    tree,
  );
  if (host.showArticles) context.subscriptions.push(showArticlesOnce(analyses));
  active.start();
  analyses.start();
  return { page: (document) => analyses.page(document), rows: tree.rows };
}

async function loadEngine(host: Host, log: vscode.LogOutputChannel): Promise<Engine> {
  try {
    const began = performance.now();
    const engine = createEngine(await host.readModel());
    log.info(`The seam model was read in ${(performance.now() - began).toFixed(0)} ms.`);
    return engine;
  } catch (error) {
    log.error('The seam model could not be read; nothing can be analysed.', error);
    void vscode.window.showErrorMessage(translate(language(), 'Restitch cannot read its model and is of no use now. Installing it again should help; the log says more.'));
    throw error;
  }
}

/** The word service, started when first asked for. */
function lazyWords(host: Host, log: vscode.LogOutputChannel): { readonly get: () => WordService; readonly dispose: () => void } {
  let service: WordService | undefined;
  return {
    get: () => (service ??= host.startWords(log)),
    dispose: () => void service?.dispose(),
  };
}

function showArticlesOnce(analyses: Analyses): vscode.Disposable {
  const subscription = analyses.onDidAnalyse(({ analysis }) => {
    if (analysis.state !== 'dump') return;
    subscription.dispose();
    void vscode.commands.executeCommand('restitch.showArticles');
  });
  return subscription;
}
