// Median cut (Heckbert 1982): the colours of a picture in boxes of like colours, the widest box halved until there are enough.

export type Colour = readonly [red: number, green: number, blue: number];

interface Entry {
  readonly colour: Colour;
  readonly count: number;
}

/** A palette for colours (0xRRGGBB) and how often each occurs. */
export function medianCut(counts: ReadonlyMap<number, number>, most: number): readonly Colour[] {
  const all = [...counts].map(([pixel, count]): Entry => ({ colour: [pixel >> 16, (pixel >> 8) & 255, pixel & 255], count }));
  const boxes: Entry[][] = [all];
  while (boxes.length < most) {
    const widest = boxes.reduce<{ at: number; weight: number }>((found, box, at) => {
      const weight = box.length < 2 ? 0 : spreadOf(box).spread * Math.log2(1 + sum(box));
      return weight > found.weight ? { at, weight } : found;
    }, { at: -1, weight: 0 });
    const box = boxes[widest.at];
    if (box === undefined) break;
    boxes.splice(widest.at, 1, ...halves(box));
  }
  return boxes.filter((box) => box.length > 0).map(mean);
}

/** The channel in which the colours of a box differ most. */
function spreadOf(box: readonly Entry[]): { readonly channel: 0 | 1 | 2; readonly spread: number } {
  const spreads = ([0, 1, 2] as const).map((channel) => {
    let least = 255;
    let greatest = 0;
    for (const { colour } of box) {
      least = Math.min(least, colour[channel]);
      greatest = Math.max(greatest, colour[channel]);
    }
    return { channel, spread: greatest - least };
  });
  return spreads.reduce((best, one) => (one.spread > best.spread ? one : best));
}

function halves(box: readonly Entry[]): Entry[][] {
  const { channel } = spreadOf(box);
  const sorted = [...box].sort((a, b) => a.colour[channel] - b.colour[channel] || rank(a.colour) - rank(b.colour));
  const half = sum(box) / 2;
  let seen = 0;
  let cut = 1;
  for (const [at, { count }] of sorted.entries()) {
    seen += count;
    cut = Math.min(sorted.length - 1, at + 1);
    if (seen >= half) break;
  }
  return [sorted.slice(0, cut), sorted.slice(cut)];
}

/** The colour of a box: the one that occurs so often that it is the box, such as a background; else the mean. */
function mean(box: readonly Entry[]): Colour {
  const total = sum(box);
  const main = box.reduce((best, one) => (one.count > best.count ? one : best));
  if (main.count > total / 2) return main.colour;
  const channel = (at: 0 | 1 | 2): number => Math.round(box.reduce((all, { colour, count }) => all + colour[at] * count, 0) / total);
  return [channel(0), channel(1), channel(2)];
}

const sum = (box: readonly Entry[]): number => box.reduce((all, { count }) => all + count, 0);
const rank = ([red, green, blue]: Colour): number => (red << 16) | (green << 8) | blue;
