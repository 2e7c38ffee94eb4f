import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, ordinaryMarkdown, pageOf, showFile, smallDump, withSetting } from './support';

async function hoverAt(document: vscode.TextDocument, words: string): Promise<readonly vscode.Hover[]> {
  const position = document.positionAt(document.getText().indexOf(words));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers.filter(({ contents }) => textOf(contents).includes('|'));
}

function textOf(contents: vscode.Hover['contents']): string {
  return contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n');
}

describe('the hover', () => {
  afterEach(closeAll);

  it('shows the figures of the sentence under the mouse', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    const [hover] = await hoverAt(document, '首周接待读者3.2万人次,外借');
    assert.ok(hover);
    assert.match(textOf(hover.contents), /32,000/);
    assert.match(textOf(hover.contents), /19,000/);
    assert.ok(hover.range);
    assert.match(document.getText(hover.range), /^.*外借图书1\.9万册次。$/);
  });

  it('says nothing of a sentence without figures', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    assert.deepEqual(await hoverAt(document, '清晨的露水'), []);
  });

  it('says nothing in an ordinary text, and nothing when it is turned off', async () => {
    const ordinary = await showFile(`${ordinaryMarkdown}\n共有3.2万人次。\n`, 'md');
    assert.deepEqual(await hoverAt(ordinary, '3.2万'), []);
    const document = await showFile(smallDump);
    await pageOf(document);
    await withSetting('restitch.hover.figures', false, async () => {
      assert.deepEqual(await hoverAt(document, '5台收割机'), []);
    });
  });
});
