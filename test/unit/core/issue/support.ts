import { factsOf, type FileFacts, type PlacedPage } from '../../../../src/core/issue';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { theEngine } from '../support';

/** What an issue has to know of a file. */
export function fileOf(name: string, text: string): FileFacts {
  const session = theEngine().session();
  session.open(text);
  return { name, pages: factsOf(text, session.leaves() satisfies readonly PlacedPage[]) };
}

/** The files of the invented issue in samples/issue. */
export function sampleIssue(): FileFacts[] {
  return sampleNames().map((name) => fileOf(`issue/${name}`, readFileSync(path.join(sampleFolder, name), 'utf8')));
}

const sampleFolder = path.resolve('samples/issue');
const sampleNames = (): string[] => readdirSync(sampleFolder).sort();

/** Their texts alone. */
export const sampleTexts = (): string[] => sampleNames().map((name) => readFileSync(path.join(sampleFolder, name), 'utf8'));

/** An invented page: its folio, then articles as headline and paragraphs. */
export function pageText(folio: string, ...articles: readonly (readonly string[])[]): string {
  const blocks = articles.map(([title = '', ...paragraphs]) => [title === '' ? [] : [`## ${title}`], paragraphs].flat().join('\n\n'));
  return `${[folio, ...blocks].filter((block) => block !== '').join('\n\n')}\n`;
}

const folio = (page: number): string => `河湾日报 2031年9月2日 星期二 第${String(page)}版`;

/** A file with one invented page of that number. */
export function page(number: number, ...articles: readonly (readonly string[])[]): FileFacts {
  return fileOf(`hewan/${String(number)}.txt`, pageText(folio(number), ...articles));
}
