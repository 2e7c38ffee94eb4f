import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Analysis } from '../../../src/core';
import { closeAll, ordinaryMarkdown, pageOf, readText, sampleUri, showFile, showSample } from './support';

async function exportTo(command: string, target: vscode.Uri): Promise<vscode.Uri | undefined> {
  return vscode.commands.executeCommand<vscode.Uri | undefined>(command, undefined, target);
}

describe('exports', () => {
  afterEach(closeAll);

  it('writes the articles as Markdown', async () => {
    const page = await pageOf(await showSample());
    const target = sampleUri('out.md');
    assert.equal((await exportTo('restitch.exportMarkdown', target))?.path, target.path);
    const text = await readText(target);
    for (const { title } of page.articles) assert.ok(text.includes(title), title);
  });

  it('writes the analysis as JSON', async () => {
    const document = await showSample();
    const page = await pageOf(document);
    const target = sampleUri('out.json');
    assert.ok(await exportTo('restitch.exportJson', target));
    const analysis = JSON.parse(await readText(target)) as Analysis;
    assert.equal(analysis.format, 'restitch/1');
    assert.deepEqual(analysis.source, { name: document.uri.path.split('/').at(-1), encoding: 'utf-8', length: page.text.length });
    assert.equal(analysis.articles.length, page.articles.length);
  });

  it('does not touch the page itself', async () => {
    const document = await showSample();
    const before = document.getText();
    await exportTo('restitch.exportMarkdown', sampleUri('out.md'));
    assert.equal(document.getText(), before);
    assert.equal(document.isDirty, false);
  });

  it('gives nothing where there is no page or no place to write', async () => {
    await showFile(ordinaryMarkdown, 'md');
    assert.equal(await exportTo('restitch.exportMarkdown', sampleUri('never.md')), undefined);
    await assert.rejects(async () => vscode.workspace.fs.stat(sampleUri('never.md')));
    await showSample();
    assert.equal(await exportTo('restitch.exportMarkdown', vscode.Uri.parse('no-such-scheme:/x.md')), undefined);
  });
});
