import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '../../../src/core';
import { AnalysisClient, AnalysisEnded, AnalysisFailed } from '../../../src/extension/analysis/client';
import { LeafPage } from '../../../src/extension/analysis/parts';
import { ChunkedText } from '../../../src/extension/chunkedText';
import { startWebWorker } from '../../../src/extension/analysis/port.browser';
import { localPort } from '../../../src/extension/analysis/port.local';
import { startWorkerThread } from '../../../src/extension/analysis/port.node';
import type { AnalysisPort, Reply, Request } from '../../../src/extension/analysis/protocol';
import { analyse, modelBytes, sample, theEngine } from '../core/support';
import { withFastSeconds } from '../watch/seconds';

const NAME = 'file:///page.txt';
const issue = (): string => [1, 2, 3].map((page) => `河湾日报 2031年9月2日 第${page}版\n\n${sample('mini-page.txt').split('\n').slice(1).join('\n')}`).join('\n');

/** A client over a port, and what became of its threads. */
function clientOver(startPort: () => AnalysisPort): { client: AnalysisClient; ends: [string, boolean][] } {
  const ends: [string, boolean][] = [];
  const client = new AnalysisClient({ readModel: () => Promise.resolve(modelBytes()), startPort: () => Promise.resolve(startPort()), onEnd: (why, again) => void ends.push([why, again]) });
  return { client, ends };
}

/** A local port of which the test sees the requests, and which it can end. */
function watchedPort(): { port: AnalysisPort; requests: Request[]; replies: Reply[]; end: (why: string) => void } {
  const inner = localPort();
  const requests: Request[] = [];
  const replies: Reply[] = [];
  let ended: (why: string) => void = () => undefined;
  const port: AnalysisPort = {
    ...inner,
    post: (request) => {
      requests.push(structuredClone(request));
      inner.post(structuredClone(request));
    },
    onReply: (listener) => inner.onReply((reply) => {
      replies.push(reply);
      listener(structuredClone(reply));
    }),
    onEnd: (listener) => {
      ended = listener;
    },
  };
  return { port, requests, replies, end: (why) => ended(why) };
}

const pageAfter = async (client: AnalysisClient, text: string): Promise<Page> => {
  const { leaves, length } = await client.leaves(NAME, []);
  assert.equal(length, text.length);
  const { articles, furniture, findings, decisions, unmet, dump } = new LeafPage(ChunkedText.of(text), leaves, []);
  return { text, articles, furniture, findings, decisions, unmet, dump };
};

describe('the analysis in another thread', () => {
  it('gives what the engine gives, at first and after changes', async () => {
    const { client } = clientOver(localPort);
    await client.ready();
    let text = sample('sample-page.txt');
    client.open(NAME, text);
    assert.deepEqual(await pageAfter(client, text), analyse(text));
    const at = text.indexOf('\n\n', 400);
    text = `${text.slice(0, at)}一句新的话。${text.slice(at)}`;
    client.change(NAME, [{ offset: at, length: 0, newText: '一句新的话。' }]);
    assert.deepEqual(await pageAfter(client, text), analyse(text));
    client.dispose();
  });

  it('sends a page of the paper once, and again only when it has changed', async () => {
    const { port, replies } = watchedPort();
    const { client } = clientOver(() => port);
    await client.ready();
    const text = issue();
    client.open(NAME, text);
    const { leaves: before } = await client.leaves(NAME, []);
    client.change(NAME, [{ offset: text.length - 2, length: 0, newText: '的' }]);
    const { leaves: after } = await client.leaves(NAME, []);
    assert.deepEqual(after.map(({ leaf }, i) => leaf === before[i]?.leaf), [true, true, false]);
    const sent = replies.flatMap((reply) => (reply.answer === 'leaves' ? [reply.leaves.between.filter(({ leaf }) => leaf !== undefined).length] : []));
    assert.deepEqual(sent, [3, 1]);
    client.dispose();
  });

  it('gives the pages in their places, whatever is put before, between and behind them', async () => {
    const { client } = clientOver(localPort);
    await client.ready();
    let text = issue();
    client.open(NAME, text);
    const more = issue().replaceAll('第', '增刊 第');
    for (const [at, newText] of [[0, '的\n'], [text.indexOf('第2版') + 30, '\n\n'], [text.length, '的'], [text.indexOf('第3版') - 15, more], [5, '']] as const) {
      const length = newText === '' ? 400 : 0;
      text = text.slice(0, at) + newText + text.slice(at + length);
      client.change(NAME, [{ offset: at, length, newText }]);
      assert.deepEqual(await pageAfter(client, text), analyse(text));
    }
    client.open(NAME, text);
    assert.deepEqual(await pageAfter(client, text), analyse(text));
    client.dispose();
  });

  it('re-stitches and probes', async () => {
    const { client } = clientOver(localPort);
    await client.ready();
    const text = sample('mini-page.txt');
    client.open(NAME, text);
    const { restitching, length } = await client.restitch(NAME, [], 'likely');
    assert.equal(length, text.length);
    assert.ok(restitching.joined > 0);
    assert.deepEqual(await client.probe(text), theEngine().analyse(text).dump);
    client.dispose();
  });

  it('fails a question about what is not open, and answers the next', async () => {
    const { client } = clientOver(localPort);
    await client.ready();
    await assert.rejects(client.leaves('file:///other.txt', []), AnalysisFailed);
    client.open(NAME, '甲');
    assert.equal((await client.leaves(NAME, [])).length, 1);
    client.dispose();
  });

  it('is started again when its thread ends, and has to be told its documents anew', async () => {
    const threads: ReturnType<typeof watchedPort>[] = [];
    const { client, ends } = clientOver(() => {
      const thread = watchedPort();
      threads.push(thread);
      return thread.port;
    });
    await client.ready();
    client.open(NAME, '甲');
    const asked = client.leaves(NAME, []);
    await Promise.resolve();
    threads[0]?.end('it was killed');
    await assert.rejects(asked, AnalysisEnded);
    assert.deepEqual(ends, [['it was killed', true]]);
    assert.equal(client.isOpen(NAME), false);
    await client.ready();
    client.open(NAME, '甲乙');
    assert.equal((await client.leaves(NAME, [])).length, 2);
    assert.equal(threads.length, 2);
    client.dispose();
  });

  it('is not started again and again when it always ends', async () => {
    let started = 0;
    const { client, ends } = clientOver(() => {
      started++;
      const thread = watchedPort();
      return { ...thread.port, post: () => setTimeout(() => thread.end('out of memory'), 0) };
    });
    await assert.rejects(client.ready(), AnalysisEnded);
    for (let attempt = 0; attempt < 6; attempt++) await assert.rejects(client.ready(), AnalysisEnded);
    assert.equal(started, 4);
    assert.deepEqual(ends.map(([, again]) => again), [true, true, true, false]);
    client.dispose();
  });

  it('tells why when its model is none', async () => {
    const client = new AnalysisClient({ readModel: () => Promise.resolve(new Uint8Array(9)), startPort: () => Promise.resolve(localPort()), onEnd: () => undefined });
    await assert.rejects(client.ready(), AnalysisEnded);
    client.dispose();
  });
});

