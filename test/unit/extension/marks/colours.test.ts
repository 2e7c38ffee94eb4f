import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Article, Page, Span } from '../../../../src/core';
import { articleColours, colourCount, colourIds, furnitureColour, furniturePalette, palettes, spansOf, type ThemeKind } from '../../../../src/extension/marks/colours';
import { analyse, sample } from '../../core/support';
import { contrast, difference } from './sight';

const kinds = Object.keys(palettes) as ThemeKind[];
const backgrounds: Readonly<Record<ThemeKind, string>> = { dark: '#1F1F1F', light: '#FFFFFF', highContrast: '#000000', highContrastLight: '#FFFFFF' };

interface Colour {
  readonly id: string;
  readonly defaults: Readonly<Record<ThemeKind, string>>;
}
const manifest = JSON.parse(readFileSync(path.resolve('package.json'), 'utf8')) as { contributes: { colors: readonly Colour[] } };
const declared = new Map(manifest.contributes.colors.map(({ id, defaults }) => [id, defaults]));

/** A page of articles with nothing but spans, by the order in which their pieces stand: `a b a c`. */
function pageOf(order: readonly number[]): Pick<Page, 'articles'> {
  const spans = new Map<number, Span[]>();
  order.forEach((article, at) => spans.set(article, [...(spans.get(article) ?? []), [at * 10, at * 10 + 9]]));
  const articles = [...spans].map(([, own], at) => ({
    id: `a${at + 1}`, kind: 'article', title: '', headline: [], headlineSure: true, byline: own, credit: [], standingHead: [], paragraphs: [],
  }) satisfies Article);
  return { articles };
}

/** Pairs of articles whose pieces stand one behind the other. */
function neighboursOf({ articles }: Pick<Page, 'articles'>): [string, string][] {
  const places = articles.flatMap((article) => spansOf(article).map((span) => ({ span, id: article.id }))).sort((a, b) => a.span[0] - b.span[0]);
  return places.slice(1).map(({ id }, at): [string, string] => [places[at]?.id ?? '', id]).filter(([one, other]) => one !== other);
}

describe('the colours of articles', () => {
  it('are declared in the manifest as they are drawn', () => {
    assert.equal(colourIds.length, colourCount);
    for (const kind of kinds) {
      assert.deepEqual(colourIds.map((id) => declared.get(id)?.[kind]), palettes[kind], kind);
      assert.equal(declared.get(furnitureColour)?.[kind], furniturePalette[kind], kind);
    }
    assert.equal(declared.size, colourCount + 1);
  });

  it('stand out from the background: 3 to 1 at least, 4 to 1 in high contrast', () => {
    for (const kind of kinds) {
      for (const colour of palettes[kind]) assert.ok(contrast(colour, backgrounds[kind]) >= (kind.startsWith('high') ? 4 : 3), `${kind} ${colour}`);
    }
  });

  it('are told apart by everyone, those that follow each other by more', () => {
    for (const kind of kinds) {
      palettes[kind].forEach((one, at) => {
        palettes[kind].slice(at + 1).forEach((other, step) => {
          const least = step === 0 || (at === 0 && step === colourCount - 2) ? 0.07 : 0.05;
          assert.ok(difference(one, other) >= least, `${kind}: ${one} and ${other} differ by ${difference(one, other).toFixed(3)}`);
        });
      });
    }
  });

  it('never meet their like on the sample page', () => {
    const page = analyse(sample('sample-page.txt'));
    const colours = articleColours(page);
    for (const [one, other] of neighboursOf(page)) assert.notEqual(colours.get(one), colours.get(other), `${one} beside ${other}`);
  });

  it('never meet their like while no article has eight others beside it, and stay when one is added at the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 40 }), (order) => {
        const page = pageOf(order);
        const colours = articleColours(page);
        const beside = new Map<string, Set<string>>();
        const met = neighboursOf(page);
        for (const [one, other] of met) {
          beside.set(one, (beside.get(one) ?? new Set()).add(other));
          beside.set(other, (beside.get(other) ?? new Set()).add(one));
        }
        for (const [one, other] of met) {
          // The later of the two was given its colour when the earlier one had its own.
          const later = Number(one.slice(1)) > Number(other.slice(1)) ? one : other;
          if ((beside.get(later)?.size ?? 0) < colourCount) assert.notEqual(colours.get(one), colours.get(other));
        }
        const longer = articleColours(pageOf([...order, 99]));
        for (const [id, colour] of colours) assert.equal(longer.get(id), colour);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
