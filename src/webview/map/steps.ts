import type { MapModel } from '../protocol/map';
import type { Spot } from './rows';

/** Where an arrow key leads: along a column, or across to the other one. */
export type Step = 'up' | 'down' | 'first' | 'last' | 'across';

/**
 * The row that a step leads to.
 * @returns `undefined` where the column ends, or where the other side has nothing that belongs to it
 */
export function stepFrom(model: MapModel, spot: Spot, step: Step): Spot | undefined {
  if (step === 'across') return across(model, spot);
  const column = spot.side === 'file' ? model.blocks.map((_, block): Spot => ({ side: 'file', block })) : readingColumn(model);
  if (step === 'first') return column[0];
  if (step === 'last') return column.at(-1);
  const at = column.findIndex((one) => isSame(one, onItsRow(model, spot)));
  return column[at + (step === 'up' ? -1 : 1)];
}

/** The right column from top to bottom: each head, then its parts. */
function readingColumn({ groups }: MapModel): Spot[] {
  return groups.flatMap(({ parts }, group): Spot[] => [{ side: 'reading', group }, ...parts.map((block): Spot => ({ side: 'reading', block }))]);
}

function across(model: MapModel, spot: Spot): Spot | undefined {
  if (spot.side === 'file') return onItsRow(model, { side: 'reading', block: spot.block });
  if ('block' in spot) return { side: 'file', block: spot.block };
  const { head, parts } = model.groups[spot.group] ?? { parts: [] };
  const block = head ?? parts[0];
  return block === undefined ? undefined : { side: 'file', block };
}

/** On the right a headline has no row of its own but is the head of its article. */
function onItsRow({ groups, blocks }: MapModel, spot: Spot): Spot {
  if (spot.side === 'file' || 'group' in spot) return spot;
  const group = blocks[spot.block]?.group ?? -1;
  return groups[group]?.head === spot.block ? { side: 'reading', group } : spot;
}

function isSame(a: Spot, b: Spot): boolean {
  if (a.side !== b.side) return false;
  return 'group' in a ? 'group' in b && a.group === b.group : 'block' in b && a.block === b.block;
}
