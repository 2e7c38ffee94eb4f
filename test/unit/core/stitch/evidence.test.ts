import assert from 'node:assert/strict';
import { readBlocks } from '../../../../src/core/page/blocks';
import { labelPieces } from '../../../../src/core/roles/label';
import { Echo } from '../../../../src/core/stitch/echo';
import { JOIN, wordAcross } from '../../../../src/core/stitch/evidence/join';
import type { Evidence, Meeting } from '../../../../src/core/stitch/evidence/meeting';
import { reasonsFor, tellMeeting } from '../../../../src/core/stitch/evidence/meeting';
import { NEXT } from '../../../../src/core/stitch/evidence/next';
import { nodesOf, type Node } from '../../../../src/core/stitch/node';
import { mayBeCut } from '../../../../src/core/stitch/problem';
import { page, theModel } from '../support';

const nodes = (...blocks: readonly string[]): Node[] => {
  const text = page(...blocks);
  return nodesOf(labelPieces(text, readBlocks(text)), theModel());
};

/** Two blocks that stand one below the other. */
function meeting(left: string, right: string, between: readonly string[] = []): Meeting {
  const all = nodes(left, ...between, right);
  return { left: all[0]!, right: all[all.length - 1]!, between: all.length - 2, model: theModel(), echo: new Echo(all.map((node) => node.codes)) };
}

const named = (evidence: readonly Evidence[], name: string): Evidence => {
  const found = evidence.find((one) => one.name === name);
  assert.ok(found !== undefined, name);
  return found;
};

/** What an evidence tells of a meeting. */
function told(evidence: Evidence, where: Meeting): Record<string, number> {
  const features: Record<string, number> = {};
  tellMeeting(evidence, where, (feature, amount) => (features[feature] = amount));
  return features;
}

const reason = (evidence: Evidence, where: Meeting, weight: number): unknown => {
  const { code, args } = evidence.explain(where, weight);
  return [code, ...args];
};

