import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { requireBuilt, restitch } from '../cli/command';
import { cleanPage, cutPage } from '../cli/pages';

const record = (text: string, id: number): string => `{"id":${String(id)},"text":${JSON.stringify(text)}}\n`;
/** Some of them cannot be read. */
const corpus = (count: number): string => Array.from({ length: count }, (_, i) => (i % 17 === 5 ? `broken ${String(i)}\n` : record(i % 3 === 0 ? cutPage : cleanPage, i))).join('');

describe('restitch --stream', function () {
  this.timeout(180_000);
  before(requireBuilt);

  it('gives a line for each line, in order, with the clean text in the place of the raw one', () => {
    const { code, out, err } = restitch(['--stream'], { input: record(cutPage, 1) + record(cleanPage, 2) });
    assert.equal(code, 1);
    assert.equal(err, '');
    const [first, second] = out.trimEnd().split('\n').map((line) => JSON.parse(line) as { id: number; text: string });
    assert.deepEqual([first?.id, second?.id], [1, 2]);
    assert.ok(first!.text.includes('送给每一个来听课的年轻人。'));
  });

  it('adds the analysis where data is asked for', () => {
    const { out } = restitch(['--stream', '--format', 'json', '--field', 'body'], { input: JSON.stringify({ body: cleanPage, id: 'x' }) });
    const whole = JSON.parse(out) as { body: string; restitch: { source: { name: string } } };
    assert.equal(whole.body, cleanPage);
    assert.equal(whole.restitch.source.name, 'x');
  });

  it('answers a bad line with a line of its own and goes on', () => {
    const { code, out, err } = restitch(['--stream'], { input: `nonsense\n${record(cleanPage, 2)}{"id":3}\n` });
    assert.equal(code, 3);
    assert.equal(err, 'stdin:1: the line is not JSON\nstdin:3: has no text in "text"; --field names another field\n');
    const lines = out.trimEnd().split('\n');
    assert.equal(lines.length, 3);
    assert.deepEqual(JSON.parse(lines[0]!), { error: { code: 'NotJson', message: 'the line is not JSON' }, input: 'nonsense' });
    assert.deepEqual((JSON.parse(lines[2]!) as { id: number; error: { code: string } }).error.code, 'NoField');
  });

  it('answers before its input has ended', async () => {
    const child = spawn(process.execPath, [path.resolve('dist/cli.cjs'), '--stream', '--jobs', '1'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const answer = new Promise<string>((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())));
    child.stdin.write(record(cleanPage, 7));
    assert.equal((JSON.parse(await answer) as { id: number }).id, 7);
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.stdin.end();
    assert.equal(await ended, 0);
  });

  it('takes no files', () => {
    assert.equal(restitch(['--stream', 'x.jsonl']).code, 2);
    assert.equal(restitch(['--stream', '--out', 'x']).code, 2);
    assert.equal(restitch(['--stream', '--jobs', '0']).code, 2);
  });

  it('gives the same bytes under GNU parallel as by itself', function () {
    if (spawnSync('parallel', ['--version']).status !== 0) {
      console.log('      (left out: GNU parallel is not on this machine; Debian has it in the package "parallel")');
      this.skip();
    }
    const input = corpus(200);
    const alone = restitch(['--stream', '--jobs', '1'], { input });
    const command = `'${process.execPath}' '${path.resolve('dist/cli.cjs')}' --stream --jobs 1 --quiet`;
    const parallel = spawnSync('parallel', ['--pipe', '--keep-order', '--block', '40k', '--jobs', '2', command], { input, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, PARALLEL_HOME: path.resolve('out') } });
    assert.equal(alone.out.split('\n').length, 201);
    assert.equal(parallel.stdout, alone.out);
  });
});
