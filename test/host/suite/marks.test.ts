import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Restitching } from '../../../src/core';
import { MarkSwitch } from '../../../src/extension/marks/markSwitch';
import { api, closeAll, diagnosticsOf, ordinaryMarkdown, pageOf, showFile, showSample, smallDump, toRange, type, undo, until, withSetting } from './support';

const lensesOf = (document: vscode.TextDocument): Thenable<vscode.CodeLens[]> => vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 1000);

async function titlesAt(document: vscode.TextDocument, words: string): Promise<string[]> {
  const { line } = document.positionAt(document.getText().indexOf(words));
  return (await lensesOf(document)).filter(({ range }) => range.start.line === line).map(({ command }) => command?.title ?? '');
}

async function hintsOf(document: vscode.TextDocument): Promise<vscode.InlayHint[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  return (await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>('vscode.executeInlayHintProvider', document.uri, whole)) ?? [];
}

const wordsOf = ({ label }: vscode.InlayHint): string => (typeof label === 'string' ? label : label.map(({ value }) => value).join(''));

/** The text of the line at which a hint stands, split there. */
function around(document: vscode.TextDocument, { position }: vscode.InlayHint): [string, string] {
  const { text } = document.lineAt(position.line);
  return [text.slice(0, position.character).slice(-3), text.slice(position.character).slice(0, 4)];
}

/** Turns all marks off for as long as `run` takes. */
async function withoutMarks(run: () => Promise<void>): Promise<void> {
  await vscode.commands.executeCommand('restitch.toggleMarks');
  try {
    await run();
  } finally {
    await vscode.commands.executeCommand('restitch.toggleMarks');
  }
}

describe('the marks of articles', () => {
  // Nothing answers before the extension has come up.
  before(api);
  afterEach(closeAll);

  it('count above each headline what the article consists of, and offer to put it together', async () => {
    const document = await showFile(smallDump);
    assert.deepEqual(await titlesAt(document, '## 白鹭乡'), ['2 parts · 1 cut · 3 figures', 'Re-stitch this article', 'Read clean']);
    assert.deepEqual(await titlesAt(document, '## 市图书馆'), ['1 part · 4 figures', 'Read clean']);
  });

  it('say at a cut where it goes on, and at its continuation where it comes from', async () => {
    const document = await showFile(smallDump);
    const hints = await hintsOf(document);
    assert.deepEqual(hints.map((hint) => [wordsOf(hint), ...around(document, hint)]), [['→ continues in line 17', '水肥管', ''], ['← from line 9', '', '理,全程']]);
    const [part] = hints[0]?.label as vscode.InlayHintLabelPart[];
    assert.deepEqual(part?.location?.range.start, new vscode.Position(16, 0));
  });

  it('put a question mark behind what is doubtful', async () => {
    const document = await showSample();
    const page = await pageOf(document);
    const doubtful = page.articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ seams, attachment }) => [...seams, ...(attachment.far ? [attachment] : [])])).filter(({ sure }) => !sure);
    const marked = (await hintsOf(document)).filter((hint) => wordsOf(hint).endsWith('?'));
    assert.ok(doubtful.length > 0 && marked.length >= doubtful.length);
  });

  it('follow the text: asked while it rests, they answer for the text as it is', async () => {
    const document = await showFile(smallDump);
    await hintsOf(document);
    await type(document, 0, '\n\n');
    const hints = await hintsOf(document);
    assert.deepEqual(hints.map(wordsOf), ['→ continues in line 19', '← from line 11']);
    assert.deepEqual(hints.map(({ position }) => position.line), [10, 18]);
    assert.deepEqual((await titlesAt(document, '## 白鹭乡')).length, 3);
  });

  it('are silent in an ordinary text', async () => {
    const document = await showFile(ordinaryMarkdown, 'md');
    assert.deepEqual((await lensesOf(document)).filter(({ command }) => command?.command.startsWith('restitch.')), []);
    assert.deepEqual(await hintsOf(document), []);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.ok((symbols ?? []).every(({ name }) => name.startsWith('#')), 'the outline is that of Markdown');
  });

  it('go and come back with one command', async () => {
    const document = await showFile(smallDump);
    await until('diagnostics are there', () => diagnosticsOf(document).length > 0);
    await withoutMarks(async () => {
      assert.deepEqual(diagnosticsOf(document), []);
      assert.deepEqual(await lensesOf(document), []);
      assert.deepEqual(await hintsOf(document), []);
      await type(document, document.getText().length, '\n入秋以来,夜校亮起了灯。\n');
      await pageOf(document);
      assert.deepEqual(diagnosticsOf(document), [], 'an analysis brings none back');
    });
    await until('diagnostics are back', () => diagnosticsOf(document).length > 0);
    assert.ok((await hintsOf(document)).length > 0);
  });

  it('remember the switch with the workspace', async () => {
    const values = new Map<string, unknown>();
    const memento = {
      keys: () => [...values.keys()],
      get: (key: string, fallback?: unknown) => values.get(key) ?? fallback,
      update: (key: string, value: unknown) => {
        values.set(key, value);
        return Promise.resolve();
      },
    } as vscode.Memento;
    const before = new MarkSwitch(memento);
    assert.equal(before.on, true);
    await before.toggle();
    const after = new MarkSwitch(memento);
    assert.equal(after.on, false);
    before.dispose();
    after.dispose();
  });

  it('obey a setting for each kind', async () => {
    const document = await showFile(smallDump);
    assert.ok((await lensesOf(document)).length > 0);
    await withSetting('restitch.marks.codeLens', false, async () => assert.deepEqual(await lensesOf(document), []));
    await withSetting('restitch.marks.inlayHints', false, async () => assert.deepEqual(await hintsOf(document), []));
  });

  it('speak the language of restitch.language', async () => {
    const document = await showFile(smallDump);
    await withSetting('restitch.language', 'zh', async () => {
      assert.deepEqual(await titlesAt(document, '## 白鹭乡'), ['分在 2 处 · 截断 1 处 · 3 个数字', '缀合本篇', '通读清样']);
      assert.deepEqual((await hintsOf(document)).map(wordsOf), ['→ 下接第 17 行', '← 上接第 9 行']);
    });
  });
});

