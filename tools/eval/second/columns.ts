import type { Random } from '../random';
import type { SecondDials } from './dials';

/** A part of a paragraph that no break cuts: one block of the dump. */
export interface Part {
  /** Index of its paragraph in the story. */
  readonly paragraph: number;
  readonly text: string;
}

/** What one column holds of a story. */
export type Column = readonly Part[];

/** Signs that no column begins with. */
const CLOSING = /^[，。、；：！？”’」』）》〉】,.;:!?)%…—～·]/u;
const SHORTEST = 3;

/** Sets a story in columns: breaks at so many characters, most of them inside a paragraph. */
export function setColumns(paragraphs: readonly string[], dials: SecondDials, random: Random): Column[] {
  const columns: Part[][] = [[]];
  let room = random.chance(dials.columns) ? random.between(dials.column.low, dials.column.high) * random.between(0.4, 1) : Infinity;
  const breakColumn = (): void => {
    columns.push([]);
    room = random.between(dials.column.low, dials.column.high);
  };
  paragraphs.forEach((whole, paragraph) => {
    let text = whole;
    while (text.length > room) {
      const at = breakBefore(text, Math.round(room));
      // A widow of a few characters goes over or stays, so the break is clean.
      if (at === undefined || random.chance(dials.cleanBreak)) {
        const stays = room > text.length / 2;
        if (stays) columns.at(-1)?.push({ paragraph, text });
        if (columns.at(-1)?.length !== 0) breakColumn();
        if (stays) return;
        room = Math.max(room, text.length);
        continue;
      }
      columns.at(-1)?.push({ paragraph, text: text.slice(0, at) });
      text = text.slice(at);
      breakColumn();
    }
    room -= text.length;
    columns.at(-1)?.push({ paragraph, text });
  });
  return columns.filter((column) => column.length > 0);
}

/** The last place at or before `wish` where a column may begin: not before a closing sign, not beside a space. */
function breakBefore(text: string, wish: number): number | undefined {
  for (let at = Math.min(wish, text.length - SHORTEST); at >= SHORTEST; at--) {
    const around = text.slice(at - 1, at + 1);
    if (!CLOSING.test(text.slice(at)) && !/\s|[\ud800-\udbff]./u.test(around)) return at;
  }
  return undefined;
}
