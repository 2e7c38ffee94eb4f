import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { api, closeAll, pageOf, sampleUri, show, showFile, smallDump, type, until } from './support';

type Said = [words: string, ...actions: string[]];

/** Messages are taken down, and answered by `answer`; what was there before comes back when `run` ends. */
async function hearing(kinds: readonly ('showErrorMessage' | 'showWarningMessage')[], answer: (said: Said) => string | undefined, run: (heard: Said[]) => Promise<void>): Promise<void> {
  const heard: Said[] = [];
  const hear = (...said: unknown[]): Promise<string | undefined> => {
    const words = said.filter((one): one is string => typeof one === 'string') as Said;
    heard.push(words);
    return Promise.resolve(answer(words));
  };
  await replacing(Object.fromEntries(kinds.map((kind) => [kind, hear])), () => run(heard));
}

/** Gives parts of `vscode.window` another meaning while `run` runs. */
async function replacing(parts: Readonly<Record<string, unknown>>, run: () => Promise<void>): Promise<void> {
  const window = vscode.window as unknown as Record<string, unknown>;
  const before = Object.fromEntries(Object.keys(parts).map((key) => [key, window[key]]));
  Object.assign(window, parts);
  try {
    await run();
  } finally {
    Object.assign(window, before);
  }
}

/** Kills the thread that analyses, really, each time it is asked for pages while `run` runs and `kills` says so. */
async function killing(kills: () => boolean, run: () => Promise<void>): Promise<void> {
  const threads = Worker.prototype as unknown as { postMessage: (this: Worker, ...message: unknown[]) => void };
  const post = threads.postMessage;
  threads.postMessage = function (this: Worker, message: unknown, ...more: unknown[]) {
    if (typeof message === 'object' && message !== null && 'ask' in message && message.ask === 'leaves' && kills()) {
      void this.terminate();
      return;
    }
    post.call(this, message, ...more);
  };
  try {
    await run();
  } finally {
    threads.postMessage = post;
  }
}

describe('a thread that dies', () => {
  afterEach(closeAll);

  it('is started again, the page is analysed, and nobody is bothered', async () => {
    const document = await showFile(smallDump);
    const before = await pageOf(document);
    let left = 1;
    await hearing(['showErrorMessage', 'showWarningMessage'], () => undefined, async (heard) => {
      await killing(() => left-- > 0, async () => {
        await type(document, document.getText().length, '\n');
        assert.equal((await pageOf(document)).articles.length, before.articles.length);
      });
      assert.ok(left < 0);
      assert.deepEqual(heard, []);
    });
  });

  it('again and again is told once, with a way to try again that works', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    let kills = true;
    const message = 'The analysis of pages keeps failing';
    await hearing(['showErrorMessage'], ([words]) => {
      if (!words.startsWith(message)) return undefined;
      kills = false;
      return 'Try Again';
    }, async (heard) => {
      await killing(() => kills, async () => {
        const restitch = await api();
        for (let i = 0; i < 3 && kills; i++) {
          await type(document, document.getText().length, '\n');
          await restitch.page(document);
        }
        await until('the page is there again', async () => (await restitch.page(document)) !== undefined);
      });
      assert.deepEqual(heard.filter(([words]) => words.startsWith(message)).map(([, ...actions]) => actions), [['Try Again', 'Show Log']]);
    });
    assert.ok((await pageOf(document)).articles.length > 0);
  });
});

describe('a document that is edited while an action waits for its editor', () => {
  afterEach(closeAll);
  const again = 'Do It on the New Text';
  /** Presses the button the first time it is offered. */
  const onlyOnce = (): ((said: Said) => string | undefined) => {
    let pressed = false;
    return ([, ...actions]) => {
      if (pressed || !actions.includes(again)) return undefined;
      pressed = true;
      return again;
    };
  };
  const run = async (command: string, ...args: unknown[]): Promise<unknown> => vscode.commands.executeCommand(command, ...args);

  async function at(document: vscode.TextDocument, words: string): Promise<void> {
    const editor = await vscode.window.showTextDocument(document);
    const place = document.positionAt(document.getText().indexOf(words));
    editor.selection = new vscode.Selection(place, place);
  }

  it('is left alone by the answer of a list, and the list is offered again', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    await at(document, '## 市图书馆');
    let asked = 0;
    const showQuickPick = async (items: readonly { role: string }[]): Promise<unknown> => {
      if (asked++ === 0) await type(document, 0, '澜川日报社 编印\n\n');
      return items.find(({ role }) => role === 'subhead');
    };
    await replacing({ showQuickPick }, () => hearing(['showWarningMessage'], onlyOnce(), async (heard) => {
      assert.equal(await run('restitch.makeRole'), false);
      assert.deepEqual(heard[0], ['The document has changed in the meantime, so nothing was done.', again]);
      const { decisions } = await api();
      await until('it is decided on the new text', () => decisions.of(document).length === 1);
      const [decision] = decisions.of(document);
      assert.ok(decision?.kind === 'role' && document.getText().slice(...decision.span).startsWith('## 市图书馆'));
      assert.equal(asked, 2);
    }));
  });

  it('keeps a headline that was typed for the new text', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    const { rows } = await api();
    const row = await until('the tree shows the page', async () => (await rows.getChildren() ?? []).find(({ label }) => label.includes('图书馆')));
    let asked = 0;
    const showInputBox = async (): Promise<string> => {
      asked++;
      await type(document, 0, '澜川日报社 编印\n\n');
      return '图书馆开馆';
    };
    await replacing({ showInputBox }, () => hearing(['showWarningMessage'], onlyOnce(), async () => {
      assert.equal(await run('restitch.renameHeadline', row), false);
      await until('the headline is written', () => document.getText().includes('## 图书馆开馆\n'));
      assert.equal(asked, 1);
      assert.ok(!document.getText().includes('首周接待读者3.2万人次\n\n□'));
    }));
  });

  it('is exported as it is now, to the file that was named', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    const target = document.uri.with({ path: `${document.uri.path}.export.md` });
    const showSaveDialog = async (): Promise<vscode.Uri> => {
      await type(document, document.getText().indexOf('清晨的露水'), '十月');
      return target;
    };
    await replacing({ showSaveDialog }, () => hearing(['showWarningMessage'], onlyOnce(), async (heard) => {
      assert.equal(await run('restitch.exportMarkdown', document.uri), undefined);
      assert.equal(heard.length, 1);
      await until('it is exported', () => {
        try {
          return readFileSync(target.fsPath, 'utf8').includes('十月清晨的露水');
        } catch {
          return false;
        }
      });
    }));
  });
});

