import * as vscode from 'vscode';
import { NOTHING_ELSE, type Page } from '../core';
import { language } from './configuration';
import { applyVersioned } from './edits';
import { escapeMarkdown } from './markdown';
import { articleNamed, offeredJoins, tellArticle, tellFindings, type OfferedJoin } from './languageModelText';
import type { Services } from './services';
import { translate } from './translate';

/**
 * Tools by which a language model that the user has chosen can work on a page under the rules that hold for everybody: it sees what
 * Restitch found, applies joins that are offered, one at a time and each confirmed by the user, and reads articles. They answer
 * VS Code's call; nothing is sent anywhere by this extension.
 */
export function registerLanguageModelTools(services: Services): vscode.Disposable {
  // Hosts without language models have no such namespace, or an empty one.
  const register = (vscode as { readonly lm?: Partial<typeof vscode.lm> }).lm?.registerTool;
  if (!register) return vscode.Disposable.from();
  return vscode.Disposable.from(
    register('restitch_listFindings', new ListFindings(services)),
    register('restitch_applyJoin', new ApplyJoin(services)),
    register('restitch_readArticle', new ReadArticle(services)),
  );
}

type Needs = Pick<Services, 'analyses' | 'active'>;

/** The file to work on; the active page where none is named. */
interface FileInput {
  readonly file?: string;
}

interface Dump {
  readonly document: vscode.TextDocument;
  readonly page: Page;
  readonly version: number;
}

/** `restitch_listFindings`: the articles of a page, its findings, and what is offered to mend them. */
export class ListFindings implements vscode.LanguageModelTool<FileInput> {
  constructor(private readonly services: Needs) {}

  async invoke({ input }: vscode.LanguageModelToolInvocationOptions<FileInput>, token: vscode.CancellationToken): Promise<vscode.LanguageModelToolResult> {
    const { document, page, version } = await dumpOf(this.services, input, token);
    return result({ file: vscode.workspace.asRelativePath(document.uri), ...tellFindings(page, version, language()) });
  }
}

/** `restitch_readArticle`: one article as it reads when the page is put together, and what in it is doubtful. */
export class ReadArticle implements vscode.LanguageModelTool<FileInput & { readonly article: string }> {
  constructor(private readonly services: Needs) {}

  async invoke({ input }: vscode.LanguageModelToolInvocationOptions<FileInput & { readonly article: string }>, token: vscode.CancellationToken): Promise<vscode.LanguageModelToolResult> {
    const { page } = await dumpOf(this.services, input, token);
    const article = articleNamed(page, input.article);
    if (!article) throw new Error(translate(language(), 'There is no article “{0}”; the articles are {1}.', input.article, page.articles.map(({ id, title }) => `${id} ${title}`).join(', ')));
    return result(tellArticle(page, article, language()));
  }
}

type JoinInput = FileInput & { readonly join: string };

/** `restitch_applyJoin`: a join that was offered, once the user agrees, as one undo step; refused when the text has changed since. */
export class ApplyJoin implements vscode.LanguageModelTool<JoinInput> {
  constructor(private readonly services: Needs) {}

  async prepareInvocation({ input }: vscode.LanguageModelToolInvocationPrepareOptions<JoinInput>, token: vscode.CancellationToken): Promise<vscode.PreparedToolInvocation> {
    const tongue = language();
    const dump = await dumpOf(this.services, input, token);
    const join = joinOf(dump, input.join);
    const file = vscode.workspace.asRelativePath(dump.document.uri);
    const why = join.why.map((reason) => `- ${escapeMarkdown(reason)}`).join('\n');
    return {
      invocationMessage: join.title,
      confirmationMessages: {
        title: translate(tongue, 'Change {0}?', file),
        message: new vscode.MarkdownString(`**${escapeMarkdown(join.title)}**\n\n${escapeMarkdown(join.finding)}\n\n${why}`),
      },
    };
  }

  async invoke({ input }: vscode.LanguageModelToolInvocationOptions<JoinInput>, token: vscode.CancellationToken): Promise<vscode.LanguageModelToolResult> {
    const dump = await dumpOf(this.services, input, token);
    const { document, version } = dump;
    const join = joinOf(dump, input.join);
    if (!(await applyVersioned(document, version, join.edits, NOTHING_ELSE))) {
      if (document.version !== version || document.isClosed) throw stale();
      throw new Error(translate(language(), 'The edit was refused, and nothing was changed.'));
    }
    const page = await this.services.analyses.page(document);
    return result({ done: join.title, saved: false, findingsLeft: page?.findings.length ?? 0 });
  }
}

function joinOf({ page, version }: Dump, name: string): OfferedJoin {
  const join = offeredJoins(page, version, language()).find((one) => one.name === name);
  if (!join) throw stale();
  return join;
}

function stale(): Error {
  return new Error(translate(language(), 'This join is not offered on the text as it is now; list the findings again.'));
}

/** @throws Error where there is no such file, or it is no newspaper page */
async function dumpOf({ analyses, active }: Needs, { file }: FileInput, token: vscode.CancellationToken): Promise<Dump> {
  const document = file === undefined || file === '' ? active.document : await documentNamed(file);
  if (!document) throw new Error(translate(language(), 'There is no file “{0}” among those that are open or in the workspace.', file ?? ''));
  const page = await analyses.whole(document, token);
  if (token.isCancellationRequested) throw new vscode.CancellationError();
  if (!page) throw new Error(translate(language(), 'this file is not treated as a newspaper page.'));
  return { document, page, version: document.version };
}

/** An open document by its address, its path or the end of it; else a file of the workspace. Nothing outside is read. */
async function documentNamed(file: string): Promise<vscode.TextDocument | undefined> {
  const isIt = ({ uri }: vscode.TextDocument): boolean => uri.toString() === file || uri.fsPath === file || uri.path.endsWith(`/${file}`) || uri.path === file;
  const open = vscode.workspace.textDocuments.find(isIt);
  if (open) return open;
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const uri = vscode.Uri.joinPath(folder.uri, file);
    if (!uri.path.startsWith(`${folder.uri.path.replace(/\/$/, '')}/`)) continue;
    try {
      return await vscode.workspace.openTextDocument(uri);
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

function result(value: object): vscode.LanguageModelToolResult {
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(value))]);
}
