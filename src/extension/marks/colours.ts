import type { Page, Span } from '../../core';

/** How many colours there are: more cannot be told apart, least of all by the colour-blind. */
export const colourCount = 8;

/** The theme colour of each number that `articleColours` gives; a webview finds it as `--vscode-restitch-article1` and so on. */
export const colourIds: readonly string[] = Array.from({ length: colourCount }, (_, at) => `restitch.article${at + 1}`);

/** The theme colour of what belongs to the page and to no article. */
export const furnitureColour = 'restitch.furniture';

/** The kinds of themes, by the names that the manifest has for them. */
export type ThemeKind = 'dark' | 'light' | 'highContrast' | 'highContrastLight';

/**
 * The colours as the manifest declares them, for what cannot be given a theme colour by name; a test holds the two against each other.
 * After Okabe and Ito, "Color Universal Design" (2008): their hues, each as light or dark as it has to be to stand out from the
 * background of the theme (3 : 1 at least), and told apart with any of the three kinds of colour blindness.
 */
export const palettes: Readonly<Record<ThemeKind, readonly string[]>> = {
  dark: ['#2E93DC', '#E69F00', '#4FCFA0', '#C06FA0', '#8FD3FF', '#D0560A', '#F0E442', '#C9C9C9'],
  light: ['#0072B2', '#BC8600', '#00735A', '#B0558C', '#3A98D8', '#963A00', '#7C7400', '#2B2B2B'],
  highContrast: ['#1F9BEC', '#E69F00', '#4FE0AC', '#CC79A7', '#A6DEFF', '#E0640F', '#F0E442', '#FFFFFF'],
  highContrastLight: ['#0068AC', '#9A6A00', '#005F48', '#B04A88', '#0080C0', '#A83A00', '#3E3A00', '#1A1A1A'],
};

/** The same for furniture. */
export const furniturePalette: Readonly<Record<ThemeKind, string>> = { dark: '#80808066', light: '#80808066', highContrast: '#808080', highContrastLight: '#808080' };

/**
 * Which colour each article has, by its id: a place in `colourIds`.
 * Articles whose pieces stand one behind the other in the dump never share one, as far as eight allow. An article's colour
 * depends on the articles before it only, so that one more at the end changes none.
 */
export function articleColours(page: Pick<Page, 'articles'>): ReadonlyMap<string, number> {
  const neighbours = neighboursOf(page);
  const colours = new Map<string, number>();
  page.articles.forEach(({ id }, at) => {
    const beside = new Map<number, number>();
    for (const [other, times] of neighbours.get(id) ?? []) {
      const colour = colours.get(other);
      if (colour !== undefined) beside.set(colour, (beside.get(colour) ?? 0) + times);
    }
    // In turn, so that articles near each other differ even where they do not touch; the colour met least where all are taken.
    const turn = Array.from({ length: colourCount }, (_, step) => (at + step) % colourCount);
    const least = Math.min(...turn.map((colour) => beside.get(colour) ?? 0));
    colours.set(id, turn.find((colour) => (beside.get(colour) ?? 0) === least) ?? 0);
  });
  return colours;
}

/** How often two articles stand one behind the other, furniture between them or not. */
function neighboursOf({ articles }: Pick<Page, 'articles'>): Map<string, Map<string, number>> {
  const places = articles.flatMap((article) => spansOf(article).map(([start]) => ({ start, id: article.id }))).sort((a, b) => a.start - b.start);
  const neighbours = new Map<string, Map<string, number>>();
  const meet = (one: string, other: string): void => {
    const met = neighbours.get(one) ?? new Map<string, number>();
    met.set(other, (met.get(other) ?? 0) + 1);
    neighbours.set(one, met);
  };
  places.forEach(({ id }, at) => {
    const before = places[at - 1]?.id;
    if (before === undefined || before === id) return;
    meet(id, before);
    meet(before, id);
  });
  return neighbours;
}

/** Every span of an article, in no order: headline, byline, credit, standing head, the pieces of its paragraphs. */
export function spansOf({ headline, byline, credit, standingHead, paragraphs }: Page['articles'][number]): Span[] {
  return [...headline, ...byline, ...credit, ...standingHead, ...paragraphs.flatMap(({ spans }) => spans)];
}
