import * as vscode from 'vscode';
import { applyEdits, HEADING_MARKS, needsRestitching, restitchArticle, type Article, type Page, type Restitching } from '../../core';
import { registerCommand } from '../command';
import { describeRestitching, documentOf, pageOf } from '../commands';
import { language, settingsFor } from '../configuration';
import { applyVersioned, checkConserved, sayStale } from '../edits';
import { excerpt } from '../excerpt';
import type { Services } from '../services';
import { nameOf } from '../sidecar/files';
import { inList } from '../plain';
import { translate } from '../translate';
import { previewScheme } from './scheme';

/** What a re-stitching would do to one version of a document. */
interface Proposal {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly page: Page;
  readonly result: Restitching;
}

/** "Re-stitch the Page": shows what would change as a diff, and does as much of it as the editor accepts, in one undo step. */
export class Preview implements vscode.Disposable, vscode.TextDocumentContentProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #proposals = new Map<string, Proposal>();
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(private readonly services: Services) {
    const { log } = services;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(previewScheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === previewScheme) this.#proposals.delete(uri.toString());
      }),
      registerCommand(log, 'restitch.restitchPage', (source: unknown) => this.#restitchPage(source)),
      registerCommand(log, 'restitch.preview.accept', (source: unknown) => this.#accept(source)),
      registerCommand(log, 'restitch.preview.acceptSome', (source: unknown, chosen: unknown) => this.#acceptSome(source, chosen)),
      registerCommand(log, 'restitch.preview.discard', (source: unknown) => this.#discard(source)),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const proposal = this.#proposals.get(uri.toString());
    return proposal ? applyEdits(proposal.page.text, proposal.result.edits) : '';
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #restitchPage(source: unknown): Promise<Restitching | undefined> {
    const document = await documentOf(this.services, source);
    const page = await pageOf(this.services, document);
    const { version } = document;
    const result = await this.services.analyses.restitch(page, 'likely');
    if (result === undefined) {
      sayStale(() => this.#restitchPage(document.uri));
      return undefined;
    }
    const proposal: Proposal = { document, version, page, result };
    if (result.edits.length === 0) {
      void vscode.window.showInformationMessage(describeRestitching(result, language()));
      return result;
    }
    // What could not be applied is not shown either.
    if (!checkConserved(document, result.edits, HEADING_MARKS)) return undefined;
    const { preview } = settingsFor(document.uri);
    if (preview === 'apply') return this.#apply(proposal, result);
    if (preview === 'ask') {
      const tongue = language();
      const [now, look] = [translate(tongue, 'Apply'), translate(tongue, 'Show the changes')];
      const answer = await vscode.window.showInformationMessage(translate(tongue, 'Re-stitching would change this: {0}.', describeParts(result)), now, look);
      if (answer === now) return this.#apply(proposal, result);
      if (answer !== look) return undefined;
    }
    await this.#show(proposal);
    return result;
  }

  async #show(proposal: Proposal): Promise<void> {
    const { document, result } = proposal;
    const uri = previewUri(document);
    this.#proposals.set(uri.toString(), proposal);
    this.#changed.fire(uri);
    const title = translate(language(), '{0}: re-stitched ({1})', nameOf(document.uri), describeParts(result));
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, title, { preview: true });
  }

  async #accept(source: unknown): Promise<Restitching | undefined> {
    const proposal = this.#proposal(source);
    return proposal && this.#take(proposal, () => Promise.resolve(proposal.result));
  }

  /** Accepts the articles that are chosen; `chosen`, the ids of articles, saves the asking. */
  async #acceptSome(source: unknown, chosen: unknown): Promise<Restitching | undefined> {
    const proposal = this.#proposal(source);
    if (!proposal) return undefined;
    const { page } = proposal;
    const ids = Array.isArray(chosen) ? chosen : undefined;
    const articles = ids ? page.articles.filter(({ id }) => ids.includes(id)) : await askForArticles(page);
    if (articles.length === 0) return undefined;
    return this.#take(proposal, () => this.services.analyses.restitchSome(page, articles.map(({ id }) => id)));
  }

  #discard(source: unknown): Promise<boolean> {
    const proposal = this.#proposal(source);
    return proposal ? closeDiff(proposal.document) : Promise.resolve(false);
  }

  /** The proposal that a command means: the one its menu names, the one shown, or that of the document. */
  #proposal(source: unknown): Proposal | undefined {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const shown = source instanceof vscode.Uri ? source : tab instanceof vscode.TabInputTextDiff ? tab.modified : vscode.window.activeTextEditor?.document.uri;
    const own = [...this.#proposals.values()].find(({ document }) => document.uri.toString() === shown?.toString());
    const proposal = (shown && this.#proposals.get(shown.toString())) ?? own;
    if (!proposal) void vscode.window.showInformationMessage(translate(language(), 'No re-stitched page is being shown.'));
    return proposal;
  }

  /** Applies a proposal, if its document is still what it was made for; else offers a new one. */
  async #take(proposal: Proposal, work: () => Promise<Restitching | undefined>): Promise<Restitching | undefined> {
    const { document, version } = proposal;
    if (document.version !== version || document.isClosed) {
      const tongue = language();
      const again = translate(tongue, 'Show again');
      void vscode.window.showWarningMessage(translate(tongue, 'The document has changed since this was shown, so nothing was done.'), again).then((answer) => {
        if (answer === again) void this.#restitchPage(document.uri);
      });
      return undefined;
    }
    const result = await work();
    if (result === undefined) {
      sayStale(() => this.#restitchPage(document.uri));
      return undefined;
    }
    const done = await this.#apply(proposal, result);
    if (done) await closeDiff(document);
    return done;
  }

  async #apply({ document, version }: Proposal, result: Restitching): Promise<Restitching | undefined> {
    if (result.edits.length > 0 && !(await applyVersioned(document, version, result.edits, HEADING_MARKS, () => this.#restitchPage(document.uri)))) return undefined;
    void vscode.window.showInformationMessage(describeRestitching(result, language()));
    return result;
  }
}

/** The same name, so that it is shown in the same language; one for each document. */
function previewUri({ uri }: vscode.TextDocument): vscode.Uri {
  return vscode.Uri.from({ scheme: previewScheme, path: uri.path.startsWith('/') ? uri.path : `/${uri.path}`, query: uri.toString() });
}

async function closeDiff(document: vscode.TextDocument): Promise<boolean> {
  const uri = previewUri(document).toString();
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all).filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri);
  const closed = await vscode.window.tabGroups.close(tabs);
  if (!document.isClosed) await vscode.window.showTextDocument(document);
  return closed;
}

