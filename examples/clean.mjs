// What an editor's own script may look like: node clean.mjs PAGE.txt
// Prints the articles of a page, and the joins that are worth a look.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { analyzePage, applyEdits, defaultEngine, exportPage, restitch, sayReason } from 'restitch';

const file = process.argv[2];
const page = analyzePage(readFileSync(file, 'utf8'));

for (const { title, paragraphs } of page.articles) {
  console.log(`${title || '(no headline)'}: ${paragraphs.length} paragraphs`);
  for (const { text, seams } of paragraphs) {
    for (const { confidence, sure, why } of seams) {
      if (!sure) console.log(`  ? ${Math.round(confidence * 100)} %: ${text.slice(0, 12)}… (${why.map((reason) => sayReason(reason, 'en')).join('; ')})`);
    }
  }
}

// Only what is sure is mended in the dump itself; a doubtful join is never made.
const { edits, joined } = restitch(page, defaultEngine(), 'sure');
const mended = applyEdits(page.text, edits);
console.log(`${joined} joined, ${page.text.length - mended.length} characters fewer (blank lines)`);

console.log(exportPage(page, 'jsonl', { name: basename(file) }).split('\n').length - 1, 'lines of JSON');
