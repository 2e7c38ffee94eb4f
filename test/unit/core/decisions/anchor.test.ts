import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, findAgain, Ground, restitch, type Span } from '../../../../src/core/index';
import { bareText } from '../../../../src/core/decisions/ground';
import { describe as quoted, spanFrom, type Passage } from '../../../../src/core/decisions/passage';
import { linesOf } from '../../../../src/core/text/lines';
import { analyse, sample, theEngine } from '../support';
import { set } from './sidecars';

const han = '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会主发年动同工也能下过子说产种面而方后多定行学法所民得经河湾镇办起夜校灯';
const unit = fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...han) }, { weight: 1, arbitrary: fc.constantFrom('𠮷', '，', '。', '“', '3') });
const block = fc.string({ unit, minLength: 12, maxLength: 260, size: 'max' });
const longBlock = fc.string({ unit, minLength: 60, maxLength: 260, size: 'max' });
/** Blocks of a page that do not repeat one another, as paragraphs do not. */
const blocks = fc.uniqueArray(block, { minLength: 2, maxLength: 8, selector: (text) => text.slice(0, 12) });

const remember = (text: string, span: Span): Passage => quoted(new Ground(text), span);
const again = (text: string, ...passages: Passage[]): (string | undefined)[] => findAgain(new Ground(text), passages).map((anchor) => anchor && text.slice(...anchor.span));
const spanOf = (text: string, words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];

const longBlocks = fc.uniqueArray(longBlock, { minLength: 2, maxLength: 8, selector: (text) => text.slice(0, 12) });

/** A page, one of its blocks, and the page once more after an editor's hand: other blocks moved, edited, dropped or new, lines joined, marks set. */
const edited = blocks.chain((all) =>
  fc.record({
    all: fc.constant(all),
    index: fc.nat(all.length - 1),
    order: fc.shuffledSubarray(all.map((_, i) => i), { minLength: all.length, maxLength: all.length }),
    dropped: fc.array(fc.nat(all.length - 1), { maxLength: 2 }),
    typed: fc.array(fc.record({ block: fc.nat(all.length - 1), at: fc.nat(300), words: fc.string({ unit, maxLength: 6 }) }), { maxLength: 4 }),
    between: fc.array(fc.constantFrom('', '\n', '\n\n', '\r\n\r\n', '\n\n\n\n## ', '\n\n\u3000\u3000'), { minLength: all.length, maxLength: all.length }),
    fresh: fc.string({ unit, maxLength: 40 }),
  }),
);