describe('evidence at a seam', () => {
  it('final punctuation: a cut paragraph has none', () => {
    const final = named(JOIN, 'finalPunctuation');
    const cut = meeting('入秋以来，河湾镇的夜校里坐满了人，来听课的有木匠、有菜农、有老师，有卖豆腐的，还有刚刚放学的孩', '子。');
    const whole = meeting('来听课的有木匠、有菜农。', '夜校不收学费。');
    assert.deepEqual(told(final, cut), { 'join.end.bare': 1, 'join.closes': cut.left.closes });
    assert.deepEqual(told(final, whole), { 'join.end.sentence': 1 });
    assert.deepEqual(reason(final, cut, 0), ['endsOpen', '刚刚放学的孩']);
    assert.equal((reason(final, whole, -5) as string[])[0], 'endsComplete');
  });

  it('torn word: the two sides make a word, unless a sign or a sentence ends before', () => {
    const word = named(JOIN, 'tornWord');
    const torn = meeting('入秋以来，河湾镇的夜校里坐满了听课的人，市里的记', '者也来了。');
    assert.ok((told(word, torn)['join.word'] ?? 0) > 0);
    assert.deepEqual(reason(word, torn, 1), ['tornWord', '记', '者']);
    assert.deepEqual(wordAcross(torn) && { before: wordAcross(torn)!.before, after: wordAcross(torn)!.after }, { before: 1, after: 1 });
    assert.deepEqual(told(word, meeting('入秋以来，河湾镇的夜校里坐满了听课的人，市里的记', '灯也亮了。')), {});
    assert.deepEqual(told(word, meeting('市里来了记。', '者也来了。')), {});
    assert.deepEqual(told(word, meeting('河湾镇的夜校里坐满了听课的人，市里的记，', '者也来了。')), {});
  });

  it('torn number: digits on both sides, or a decimal point and digits', () => {
    const number = named(JOIN, 'tornNumber');
    assert.deepEqual(told(number, meeting('今年以来，河湾镇的夜校里累计来了听课的人1', '286名。')), { 'join.number': 1 });
    const decimal = meeting('今年以来，河湾镇的夜校听课的人数同比增长12.', '5%。');
    assert.deepEqual(told(number, decimal), { 'join.number': 1.5 });
    assert.deepEqual(reason(number, decimal, 1), ['tornNumber', '12.', '5']);
    assert.deepEqual(told(number, meeting('今年以来，河湾镇的夜校听课的人数同比增长１２．', '５％。')), { 'join.number': 1.5 });
    assert.deepEqual(told(number, meeting('今年以来，河湾镇的夜校来了听课的人', '286名。')), {});
    assert.deepEqual(told(number, meeting('今年以来，河湾镇的夜校来了听课的人286', '名。')), {});
    assert.deepEqual(told(number, meeting('河湾镇的夜校开课了.', '5间教室坐满了。')), {});
  });

  it('open quotes: what one side opens the other closes', () => {
    const pairs = named(JOIN, 'openPairs');
    const closed = meeting('老木匠陈守田说：“灯一亮，', '人就来了。”');
    assert.deepEqual(told(pairs, closed), { 'join.pair.closed': 1 });
    assert.deepEqual(reason(pairs, closed, 2), ['openPair', '“']);
    assert.deepEqual(told(pairs, meeting('老木匠陈守田说，灯一亮，', '人就来了。”')), { 'join.pair.unopened': 1 });
    assert.deepEqual(told(pairs, meeting('老木匠陈守田说：“灯一亮，', '人就来了。')), { 'join.pair.leftOpen': 1 });
    assert.deepEqual(told(pairs, meeting('老木匠陈守田说，灯一亮，', '人就来了。')), {});
    assert.deepEqual(told(pairs, meeting('陈守田写了《“灯', '”下》一书。')), { 'join.pair.closed': 2 });
    assert.equal((reason(pairs, meeting('老木匠说，灯', '亮了”。'), -3) as string[])[0], 'readsBadly');
  });

  it('n-grams: what reads on, and what does not', () => {
    const ngram = named(JOIN, 'ngram');
    const on = meeting('入秋以来，河湾镇的夜校里坐满了听课的人，市里的记', '者也来了。');
    const off = meeting('入秋以来，河湾镇的夜校里坐满了听课的人，市里的记', '饕餮之徒。');
    assert.ok((told(ngram, on)['join.ngram.for'] ?? 0) > 0);
    assert.ok((told(ngram, on)['join.ngram.for'] ?? 0) > (told(ngram, off)['join.ngram.for'] ?? -99));
    assert.deepEqual(reason(ngram, on, 1), ['readsOn', '市里的记', '者也来了']);
    assert.deepEqual(reason(ngram, off, -1), ['readsBadly', '市里的记', '饕餮之徒']);
  });

  it('order and distance: beside, carried forward, carried back', () => {
    const place = named(JOIN, 'orderAndDistance');
    const beside = meeting('夜校里坐满了听课的', '人。');
    assert.deepEqual(told(place, beside), {});
    assert.deepEqual(reason(place, beside, 0), ['adjacent']);
    const forward = meeting('夜校里坐满了听课的', '人。', ['课船靠了岸。', '柿子红了。']);
    assert.equal(told(place, forward)['join.far'], 1);
    assert.deepEqual(reason(place, forward, -3), ['carriedForward', 2]);
    const back: Meeting = { ...forward, left: forward.right, right: forward.left, between: -3 };
    assert.equal(told(place, back)['join.far.back'], 1);
    assert.deepEqual(reason(place, back, -3), ['carriedBack', 3]);
  });

  it('an opening: nothing is joined to a dateline or a jump line', () => {
    const opening = named(JOIN, 'opening');
    assert.equal(told(opening, meeting('夜校里坐满了听课的', '本报河湾9月2日讯(记者 林小禾)课船靠了岸。'))['join.opening'], 1);
    assert.equal(told(opening, meeting('夜校里坐满了听课的', '■上接第1版 课船靠了岸。'))['join.opening'], 1);
    assert.equal(told(opening, meeting('夜校里坐满了听课的', '人。'))['join.opening'], undefined);
  });

  it('a new paragraph: behind a full sentence, with a beginning of its own', () => {
    const sentence = named(NEXT, 'finalPunctuation');
    assert.deepEqual(told(sentence, meeting('夜校里坐满了人。', '课船靠了岸。')), { 'next.end.sentence': 1 });
    assert.deepEqual(told(sentence, meeting('夜校里坐满了人；', '课船靠了岸。')), { 'next.end.inner': 1, 'next.closes': meeting('夜校里坐满了人；', '课船靠了岸。').left.closes });
    // A comma may be a misread full stop.
    const { left } = meeting('夜校里坐满了人，', '课船靠了岸。');
    const misread = { 'next.misread.comma': 1, 'next.misread.stop': left.stop, 'next.misread.sentence': 7 / 40, 'next.misread.lost': left.lost };
    assert.deepEqual(told(sentence, meeting('夜校里坐满了人，', '课船靠了岸。')), { 'next.end.inner': 1, 'next.closes': left.closes, ...misread });
    const fresh = named(NEXT, 'freshStart');
    assert.equal(told(fresh, meeting('夜校里坐满了人。', '本报讯 课船靠了岸。'))['next.opening'], 1);
    assert.equal(told(fresh, meeting('夜校里坐满了人。', '人就来了。”他说。'))['next.pair.unopened'], 1);
  });

  it('gives reasons for every meeting, strongest first', () => {
    const where = meeting('入秋以来，河湾镇的夜校里坐满了听课的人，市里的记', '者也来了。');
    for (const evidence of [JOIN, NEXT]) {
      const reasons = reasonsFor(evidence, where);
      assert.ok(reasons.length > 0);
      const weights = reasons.map((one) => Math.abs(one.weight));
      assert.deepEqual(weights, [...weights].sort((a, b) => b - a));
    }
  });
});

