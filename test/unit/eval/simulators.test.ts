import assert from 'node:assert/strict';
import type { Span } from '../../../src/core/index';
import { goldBlocks } from '../../../tools/eval/outline';
import { SIMULATORS } from '../../../tools/eval/simulators';
import { smallPool } from './pool';

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);
const CLOSING_FIRST = /^[，。、；：！？”’」』）》,;:!?)]/u;

const textOf = (text: string, spans: readonly Span[]): string => spans.map(([start, end]) => text.slice(start, end)).join('');

for (const { name: simulator, simulate } of SIMULATORS) {
  const pool = smallPool();
  const pages = SEEDS.map((seed) => simulate(pool, seed));

  describe(`the ${simulator} page simulator`, () => {
    it('gives the same page for the same seed, and others for others', () => {
      assert.deepEqual(simulate(pool, 7), simulate(pool, 7));
      assert.notEqual(simulate(pool, 7).text, simulate(pool, 8).text);
    });

    it('puts every character that is not white space into exactly one span', () => {
      for (const { text, gold, name } of pages) {
        const covered = new Uint8Array(text.length);
        for (const { span } of goldBlocks(gold)) for (let at = span[0]; at < span[1]; at++) covered[at] = (covered[at] ?? 0) + 1;
        for (let at = 0; at < text.length; at++) {
          const count = covered[at] ?? 0;
          assert.ok(count <= 1, `${name}: ${at} lies in ${count} spans`);
          assert.ok(count === 1 || /\s/u.test(text[at] ?? ''), `${name}: ${at} lies in no span`);
        }
      }
    });

    it('keeps the truth and the text of one mind', () => {
      for (const { text, gold, name } of pages) {
        assert.equal(gold.source.length, text.length);
        let before = -1;
        for (const article of gold.articles) {
          const head = article.headline[0];
          assert.ok(head !== undefined && head[0] > before, `${name}: headlines in order`);
          before = head[0];
          assert.ok(textOf(text, article.headline).endsWith(article.title));
          for (const paragraph of article.paragraphs) {
            assert.ok(paragraph.spans.length > 0, `${name}: a paragraph of no span`);
            assert.equal(textOf(text, paragraph.spans), paragraph.text, name);
          }
        }
      }
    });

    it('separates blocks by blank lines and begins none with closing punctuation; only a brief stands right below its head', () => {
      for (const { text, gold, name } of pages) {
        const blocks = goldBlocks(gold);
        for (const [index, { span, role, article }] of blocks.entries()) {
          assert.equal(text.slice(...span).trim(), text.slice(...span), name);
          const brief = role === 'body' && gold.articles[article]?.phenomena?.includes('brief') === true;
          if (index > 0) assert.match(text.slice(blocks[index - 1]?.span[1], span[0]), brief ? /^\n$/u : /^\n{2,}$/u, name);
          if (role === 'body') assert.doesNotMatch(text.slice(...span), CLOSING_FIRST, name);
        }
      }
    });

    it('shows the phenomena of real pages', () => {
      const articles = pages.flatMap(({ gold }) => gold.articles);
      const some = (what: string, found: boolean): void => assert.ok(found, `no ${what} on ${pages.length} pages`);
      const spans = articles.flatMap((article) => article.paragraphs.map((paragraph) => paragraph.spans));
      some('cut paragraph', spans.some((pieces) => pieces.length > 1));
      some('piece that stands before the one it follows', spans.some((pieces) => pieces.some((piece, at) => at > 0 && piece[0] < (pieces[at - 1]?.[0] ?? 0))));
      some('stray block', pages.some(({ gold }) => goldBlocks(gold).some(({ stray }) => stray)));
      some('kicker', articles.some(({ kicker }) => kicker !== undefined));
      some('standing head', articles.some(({ standingHead }) => standingHead !== undefined));
      some('byline', articles.some(({ byline }) => byline !== undefined));
      some('photo', articles.some(({ kind, credit }) => kind === 'photo' && credit !== undefined));
      some('jump from', articles.some(({ jumpFrom }) => jumpFrom !== undefined));
      some('jump to', articles.some(({ jumpTo }) => jumpTo !== undefined));
      some('furniture', pages.some(({ gold }) => (gold.furniture?.length ?? 0) > 0));
      some('shared topic', articles.some(({ phenomena }) => phenomena?.includes('sameTopic') === true));
      for (const width of ['half', 'full']) some(`${width}-width page`, pages.some(({ gold }) => gold.phenomena?.includes(width) === true));
      for (const marked of [true, false]) some(`headline ${marked ? 'with' : 'without'} mark`, pages.some(({ text, gold }) => gold.articles.some(({ headline }) => text.startsWith('## ', headline[0]?.[0]) === marked)));
    });
  });
}
