// A whole issue: node issue.mjs FOLDER
// Prints its pages, what is missing, and each article with the pages it is printed on.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeIssues, exportIssue } from 'restitch';

const folder = process.argv[2];
const dumps = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort()
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8'), encoding: 'utf-8' }));

for (const found of analyzeIssues(dumps)) {
  const { paper = '?', date = '?', pages, missing, articles } = found.issue;
  console.log(`${paper} ${date}: pages ${pages.map(({ label }) => label ?? '?').join(', ')}`);
  for (const { labels } of missing) console.log(`missing: ${labels.join(', ')}`);
  for (const { title, parts } of articles) console.log(`  ${title}: ${parts.map(({ page }) => page.label ?? '?').join(' → ')}`);
  console.log(exportIssue(found, 'jsonl').split('\n').length - 1, 'lines of JSON');
}
