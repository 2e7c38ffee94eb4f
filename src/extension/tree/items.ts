import * as vscode from 'vscode';
import { escapeMarkdown } from '../markdown';
import { revealCommand } from '../reveal';
import type { Language } from '../../core';
import { translate } from '../translate';
import { problemUri } from './problemBadges';
import { isArticle, type Row, type RowKind } from './row';

const icons: Readonly<Record<RowKind, string>> = {
  article: 'note',
  photo: 'device-camera',
  brief: 'list-flat',
  notice: 'megaphone',
  standingHead: 'bookmark',
  kicker: 'chevron-up',
  headline: 'text-size',
  deck: 'chevron-down',
  byline: 'person',
  dateline: 'location',
  jump: 'references',
  paragraph: 'list-selection',
  cut: 'link',
  piece: 'circle-small',
  credit: 'edit',
  furnitureGroup: 'archive',
  furniture: 'circle-small',
};

/** What the tree knows of a row besides the row itself. */
export interface ItemState {
  readonly document: vscode.TextDocument;
  readonly reviewed: boolean;
  /** Whether it opens at once, as what is left by a filter does. */
  readonly open: boolean;
  /** The article's own hue. */
  readonly colour?: vscode.ThemeColor;
  readonly tongue: Language;
}

/** A row as VS Code shows it. Its tooltip is made when the mouse rests on it. */
export function itemOf(row: Row, { document, reviewed, open, colour, tongue }: ItemState): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(row.label, row.children.length === 0 ? None : open ? Expanded : Collapsed);
  // Under another name VS Code does not know it as closed.
  // Of this document: VS Code selects and opens again what has the same id, in another page, too.
  item.id = `${document.uri.toString()} ${row.id}${open ? '?' : ''}`;
  item.description = row.description;
  item.contextValue = contextOf(row);
  item.accessibilityInformation = { label: row.spoken };
  item.iconPath = new vscode.ThemeIcon(icons[row.kind], colour);
  item.command = { command: revealCommand, title: translate(tongue, 'Show in the text'), arguments: [document.uri, row.span] };
  if (row.problems + row.doubts > 0) item.resourceUri = problemUri(row.problems, row.doubts > 0);
  if (isArticle(row)) item.checkboxState = checkbox(reviewed, tongue);
  return item;
}

/** The tooltip of a row: its words, what it is, the meetings of its pieces, and why. */
export function tooltipOf({ label, details }: Row, more: readonly string[]): vscode.MarkdownString {
  const { heading, seams, why } = details;
  const lines = [`**${escapeMarkdown(label)}**`, escapeMarkdown(heading), ...seams.map((seam) => `> ${escapeMarkdown(seam)}`)];
  if (why.length > 0) lines.push(why.map((reason) => `- ${escapeMarkdown(reason)}`).join('\n'));
  return new vscode.MarkdownString([...lines, ...more].join('\n\n'));
}

/** What the menus ask for, as words: `article headed`, `part paragraph splittable doubtful`. */
function contextOf(row: Row): string {
  const words: string[] = isArticle(row) ? ['article'] : row.pieces.length > 0 ? ['part', row.kind] : [row.kind];
  if (isArticle(row) && row.children.some(({ kind }) => kind === 'headline')) words.push('headed');
  if (row.behind && !isArticle(row) && row.article !== undefined) words.push('splittable');
  if (row.doubts > 0) words.push('doubtful');
  return words.join(' ');
}

function checkbox(reviewed: boolean, tongue: Language): NonNullable<Exclude<vscode.TreeItem['checkboxState'], vscode.TreeItemCheckboxState>> {
  const words = reviewed ? translate(tongue, 'Reviewed') : translate(tongue, 'Not reviewed yet');
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  return { state: reviewed ? Checked : Unchecked, tooltip: words, accessibilityInformation: { label: words } };
}
