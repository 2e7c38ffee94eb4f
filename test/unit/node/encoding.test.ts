import assert from 'node:assert/strict';
import { decode, DecodeError, encodingByName, type DecodeProblem } from '../../../src/node/encoding';

const sample = '## 河湾镇办起夜校\r\n\r\n□本报记者 林小禾\n\n“灯一亮，人就来了。”河湾镇的老木匠说，今年已有1250人次听课(比去年多3成),课还要办下去。\n';

/** gb18030, written by hand: Node has no encoder for it. 河湾镇办起夜校，人就来了。 */
const gbBytes = Uint8Array.from([
  0xba, 0xd3, 0xcd, 0xe5, 0xd5, 0xf2, 0xb0, 0xec, 0xc6, 0xf0, 0xd2, 0xb9, 0xd0, 0xa3, 0xa3, 0xac, 0xc8, 0xcb, 0xbe, 0xcd, 0xc0, 0xb4, 0xc1, 0xcb,
  0xa1, 0xa3,
]);
const gbText = '河湾镇办起夜校，人就来了。';

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

function problemOf(work: () => unknown): DecodeProblem {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof DecodeError, String(error));
    return error.problem;
  }
  assert.fail('nothing was thrown');
}

describe('encoding', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    assert.deepEqual(decode(Buffer.from(sample)), { text: sample, encoding: 'utf-8', bom: false });
    assert.deepEqual(decode(Buffer.from(`\ufeff${sample}`)), { text: sample, encoding: 'utf-8', bom: true });
  });

  it('removes one byte order mark and no more', () => {
    assert.equal(decode(Buffer.from('\ufeff\ufeff一')).text, '\ufeff一');
    assert.equal(decode(Buffer.from('一\ufeff二')).text, '一\ufeff二');
  });

  it('reads an empty file', () => {
    assert.deepEqual(decode(new Uint8Array()), { text: '', encoding: 'utf-8', bom: false });
    assert.deepEqual(decode(Buffer.from('\ufeff')), { text: '', encoding: 'utf-8', bom: true });
  });

  for (const order of ['le', 'be'] as const) {
    it(`reads UTF-16 ${order} by its mark, by its statistics and when asked`, () => {
      const encoding = `utf-16${order}`;
      assert.deepEqual(decode(utf16(sample, order, true)), { text: sample, encoding, bom: true });
      assert.deepEqual(decode(utf16(sample, order, false)), { text: sample, encoding, bom: false });
      assert.deepEqual(decode(utf16(gbText, order, false)), { text: gbText, encoding, bom: false });
      assert.deepEqual(decode(utf16('ab', order, false), `utf-16${order}`), { text: 'ab', encoding, bom: false });
      assert.deepEqual(decode(utf16(sample, order, true), 'utf-16'), { text: sample, encoding, bom: true });
      assert.deepEqual(decode(utf16(sample, order, false), 'utf-16'), { text: sample, encoding, bom: false });
    });
  }

  it('reads GBK and GB18030', () => {
    assert.deepEqual(decode(gbBytes), { text: gbText, encoding: 'gb18030', bom: false });
    assert.equal(decode(gbBytes, 'gb18030').text, gbText);
    // four bytes: U+20000; one byte: the euro sign of GBK
    assert.equal(decode(Uint8Array.from([0x95, 0x32, 0x82, 0x36, 0x80]), 'gb18030').text, '\u{20000}€');
    assert.deepEqual(decode(Uint8Array.from([0x84, 0x31, 0x95, 0x33, 0xba, 0xd3])), { text: '河', encoding: 'gb18030', bom: true });
  });

  it('reads GB18030 between ASCII lines', () => {
    const bytes = Buffer.concat([Buffer.from('## '), gbBytes, Buffer.from('\r\n\r\n2024 (1)\n'), gbBytes]);
    assert.deepEqual(decode(bytes), { text: `## ${gbText}\r\n\r\n2024 (1)\n${gbText}`, encoding: 'gb18030', bom: false });
  });

  it('reads Big5', () => {
    // 我們的新聞，一天之中。
    const bytes = Uint8Array.from([
      0xa7, 0xda, 0xad, 0xcc, 0xaa, 0xba, 0xb7, 0x73, 0xbb, 0x44, 0xa1, 0x41, 0xa4, 0x40, 0xa4, 0xd1, 0xa4, 0xa7, 0xa4, 0xa4, 0xa1, 0x43,
    ]);
    assert.deepEqual(decode(bytes), { text: '我們的新聞，一天之中。', encoding: 'big5', bom: false });
  });

  it('takes a damaged UTF-8 file for what it is, not for GB18030', () => {
    const whole = Buffer.from(sample);
    const cut = whole.subarray(0, whole.indexOf(Buffer.from('课')) + 2);
    assert.deepEqual(problemOf(() => decode(cut)), { code: 'Undecodable', encoding: 'utf-8', offset: cut.length - 2 });
    const broken = Buffer.concat([whole, Buffer.from([0xff]), whole]);
    assert.deepEqual(problemOf(() => decode(broken)), { code: 'Undecodable', encoding: 'utf-8', offset: whole.length });
  });

  it('names the byte that cannot be decoded', () => {
    const bad = Buffer.concat([gbBytes, Buffer.from([0xff, 0x0a])]);
    assert.deepEqual(problemOf(() => decode(bad, 'gb18030')), { code: 'Undecodable', encoding: 'gb18030', offset: gbBytes.length });
    assert.deepEqual(problemOf(() => decode(gbBytes, 'utf-8')), { code: 'Undecodable', encoding: 'utf-8', offset: 0 });
    assert.deepEqual(problemOf(() => decode(gbBytes.subarray(0, 5), 'gb18030')), { code: 'Undecodable', encoding: 'gb18030', offset: 5 });
    const marked = Buffer.concat([Buffer.from('\ufeff一'), Buffer.from([0xc0])]);
    assert.deepEqual(problemOf(() => decode(marked)), { code: 'Undecodable', encoding: 'utf-8', offset: 6 });
  });

  it('refuses half a character in UTF-16 and in UTF-8', () => {
    for (const text of ['新闻\ud83d一则', '新闻\ude00一则', '新闻一则\ud83d']) {
      for (const order of ['le', 'be'] as const) {
        for (const mark of [true, false]) {
          const problem = problemOf(() => decode(utf16(text, order, mark)));
          assert.equal(problem.code, 'Undecodable', JSON.stringify(text));
        }
      }
    }
    assert.equal(problemOf(() => decode(utf16('新闻', 'le', true).subarray(0, 5))).code, 'Undecodable');
    const surrogate = Buffer.concat([Buffer.from(sample), Buffer.from([0xed, 0xa0, 0xbd]), Buffer.from('后')]);
    assert.deepEqual(problemOf(() => decode(surrogate)), { code: 'Undecodable', encoding: 'utf-8', offset: Buffer.byteLength(sample) });
  });

  it('keeps characters outside the first plane', () => {
    const text = `${gbText}𠮷😀`;
    for (const bytes of [Buffer.from(text), utf16(text, 'le', true), utf16(text, 'be', true)]) assert.equal(decode(bytes).text, text);
  });

  it('keeps U+FFFD where the file itself has it', () => {
    assert.equal(decode(Buffer.from('损\ufffd坏')).text, '损\ufffd坏');
  });

  it('refuses what is no text', () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
    assert.equal(problemOf(() => decode(png)).code, 'NotText');
    assert.equal(problemOf(() => decode(Buffer.from('text\0text'))).code, 'NotText');
    assert.equal(problemOf(() => decode(Buffer.from('\u0001\u0002\u0003\u0004text'))).code, 'NotText');
    assert.equal(problemOf(() => decode(Buffer.from(`\ufeff${sample}\0`))).code, 'NotText');
    const noise = Uint8Array.from({ length: 4096 }, (_, at) => ((at * 2654435761) >>> 13) & 0xff);
    assert.equal(problemOf(() => decode(noise)).code, 'NotText');
  });

  it('suffers a stray control character', () => {
    const text = `${sample}\f\u001a`;
    assert.equal(decode(Buffer.from(text)).text, text);
  });

  it('does not guess where nothing fits', () => {
    const latin = Buffer.from('Él señaló que la región está lista para mañana, según la organización.', 'latin1');
    assert.deepEqual(problemOf(() => decode(latin)), { code: 'UnknownEncoding' });
  });

  it('does not read a marked file in another encoding than its mark', () => {
    assert.deepEqual(problemOf(() => decode(Buffer.from('\ufeff一'), 'gb18030')), { code: 'WrongEncoding', asked: 'gb18030', marked: 'utf-8' });
    assert.equal(decode(Buffer.from('\ufeff一'), 'utf-8').text, '一');
  });

  it('knows the names people use', () => {
    assert.equal(encodingByName('UTF-8'), 'utf-8');
    assert.equal(encodingByName('utf8'), 'utf-8');
    assert.equal(encodingByName('GBK'), 'gb18030');
    assert.equal(encodingByName('GB-2312'), 'gb18030');
    assert.equal(encodingByName('UTF-16BE'), 'utf-16be');
    assert.equal(encodingByName('utf-16'), 'utf-16');
    assert.equal(encodingByName('latin1'), undefined);
    assert.equal(encodingByName('constructor'), undefined);
  });

  it('finds its way through fifty megabytes on one line', function () {
    this.timeout(20_000);
    const big = Buffer.alloc(50_000_000, '好');
    assert.equal(problemOf(() => decode(big)).code, 'Undecodable');
    assert.equal(decode(big.subarray(0, 49_999_998)).text.length, 16_666_666);
  });
});
