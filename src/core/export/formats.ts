import type { ExportFormat, FormatId } from './format';
import { analysisOf, lineOfJson, prettyJson, toJsonLines } from './json';
import { withFrontMatter } from './markdown';
import { toText } from './text';

/** All formats, in the order in which they are offered. */
export const formats: readonly ExportFormat[] = [
  { id: 'markdown', extension: 'md', binary: false, lines: false, per: 'article', write: withFrontMatter },
  { id: 'text', extension: 'txt', binary: false, lines: false, per: 'article', write: toText },
  { id: 'json', extension: 'json', binary: false, lines: false, per: 'page', write: (input) => prettyJson(analysisOf(input)), line: (input) => lineOfJson(analysisOf(input)) },
  { id: 'jsonl', extension: 'jsonl', binary: false, lines: true, per: 'page', write: toJsonLines },
];

/** The format of a name. */
export function formatById(id: FormatId): ExportFormat;
export function formatById(id: string): ExportFormat | undefined;
export function formatById(id: string): ExportFormat | undefined {
  return formats.find((format) => format.id === id);
}

/** What a file gets: UTF-8, with a byte order mark where a spreadsheet would otherwise take the machine's own encoding. */
export function outputBytes(format: ExportFormat, written: string | Uint8Array): Uint8Array {
  if (typeof written !== 'string') return written;
  return new TextEncoder().encode(format.id === 'csv' ? `\ufeff${written}` : written);
}
