import * as vscode from 'vscode';
import { figureRows, LineNumbers, toCsv, toTsv, type FigureColumn } from '../../core';
import type { Active } from '../activePage';
import { registerCommand } from '../command';
import { language } from '../configuration';
import { writeOne } from '../export/write';
import type { Services } from '../services';
import { inMessage } from '../plain';
import { nameOf } from '../sidecar/files';
import { translate, translateCount, type Text } from '../translate';
import type { FiguresTree } from './figuresTree';
import { kindName } from './kinds';

const columnNames: Readonly<Record<FigureColumn, Text>> = {
  line: 'Line',
  article: 'Article',
  kind: 'Kind',
  figure: 'Figure',
  value: 'Value',
  to: 'Up to',
  unit: 'Unit',
  base: 'In base units',
  baseUnit: 'Base unit',
  bound: 'Bound',
  date: 'Date',
  change: 'Change',
  subject: 'Subject',
  sentence: 'Sentence',
};

/** Excel takes a file without it for one in the machine's own encoding. */
const byteOrderMark = '\uFEFF';

/** Copying what the figures view shows, and saving it as CSV. Each command gives what it wrote. */
export function registerFiguresExport({ active, log }: Services, tree: FiguresTree): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(log, 'restitch.figuresCopy', async () => {
      const current = currentOf(active.current);
      const rows = rowsOf(tree, current);
      const text = toTsv(rows);
      await vscode.env.clipboard.writeText(text);
      vscode.window.setStatusBarMessage(translateCount(language(), rows.length - 1, '{0} figure copied.', '{0} figures copied.'), 3000);
      return text;
    }),
    registerCommand(log, 'restitch.figuresExport', async (target: unknown) => {
      const asked = currentOf(active.current);
      // What the view shows when it was asked for: while the dialog is open the page may change.
      const csv = byteOrderMark + toCsv(rowsOf(tree, asked));
      const uri = target instanceof vscode.Uri ? target : await askForTarget(asked.document);
      if (!uri) return undefined;
      await writeOne(uri, csv, [asked.document.uri]);
      void vscode.window.showInformationMessage(translate(language(), 'Exported to {0}.', inMessage(nameOf(uri))));
      return uri;
    }),
  );
}

function currentOf(current: Active | undefined): Active {
  if (current?.analysis.state !== 'dump') throw new Error(translate(language(), 'this file is not treated as a newspaper page.'));
  return current;
}

function rowsOf(tree: FiguresTree, current: Active): readonly (readonly string[])[] {
  const tongue = language();
  const { analysis } = current;
  if (analysis.state !== 'dump') return [];
  const lines = new LineNumbers(analysis.page.text);
  const titles = new Map(analysis.page.articles.map(({ id, title }) => [id, title]));
  return [...figureRows({
    text: analysis.page.text,
    figures: tree.shown(current),
    lineOf: (offset) => lines.of(offset),
    titleOf: (article) => titles.get(article) ?? '',
    kindName: (kind) => kindName(kind, tongue),
    columnName: (column) => translate(tongue, columnNames[column]),
    language: tongue,
  })];
}

/** `page.txt` becomes `page.figures.csv` beside it. */
function askForTarget(document: vscode.TextDocument): Thenable<vscode.Uri | undefined> {
  const name = `${nameOf(document.uri).replace(/\.[^.]*$/, '')}.figures.csv`;
  const folder = document.isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(document.uri, '..');
  return vscode.window.showSaveDialog({ ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }), filters: { CSV: ['csv'] } });
}
