import type { Random } from '../random';
import type { Column } from './columns';
import type { SecondDials } from './dials';

/** Columns of one story that stand together in the dump. */
export interface Run {
  readonly story: number;
  /** Index of its first column in the story; 0 is the run with the headline. */
  readonly first: number;
  readonly columns: readonly Column[];
}

/** The order in which the dump gives the columns of all stories. */
export function orderRuns(stories: readonly (readonly Column[])[], dials: SecondDials, random: Random): Run[] {
  const dump: Run[] = [];
  const strays: Run[] = [];
  stories.forEach((columns, story) => {
    const carried = columns.length > 1 && random.chance(dials.carried);
    const home = carried ? random.whole(1, columns.length - 1) : columns.length;
    dump.push({ story, first: 0, columns: columns.slice(0, home) });
    if (carried) strays.push({ story, first: home, columns: columns.slice(home) });
  });
  for (const stray of random.shuffle(strays)) carry(dump, stray, stories.length, dials, random);
  return dump;
}

function carry(dump: Run[], stray: Run, stories: number, dials: SecondDials, random: Random): void {
  const torn = stray.columns.length > 1 && random.chance(dials.torn) ? random.whole(1, stray.columns.length - 1) : 0;
  const runs = torn === 0 ? [stray] : [{ ...stray, columns: stray.columns.slice(0, torn) }, { ...stray, first: stray.first + torn, columns: stray.columns.slice(torn) }];
  if (torn > 0 && random.chance(dials.reversed)) runs.reverse();
  let target = stray.story;
  for (const [index, run] of runs.entries()) {
    const back = index === 0 && stray.story > 0 && random.chance(dials.carriedBack);
    target = back ? stray.story - 1 : Math.min(stories - 1, target + random.weighted(dials.distance));
    // Nothing stands behind the last story but what comes from it; its rest goes to an earlier place.
    if (target === stray.story) target = random.whole(0, stray.story - 1);
    insertBehind(dump, run, target, dials, random);
  }
}

/** Puts a run behind what stands of a story under its headline, or between two columns of it. */
function insertBehind(dump: Run[], run: Run, target: number, dials: SecondDials, random: Random): void {
  let at = dump.findIndex((other) => other.story === target && other.first === 0);
  const host = dump[at];
  if (host !== undefined && host.columns.length > 1 && random.chance(dials.between)) {
    const split = random.whole(1, host.columns.length - 1);
    dump.splice(at, 1, { ...host, columns: host.columns.slice(0, split) }, run, { ...host, first: split, columns: host.columns.slice(split) });
    return;
  }
  // Behind other runs that were carried to the same place, or in front of them.
  while (random.chance(0.5) && dump[at + 1] !== undefined && dump[at + 1]?.first !== 0) at++;
  dump.splice(at + 1, 0, run);
}
