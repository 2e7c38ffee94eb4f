/** Lists of words looked up at a place of a text, in one look at the character there. */

function table<T>(entries: readonly T[], wordOf: (entry: T) => string, keyOf: (word: string) => string): ReadonlyMap<string, readonly T[]> {
  const lists = new Map<string, T[]>();
  for (const entry of [...entries].sort((a, b) => wordOf(b).length - wordOf(a).length)) {
    const key = keyOf(wordOf(entry));
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [entry]);
    else list.push(entry);
  }
  return lists;
}

/** A look-up of the longest word that ends at a place, nothing before `least` being read. */
export function endingAt<T>(entries: readonly T[], wordOf: (entry: T) => string): (text: string, end: number, least: number) => T | undefined {
  const lists = table(entries, wordOf, (word) => word.charAt(word.length - 1));
  return (text, end, least) => {
    if (end <= least) return undefined;
    const list = lists.get(text.charAt(end - 1));
    return list?.find((entry) => end - wordOf(entry).length >= least && text.startsWith(wordOf(entry), end - wordOf(entry).length));
  };
}

/** A look-up of the longest word that begins at a place, nothing from `limit` on being read. */
export function startingAt<T>(entries: readonly T[], wordOf: (entry: T) => string): (text: string, at: number, limit: number) => T | undefined {
  const lists = table(entries, wordOf, (word) => word.charAt(0));
  return (text, at, limit) => {
    if (at >= limit) return undefined;
    const list = lists.get(text.charAt(at));
    return list?.find((entry) => at + wordOf(entry).length <= limit && text.startsWith(wordOf(entry), at));
  };
}

/** For lists of plain words. */
export const itself = (word: string): string => word;