describe('the end of a piece', () => {
  const end = (text: string, ...below: readonly string[]): string => nodes(text, ...below)[0]!.end;
  for (const [text, expected] of [
    ['夜校亮起了灯。', 'sentence'],
    ['“灯一亮，人就来了。”', 'sentence'],
    ['夜校亮起了灯……', 'sentence'],
    ['“灯一亮，人就来了。', 'openPair'],
    ['来听课的有木匠，', 'inner'],
    ['来听课的有《木匠', 'inner'],
    ['夜校亮起了灯·', 'dot'],
    ['“灯一亮，人就来了”o', 'dot'],
    ['夜校亮起了《灯·', 'inner'],
    ['夜校开在二〇', 'shortLine'],
    ['陈守田说：', 'colon'],
    ['来听课的有木匠，有菜农，有老师，还有刚刚放学的孩', 'bare'],
    ['来听课的有木匠，有菜农，还有刚放学的孩', 'shortLine'],
    ['一盏灯的故事', 'shortLine'],
    ['夜校亮起了灯。(林小禾)', 'signature'],
    ['夜校亮起了灯。（下转第3版）', 'jump'],
  ] as const) {
    it(`${text} is ${expected}`, () => assert.equal(end(text), expected));
  }

  it('is a jump above a jump line that stands alone', () => {
    assert.equal(end('来听课的有木匠，有菜农，还有刚放学的孩', '(下转第3版)'), 'jump');
  });

  it('may be a cut unless a signature or a jump ends it: also behind a full stop', () => {
    assert.deepEqual(
      nodes('夜校亮起了灯。', '夜校亮起了灯。(林小禾)', '来听课的有木匠，', '陈守田说：', '夜校亮起了灯。（下转第3版）').map(mayBeCut),
      [true, false, true, true, false],
    );
  });
});
