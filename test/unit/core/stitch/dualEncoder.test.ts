import assert from 'node:assert/strict';
import { across } from '../../../../src/core/stitch/crossing';
import { DualEncoder, ENCODED, rowsOf, SIGHT, TABLES } from '../../../../src/core/stitch/dualEncoder';
import { readHead, readTail } from '../../../../src/core/stitch/reading';
import { EDGE, TITLE_EDGE, normalCodes } from '../../../../src/core/text/normal';
import { encoderBytes, NO_ENCODER } from '../../../../tools/train/modelFile';
import { theModel } from '../support';

const codeOf = (char: string): number => char.charCodeAt(0);
const CHARACTERS = Array.from('天地人和', codeOf);
const BIGRAMS = ['天地', '人和'].map((pair) => (codeOf(pair[0] ?? '') << 16) | codeOf(pair[1] ?? ''));
/** Rows of a table, and of all bigrams, with the first for what has none of its own. */
const IN_TABLE = CHARACTERS.length + 1;
const IN_BIGRAMS = BIGRAMS.length + 1;

/** Rows in which each given one has a number in its first dimension. */
function rows(given: Readonly<Record<number, number>>): Int8Array {
  const all = new Int8Array(rowsOf(IN_TABLE, IN_BIGRAMS) * ENCODED);
  for (const [row, value] of Object.entries(given)) all[Number(row) * ENCODED] = value;
  return all;
}

/** The row of a character by the number of its table; of a bigram; of an edge. */
const character = (table: number, char: string): number => table * IN_TABLE + CHARACTERS.indexOf(codeOf(char)) + 1;
const bigram = (at: number): number => TABLES * IN_TABLE + at + 1;
const edge = (at: number): number => TABLES * IN_TABLE + IN_BIGRAMS + at;
const encoderOf = (before: Readonly<Record<number, number>>, behind: Readonly<Record<number, number>>, unit = 1): Uint8Array => encoderBytes(CHARACTERS, BIGRAMS, rows(before), rows(behind), unit);

const ends = (text: string): { head: number[]; tail: number[] } => ({ head: normalCodes(text), tail: normalCodes(text) });

describe('the dual encoder', () => {
  const bytes = encoderOf(
    { [character(0, '天')]: 3, [character(1, '天')]: 5, [bigram(0)]: 20, [0]: 7, [edge(0)]: 11, [edge(1)]: 13 },
    { [character(0, '人')]: 2, [character(1, '和')]: 4, [bigram(1)]: 10, [edge(0)]: 17, [edge(1)]: 19 },
    0.5,
  );
  const encoder = new DualEncoder(bytes);
  const expected = (text: string): number => encoder.encode([ends(text)]).expects[0] ?? NaN;
  const brought = (text: string): number => encoder.encode([ends(text)]).brings[0] ?? NaN;

  it('adds up the last characters by their distance, and the bigram at the seam', () => {
    assert.equal(expected('天'), 3);
    assert.equal(expected('天人'), 5);
    // The bigram of the two; 地 has no number right at the seam, 天 one further off.
    assert.equal(expected('天地'), 25);
    // A character without a row of its own has that of all such.
    assert.equal(expected('国'), 7);
  });

  it('adds up the first characters of what comes behind', () => {
    assert.equal(brought('人'), 2);
    assert.equal(brought('人和'), 2 + 4 + 10);
    assert.equal(brought('和人'), 0);
  });

  it('looks no further than it is made for', () => {
    assert.equal(expected(`天${'人'.repeat(SIGHT)}`), expected('人'.repeat(SIGHT)));
    assert.equal(brought(`${'地'.repeat(SIGHT)}人`), brought('地'.repeat(SIGHT)));
  });

  it('tells how well two sides go together, each text by its place', () => {
    const { expects, brings } = encoder.encode(['天地', '人和'].map(ends));
    assert.equal(encoder.product(expects, 0, brings, 1), 25 * 16 * 0.5);
    assert.equal(encoder.product(expects, 1, brings, 0), 0);
  });

  it('knows what stands at an edge', () => {
    assert.deepEqual([encoder.edge(EDGE).expects[0], encoder.edge(EDGE).brings[0]], [11, 17]);
    assert.deepEqual([encoder.edge(TITLE_EDGE).expects[0], encoder.edge(TITLE_EDGE).brings[0]], [13, 19]);
  });

  it('has nothing to say of no text', () => {
    const { expects, brings } = encoder.encode([ends('')]);
    assert.ok([...expects, ...brings].every((value) => value === 0));
  });

  it('is refused when it is something else, of another kind, or cut short', () => {
    const refused = (other: Uint8Array, why: RegExp): void => {
      assert.throws(() => new DualEncoder(other), (error) => error instanceof RangeError && why.test(error.message));
    };
    refused(new Uint8Array(0), /not a dual encoder/);
    refused(bytes.map((byte, at) => (at === 0 ? byte + 1 : byte)), /not a dual encoder/);
    refused(bytes.map((byte, at) => (at === 4 ? byte + 1 : byte)), /another kind/);
    refused(bytes.map((byte, at) => (at === 6 ? byte + 1 : byte)), /another kind/);
    refused(bytes.subarray(0, bytes.length - 1), /cut short/);
    refused(Uint8Array.of(...bytes, 0), /cut short/);
  });

  it('is read the same at an odd address, and keeps nothing of the bytes', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    const other = new DualEncoder(shifted.subarray(1));
    shifted.fill(0x55);
    assert.deepEqual(other.encode([ends('天地')]), encoder.encode([ends('天地')]));
  });

  it('may know nothing', () => {
    const { expects, brings } = new DualEncoder(NO_ENCODER).encode([ends('天地')]);
    assert.equal(new DualEncoder(NO_ENCODER).product(expects, 0, brings, 0), 0);
  });
});

describe('the dual encoder in use', () => {
  const { encoder } = theModel();
  const together = (left: string, right: string): number => {
    const { expects, brings } = encoder.encode([ends(left), ends(right)]);
    return encoder.product(expects, 0, brings, 1);
  };

  it('finds the rest of a sentence that no n-gram knows among others', () => {
    const left = '渔民们趁着退潮把新编的网一张张铺在';
    const right = '滩涂上晾晒';
    assert.ok(across(readTail(normalCodes(left), theModel()), readHead(normalCodes(right), theModel()), theModel()) <= 0);
    for (const other of ['董事会随后公布了年度利润', '球队在加时赛中扳平比分', '法官当庭宣布休庭']) assert.ok(together(left, right) > together(left, other), other);
  });

  it('tells the beginning of a paragraph from torn text', () => {
    const opens = (text: string): number => {
      const { expects } = encoder.edge(EDGE);
      return encoder.product(expects, 0, encoder.encode([ends(text)]).brings, 0);
    };
    assert.ok(opens('昨天上午，记者来到城南的老码头') > opens('的船工一起把货物搬上了岸'));
    assert.ok(opens('据了解，这座桥建于上世纪') > opens('了解这座桥的来历，他们'));
  });

  it('tells the end of a headline from a line cut in two', () => {
    const closes = (text: string): number => {
      const { brings } = encoder.edge(TITLE_EDGE);
      return encoder.product(encoder.encode([ends(text)]).expects, 0, brings, 0);
    };
    assert.ok(closes('老码头上建起图书馆') > closes('老码头上的图书馆将于'));
  });
});
