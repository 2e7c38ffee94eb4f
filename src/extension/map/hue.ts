/** How many hues there are for articles. */
const hues = 8;

/** The hue of an article by its place on the page, 1 to 8: neighbours differ. */
export function hueOf(article: number): number {
  return (article % hues) + 1;
}
