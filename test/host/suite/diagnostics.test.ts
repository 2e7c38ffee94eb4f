import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, diagnosticsOf, ordinaryMarkdown, pageOf, show, showFile, showSample, smallDump, type, until, withSetting } from './support';

describe('findings in the editor', () => {
  afterEach(closeAll);

  it('shows each finding of the sample page as a diagnostic', async () => {
    const document = await showSample();
    const { findings } = await pageOf(document);
    assert.ok(findings.length > 0);
    const diagnostics = await until('diagnostics are there', () => diagnosticsOf(document).length > 0 && diagnosticsOf(document));
    // A cut paragraph is underlined at its end, where the cut is; all else where it begins.
    assert.deepEqual(
      diagnostics.map(({ code, range }) => [code, document.offsetAt(code === 'split-paragraph' ? range.end : range.start)]).sort(),
      findings.map(({ code, span }) => [code, span[code === 'split-paragraph' ? 1 : 0]]).sort(),
    );
    const passages = diagnostics.filter(({ code }) => code === 'stray-fragment' || code === 'split-paragraph');
    assert.ok(passages.every(({ range }) => document.getText(range).length <= 12), 'only one end of a passage is underlined');
  });

  it('finds every kind of problem on the sample page', async () => {
    const { findings } = await pageOf(await showSample());
    const codes = new Set(findings.map(({ code }) => code));
    assert.deepEqual([...codes].sort(), ['jump-line', 'split-paragraph', 'standing-head', 'stray-fragment', 'unmarked-headline']);
  });

  it('says in related information where a cut paragraph goes on', async () => {
    const document = await showFile(smallDump);
    const [cut] = await until('the cut is found', () => {
      const found = diagnosticsOf(document).filter(({ code }) => code === 'split-paragraph');
      return found.length > 0 && found;
    });
    const [related] = cut?.relatedInformation ?? [];
    assert.ok(related);
    assert.match(document.getText(related.location.range), /^理,全程/);
  });

  it('leaves ordinary Markdown and plain text alone', async () => {
    for (const extension of ['md', 'txt']) {
      const document = await showFile(ordinaryMarkdown, extension);
      assert.equal(await (await api()).page(document), undefined);
      assert.deepEqual(diagnosticsOf(document), []);
    }
  });

  it('treats every document of the language newspaper-dump as a page', async () => {
    const document = await show(await vscode.workspace.openTextDocument({ language: 'newspaper-dump', content: ordinaryMarkdown }));
    await pageOf(document);
  });

  it('obeys the commands that override its judgement', async () => {
    const document = await showFile(smallDump);
    await until('diagnostics are there', () => diagnosticsOf(document).length > 0);
    await vscode.commands.executeCommand('restitch.treatAsOrdinary');
    assert.deepEqual(diagnosticsOf(document), []);
    assert.equal(await (await api()).page(document), undefined);
    await vscode.commands.executeCommand('restitch.treatAsDump');
    assert.ok(diagnosticsOf(document).length > 0);
  });

  it('obeys the setting restitch.detect', async () => {
    const document = await showFile(smallDump);
    await until('diagnostics are there', () => diagnosticsOf(document).length > 0);
    await withSetting('restitch.detect', 'never', async () => {
      await until('diagnostics are gone', () => diagnosticsOf(document).length === 0);
    });
    await until('diagnostics are back', () => diagnosticsOf(document).length > 0);
  });

  it('hides a kind of finding that is turned off', async () => {
    const document = await showFile(smallDump);
    const cuts = (): readonly vscode.Diagnostic[] => diagnosticsOf(document).filter(({ code }) => code === 'split-paragraph');
    await until('the cut is found', () => cuts().length > 0);
    await withSetting('restitch.findings', { 'split-paragraph': false }, async () => {
      await until('the cut is hidden', () => cuts().length === 0);
    });
  });

  it('speaks the language of restitch.language', async () => {
    const document = await showFile(smallDump);
    const words = (): string => diagnosticsOf(document).map(({ message }) => message).join('\n');
    await until('diagnostics are there', () => words() !== '');
    assert.doesNotMatch(words().replace(/[“"「].*?[”"」]/g, ''), /问题|段落/);
    await withSetting('restitch.language', 'zh', async () => {
      await until('the words are Chinese', () => words().includes('段'));
    });
  });

  it('follows the text, and ends with the document', async () => {
    const document = await showFile(smallDump);
    await until('the cut is found', () => diagnosticsOf(document).some(({ code }) => code === 'split-paragraph'));
    const start = document.getText().indexOf('\n\n## 市图书馆');
    await type(document, start, '理。');
    await until('the mended cut is gone', () => diagnosticsOf(document).every(({ range }) => document.offsetAt(range.start) > start || document.offsetAt(range.end) < start - 10));
    // VS Code keeps what an extension opened for minutes behind its last editor; in another language it closes it at once, and opens another.
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    await until('the diagnostics of a closed document are gone', () => diagnosticsOf(document).length === 0);
  });
});
