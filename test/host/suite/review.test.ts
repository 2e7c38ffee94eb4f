import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyEdits, type Page, type Restitching } from '../../../src/core';
import type { Standing } from '../../../src/extension/review/session';
import { api, closeAll, pageOf, readText, sampleUri, showFile, showSample, type, undo, until, withSetting } from './support';

const review = async (step: string): Promise<Standing | undefined> => vscode.commands.executeCommand<Standing | undefined>(`restitch.review.${step}`);
const paragraphs = (page: Page): string[] => page.articles.flatMap((article) => article.paragraphs.map(({ text }) => text));

/** Takes what a quick pick stands on, once it is there. */
async function takePick<T>(asked: Thenable<T>, ...before: string[]): Promise<T> {
  let done = false;
  const answer = Promise.resolve(asked).finally(() => (done = true));
  let busy = false;
  await until('the pick is taken', () => {
    if (!busy && !done) {
      busy = true;
      void (async () => {
        for (const command of before) await vscode.commands.executeCommand(command);
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        busy = false;
      })();
    }
    return done;
  });
  return answer;
}

describe('the review of what is doubtful', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('restitch.review.stop');
    await closeAll();
  });

  it('goes through all doubts in the order of the text, there and back, and around', async () => {
    const document = await showSample();
    const first = await review('next');
    assert.ok(first);
    assert.equal(first.number, 1);
    const seen = [first];
    for (let i = 1; i < first.total; i++) seen.push((await review('next')) ?? first);
    assert.deepEqual(seen.map(({ number }) => number), Array.from({ length: first.total }, (_, i) => i + 1));
    assert.equal((await review('next'))?.number, 1);
    assert.equal((await review('previous'))?.number, first.total);
    assert.equal(document.isDirty, false);
  });

  it('puts the cursor where the editor has to look', async () => {
    const document = await showSample();
    const standing = await review('next');
    assert.ok(standing);
    const cursor = vscode.window.activeTextEditor?.selection.active;
    assert.ok(cursor);
    const offset = document.offsetAt(cursor);
    assert.ok([standing.left[0], standing.left[1], standing.right?.[0]].includes(offset), `${String(offset)} of ${JSON.stringify(standing)}`);
  });

  it('accepts: what was doubtful is sure, and the next doubt shows by itself', async () => {
    const document = await showSample();
    const standing = await review('next');
    assert.ok(standing);
    const next = await review('accept');
    assert.equal(next?.total, standing.total - 1);
    assert.equal((await api()).decisions.of(document).length, 1);
    assert.deepEqual((await pageOf(document)).unmet, []);
  });

  it('rejects: the page finds another answer, and one undo brings the doubt back', async () => {
    const document = await showSample();
    const before = paragraphs(await pageOf(document));
    const standing = await review('next');
    assert.ok(standing);
    await review('reject');
    assert.notDeepEqual(paragraphs(await pageOf(document)), before);
    const back = await review('undo');
    assert.deepEqual(back && [back.kind, back.left, back.right], [standing.kind, standing.left, standing.right]);
    assert.deepEqual(paragraphs(await pageOf(document)), before);
    assert.deepEqual((await api()).decisions.of(document), []);
  });

  it('makes a decision again that was taken back, until the text is changed', async () => {
    const document = await showSample();
    const { decisions } = await api();
    await review('next');
    await review('reject');
    const decided = decisions.of(document);
    const after = paragraphs(await pageOf(document));
    await review('undo');
    assert.deepEqual(decisions.of(document), []);
    await review('redo');
    assert.deepEqual(decisions.of(document), decided);
    assert.deepEqual(paragraphs(await pageOf(document)), after);
    // One undo takes it back again; another text has nothing to be made again.
    await review('undo');
    await type(document, 0, '\n');
    await review('redo');
    assert.deepEqual(decisions.of(document), []);
  });

  it('offers the next best candidate when a join is rejected', async () => {
    const document = await showFile(await readText(sampleUri('sample-page.txt')));
    const page = await pageOf(document);
    const paragraph = page.articles.flatMap((article) => article.paragraphs).find(({ seams }) => seams.some((seam) => seam.candidates.length > 0));
    const index = paragraph?.seams.findIndex((seam) => seam.candidates.length > 0) ?? -1;
    const [left, right] = [paragraph?.spans[index], paragraph?.spans[index + 1]];
    assert.ok(left && right);
    await (await api()).decisions.decide(document, [{ kind: 'apart', as: 'join', left, right }]);
    const after = (await pageOf(document)).articles.flatMap((article) => article.paragraphs).find(({ spans }) => spans.some((span) => span[0] === left[0]));
    assert.notEqual(after?.spans[after.spans.findIndex((span) => span[0] === left[0]) + 1]?.[0], right[0]);
  });

  it('asks for another answer and takes it', async () => {
    const document = await showSample();
    const standing = await review('next');
    assert.ok(standing);
    await takePick(review('choose'), 'workbench.action.quickOpenSelectNext');
    assert.ok((await api()).decisions.of(document).length > 0);
  });

  it('comes to an end', async () => {
    const document = await showSample();
    const first = await review('next');
    assert.ok(first);
    let standing: Standing | undefined = first;
    for (let i = 0; standing !== undefined && i < 3 * first.total; i++) standing = await review('accept');
    assert.equal(standing, undefined);
    assert.equal(await review('next'), undefined);
    const { decisions } = await api();
    assert.ok(decisions.of(document).length >= first.total);
    for (const one of decisions.of(document)) assert.ok(!(await pageOf(document)).unmet.includes(one));
  });

  it('peeks and stops without a word', async () => {
    await showSample();
    await review('next');
    await review('peek');
    await review('stop');
    assert.equal(await review('accept'), undefined);
  });
});

