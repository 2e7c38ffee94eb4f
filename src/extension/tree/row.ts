import type { Span } from '../../core';

/** What a row of the tree stands for; each kind has its icon. */
export type RowKind =
  | 'article' | 'photo' | 'brief' | 'notice'
  | 'standingHead' | 'kicker' | 'headline' | 'deck' | 'byline' | 'dateline' | 'jump'
  | 'paragraph' | 'cut' | 'piece' | 'credit' | 'furnitureGroup' | 'furniture';

/** A row of the tree, free of VS Code: what it says and where it leads. */
export interface Row {
  /** Made of what the row shows, so that open and selected rows stay so while the page is edited. */
  readonly id: string;
  readonly kind: RowKind;
  readonly label: string;
  readonly description: string;
  /** What a screen reader says instead of label and description. */
  readonly spoken: string;
  /** The place a click reveals. */
  readonly span: Span;
  /** Every place of the page that the row or a row below it stands for. */
  readonly covers: readonly Span[];
  /** What goes along when the row is dragged, in reading order; empty where it cannot be. */
  readonly pieces: readonly Span[];
  /** The article it belongs to, by its id in this analysis; `undefined` for furniture. */
  readonly article: string | undefined;
  /** Where it can be split from what stands before it; `undefined` where it begins its article. */
  readonly behind?: Behind;
  /** The number of findings here and below. */
  readonly problems: number;
  /** The number of joins and places here and below that are not sure. */
  readonly doubts: number;
  /** The tooltip: what it is and where, then what it was made of. */
  readonly details: Details;
  readonly children: readonly Row[];
}

/** How a row follows what stands before it in its article: as the next paragraph, or as another piece of the same one. */
export interface Behind {
  readonly left: Span;
  readonly right: Span;
  readonly as: 'join' | 'follow';
  readonly sure: boolean;
}

export interface Details {
  readonly heading: string;
  /** The meeting of two pieces: the last characters of one, the first of the next. */
  readonly seams: readonly string[];
  /** The reasons behind a join or a place, strongest first. */
  readonly why: readonly string[];
}

const articleKinds: ReadonlySet<RowKind> = new Set(['article', 'photo', 'brief', 'notice']);

/** Whether a row stands for an article as a whole. */
export function isArticle(row: Row): boolean {
  return articleKinds.has(row.kind);
}

/** The rows and all rows below them. */
export function allRows(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => [row, ...allRows(row.children)]);
}

/** The rows that have something doubtful, with the rows above them: what the filter leaves. */
export function doubtfulRows(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ doubts }) => doubts > 0).map((row) => ({ ...row, children: doubtfulRows(row.children) }));
}

/** The rows from the top down to the deepest one that covers an offset; empty where none does. */
export function pathTo(rows: readonly Row[], offset: number): readonly Row[] {
  const row = rows.find(({ covers }) => covers.some(([start, end]) => start <= offset && offset <= end));
  return row ? [row, ...pathTo(row.children, offset)] : [];
}
