import assert from 'node:assert/strict';
import { readBlocks } from '../../../src/core/page/blocks';
import { labelPieces } from '../../../src/core/roles/label';
import { NgramModel } from '../../../src/core/stitch/ngram';
import { inForm, FORMS } from '../../../tools/eval/forms';
import { simulatePage } from '../../../tools/eval/simulate';
import { learn } from '../../../tools/train/learn';
import { truthOf } from '../../../tools/train/truth';
import { nodesOf } from '../../../src/core/stitch/node';
import { modelBytes } from '../core/support';
import { smallPool } from '../eval/pool';

describe('learning the weights', function () {
  this.timeout(120_000);
  const model = new NgramModel(modelBytes());
  const pages = [1, 2, 3].map((seed) => simulatePage(smallPool(), seed));

  it('makes the truth more probable with each step', () => {
    const samples = pages.map(({ text, gold }) => ({ pieces: labelPieces(text, readBlocks(text)), gold }));
    const losses: number[] = [];
    learn(samples, 6, model, (line) => losses.push(Number(/loss ([\d.]+)/u.exec(line)?.[1])));
    assert.equal(losses.length, 6);
    assert.ok((losses[5] ?? Infinity) < (losses[0] ?? 0) / 2, losses.join(' '));
  });

  it('knows the pieces of a printed page that may go on as one paragraph', () => {
    const form = FORMS.find(({ name }) => name.endsWith('without blank lines or indents'));
    assert.ok(form !== undefined);
    let open = 0;
    for (const page of pages) {
      const { text, gold } = inForm(page, form);
      const nodes = nodesOf(labelPieces(text, readBlocks(text)), model);
      const { links } = truthOf(gold, nodes);
      const begins = new Set(gold.articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ spans }) => spans.map(([start]) => start))));
      for (const { to, kind, from } of links) {
        if (begins.has(to.piece.spans[0]?.[0] ?? -1)) continue;
        open++;
        assert.ok(kind === 'join' || from.end === 'signature' || from.end === 'jump', to.piece.text);
      }
    }
    assert.ok(open > 0);
  });
});