interface ArticleItem extends vscode.QuickPickItem {
  readonly article: Article;
}

async function askForArticles(page: Page): Promise<readonly Article[]> {
  const tongue = language();
  const items = page.articles.filter((article) => needsRestitching(article, page.findings)).map((article): ArticleItem => ({
    article,
    label: inList(excerpt(article.title, 80) || excerpt(article.paragraphs[0]?.text ?? '', 24)) || translate(tongue, 'No headline'),
    description: describeParts(restitchArticle(page, article)),
  }));
  const pick = vscode.window.createQuickPick<ArticleItem>();
  pick.title = translate(tongue, 'Which articles shall be re-stitched?');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.items = items;
  pick.selectedItems = items;
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems.map(({ article }) => article));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve([]);
      pick.dispose();
    });
    pick.show();
  });
}

/** `14 joined, 4 moved, 3 marked` */
function describeParts({ joined, moved, marked, unmarked }: Restitching): string {
  const tongue = language();
  return [
    joined > 0 ? translate(tongue, '{0} joined', joined) : '',
    moved > 0 ? translate(tongue, '{0} moved', moved) : '',
    marked > 0 ? translate(tongue, '{0} marked', marked) : '',
    unmarked > 0 ? translate(tongue, '{0} unmarked', unmarked) : '',
  ].filter((part) => part !== '').join(translate(tongue, ', '));
}
