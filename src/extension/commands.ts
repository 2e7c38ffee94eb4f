import * as vscode from 'vscode';
import type { Language, Page, Restitching } from '../core';
import { articlesView } from './tree/articlesTree';
import { registerCommand } from './command';
import { language } from './configuration';
import type { Override } from './recognise';
import type { Services } from './services';
import { translate } from './translate';

/** The commands of the palette, but for the exports. */
export function registerCommands(services: Services): vscode.Disposable {
  const { log } = services;
  return vscode.Disposable.from(
    registerCommand(log, 'restitch.treatAsDump', (source: unknown) => treatAs(services, source, 'dump')),
    registerCommand(log, 'restitch.treatAsOrdinary', (source: unknown) => treatAs(services, source, 'ordinary')),
    registerCommand(log, 'restitch.showArticles', () => vscode.commands.executeCommand(`${articlesView}.focus`)),
    registerCommand(log, 'restitch.showLog', () => log.show()),
  );
}

/**
 * The document a command speaks of: the one its menu names, else the active one.
 * @param source the first argument VS Code gives a command: the resource from an editor's menu, nothing from the palette
 * @throws Error when there is no document that can be a dump
 */
export async function documentOf({ active }: Services, source: unknown): Promise<vscode.TextDocument> {
  if (source instanceof vscode.Uri) return vscode.workspace.openTextDocument(source);
  if (!active.document) throw new Error(translate(language(), 'no plain text or Markdown file is open.'));
  return active.document;
}

/**
 * The whole page of a document, of however many pages of the paper.
 * @throws Error when the document is not treated as a dump
 */
export async function pageOf({ analyses }: Services, document: vscode.TextDocument): Promise<Page> {
  const page = await analyses.whole(document);
  if (analyses.peek(document)?.state === 'failed') throw new Error(translate(language(), 'the page could not be analysed; the log says why.'));
  if (!page) throw new Error(translate(language(), 'this file is not treated as a newspaper page.'));
  return page;
}

/**
 * What was done. A notification shows some fifty characters before it is opened, so what wants a look comes first:
 * `Re-stitched: 14 joined, 4 moved, 3 doubtful, 4 left; 3 marked, 1 unmarked.`
 */
export function describeRestitching(result: Restitching, tongue: Language): string {
  const list = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(translate(tongue, ', '));
  const left = result.left > 0 ? translate(tongue, '{0} left', result.left) : '';
  if (result.edits.length === 0) return list([translate(tongue, 'Nothing to re-stitch'), left]);
  const text = list([
    result.joined > 0 ? translate(tongue, '{0} joined', result.joined) : '',
    result.moved > 0 ? translate(tongue, '{0} moved', result.moved) : '',
    result.doubtful > 0 ? translate(tongue, '{0} doubtful', result.doubtful) : '',
    left,
  ]);
  const heads = list([
    result.marked > 0 ? translate(tongue, '{0} marked', result.marked) : '',
    result.unmarked > 0 ? translate(tongue, '{0} unmarked', result.unmarked) : '',
  ]);
  return translate(tongue, 'Re-stitched: {0}.', [text, heads].filter((part) => part !== '').join(translate(tongue, '; ')));
}

async function treatAs(services: Services, source: unknown, decision: Override): Promise<void> {
  const document = await documentOf(services, source);
  await services.overrides.set(document.uri, decision);
  services.analyses.invalidate(document);
  await services.analyses.analyse(document);
}
