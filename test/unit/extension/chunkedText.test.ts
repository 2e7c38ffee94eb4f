import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ChunkedText } from '../../../src/extension/chunkedText';

/** A length that makes one chunk, many, or none. */
const lengths = fc.oneof(fc.constantFrom(0, 1, 32_767, 32_768, 65_536, 65_537, 200_000), fc.nat(150_000));

describe('a text in chunks', () => {
  it('is what a string would be, whatever is replaced in it', () => {
    const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })), fc.oneof(fc.string({ maxLength: 8 }), lengths.map((length) => '乙'.repeat(length))));
    fc.assert(fc.property(lengths, fc.array(change, { maxLength: 6 }), (length, changes) => {
      let text = Array.from({ length }, (_, at) => String.fromCharCode(0x4e00 + (at % 997))).join('');
      let chunked = ChunkedText.of(text);
      for (const [where, share, added] of changes) {
        const offset = Math.floor(where * text.length);
        const gone = Math.floor(share * (text.length - offset));
        const before = text;
        const old = chunked;
        text = text.slice(0, offset) + added + text.slice(offset + gone);
        chunked = old.replace(offset, gone, added);
        assert.equal(chunked.length, text.length);
        for (const [from, to] of [[0, 0], [offset, offset + added.length], [Math.max(0, offset - 40_000), offset + 40_000], [text.length - 1, text.length + 5]] as const) {
          assert.ok(chunked.slice(Math.max(0, from), to) === text.slice(Math.max(0, from), to));
        }
        assert.ok(old.length === before.length && old.slice(0, before.length) === before);
      }
      assert.ok(chunked.whole === text);
    }), { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 60), seed: 4 });
  });
});
