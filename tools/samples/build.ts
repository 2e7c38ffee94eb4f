// Writes the sample pages and their truth from samples/source/*.page:
//   node tools/run.mjs tools/samples/build.ts
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { goldText, layOut } from './layout';
import { readSource } from './source';

const folder = path.resolve('samples');
for (const file of readdirSync(path.join(folder, 'source')).sort()) {
  const name = path.basename(file, '.page');
  const source = readSource(readFileSync(path.join(folder, 'source', file), 'utf8'));
  const { text, gold } = layOut(source, `${name}.txt`);
  writeFileSync(path.join(folder, `${name}.txt`), text);
  writeFileSync(path.join(folder, `${name}.gold.json`), goldText(gold));
  console.log(`${name}.txt: ${gold.articles.length} articles, ${text.length} characters`);
}