describe('the analysis in a thread that hangs or dies', function () {
  this.timeout(20_000);
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'restitch-hang-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** The real program of the thread, that does something else at the first question for which `when` is true. */
  function programThat(does: string, when: string): string {
    const file = path.join(home, 'worker.cjs');
    writeFileSync(file, `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', (asked) => { if (${when}) ${does} });
      require(${JSON.stringify(path.resolve('dist/analysis-worker.node.js'))});`);
    return file;
  }

  it('is ended, and what was asked is answered by the next one', async () => {
    await withFastSeconds(async () => {
      const files = [programThat('for (;;);', "asked.ask === 'probe'"), path.resolve('dist/analysis-worker.node.js')];
      const { client, ends } = clientOver(() => startWorkerThread(files.shift() ?? ''));
      await client.ready();
      const text = sample('mini-page.txt');
      assert.deepEqual(await client.probe(text), theEngine().analyse(text).dump);
      assert.match(ends[0]?.[0] ?? '', /no sign of life for \d+ s/u);
      assert.equal(ends.length, 1);
      client.dispose();
    });
  });

  it('is given up for a text that ends every thread, and tried anew when asked to', async () => {
    let file = programThat('process.exit(7);', "asked.ask === 'leaves'");
    const { client, ends } = clientOver(() => startWorkerThread(file));
    for (let attempt = 0; attempt < 4; attempt++) {
      await client.ready();
      client.open(NAME, '甲');
      await assert.rejects(client.leaves(NAME, []), AnalysisEnded);
    }
    assert.deepEqual(ends.map(([, again]) => again), [true, true, true, false]);
    await assert.rejects(client.ready(), AnalysisEnded);
    file = path.resolve('dist/analysis-worker.node.js');
    client.again();
    await client.ready();
    client.open(NAME, '甲');
    assert.equal((await client.leaves(NAME, [])).length, 1);
    client.dispose();
  });

  it('is found in a browser too, whose workers may go without a word', async () => {
    const scope = globalThis as { Worker?: unknown };
    const ended: string[] = [];
    let silent = true;
    /** A web worker that says nothing at first, and is a real one the second time. */
    scope.Worker = class {
      readonly #port = localPort();
      onmessage: ((event: { data: Reply }) => void) | null = null;
      onerror = null;
      readonly #silent = silent;
      postMessage(request: Request): void {
        if (this.#silent && request.ask !== 'start') return;
        this.#port.onReply((data) => this.onmessage?.({ data }));
        this.#port.post(request);
      }
      terminate(): void {
        ended.push(this.#silent ? 'silent' : 'real');
        this.#port.dispose();
      }
    };
    try {
      await withFastSeconds(async () => {
        const { client, ends } = clientOver(() => {
          const port = startWebWorker(new Uint8Array());
          silent = false;
          return port;
        });
        const text = sample('mini-page.txt');
        assert.deepEqual(await client.probe(text), theEngine().analyse(text).dump);
        assert.deepEqual([ends.length, ended], [1, ['silent']]);
        client.dispose();
      });
    } finally {
      delete scope.Worker;
    }
  });
});

describe('what an issue has to know of a file', () => {
  it('is told page by page, and other questions are answered in between', async () => {
    const { port, replies } = watchedPort();
    const { client } = clientOver(() => port);
    await client.ready();
    const facts = client.facts(issue());
    const verdict = client.probe(sample('mini-page.txt'));
    const { pages, reviewed } = await facts;
    await verdict;
    assert.deepEqual(pages.map(({ folio }) => folio.page), ['1', '2', '3']);
    assert.deepEqual(pages.map(({ folio }) => folio.date), ['2031-09-02', '2031-09-02', '2031-09-02']);
    assert.deepEqual(reviewed, []);
    assert.deepEqual(replies.map(({ answer }) => answer).filter((answer) => answer !== 'working').slice(-2), ['probe', 'facts']);
    const whole = analyse(issue());
    assert.deepEqual(pages.flatMap(({ articles }) => articles.map(({ id, title }) => [id, title])), whole.articles.map(({ id, title }) => [id, title]));
    client.dispose();
  });
});
