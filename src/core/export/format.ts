import type { Article, Page } from '../page/model';
import type { Language } from '../text/message';
import type { Span } from '../text/span';

/** The names of the formats, as `--format` takes them. */
export type FormatId =
  | 'markdown' | 'text' | 'html' | 'docx' | 'epub'
  | 'json' | 'jsonl' | 'mnbvc' | 'ninjs' | 'jsonld' | 'annotations' | 'csv';

/** What is known of the dump besides its text. All of it is given: a writer asks no clock and no disk. */
export interface ExportSource {
  /** What the dump is called in the output, the same on every machine. */
  readonly name: string;
  readonly encoding: string;
  /** The size of the dump in bytes. */
  readonly bytes?: number;
  /** When the dump was last changed, as ISO 8601 text (`2024-09-26T08:00:00Z`). */
  readonly modified?: string;
  /** The day of the issue (`2024-09-26`), where the host knows it; otherwise the folio of the page is asked. */
  readonly date?: string;
  /** Of an issue: the dumps whose texts stand in the page one behind the other, in order. */
  readonly files?: readonly SourceFile[];
}

/** One of the dumps that an issue is made of. */
export interface SourceFile {
  readonly name: string;
  readonly encoding: string;
  /** Where its text stands in the page, in UTF-16 offsets: a place in the dump is a place in the page less the beginning of this. */
  readonly span: Span;
}

/** A part of an article on the page of the paper on which it is printed. */
export interface ArticlePart {
  /** The dump. */
  readonly file: string;
  /** The page's label: 3, A3. */
  readonly page?: string;
  /** The id of the part in the analysis of its dump. */
  readonly article: string;
  /** The headline printed above it. */
  readonly title: string;
  /** What leads to the other parts and is no text of the article: jump lines, the head above a later part. */
  readonly aside: readonly Span[];
}

/** What a writer is given. */
export interface ExportInput {
  /** The page as it is to be written. */
  readonly page: Page;
  /** Those of `page.articles` that are wanted, in order. */
  readonly articles: readonly Article[];
  /** The page as it stands in the dump, where `page` has other signs (`normalisedPage`): every place in the output is a place in this one. */
  readonly origin?: Page;
  readonly source: ExportSource;
  /** Of an issue: the parts of each article, by its id. */
  readonly parts?: ReadonlyMap<string, readonly ArticlePart[]>;
  /** Of an issue: the ids of articles whose very text stands in it before. */
  readonly repeated?: ReadonlySet<string>;
  /** The language of names and reasons in the output; the text is as it was printed. */
  readonly language: Language;
}

/** One way to write a page down: the same input gives the same output, on every host. */
export interface ExportFormat {
  readonly id: FormatId;
  /** The ending of its files, without a dot. */
  readonly extension: string;
  /** Its output is bytes, and no text. */
  readonly binary: boolean;
  /** One record a line: outputs of several pages can be put one behind the other. */
  readonly lines: boolean;
  /** What a file holds where files are written into a folder: one article, or a page with all its articles. */
  readonly per: 'article' | 'page';
  /** Text ends with a line end; it has no byte order mark (see {@link outputBytes}). */
  write(input: ExportInput): string | Uint8Array;
  /** The same as `write` on one line, where that is another text: one JSON value a page. */
  line?(input: ExportInput): string;
}
