/**
 * Where everything on the map stands: pure numbers, in pixels from the top of the drawing. The left column has the blocks in file
 * order, the right one the articles, each a head with its parts below.
 */
export interface Box {
  readonly top: number;
  readonly height: number;
}

/** Of a page, what the layout has to know. */
export interface Shape {
  /** In file order. `joins`: it goes on with the paragraph of the part above it in its article. */
  readonly blocks: readonly { readonly length: number; readonly joins: boolean }[];
  /** `head`: the block of the headline; `parts`: the other blocks in reading order. */
  readonly groups: readonly { readonly head?: number; readonly parts: readonly number[] }[];
}

export interface Sizes {
  /** A row of text. */
  readonly row: number;
  /** The head of an article. */
  readonly head: number;
  /** Between two paragraphs. */
  readonly gap: number;
  /** Between two articles. */
  readonly groupGap: number;
  /** Above and below everything. */
  readonly margin: number;
}

export interface Plan {
  /** For each block, its place on the left. */
  readonly left: readonly Box[];
  /** For each block, its place on the right; that of its group's head where it is the headline. */
  readonly right: readonly Box[];
  /** For each group, its head. */
  readonly heads: readonly Box[];
  readonly height: number;
}

/** Blocks on the left that are too few are drawn apart by no more than this. */
const loosest = 6;

/** Rows that are all of one height, for reading. */
export function planRows(shape: Shape, sizes: Sizes): Plan {
  return arrange(shape, sizes, () => sizes.row, 1);
}

/** Everything within a height: each block as high as its text is long, long ones damped. */
export function planOverview(shape: Shape, sizes: Sizes, height: number): Plan {
  const unit: Sizes = { row: 1, head: 2.5, gap: 0.25, groupGap: 1.5, margin: 0 };
  const weigh = (block: number): number => 1 + Math.log2(1 + (shape.blocks[block]?.length ?? 0) / 12);
  const natural = arrange(shape, unit, weigh, 1).height;
  const scale = natural > 0 ? Math.max(0, height - 2 * sizes.margin) / natural : 1;
  // A short page is not blown up beyond its rows.
  return arrange(shape, { ...unit, margin: sizes.margin }, weigh, Math.min(scale, sizes.row / 3));
}

function arrange({ blocks, groups }: Shape, sizes: Sizes, heightOf: (block: number) => number, scale: number): Plan {
  const row = (block: number): number => heightOf(block) * scale;
  const gapBefore = (block: number, index: number, hasHead: boolean): number =>
    (index === 0 && !hasHead) || blocks[block]?.joins === true ? 0 : sizes.gap * scale;

  const leftSum = blocks.reduce((sum, _, block) => sum + row(block), 0);
  const groupHeight = ({ parts }: Shape['groups'][number]): number =>
    sizes.head * scale + parts.reduce((sum, block, index) => sum + gapBefore(block, index, true) + row(block), 0);
  const rightSum = groups.reduce((sum, group) => sum + groupHeight(group), 0) + Math.max(0, groups.length - 1) * sizes.groupGap * scale;

  const spareLeft = Math.max(0, rightSum - leftSum) / Math.max(1, blocks.length - 1);
  const spareRight = Math.max(0, leftSum - rightSum) / Math.max(1, groups.length - 1);

  const left: Box[] = [];
  let y = sizes.margin;
  for (let block = 0; block < blocks.length; block++) {
    left.push({ top: y, height: row(block) });
    y += row(block) + Math.min(spareLeft, loosest * Math.min(1, scale));
  }

  const right: Box[] = blocks.map(() => ({ top: 0, height: 0 }));
  const heads: Box[] = [];
  let bottom = sizes.margin;
  y = sizes.margin;
  for (const group of groups) {
    const head = { top: y, height: sizes.head * scale };
    heads.push(head);
    if (group.head !== undefined) right[group.head] = head;
    y += head.height;
    group.parts.forEach((block, index) => {
      y += gapBefore(block, index, true);
      right[block] = { top: y, height: row(block) };
      y += row(block);
    });
    bottom = y;
    y += sizes.groupGap * scale + spareRight;
  }
  const last = left.at(-1);
  const end = Math.max(bottom, last ? last.top + last.height : sizes.margin);
  return { left, right, heads, height: end + sizes.margin };
}

/** A band from a box at x = 0 to a box at x = `width`, as an SVG path; it leaves and arrives level. */
export function ribbonPath(from: Box, to: Box, width: number): string {
  const inset = (box: Box): [number, number] => (box.height > 4 ? [box.top + 1, box.top + box.height - 1] : [box.top, box.top + box.height]);
  const [fromTop, fromBottom] = inset(from);
  const [toTop, toBottom] = inset(to);
  const half = round(width / 2);
  const points = [fromTop, toTop, toBottom, fromBottom].map(round) as [number, number, number, number];
  const [a, b, c, d] = points;
  return `M0 ${a}C${half} ${a} ${half} ${b} ${width} ${b}V${c}C${half} ${c} ${half} ${d} 0 ${d}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Where something that is dropped on the right at a height would go. */
export interface Drop {
  readonly group: number;
  /** The block behind which; absent: wherever it fits. */
  readonly behind?: number;
  /** Where a line shows the place; absent where the whole article is meant. */
  readonly line?: number;
}

/** What lies at a height of the right column; `undefined` beyond the last article. */
export function dropAt(plan: Plan, groups: Shape['groups'], y: number): Drop | undefined {
  for (let group = groups.length - 1; group >= 0; group--) {
    const head = plan.heads[group];
    if (!head || y < head.top) continue;
    const { head: headline, parts } = groups[group] ?? { parts: [] };
    const last = boxOf(plan, parts.at(-1)) ?? head;
    const next = plan.heads[group + 1];
    // The gap below an article is still its own, up to the half.
    const end = last.top + last.height;
    if (y > (next ? Math.max(end, (end + next.top) / 2) : end + head.height)) return next ? { group: group + 1 } : undefined;
    if (y < head.top + head.height) return { group };
    let behind = headline;
    let line = head.top + head.height;
    for (const part of parts) {
      const box = boxOf(plan, part);
      if (!box || box.top + box.height / 2 > y) break;
      behind = part;
      line = box.top + box.height;
    }
    return behind === undefined ? { group } : { group, behind, line };
  }
  return undefined;
}

function boxOf(plan: Plan, block: number | undefined): Box | undefined {
  return block === undefined ? undefined : plan.right[block];
}
