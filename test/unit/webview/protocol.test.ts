import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Language } from '../../../src/core';
import { blocksOf } from '../../../src/extension/map/blocks';
import { mapModel } from '../../../src/extension/map/mapModel';
import { readingModel } from '../../../src/extension/map/readingModel';
import { parseFromMap, parseToMap, type MapModel } from '../../../src/webview/protocol/map';
import { parseFromReading, parseToReading } from '../../../src/webview/protocol/reading';
import { analyse, sample } from '../core/support';

const text = sample('sample-page.txt');
const page = analyse(text);
const source = 'file:///page.txt';
const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
const mapOf = (language: Language): MapModel => mapModel({ page, edition: 7, source, language, lineOf, canUndo: false }, blocksOf(page));
/** As it comes out of `postMessage`. */
const sent = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

describe('the protocol of the page map', () => {
  for (const language of ['en', 'zh'] as const) {
    it(`lets the model of a page through, in ${language}`, () => {
      const message = { type: 'model', model: mapOf(language) };
      assert.deepEqual(parseToMap(sent(message)), message);
    });
  }

  it('refuses a model with anything missing or wrong in it', () => {
    const good = mapOf('en');
    const [block] = good.blocks;
    const [group] = good.groups;
    assert.ok(block && group);
    const wrong: readonly Record<string, unknown>[] = [
      { edition: -1 }, { source: undefined }, { language: 'fr' }, { canUndo: 'yes' }, { words: {} }, { blocks: {} },
      { blocks: [{ ...block, kind: 'poem' }] }, { blocks: [{ ...block, why: [1] }] }, { blocks: [{ ...block, confidence: 2 }] },
      { groups: [{ ...group, parts: ['0'] }] },
    ];
    for (const part of wrong) assert.equal(parseToMap(sent({ type: 'model', model: { ...good, ...part } })), undefined, JSON.stringify(part));
  });

  it('refuses a model whose lists lead nowhere', () => {
    const good = mapOf('en');
    assert.equal(parseToMap({ type: 'model', model: { ...good, groups: good.groups.slice(0, 2) } }), undefined);
    assert.equal(parseToMap({ type: 'model', model: { ...good, blocks: good.blocks.slice(0, 2) } }), undefined);
  });

  it('knows what the map may ask for', () => {
    const good = [
      { type: 'ready' }, { type: 'undo' }, { type: 'reveal', edition: 1, block: 0, focus: true }, { type: 'merge', edition: 1, group: 1, into: 0 },
      { type: 'move', edition: 1, blocks: [1, 2], to: { kind: 'article', group: 0 } }, { type: 'move', edition: 1, blocks: [1], to: { kind: 'article', group: 0, behind: 4 } },
      { type: 'move', edition: 1, blocks: [], to: { kind: 'newArticle' } }, { type: 'move', edition: 1, blocks: [0], to: { kind: 'furniture' } },
    ];
    for (const message of good) assert.deepEqual(parseFromMap(message), message);
    const bad = [
      { type: 'open' }, { type: 'reveal', edition: 1, block: -1, focus: true }, { type: 'move', edition: 1, blocks: 1, to: { kind: 'furniture' } },
      { type: 'move', edition: 1, blocks: [1], to: { kind: 'article' } }, { type: 'move', edition: 1, blocks: [1], to: 'a1' }, undefined, null, 'ready',
    ];
    for (const message of bad) assert.equal(parseFromMap(message), undefined, JSON.stringify(message));
  });
});

describe('the protocol of the clean reading', () => {
  it('lets the model of a page through', () => {
    const message = { type: 'model', model: readingModel({ page, edition: 7, source, language: 'en' }).model };
    assert.deepEqual(parseToReading(sent(message)), message);
  });

  it('knows what either side may say', () => {
    for (const message of [{ type: 'scrollTo', piece: 3, part: 0.5 }, { type: 'article', id: 'a2' }, { type: 'empty', text: '' }]) assert.deepEqual(parseToReading(message), message);
    for (const message of [{ type: 'scrollTo', piece: 3, part: 1.5 }, { type: 'article' }, { type: 'model', model: {} }]) assert.equal(parseToReading(message), undefined);
    for (const message of [{ type: 'top', edition: 1, piece: 0, part: 0 }, { type: 'reveal', edition: 1, piece: 0, at: 4, focus: false }]) assert.deepEqual(parseFromReading(message), message);
    for (const message of [{ type: 'top', edition: 1, piece: 0 }, { type: 'top', edition: 1, piece: 0.5, part: 0 }, { type: 'undo' }]) assert.equal(parseFromReading(message), undefined);
  });
});

describe('either protocol', () => {
  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), (message) => {
      for (const parse of [parseToMap, parseFromMap, parseToReading, parseFromReading]) parse(message);
    }), { numRuns: 300, seed: 4 });
  });
});
