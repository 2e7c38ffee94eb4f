import type { Article } from '../page/model';
import { fileNameOf } from './fileNames';
import type { ExportFormat, ExportInput } from './format';
import { contentOf } from './formats';

/** A file of an export. */
export interface OutputFile {
  /** Its path in the folder of the export, with `/`. */
  readonly path: string;
  /** Text to be written as UTF-8, or bytes. */
  readonly content: string | Uint8Array;
}

/**
 * What an export comes to: one file with all the articles wanted, or a folder with a file for each.
 * @param stem the path of the file without its ending, or of the folder; empty where the folder is the export's own
 */
export function* outputsOf(input: ExportInput, format: ExportFormat, per: ExportFormat['per'], stem: string): Generator<OutputFile, void, undefined> {
  if (per === 'page') {
    yield { path: `${stem}.${format.extension}`, content: contentOf(format, format.write(input)) };
    return;
  }
  const digits = Math.max(2, String(input.page.articles.length).length);
  const places = new Map(input.page.articles.map(({ id }, at) => [id, at + 1]));
  for (const article of input.articles) {
    const name = outputName(article, places.get(article.id) ?? 0, digits, format);
    yield { path: stem === '' ? name : `${stem}/${name}`, content: contentOf(format, format.write({ ...input, articles: [article] })) };
  }
}

function outputName({ title }: Article, place: number, digits: number, { extension }: ExportFormat): string {
  return `${String(place).padStart(digits, '0')}-${fileNameOf(title)}.${extension}`;
}
