import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyEdits, say, type Finding, type Fix, type Page } from '../../../src/core';
import { FixProvider, fixAllKind } from '../../../src/extension/codeActions';
import { closeAll, pageOf, readText, sampleUri, save, showFile, showSample, smallDump, toRange, type, undo, withSetting } from './support';

/** The actions VS Code would offer at a range, with their edits. */
async function actionsAt(document: vscode.TextDocument, range: vscode.Range, kind?: vscode.CodeActionKind): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind?.value, 50);
}

function choose(page: Page, wanted: (fix: Fix, finding: Finding) => boolean): { readonly finding: Finding; readonly fix: Fix } {
  for (const finding of page.findings) {
    for (const fix of finding.fixes) if (wanted(fix, finding)) return { finding, fix };
  }
  assert.fail('the sample page has no such fix');
}

/** Whether other text stands between the cut end and what the fix takes away. */
function isFar(page: Page, fix: Fix): boolean {
  const start = Math.min(...fix.edits.map(({ span }) => span[0]));
  const end = Math.max(...fix.edits.map(({ span }) => span[1]));
  const taken = fix.edits.reduce((sum, { span }) => sum + span[1] - span[0], 0);
  return page.text.slice(start, end).replace(/\s/g, '').length > taken;
}

/** Where the first of an action's edits begins. */
function firstOffset(document: vscode.TextDocument, { edit }: vscode.CodeAction): number {
  return Math.min(...(edit?.get(document.uri) ?? []).map(({ range }) => document.offsetAt(range.start)));
}

const kinds: readonly { readonly name: string; readonly wanted: (page: Page) => (fix: Fix, finding: Finding) => boolean }[] = [
  { name: 'joins a paragraph with the continuation beside it', wanted: (page) => (fix) => fix.kind === 'join' && fix.sure && !isFar(page, fix) },
  { name: 'joins a paragraph with a continuation far away', wanted: (page) => (fix) => fix.kind === 'join' && fix.sure && isFar(page, fix) },
  { name: 'moves a stray fragment home', wanted: () => (fix) => fix.kind === 'move' },
  { name: 'marks a headline', wanted: () => (fix) => fix.kind === 'mark' },
  { name: 'takes the mark from a standing head', wanted: () => (fix) => fix.kind === 'unmark' },
];

describe('code actions', () => {
  afterEach(closeAll);

  for (const { name, wanted } of kinds) {
    it(`${name}, and one undo brings the text back`, async () => {
      const document = await showSample();
      const before = document.getText();
      const page = await pageOf(document);
      const { finding, fix } = choose(page, wanted(page));
      const expected = applyEdits(before, fix.edits);

      const actions = await actionsAt(document, toRange(document, finding.span), vscode.CodeActionKind.QuickFix);
      const title = say(fix.title, 'en');
      const first = Math.min(...fix.edits.map(({ span }) => span[0]));
      const action = actions.find((one) => one.title === title && firstOffset(document, one) === first);
      assert.ok(action?.edit, 'the fix is not offered');
      assert.ok(await vscode.workspace.applyEdit(action.edit));
      assert.equal(document.getText(), expected);
      assert.notEqual(document.getText(), before);
      await undo();
      assert.equal(document.getText(), before);
    });
  }

  it('prefers one sure fix at most of each finding', async () => {
    const document = await showFile(smallDump);
    const page = await pageOf(document);
    const finding = page.findings.find(({ code }) => code === 'split-paragraph');
    assert.ok(finding);
    const actions = await actionsAt(document, toRange(document, finding.span), vscode.CodeActionKind.QuickFix);
    const preferred = actions.filter(({ isPreferred }) => isPreferred);
    assert.equal(preferred.length, finding.fixes.some(({ sure }) => sure) ? 1 : 0);
  });

  it('offers the whole page wherever there is a finding', async () => {
    const document = await showFile(smallDump);
    const page = await pageOf(document);
    const [finding] = page.findings;
    assert.ok(finding);
    const titles = (await actionsAt(document, toRange(document, finding.span))).map(({ title }) => title);
    assert.ok(titles.includes('Re-stitch the whole page'), titles.join('; '));
  });

  it('fixes all in one step', async () => {
    const document = await showFile(await readText(sampleUri('sample-page.txt')));
    const before = document.getText();
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const actions = await actionsAt(document, whole, fixAllKind);
    assert.equal(actions.length, 1);
    assert.ok(actions[0]?.edit);
    assert.ok(await vscode.workspace.applyEdit(actions[0].edit));
    assert.match(document.getText(), /从选种、育秧到水肥管理,全程跟着农时走。/);
    await undo();
    assert.equal(document.getText(), before);
  });

  it('fixes all when a file is saved, if asked to', async () => {
    await withSetting('editor.codeActionsOnSave', { [fixAllKind.value]: 'explicit' }, async () => {
      const document = await showFile(await readText(sampleUri('sample-page.txt')));
      await type(document, document.getText().length, '\n');
      await save(document);
      assert.match(document.getText(), /从选种、育秧到水肥管理,全程跟着农时走。/);
    });
  });

  it('offers nothing in an ordinary text', async () => {
    const document = await showFile('买牛奶。\n\n## 明天\n\n去图书\n');
    assert.deepEqual(await actionsAt(document, new vscode.Range(0, 0, 4, 0)), []);
    assert.deepEqual(await actionsAt(document, new vscode.Range(0, 0, 4, 0), fixAllKind), []);
  });

  it('refuses an action when the document has changed since', async () => {
    const document = await showFile(smallDump);
    const page = await pageOf(document);
    const provider = new FixProvider({
      page: () => Promise.resolve(page),
      whole: () => Promise.resolve(page),
      restitch: () => Promise.resolve({ edits: [], joined: 0, moved: 0, marked: 0, unmarked: 0, doubtful: 0, left: 0, decisions: [] }),
    });
    const { token } = new vscode.CancellationTokenSource();
    const context = { triggerKind: vscode.CodeActionTriggerKind.Invoke, only: undefined, diagnostics: [] };
    const finding = page.findings.find(({ fixes }) => fixes.length > 0);
    assert.ok(finding);
    const [action] = await provider.provideCodeActions(document, toRange(document, finding.span), context, token);
    assert.ok(action);
    await type(document, 0, '又');
    const text = document.getText();
    assert.equal((await provider.resolveCodeAction(action)).edit, undefined);
    assert.equal(document.getText(), text);
  });

  it('makes its offers for the text as it is now', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    await type(document, 0, '\n\n');
    const before = document.getText();
    const at = document.positionAt(before.indexOf('到水肥管'));
    const [join] = await actionsAt(document, new vscode.Range(at, at), vscode.CodeActionKind.QuickFix);
    assert.ok(join?.edit);
    assert.ok(await vscode.workspace.applyEdit(join.edit));
    assert.match(document.getText(), /到水肥管理,全程/);
  });
});
