import type { DecidedRole } from './decision';
import type { Dateline } from './model';
import type { Span } from '../text/span';

/**
 * What a piece is on the page. `body` is any running text, subheads and captions below a photo's headline included; a `caption` stands among
 * the text of others.
 */
export type Role = 'headline' | 'byline' | 'credit' | 'caption' | 'jump' | 'furniture' | 'body' | DecidedOnly;

/** Roles of a piece by itself that only an editor gives: an analysis finds them in or near headlines. */
export type DecidedOnly = 'kicker' | 'deck' | 'standingHead';

/**
 * What a line is where a text stands in lines of its own: a verse, a row of a table, an item of a list, what one
 * person says in an interview, a subhead that has others like it, the foot of a notice (whom to ask, who gives it,
 * the day). Such a line is whole: it opens no article and goes on with no paragraph, short and without a stop as it may be.
 * What somebody says and a long item may be cut at their end like any paragraph.
 */
export type LineForm = 'verse' | 'row' | 'item' | 'speech' | 'subhead' | 'foot';

/** How a piece begins that begins as only a paragraph does: as a story (…社…电), as a speaker's turn, as a numbered item. */
export type Start = 'story' | 'speaker' | 'numbered';

/**
 * The unit of stitching: a block, or a part of one where a block holds several things
 * (paragraphs on lines of their own, a headline on top of its text).
 */
export interface Piece {
  readonly index: number;
  /** One span, or one for each printed line where a paragraph is hard-wrapped. */
  readonly spans: readonly Span[];
  /** The text of the spans, joined. */
  readonly text: string;
  readonly role: Role;
  /** Blank lines before the block it opens; 0 inside a block. */
  readonly gap: number;
  readonly newPage: boolean;
  /** How much its looks speak for a headline, in log-odds. A mark `#` is strong evidence, not proof. */
  readonly headline: number;
  /** Whether it carries a heading mark `#`. */
  readonly marked: boolean;
  /** Whether it begins as only a paragraph can: with a dateline or a jump line. */
  readonly opening: boolean;
  readonly caption: boolean;
  /** Whether its first line is indented, as many papers indent each paragraph. */
  readonly indented: boolean;
  /**
   * Whether it begins below a printed line that fills its column and ends a sentence, on a page that shows its paragraphs by nothing but
   * their short last lines: the paragraph may go on.
   */
  readonly belowFull?: boolean | undefined;
  /** Whether the program that read the page set it apart as a line, bold or with a mark that says little else. */
  readonly setApart?: boolean | undefined;
  readonly form?: LineForm | undefined;
  readonly starts?: Start | undefined;
  /** What an editor said it is. */
  readonly decided?: DecidedRole | undefined;
  readonly dateline?: Dateline | undefined;
  readonly jumpFrom?: number | undefined;
  readonly jumpTo?: number | undefined;
}

/** First and last offset of a piece. */
export function extentOf(piece: Piece): Span {
  return [piece.spans[0]?.[0] ?? 0, piece.spans[piece.spans.length - 1]?.[1] ?? 0];
}
