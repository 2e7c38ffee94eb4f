import { toAnnotations } from './annotations';
import { toDocx } from './docx';
import { toEpub } from './epub';
import { toFiguresCsv } from './figuresCsv';
import type { ExportFormat, ExportInput, FormatId } from './format';
import { toHtml } from './html';
import { analysisOf, lineOfJson, prettyJson, toJsonLines } from './json';
import { forScript, toJsonLd } from './jsonLd';
import { withFrontMatter } from './markdown';
import { toMnbvc } from './mnbvc';
import { toNinjs } from './ninjs';
import { toText } from './text';

/** A format of one JSON value. */
function json(id: FormatId, extension: string, per: ExportFormat['per'], value: (input: ExportInput) => object, finish = (text: string): string => text): ExportFormat {
  return { id, extension, binary: false, lines: false, per, write: (input) => finish(prettyJson(value(input))), line: (input) => finish(lineOfJson(value(input))) };
}

function text(id: FormatId, extension: string, per: ExportFormat['per'], write: (input: ExportInput) => string, lines = false): ExportFormat {
  return { id, extension, binary: false, lines, per, write };
}

/** All formats, in the order in which they are offered: to read, for data, for archives. Marked as pure, they stay out of bundles that export nothing. */
export const formats: readonly ExportFormat[] = [
  /* @__PURE__ */ text('markdown', 'md', 'article', withFrontMatter),
  /* @__PURE__ */ text('text', 'txt', 'article', toText),
  /* @__PURE__ */ text('html', 'html', 'article', toHtml),
  { id: 'docx', extension: 'docx', binary: true, lines: false, per: 'article', write: toDocx },
  { id: 'epub', extension: 'epub', binary: true, lines: false, per: 'page', write: toEpub },
  /* @__PURE__ */ json('json', 'json', 'page', analysisOf),
  /* @__PURE__ */ text('jsonl', 'jsonl', 'page', toJsonLines, true),
  /* @__PURE__ */ text('mnbvc', 'mnbvc.jsonl', 'page', toMnbvc, true),
  /* @__PURE__ */ json('ninjs', 'ninjs.json', 'article', toNinjs),
  /* @__PURE__ */ json('jsonld', 'jsonld', 'article', toJsonLd, forScript),
  /* @__PURE__ */ json('annotations', 'annotations.jsonld', 'page', toAnnotations),
  /* @__PURE__ */ text('csv', 'csv', 'page', toFiguresCsv),
];

/** Whether a format describes a dump as it stands, sign by sign: it knows no normalised text, and no article that goes on in another dump. */
export function isOfTheDump(id: FormatId): boolean {
  return id === 'json' || id === 'annotations' || id === 'csv';
}

/** The format of a name. */
export function formatById(id: FormatId): ExportFormat;
export function formatById(id: string): ExportFormat | undefined;
export function formatById(id: string): ExportFormat | undefined {
  return formats.find((format) => format.id === id);
}

/** What a file gets: the output, with a byte order mark where a spreadsheet would otherwise take the machine's own encoding. */
export function contentOf(format: ExportFormat, written: string | Uint8Array): string | Uint8Array {
  return typeof written === 'string' && format.id === 'csv' ? `\ufeff${written}` : written;
}

/** The same in bytes, text as UTF-8. */
export function outputBytes(format: ExportFormat, written: string | Uint8Array): Uint8Array {
  const content = contentOf(format, written);
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
