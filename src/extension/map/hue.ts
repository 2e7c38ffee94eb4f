import type { Page } from '../../core';

/** How many hues there are for articles. */
const hues = 8;

/** The hue of each article by its id, from 0 on: neighbours on the page differ. */
export function articleColours({ articles }: Pick<Page, 'articles'>): ReadonlyMap<string, number> {
  return new Map(articles.map(({ id }, place) => [id, place % hues]));
}
