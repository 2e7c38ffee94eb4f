// Pictures of few colours: a screenshot as a PNG with a palette, less than half of its size and no different to the eye.
import { medianCut, type Colour } from './colours';
import { decodePng, encodePalettePng } from './png';

/** The same picture with at most `most` colours (256 at most), none of them invented: each is the mean of those it stands for. */
export function reduceColours(png: Uint8Array, most: number): Uint8Array {
  const { width, height, pixels } = decodePng(png);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const palette = medianCut(counts, most);
  const nearest = new Map<number, number>();
  for (const pixel of counts.keys()) nearest.set(pixel, nearestOf(palette, pixel));
  return encodePalettePng({ width, height, palette, indexes: Uint8Array.from(pixels, (pixel) => nearest.get(pixel) ?? 0) });
}

function nearestOf(palette: readonly Colour[], pixel: number): number {
  const [red, green, blue] = [pixel >> 16, (pixel >> 8) & 255, pixel & 255];
  let best = 0;
  let least = Infinity;
  palette.forEach(([r, g, b], at) => {
    // The eye tells greens apart best; weights of ITU-R BT.601.
    const distance = 0.299 * (r - red) ** 2 + 0.587 * (g - green) ** 2 + 0.114 * (b - blue) ** 2;
    if (distance < least) [least, best] = [distance, at];
  });
  return best;
}