describe('the severity of findings', () => {
  before(api);
  afterEach(closeAll);

  it('is a warning for cuts and strays, a hint for what is merely noted', async () => {
    const document = await showSample();
    await until('diagnostics are there', () => diagnosticsOf(document).length > 0);
    const loud = new Set(diagnosticsOf(document).filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint).map(({ code }) => code));
    const quiet = new Set(diagnosticsOf(document).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Hint).map(({ code }) => code));
    assert.deepEqual([...loud].sort(), ['split-paragraph', 'stray-fragment']);
    assert.deepEqual([...quiet].sort(), ['jump-line', 'standing-head', 'unmarked-headline']);
  });
});

describe('re-stitching one article', () => {
  before(api);
  afterEach(closeAll);

  const restitch = (...args: unknown[]): Thenable<Restitching | undefined> => vscode.commands.executeCommand('restitch.restitchArticle', ...args);

  it('joins it, leaves the others alone, and one undo takes it back', async () => {
    const document = await showSample();
    const before = document.getText();
    const page = await pageOf(document);
    const [rice] = page.articles;
    assert.ok(rice);
    const result = await restitch(document.uri, rice.id, document.version);
    assert.ok(result && result.joined > 0);
    const after = await pageOf(document);
    assert.ok(after.articles.find(({ title }) => title === rice.title)?.paragraphs.every(({ spans }) => spans.length === 1));
    assert.deepEqual(after.articles.map(({ title }) => title), page.articles.map(({ title }) => title));
    assert.ok(document.getText().includes('把他当成了自\n'), 'the cut of another article stays');
    await undo();
    assert.equal(document.getText(), before);
  });

  it('takes the article at the cursor where none is named', async () => {
    const document = await showFile(smallDump);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const at = document.positionAt(document.getText().indexOf('田块图'));
    editor.selection = new vscode.Selection(at, at);
    assert.equal((await restitch())?.joined, 1);
    assert.ok(document.getText().includes('水肥管理,全程'));
  });

  it('refuses an article of another version', async () => {
    const document = await showFile(smallDump);
    const page = await pageOf(document);
    const { version } = document;
    await type(document, 0, '\n');
    const before = document.getText();
    assert.equal(await restitch(document.uri, page.articles[0]?.id, version), undefined);
    assert.equal(document.getText(), before);
  });
});

