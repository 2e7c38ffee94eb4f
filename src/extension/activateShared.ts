import * as vscode from 'vscode';
import type { Page, WordService } from '../core';
import { ActivePage } from './activePage';
import { Analyses } from './analyses';
import { AnalysisClient, AnalysisEnded } from './analysis/client';
import { localPort } from './analysis/port.local';
import { registerCodeActions } from './codeActions';
import { registerCommands } from './commands';
import { followSettings, language } from './configuration';
import { Ledgers } from './conservation/ledgers';
import { Decisions } from './decisions';
import { registerDiagnostics } from './diagnostics';
import { registerExports } from './exports';
import { registerExportFolder } from './folder/exportFolder';
import { registerFigures } from './figures/register';
import type { Host } from './host';
import { registerIssues, type Issues } from './issue';
import { registerLargeFile } from './largeFile';
import { registerMap, type Views } from './map';
import { registerMarks } from './marks';
import { MarkSwitch } from './marks/markSwitch';
import { Overrides } from './overrides';
import { registerReveal } from './reveal';
import { registerReview } from './review';
import type { Notes } from './review/notes';
import type { Services } from './services';
import { registerStatus } from './status';
import { Texts } from './texts';
import { translate } from './translate';
import { registerLanguageModelTools } from './languageModel';
import { plainLog, type Log } from './log';
import { registerNormalise } from './normalise';
import { registerArticlesTree, type ArticlesTree } from './tree/articlesTree';
import { registerWalkthrough } from './walkthrough';

/** What the extension gives other extensions and its tests. */
export interface RestitchApi {
  /** The page of a document in its present version; `undefined` where it is no dump. */
  page(document: vscode.TextDocument): Promise<Page | undefined>;
  /** The rows of the tree as it shows them now. */
  readonly rows: ArticlesTree['rows'];
  /** The tree's view, and what drags and drops its rows. */
  readonly articles: Pick<ArticlesTree, 'view' | 'dragAndDrop'>;
  /** What is remembered of documents. */
  readonly decisions: Decisions;
  /** Editors' notes as they are shown. */
  readonly notes: Pick<Notes, 'threads'>;
  /** The page map and the clean reading. */
  readonly views: Views;
  /** The pages of whole issues, and their tree. */
  readonly issues: Issues;
}

/** Starts the extension on any host, in two turns. Nothing is read or analysed before a document wants it. */
export function activateShared(context: vscode.ExtensionContext, host: Host): RestitchApi {
  const settings = followSettings();
  const log = plainLog(vscode.window.createOutputChannel('Restitch', { log: true }));
  const overrides = new Overrides(context.workspaceState);
  // The first to hear of changes: whoever hears of one after it asks for the text as it is then.
  const texts = new Texts();
  const decisions = new Decisions(texts, log);
  const analysis = analysisFor(host, log, () => analyses.again());
  const analyses: Analyses = new Analyses(analysis, overrides, decisions, texts, log);
  const active = new ActivePage(analyses, log);
  const marks = new MarkSwitch(context.workspaceState);
  const words = lazyWords(host, log);
  const ledgers = new Ledgers(log);
  const services: Services = { log, analyses, active, ledgers, overrides, decisions, marks, words: words.get };
  const tree = registerArticlesTree(services);
  const review = registerReview(services);
  const views = registerMap(services);
  const issues = registerIssues(services, analysis, context.workspaceState);
  context.subscriptions.push(settings, log, texts, words, decisions, analysis, analyses, active, marks, ledgers, tree, review, views, issues, inNextTurn(() => {
    context.subscriptions.push(
      registerDiagnostics(services),
      registerCodeActions(services),
      registerFigures(services),
      registerReveal(services),
      registerCommands(services),
      registerExports(services, context.workspaceState),
      registerExportFolder(services, context.workspaceState, issues.rulings, host.exportFolder),
      registerStatus(services),
      registerLargeFile(services, context.workspaceState),
      registerMarks(services),
      registerNormalise(services),
      registerLanguageModelTools(services),
      registerWalkthrough(services, context.extensionUri),
    );
    if (host.showArticles) context.subscriptions.push(showArticlesOnce(analyses));
    // Last: all who want to hear of a page are there.
    active.start();
    analyses.start();
  }));
  return { page: (document) => analyses.page(document), rows: tree.rows, articles: tree, decisions, notes: review.notes, views, issues };
}

/**
 * Does the second half of the start in a turn of its own, so that neither half holds the thread for long: keys, and other extensions, go first.
 * Node looks at no message before it, so that no command can come too early; a browser may, and does both halves at once.
 */
function inNextTurn(register: () => void): { dispose(): void } {
  const { setImmediate: soon, clearImmediate: never } = globalThis as Partial<Pick<typeof globalThis, 'setImmediate' | 'clearImmediate'>>;
  if (soon === undefined || never === undefined) {
    register();
    return { dispose: () => undefined };
  }
  const turn = soon(register);
  return { dispose: () => never(turn) };
}

/** The analysis in its own thread, started when first asked for; in this thread where no other can be had. */
function analysisFor(host: Host, log: Log, onAgain: () => void): AnalysisClient {
  const client = new AnalysisClient({
    readModel: async () => {
      try {
        const began = performance.now();
        const model = await host.readModel();
        log.info(`The seam model was read in ${(performance.now() - began).toFixed(0)} ms.`);
        return model;
      } catch (error) {
        log.error('The seam model could not be read; nothing can be analysed.', error);
        void vscode.window.showErrorMessage(translate(language(), 'Restitch cannot read its model and is of no use now. Installing it again should help; the log says more.'));
        throw new AnalysisEnded('its model could not be read');
      }
    },
    startPort: async () => {
      try {
        return await host.startAnalysis();
      } catch (error) {
        log.warn('No thread can be had for the analysis; it is done between two events.', error);
        return localPort();
      }
    },
    onEnd: (why, again) => {
      log.error(`The analysis has ended (${why}); ${again ? 'it is started again' : 'it is not started again'}.`);
      if (!again) void offerAgain();
    },
  });
  const offerAgain = async (): Promise<void> => {
    const [again, show] = [translate(language(), 'Try Again'), translate(language(), 'Show Log')];
    const answer = await vscode.window.showErrorMessage(translate(language(), 'The analysis of pages keeps failing and was stopped. Your text and your decisions are as they were.'), again, show);
    if (answer === show) log.show();
    if (answer !== again) return;
    client.again();
    onAgain();
  };
  return client;
}

/** The word service, started when first asked for. */
function lazyWords(host: Host, log: Log): { readonly get: () => WordService; readonly dispose: () => void } {
  let service: WordService | undefined;
  return {
    get: () => (service ??= host.startWords(log)),
    dispose: () => void service?.dispose(),
  };
}

function showArticlesOnce(analyses: Analyses): { dispose(): void } {
  const subscription = analyses.onDidAnalyse(({ analysis }) => {
    if (analysis.state !== 'dump') return;
    subscription.dispose();
    void vscode.commands.executeCommand('restitch.showArticles');
  });
  return subscription;
}