const previewTab = (): vscode.TabInputTextDiff | undefined => {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff ? input : undefined;
};
const preview = async (step: string, ...args: unknown[]): Promise<Restitching | boolean | undefined> => vscode.commands.executeCommand(`restitch.preview.${step}`, undefined, ...args);

describe('the preview of a re-stitching', () => {
  afterEach(closeAll);

  async function shown(): Promise<{ document: vscode.TextDocument; proposed: vscode.TextDocument; before: string }> {
    const document = await showSample();
    const before = document.getText();
    await vscode.commands.executeCommand('restitch.restitchPage');
    const tab = await until('the diff shows', previewTab);
    assert.equal(tab.original.toString(), document.uri.toString());
    return { document, proposed: await vscode.workspace.openTextDocument(tab.modified), before };
  }

  it('is a diff of the page against its re-stitched self, and changes nothing', async () => {
    const { document, proposed, before } = await shown();
    const page = await pageOf(document);
    assert.equal(document.getText(), before);
    assert.match(proposed.getText(), /从选种、育秧到水肥管理,全程跟着农时走。/);
    assert.equal(page.text, before);
  });

  it('is accepted in one undo step', async () => {
    const { document, proposed, before } = await shown();
    const wanted = proposed.getText();
    assert.ok(await preview('accept'));
    assert.equal(document.getText(), wanted);
    assert.equal(previewTab(), undefined);
    await undo();
    assert.equal(document.getText(), before);
  });

  it('is accepted for some articles only, in one undo step', async () => {
    const { document, before } = await shown();
    const page = await pageOf(document);
    const cut = page.articles.filter(({ paragraphs: all }) => all.some(({ spans, seams }) => spans.length > 1 && seams.every(({ sure }) => sure)));
    const [one, other] = cut;
    assert.ok(one && other);
    assert.ok(await preview('acceptSome', [one.id]));
    const after = await pageOf(document);
    const cuts = (title: string): number => after.articles.find((article) => article.title === title)?.paragraphs.filter(({ spans }) => spans.length > 1).length ?? -1;
    assert.equal(cuts(one.title), 0);
    assert.ok(cuts(other.title) > 0);
    await undo();
    assert.equal(document.getText(), before);
  });

  it('asks which articles', async () => {
    const { document, before } = await shown();
    await takePick(preview('acceptSome'));
    assert.notEqual(document.getText(), before);
  });

  it('is refused when the page has changed since, and then shown anew', async () => {
    const { document } = await shown();
    await type(document, 0, '又');
    const text = document.getText();
    assert.equal(await preview('accept'), undefined);
    assert.equal(document.getText(), text);
    await vscode.commands.executeCommand('restitch.restitchPage', document.uri);
    const tab = await until('the diff shows', previewTab);
    const proposed = await vscode.workspace.openTextDocument(tab.modified);
    await until('it is of the new text', () => proposed.getText().includes('又'));
    assert.ok(await preview('accept'));
    assert.notEqual(document.getText(), text);
  });

  it('is discarded', async () => {
    const { document, before } = await shown();
    assert.equal(await preview('discard'), true);
    assert.equal(previewTab(), undefined);
    assert.equal(document.getText(), before);
  });

  it('is left out where the setting says so', async () => {
    const document = await showSample();
    const page = await pageOf(document);
    await withSetting('restitch.restitch.preview', 'apply', async () => {
      const result = await vscode.commands.executeCommand<Restitching>('restitch.restitchPage');
      assert.equal(document.getText(), applyEdits(page.text, result.edits));
    });
  });
});
