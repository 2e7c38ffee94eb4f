import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, pageOf, showFile } from './support';

/** A headline that would be an icon, a link that runs a command, an element of HTML, and a turned line. */
const headline = '白鹭乡$(trash)[开镰](command:workbench.action.quit)<img src=x onerror=alert(1)>\u202e稻田';
const text = [
  `## ${headline}`, '', '清晨的露水刚刚散去,白鹭乡柳湾村的稻田里便热闹起来。5台收割机排成一列,从田埂这头驶向那头,技术员从选种、育秧到水肥管', '',
  '## 市图书馆新馆试运行首周接待读者3.2万人次', '', '试运行以来,澜川市图书馆新馆受到市民欢迎,首周接待读者3.2万人次,外借图书1.9万册次。', '', '理,全程跟着农时走。点开便一目了然。', '',
].join('\n');
/** Controls and marks of direction, which a label would obey. */
const obeyed = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

describe('a headline that means harm', () => {
  afterEach(closeAll);

  it('is words in the outline, in lenses, in hovers and in the problems', async () => {
    const document = await showFile(text, 'newspage');
    const { uri } = document;
    await pageOf(document);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    const names = symbols.flatMap((symbol) => [symbol, ...symbol.children]).map(({ name }) => name);
    assert.ok(names.some((name) => name.includes('白鹭乡')));
    for (const name of names) assert.doesNotMatch(name, obeyed);
    for (const { command } of await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 50)) assert.doesNotMatch(command?.title ?? '', /\$\(/u);
    for (let line = 0; line < 10; line++) {
      for (const { contents } of await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, new vscode.Position(line, 3))) {
        for (const content of contents) {
          assert.ok(content instanceof vscode.MarkdownString);
          assert.doesNotMatch(content.value, /\]\(command:workbench|(?<!\\)<img/u);
          assert.ok(content.isTrusted !== true && content.supportHtml !== true && content.supportThemeIcons !== true);
        }
      }
    }
    for (const { message } of diagnosticsOf(document)) assert.doesNotMatch(message, obeyed);
  });
});