describe('a disk that is full', () => {
  let home: string | undefined;

  before(function () {
    const folder = mkdtempSync(path.join(tmpdir(), 'restitch-full-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
      home = folder;
    } catch {
      rmSync(folder, { recursive: true });
      // Only root may make a small disk.
      this.skip();
    }
  });
  after(async () => {
    await closeAll();
    if (home === undefined) return;
    execFileSync('umount', ['-l', home]);
    rmSync(home, { recursive: true, force: true });
  });

  it('leaves the sidecar and the target of an export as they were, says so once, and loses no decision', async () => {
    assert.ok(home !== undefined);
    const file = vscode.Uri.file(path.join(home, 'page.txt'));
    writeFileSync(file.fsPath, smallDump);
    const document = await show(await vscode.workspace.openTextDocument(file));
    await pageOf(document);
    const { decisions } = await api();
    await decisions.decide(document, [{ kind: 'begin', at: smallDump.indexOf('清晨') }]);
    const sidecar = path.join(home, 'page.txt.restitch.json');
    const before = readFileSync(sidecar, 'utf8');
    const target = path.join(home, 'out.json');
    writeFileSync(target, 'old');
    try {
      writeFileSync(path.join(home, 'fill'), Buffer.alloc(1 << 20));
    } catch {
      // Full now.
    }
    const names = readdirSync(home).sort();
    await hearing(['showWarningMessage', 'showErrorMessage'], () => undefined, async (heard) => {
      await decisions.decide(document, [{ kind: 'begin', at: smallDump.indexOf('罗守田') }]);
      await decisions.decide(document, [{ kind: 'begin', at: smallDump.indexOf('理,全程') }]);
      assert.equal(heard.length, 1, JSON.stringify(heard));
      assert.match(heard[0]?.[0] ?? '', /^page\.txt\.restitch\.json cannot be written/u);
      assert.deepEqual(heard[0]?.slice(1), ['Try Again', 'Save a Copy…']);
      assert.equal(await vscode.commands.executeCommand('restitch.exportJson', file, vscode.Uri.file(target)), undefined);
      assert.equal(heard.length, 2, JSON.stringify(heard));
      assert.match(heard[1]?.[0] ?? '', /^Restitch could not do this: /u);
    });
    assert.deepEqual(readdirSync(home).sort(), names);
    assert.equal(readFileSync(sidecar, 'utf8'), before);
    assert.equal(readFileSync(target, 'utf8'), 'old');
    assert.equal(decisions.of(document).length, 3);
    rmSync(path.join(home, 'fill'));
    await decisions.decide(document, [{ kind: 'begin', at: smallDump.indexOf('本报澜川') }]);
    assert.equal((readFileSync(sidecar, 'utf8').match(/"restitch:kind": "begin"/gu) ?? []).length, 4);
  });
});

describe('an export of a folder that is cancelled', () => {
  const folder = sampleUri('faults-in');
  const [out, fresh] = [sampleUri('faults-out'), sampleUri('faults-fresh')];
  const page = '## 石桥村的柿子红了\n\n霜降一过,石桥村的柿子就红了。村里今年收了12万公斤柿子,比去年多两成,大半做成了柿饼。\n';
  const into = (target: vscode.Uri): Thenable<{ done: number; unchanged: number; stopped: boolean }> => vscode.commands.executeCommand('restitch.exportFolder', folder, { out: target, format: 'markdown' });
  const written = (target: vscode.Uri): string[] => readdirSync(target.fsPath, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.restitch-manifest'))
    .map((entry) => `${path.relative(target.fsPath, entry.parentPath)}/${entry.name}: ${readFileSync(path.join(entry.parentPath, entry.name), 'utf8')}`).sort();

  after(async () => {
    for (const uri of [folder, out, fresh]) await vscode.workspace.fs.delete(uri, { recursive: true });
  });

  it('goes on where it was stopped, to the same files', async () => {
    for (let i = 0; i < 120; i++) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, `${String(i)}.txt`), new TextEncoder().encode(page.repeat(1 + (i % 3))));
    const stop = new vscode.CancellationTokenSource();
    const withProgress = (_: unknown, work: (progress: { report: () => void }, token: vscode.CancellationToken) => Promise<unknown>): Promise<unknown> => work({ report: () => stop.cancel() }, stop.token);
    await replacing({ withProgress }, async () => {
      const first = await into(out);
      assert.equal(first.stopped, true);
      assert.ok(first.done < 120, String(first.done));
      const second = await into(out).then((done) => done, () => undefined);
      // The token is still cancelled: nothing is begun, nothing is undone.
      assert.equal(second?.stopped, true);
    });
    const third = await into(out);
    assert.equal(third.stopped, false);
    assert.equal(third.done + third.unchanged, 120);
    assert.ok(third.unchanged > 0);
    await into(fresh);
    assert.deepEqual(written(out), written(fresh));
  });
});
