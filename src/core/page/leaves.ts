import type { Strip } from './strips';

/** Strips of text above the first folio when folios stand at the foot. */
const FEWEST_ABOVE = 2;

/**
 * The pages of the paper in a dump that holds several: a form feed, or a folio with another page number, at the head of its
 * page or at the foot. Each is analysed by itself. Every strip is in one, in order.
 */
export function leavesOf(strips: readonly Strip[]): Strip[][] {
  const leaves: Strip[][] = [];
  let leaf: Strip[] = [];
  let page: string | undefined;
  let closed = false;
  const atFoot = standAtFoot(strips);
  for (const strip of strips) {
    const turns: boolean = strip.newPage || (atFoot ? closed && strip.isText : strip.page !== undefined && page !== undefined && strip.page !== page);
    closed = (closed && !turns) || (atFoot && strip.page !== undefined);
    if (turns && leaf.length > 0) {
      leaves.push(leaf);
      leaf = [];
    }
    if (strip.page !== undefined || turns) page = strip.page;
    leaf.push(strip);
  }
  if (leaf.length > 0) leaves.push(leaf);
  return leaves;
}

/** Whether folios stand at the foot of their pages: the first one below text, and none above the last text. */
function standAtFoot(strips: readonly Strip[]): boolean {
  const first = strips.findIndex(({ page }) => page !== undefined);
  if (first < 0 || strips.slice(0, first).filter(({ isText }) => isText).length < FEWEST_ABOVE) return false;
  let last = strips.length - 1;
  while (last > first && strips[last]?.page === undefined) last--;
  return last > first && !strips.slice(last + 1).some(({ isText }) => isText);
}