describe('ways through an article', () => {
  before(api);
  afterEach(closeAll);

  const definitionsAt = async (document: vscode.TextDocument, offset: number): Promise<string[]> => {
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, document.positionAt(offset));
    return found.map((one) => document.lineAt(('targetUri' in one ? (one.targetSelectionRange ?? one.targetRange) : one.range).start.line).text.slice(0, 6));
  };

  it('lead from a cut to its continuation, and back', async () => {
    const document = await showFile(smallDump);
    const text = document.getText();
    assert.deepEqual(await definitionsAt(document, text.indexOf('水肥管') + 3), ['理,全程跟着']);
    assert.deepEqual(await definitionsAt(document, text.indexOf('理,全程')), ['罗守田的好收']);
    assert.deepEqual(await definitionsAt(document, text.indexOf('清晨的露水')), []);
  });

  it('list the fragments of an article from anywhere in it, in reading order', async () => {
    const document = await showFile(smallDump);
    const text = document.getText();
    for (const words of ['## 白鹭乡', '田块图', '沈知微']) {
      const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, document.positionAt(text.indexOf(words) + 1));
      assert.deepEqual(found.map(({ range }) => range.start.line), [2, 16], words);
    }
  });

  it('say over a cut where it goes on, how surely and why, beside the figures', async () => {
    const document = await showSample();
    const offset = document.getText().indexOf('有望达到18.') + '有望达到18.'.length - 1;
    const words = async (): Promise<string> => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(offset));
      return hovers.flatMap(({ contents }) => contents).map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n\n');
    };
    const both = await words();
    assert.match(both, /Cut here; continues in \[line \d+\]\(command:restitch\.reveal\?/);
    assert.match(both, /18\\?\.‖5|tears a number/);
    assert.match(both, /Figures in this sentence/);
    await withSetting('restitch.language', 'zh', async () => assert.match(await words(), /段落在此截断，下接\[第 \d+ 行\]/));
    await withSetting('restitch.hover.cuts', false, async () => assert.doesNotMatch(await words(), /Cut here/));
  });

  it('fold each fragment, an article below its headline', async () => {
    const document = await showFile(smallDump);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.deepEqual(folds.map(({ start, end }) => [start, end]), [[2, 8], [10, 14]]);
  });

  it('are in the outline: articles with their parts, and passages carried away where they stand', async () => {
    const document = await showFile(smallDump);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.deepEqual(symbols.map(({ name, range }) => [name, range.start.line, range.end.line]), [
      ['白鹭乡晚稻开镰 田间处处是丰收', 2, 8],
      ['市图书馆新馆试运行首周接待读者3.2万人次', 10, 14],
      ['↪ 白鹭乡晚稻开镰 田间处处是丰收', 16, 16],
    ]);
    assert.deepEqual(symbols[0]?.children.map(({ name }) => name.slice(0, 4)), ['□本报记', '清晨的露', '罗守田的']);
  });

  it('colour the parts of a page by what they are', async () => {
    const document = await showFile(smallDump);
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const page = await pageOf(document);
    const read: [string, string][] = [];
    let line = 0;
    for (let i = 0; i < tokens.data.length; i += 5) {
      const [down = 0, start = 0, length = 0, kind = 0] = tokens.data.slice(i, i + 4);
      line += down;
      read.push([legend.tokenTypes[kind] ?? '', document.lineAt(line).text.slice(start, start + length)]);
    }
    assert.deepEqual(read.slice(0, 3), [['newsFurniture', document.getText(toRange(document, page.furniture[0] ?? [0, 0]))], ['newsHeadline', '## 白鹭乡晚稻开镰 田间处处是丰收'], ['newsByline', '□本报记者 沈知微']]);
    assert.deepEqual(read.at(-1), ['newsDateline', '本报澜川9月25日电']);
  });
});
