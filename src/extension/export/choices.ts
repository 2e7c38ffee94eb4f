import * as vscode from 'vscode';
import { formats, isOfTheDump, type ExportFormat, type FormatId, type Language } from '../../core';
import { language } from '../configuration';
import { translate, type Text } from '../translate';

/** What a format is called, most of them everywhere the same, and what it is good for. */
const words: Readonly<Record<FormatId, { readonly name: string; readonly use: Text; readonly group: Text }>> = {
  markdown: { name: 'Markdown', use: 'with front matter: headline, byline, where each paragraph stands', group: 'To read' },
  text: { name: 'Plain text', use: 'the words alone', group: 'To read' },
  html: { name: 'HTML', use: 'a web page that needs no other file', group: 'To read' },
  docx: { name: 'Word', use: 'a document, each article on a page of its own', group: 'To read' },
  epub: { name: 'EPUB', use: 'a book, each article a chapter', group: 'To read' },
  json: { name: 'JSON', use: 'the whole analysis: articles, joins with reasons, findings, figures', group: 'As data' },
  jsonl: { name: 'JSON Lines', use: 'one article a line', group: 'As data' },
  csv: { name: 'CSV', use: 'the figures as a table', group: 'As data' },
  mnbvc: { name: 'MNBVC', use: 'a corpus in its general format, one article a line', group: 'For archives' },
  ninjs: { name: 'IPTC ninjs 3.1', use: 'items for news systems', group: 'For archives' },
  jsonld: { name: 'JSON-LD', use: 'NewsArticle of schema.org, for web pages', group: 'For archives' },
  annotations: { name: 'Web Annotation', use: 'what stands where in the dump, by the W3C standard', group: 'For archives' },
};

/** The name of a format, for a list or a dialog. */
export function formatName({ id }: Pick<ExportFormat, 'id'>): string {
  return id === 'text' ? translate(language(), 'Plain text') : words[id].name;
}

type Per = ExportFormat['per'];

/** Asks how to export, and begins with what was chosen last in this workspace. */
export class ExportChoices {
  constructor(private readonly memory: vscode.Memento) {}

  /** @returns undefined where nothing was chosen */
  async format(articles: number): Promise<ExportFormat | undefined> {
    const tongue = language();
    return this.formatFor(articles === 1 ? translate(tongue, 'Export 1 Article') : translate(tongue, 'Export {0} Articles', articles));
  }

  /** @param title of the list @param offered which formats are in it @returns undefined where nothing was chosen */
  async formatFor(title: string, offered: (format: ExportFormat) => boolean = () => true): Promise<ExportFormat | undefined> {
    const tongue = language();
    const chosen = await pick(formatItems(tongue, offered), title, translate(tongue, 'Choose a format'), this.memory.get<string>('restitch.export.format'));
    if (chosen) await this.memory.update('restitch.export.format', chosen.id);
    return chosen?.format;
  }

  /** What a folder is taken for; asked only where the format can put articles of several pages together. */
  async kind(format: ExportFormat): Promise<FolderKind | undefined> {
    if (isOfTheDump(format.id)) return 'pages';
    const tongue = language();
    const items = [
      { id: 'issues', holds: 'issues' as const, label: `$(library) ${translate(tongue, 'Whole issues')}`, description: translate(tongue, 'an article that goes on on another page comes out as one') },
      { id: 'pages', holds: 'pages' as const, label: `$(file-text) ${translate(tongue, 'Page by page')}`, description: translate(tongue, 'each page by itself, of any number') },
    ];
    const chosen = await pick(items, formatName(format), translate(tongue, 'What does the folder hold?'), this.memory.get<string>('restitch.export.folderKind'));
    if (chosen) await this.memory.update('restitch.export.folderKind', chosen.id);
    return chosen?.holds;
  }

  /** Whether each article gets its own file; asked only where there are several, and the format has a file for each. */
  async per(format: ExportFormat, articles: number): Promise<Per | undefined> {
    if (articles < 2 || format.per === 'page') return 'page';
    const tongue = language();
    const items = [
      { id: 'page', per: 'page' as const, label: `$(file) ${translate(tongue, 'One file')}`, description: translate(tongue, 'all {0} articles in it', articles) },
      { id: 'article', per: 'article' as const, label: `$(files) ${translate(tongue, 'One file for each article')}`, description: translate(tongue, '{0} files in a folder', articles) },
    ];
    const chosen = await pick(items, formatName(format), translate(tongue, 'One file or several?'), this.memory.get<string>('restitch.export.per'));
    if (chosen) await this.memory.update('restitch.export.per', chosen.id);
    return chosen?.per;
  }
}

/** What a folder is taken for. */
export type FolderKind = 'pages' | 'issues';

interface FormatItem extends vscode.QuickPickItem {
  readonly id: string;
  readonly format: ExportFormat;
}

function formatItems(tongue: Language, offered: (format: ExportFormat) => boolean): readonly (FormatItem | vscode.QuickPickItem)[] {
  const groups: readonly Text[] = ['To read', 'As data', 'For archives'];
  return groups.flatMap((group) => [
    { label: translate(tongue, group), kind: vscode.QuickPickItemKind.Separator },
    ...formats
      .filter((format) => words[format.id].group === group && offered(format))
      .map((format): FormatItem => ({ id: format.id, format, label: formatName(format), description: translate(tongue, words[format.id].use) })),
  ]);
}

/** A quick pick that begins at one of its items. */
function pick<T extends vscode.QuickPickItem & { readonly id: string }>(items: readonly (T | vscode.QuickPickItem)[], title: string, placeholder: string, first: string | undefined): Promise<T | undefined> {
  const isChoice = (item: T | vscode.QuickPickItem): item is T => 'id' in item;
  const list = vscode.window.createQuickPick<T | vscode.QuickPickItem>();
  Object.assign(list, { items, title, placeholder, matchOnDescription: true });
  const last = items.filter((item) => isChoice(item) && item.id === first);
  // Set to none, the list would begin nowhere.
  if (last.length > 0) list.activeItems = last;
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems.find(isChoice));
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
