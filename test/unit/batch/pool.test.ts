import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPool } from '../../../src/batch/pool';
import { runStream } from '../../../src/batch/stream';
import type { Work } from '../../../src/batch/task';
import { withFastSeconds } from '../watch/seconds';
import { cleanPage, cutPage } from '../cli/pages';

const work: Work = { format: 'json', bare: false, normalise: false, language: 'en', field: 'text' };
const record = (id: number, text: string): string => `${JSON.stringify({ id, text })}\n`;
const marked = '危险';

describe('a thread of a batch', function () {
  this.timeout(180_000);
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'restitch-pool-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** The real program of the thread, that does something else with a text that is marked. */
  function programThat(does: string): string {
    const file = path.join(home, 'worker.cjs');
    writeFileSync(file, `const real = require(${JSON.stringify(path.resolve('dist/batch-worker.js'))});
      module.exports = (task) => { if (Buffer.from(task.bytes).includes(${JSON.stringify(marked)})) { ${does} } return real.default(task); };`);
    return file;
  }

  async function filtered(file: string, lines: readonly string[]): Promise<{ out: string; bad: number[]; summary: Awaited<ReturnType<typeof runStream>> }> {
    const pool = createPool(2, file);
    let out = '';
    const bad: number[] = [];
    try {
      // eslint-disable-next-line @typescript-eslint/require-await -- an iterable that gives what is there
      const input = (async function* () { for (const line of lines) yield Buffer.from(line); })();
      const write = (bytes: Uint8Array): Promise<boolean> => {
        out += Buffer.from(bytes).toString();
        return Promise.resolve(true);
      };
      const summary = await runStream(input, work, pool, { write, onTrouble: (line) => void bad.push(line), signal: new AbortController().signal });
      return { out, bad, summary };
    } finally {
      await pool.end();
    }
  }

  const lines = Array.from({ length: 12 }, (_, i) => record(i, i === 5 ? `${marked}${cleanPage}` : i % 2 === 0 ? cutPage : cleanPage));

  for (const [how, does, why] of [
    ['dies', "process.nextTick(() => { throw new Error('out of memory'); }); return new Promise(() => {});", /out of memory/u],
    ['leaves without a word', 'process.exit(3);', /no sign of life/u],
    ['hangs', 'for (;;);', /no sign of life/u],
  ] as const) {
    it(`that ${how} over one record fails only that record; the others come out as ever`, async () => {
      const good = await filtered(path.resolve('dist/batch-worker.js'), lines);
      await withFastSeconds(async () => {
        const { out, bad, summary } = await filtered(programThat(does), lines);
        assert.deepEqual(bad, [6]);
        assert.deepEqual([summary.records, summary.bad, summary.broken], [12, 1, undefined]);
        const [now, before] = [out.split('\n'), good.out.split('\n')];
        assert.deepEqual(now.filter((_, i) => i !== 5), before.filter((_, i) => i !== 5));
        const refused = JSON.parse(now[5] ?? '') as { error: { code: string; message: string }; inputBase64: string };
        assert.equal(refused.error.code, 'ThreadEnded');
        assert.match(refused.error.message, why);
        assert.equal(`${Buffer.from(refused.inputBase64, 'base64').toString()}\n`, lines[5]);
      });
    });
  }

  it('that dies over one page fails only that page', async () => {
    const pool = createPool(2, programThat("process.nextTick(() => { throw new Error('out of memory'); }); return new Promise(() => {});"));
    const pages = Array.from({ length: 8 }, (_, i) => (i === 3 ? `${marked}${cleanPage}` : cutPage));
    const answers = await Promise.all(pages.map((text, i) => pool.run({ kind: 'page', work, name: `${String(i)}.txt`, bytes: Buffer.from(text) })));
    await pool.end();
    assert.deepEqual(answers.map(({ kind }) => kind), pages.map((_, i) => (i === 3 ? 'failed' : 'page')));
  });
});
