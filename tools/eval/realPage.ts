import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Gold, SimulatedPage } from './gold';

/** Pages with a truth made by hand: every `*.gold.json` of the folders, with the text beside it. */
export function realPages(folders: readonly string[]): SimulatedPage[] {
  return folders.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder).filter((name) => name.endsWith('.gold.json')).sort().flatMap((name) => {
      const base = path.join(folder, name.slice(0, -'.gold.json'.length));
      const file = [`${base}.txt`, `${base}.md`, `${base}.dump`].find((candidate) => existsSync(candidate));
      if (file === undefined) return [];
      const gold = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Gold;
      return [{ name: path.basename(file), text: readFileSync(file, 'utf8').replace(/^\ufeff/u, ''), gold }];
    }),
  );
}
