import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inOrder } from '../../../src/batch/inOrder';
import { wholeLines } from '../../../src/batch/lines';

async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let i = 0; at < bytes.length; i += 1) {
    const size = sizes.length === 0 ? bytes.length : sizes[i % sizes.length]!;
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function all(text: string, sizes: readonly number[], longest: number): Promise<{ text: string; tooLong: number[] }> {
  const found = { text: '', tooLong: [] as number[] };
  for await (const piece of wholeLines(inChunks(new TextEncoder().encode(text), sizes), longest)) {
    if ('bytes' in piece) found.text += new TextDecoder().decode(piece.bytes);
    else found.tooLong.push(piece.length);
  }
  return found;
}

describe('whole lines out of a stream', () => {
  it('come out whole and complete, however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ maxLength: 20, unit: 'grapheme' })), fc.array(fc.integer({ min: 1, max: 9 })), async (lines, sizes) => {
        const text = lines.map((line) => `${line.replace(/\n/gu, ' ')}\n`).join('');
        const pieces: string[] = [];
        for await (const piece of wholeLines(inChunks(new TextEncoder().encode(text), sizes), 1 << 20)) if ('bytes' in piece) pieces.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece.bytes));
        assert.equal(pieces.join(''), text);
        assert.ok(pieces.every((piece) => piece.endsWith('\n')));
      }),
      { seed: 20261123 },
    );
  });

  it('end without a line end', async () => assert.deepEqual(await all('a\nb', [1], 9), { text: 'a\nb', tooLong: [] }));

  it('leave out a line that is too long, and say how long it is', async () => {
    for (const sizes of [[1], [2], [3, 1]]) assert.deepEqual(await all('ab\n0123456789\ncd\n', sizes, 5), { text: 'ab\ncd\n', tooLong: [11] });
    assert.deepEqual(await all('0123456789', [1], 5), { text: '', tooLong: [10] });
  });
});

describe('results in order', () => {
  async function* numbers(to: number, taken: number[]): AsyncGenerator<number> {
    for (let i = 0; i < to; i += 1) {
      await Promise.resolve();
      taken.push(i);
      yield i;
    }
  }

  it('come in the order of the tasks, whichever ends first', async () => {
    const delays = [30, 1, 20, 2, 0, 5];
    const found: number[] = [];
    const run = (task: number): Promise<number> => new Promise((resolve) => setTimeout(() => resolve(task), delays[task]));
    for await (const [task, result] of inOrder(numbers(6, []), run, () => 1, { most: 3, heaviest: 100 })) {
      assert.equal(task, result);
      found.push(result);
    }
    assert.deepEqual(found, [0, 1, 2, 3, 4, 5]);
  });

  it('take no more tasks than there is room for', async () => {
    const taken: number[] = [];
    let running = 0;
    let most = 0;
    const run = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
    };
    for await (const pair of inOrder(numbers(20, taken), run, () => 10, { most: 8, heaviest: 30 })) void pair;
    assert.equal(most, 3);
    assert.equal(taken.length, 20);
  });

  it('give a result before the next task is there', async () => {
    let release: () => void = () => undefined;
    async function* source(): AsyncGenerator<string> {
      yield 'first';
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      yield 'second';
    }
    const results = inOrder(source(), (task) => Promise.resolve(task), () => 1, { most: 4, heaviest: 100 });
    assert.deepEqual((await results.next()).value, ['first', 'first']);
    const second = results.next();
    release();
    assert.deepEqual((await second).value, ['second', 'second']);
  });

  it('close their source when nobody wants more', async () => {
    const taken: number[] = [];
    for await (const [task] of inOrder(numbers(1000, taken), (one) => Promise.resolve(one), () => 1, { most: 2, heaviest: 100 })) if (task === 3) break;
    assert.ok(taken.length < 10);
  });
});