describe('a passage', () => {
  it('is found at its place, whatever stands around it twice', () => {
    const text = '简讯\n\n河湾镇办起夜校。\n\n简讯\n\n灯光亮到九点。\n';
    const second = text.lastIndexOf('简讯');
    assert.deepEqual(findAgain(new Ground(text), [remember(text, [second, second + 2])]), [{ span: [second, second + 2], by: 'place' }]);
  });

  it('is found by its words when the rest of the page was edited, moved and joined', () => {
    fc.assert(fc.property(edited, ({ all, index, order, dropped, typed, between, fresh }) => {
      const before = all.join('\n\n');
      const wanted = all[index] ?? '';
      const passage = remember(before, spanOf(before, wanted));
      const after = order.filter((i) => i === index || !dropped.includes(i)).map((i, n) => {
        let words = all[i] ?? '';
        if (i !== index) for (const edit of typed) if (edit.block === i) words = words.slice(0, edit.at % words.length) + edit.words + words.slice(edit.at % words.length);
        return words + (between[n] ?? '');
      }).join('');
      const text = fresh + after;
      const [found] = again(text, passage);
      assert.equal(found === undefined ? undefined : bareText(found), bareText(wanted));
    }), set);
  });

  it('is found by most of its words when it was edited itself', () => {
    fc.assert(fc.property(longBlocks, fc.nat(), fc.array(fc.record({ at: fc.nat(), gone: fc.nat(2), words: fc.string({ unit, maxLength: 2 }) }), { minLength: 1, maxLength: 2 }), (all, n, edits) => {
      const index = n % all.length;
      const before = all.join('\n\n');
      const wanted = all[index] ?? '';
      const passage = remember(before, spanOf(before, wanted));
      const changed = edits.reduce((words, { at, gone, words: typed }) => words.slice(0, at % words.length) + typed + words.slice((at % words.length) + gone), wanted);
      const head = all.filter((_, i) => i > index).join('\n\n');
      const text = `${head}\n\n${changed}\n\n${all.filter((_, i) => i < index).join('\n\n')}`;
      const [anchor] = findAgain(new Ground(text), [passage]);
      assert.ok(anchor, 'lost');
      const [start, end] = anchor.span;
      const from = head.length + 2;
      const shared = Math.min(end, from + changed.length) - Math.max(start, from);
      assert.ok(shared >= 0.8 * changed.length && end - start <= 1.2 * changed.length + 8, `${String(shared)} of ${String(changed.length)}`);
    }), set);
  });

  it('does not fit a text that has nothing of it', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'河湾镇办起夜校灯光'), minLength: 8, maxLength: 300 }), fc.string({ unit: fc.constantFrom(...'的一是在不了有和人这'), maxLength: 400 }), (words, text) => {
      assert.deepEqual(again(text, remember(words, [0, words.length])), [undefined]);
    }), set);
  });

  it('lies inside the text, whatever was remembered', () => {
    const passages = fc.record({ head: fc.string({ unit }), prefix: fc.string({ unit }), suffix: fc.string({ unit }), position: fc.tuple(fc.nat(500), fc.nat(500)).map(([a, b]) => [a, a + b] as const) });
    fc.assert(fc.property(fc.string({ unit, maxLength: 300 }), passages, fc.option(fc.string({ unit }), { nil: undefined }), (text, passage, tail) => {
      const [anchor] = findAgain(new Ground(text), [{ ...passage, ...(tail === undefined ? {} : { tail }) }]);
      if (anchor === undefined) return;
      const [start, end] = anchor.span;
      assert.ok(start >= 0 && start < end && end <= text.length, `[${String(start)}, ${String(end)})`);
    }), set);
  });

  it('stands in the re-stitched page as it did in the dump', () => {
    const text = sample('sample-page.txt');
    const page = analyse(text);
    const spans = page.articles.flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs.flatMap((paragraph) => paragraph.spans)]);
    const clean = applyEdits(text, restitch(page, theEngine(), 'likely').edits);
    const found = again(clean, ...spans.map((span) => remember(text, span)));
    assert.deepEqual(found.map((words) => bareText(words ?? '')), spans.map((span) => bareText(text.slice(...span))));
  });

  it('is known by its surroundings where its words stand several times, and not guessed where they do not tell', () => {
    const text = '要闻\n\n河湾镇办起夜校。\n\n要闻\n\n灯光亮到九点。\n';
    const passage = remember(text, [text.lastIndexOf('要闻'), text.lastIndexOf('要闻') + 2]);
    const moved = `新的一行。\n\n${text}`;
    assert.deepEqual(findAgain(new Ground(moved), [passage])[0]?.span, [moved.lastIndexOf('要闻'), moved.lastIndexOf('要闻') + 2]);
    assert.deepEqual(again('甲。\n\n要闻\n\n乙。\n\n要闻\n', passage), [undefined]);
  });

  it('may be one that begins at a place', () => {
    const text = '灯光亮到九点。 入秋以来，河湾镇的夜校亮起了灯。\n下一行';
    assert.equal(text.slice(...spanFrom(text, 7)), '入秋以来，河湾镇的夜校亮起了灯。');
    assert.deepEqual(spanFrom(text, text.length), [text.length, text.length]);
  });

  it('is looked for in a large text in bounded time', () => {
    const page = '入秋以来，河湾镇的夜校亮起了灯，来听课的人一晚多过一晚。的的的的的的的的的的的的的的的的的的\n\n';
    const text = page.repeat(20_000);
    const lost = Array.from({ length: 50 }, (_, i) => remember(`${'的'.repeat(60)}${String(i)}${'灯光亮到九点以后'.repeat(9)}`, [0, 130]));
    // A search that is not linear does not end before mocha's limit.
    assert.deepEqual(findAgain(new Ground(text), lost), lost.map(() => undefined));
  });
});

describe('positions', () => {
  it('count characters, not units, both ways', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '𠮷', '\ud800', '\udc00', '灯'), maxLength: 30 }), (text) => {
      const ground = new Ground(text);
      let units = 0;
      [...text].forEach((character, points) => {
        assert.equal(ground.toPoints(units), points);
        assert.equal(ground.toUnits(points), units);
        units += character.length;
      });
      assert.equal(ground.toUnits([...text].length), text.length);
      assert.equal(ground.toUnits(1e9), text.length);
    }), set);
  });

  it('go through the bare text and back', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('灯', ' ', '\n', '#', '＃', 'a'), maxLength: 30 }), (text) => {
      const ground = new Ground(text);
      const { length } = ground.bare.text;
      assert.equal(ground.bare.text, linesOf(text).map(({ span }) => text.slice(...span)).join('').replace(/[\s#＃]/gu, ''));
      for (let at = 0; at < length; at++) assert.equal(ground.toBare(ground.fromBare([at, at + 1])[0]), at);
    }), set);
  });
});
