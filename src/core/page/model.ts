import type { Message } from '../text/message';
import type { Decision } from './decision';
import type { Span, TextEdit } from '../text/span';

/**
 * The result of an analysis: what the rest of the product (command line, editor, exports) reads.
 * A value is never changed after it was made. All offsets are UTF-16 code units of `text`.
 */
export interface Page {
  /** The decoded file after removal of a byte order mark. */
  readonly text: string;
  /** In the order of their headlines in the dump. */
  readonly articles: readonly Article[];
  /** Folios, editors' lines, page numbers, advertisements. */
  readonly furniture: readonly Span[];
  /** What is wrong and which edit mends it, in the order of the text. */
  readonly findings: readonly Finding[];
  /** What editors decided, as the analysis was given it; and of that what the page does not come out by. */
  readonly decisions: readonly Decision[];
  readonly unmet: readonly Decision[];
  /** Whether this text looks like the dump of a newspaper page at all. */
  readonly dump: DumpVerdict;
}

/** What an article is: a story, a photograph with its caption, one of several short items, or a notice. */
export type ArticleKind = 'article' | 'photo' | 'brief' | 'notice';

/** A story as the page has it: its head, and its paragraphs put together from the pieces of the dump. */
export interface Article {
  /** `a1`, `a2`, … in the order of the headlines. */
  readonly id: string;
  readonly kind: ArticleKind;
  /** The headline (主题) without its mark; empty for an article with no headline. */
  readonly title: string;
  /** 引题·眉题, the line above the headline. */
  readonly kicker?: string;
  /** 副题, the line below the headline. */
  readonly deck?: string;
  /** Spans of the headline block, mark, kicker and deck included; empty when the page has none. */
  readonly headline: readonly Span[];
  /** Whether the headline is one without doubt: marked in the dump, or clear from what stands around it. */
  readonly headlineSure: boolean;
  readonly byline: readonly Span[];
  readonly credit: readonly Span[];
  readonly standingHead: readonly Span[];
  /** Those of them that are marked as headlines and may be some; left out where there is none. */
  readonly standingHeadDoubtful?: readonly Span[];
  readonly dateline?: Dateline;
  readonly jump?: Jump;
  /** In reading order. */
  readonly paragraphs: readonly Paragraph[];
}

/** 本报清禾9月24日电(记者 …): place, day and reporters at the start of a story. Lies inside a paragraph. */
export interface Dateline {
  readonly span: Span;
  readonly place?: string;
  readonly month?: number;
  readonly day?: number;
  readonly reporters: readonly string[];
}

/** 上接第1版 gives `from`, 下转第3版 gives `to`. */
export interface Jump {
  readonly from?: number;
  readonly to?: number;
}

/** A paragraph put together from one or more pieces of the dump. */
export interface Paragraph {
  /** One for each piece, in reading order; more than one where the paragraph was cut. */
  readonly spans: readonly Span[];
  /** The pieces joined, without any character added or lost. */
  readonly text: string;
  /** One for each meeting of two pieces: `spans.length - 1`. */
  readonly seams: readonly Seam[];
  /** How sure it is that this paragraph follows the one before it in its article (1 where it stands there in the dump). */
  readonly attachment: Seam;
}

/** The meeting of two pieces and what speaks for it. */
export interface Seam {
  /** Probability, 0 to 1, that the two pieces belong together. */
  readonly confidence: number;
  /** Whether "fix all" may make this join without asking. */
  readonly sure: boolean;
  /** Whether other text stands between the two pieces in the dump. */
  readonly far: boolean;
  /** The evidence, strongest first. */
  readonly why: readonly Reason[];
  /** Other continuations worth offering, best first; empty where there is no doubt. */
  readonly candidates: readonly Candidate[];
}

/** Another continuation of a piece than the one that was chosen. */
export interface Candidate {
  /** The piece that could follow instead. */
  readonly span: Span;
  readonly confidence: number;
  readonly why: readonly Reason[];
}

/** One piece of evidence: its weight in log-odds (positive speaks for the join) and its words. */
export interface Reason extends Message<ReasonCode> {
  readonly weight: number;
}

/** What speaks for or against a join; the words of each are in `sayReason`. */
export type ReasonCode =
  | 'endsOpen' // {0} the last characters: no final punctuation
  | 'endsComplete'
  | 'startsTorn' // {0} the first characters: cannot begin a paragraph
  | 'startsFresh' // reads as the beginning of a paragraph
  | 'openPair' // {0} the bracket or quotation mark left open and closed on the other side
  | 'tornWord' // {0} left part {1} right part
  | 'tornNumber' // {0} left part {1} right part
  | 'elsewhere' // {0}, which the seam puts together, stands elsewhere on the page
  | 'readsOn' // {0} … {1}: the characters go on as in running text
  | 'readsBadly' // {0} … {1}
  | 'fullLine' // the printed line above fills its column
  | 'fitsLength' // sentence and paragraph come out as long as usual
  | 'oddLength' // they come out too short or too long
  | 'adjacent' // the continuation stands right below
  | 'carriedForward' // {0} blocks between
  | 'carriedBack' // {0} blocks between
  | 'columnBreak' // extra blank lines
  | 'sharedVocabulary' // {0} shared words or names
  | 'sameSubject' // no shared words, but both tell of the same
  | 'foreignVocabulary'
  | 'onlyPlace' // no other cut end is left for this start
  | 'hardWrap' // printed line inside a paragraph
  | 'decided'; // an editor said so

/** What can be wrong with a page: one rule each. */
export type FindingCode =
  | 'split-paragraph'
  | 'stray-fragment'
  | 'unmarked-headline'
  | 'standing-head'
  | 'jump-line';

/** A cut or a stray passage is a `warning`, a cut whose other end is not found `information`; what is merely noted is a `hint`. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Something that is wrong with a page, where it is, and what mends it. */
export interface Finding {
  readonly code: FindingCode;
  readonly span: Span;
  readonly severity: Severity;
  readonly message: Message;
  /** Why the engine thinks so, strongest first. */
  readonly why: readonly Reason[];
  /** The other places the finding speaks of (a continuation, the home of a stray fragment). */
  readonly related: readonly { readonly span: Span; readonly message: Message }[];
  /** The edits offered, best first. */
  readonly fixes: readonly Fix[];
  /** The article it belongs to. */
  readonly article?: string;
}

/** An edit that mends a finding. */
export interface Fix {
  readonly kind: 'join' | 'move' | 'mark' | 'unmark';
  readonly title: Message;
  /** Whether "fix all" may apply it; a doubtful one is only offered. */
  readonly sure: boolean;
  /** Against `Page.text`; they do not overlap. */
  readonly edits: readonly TextEdit[];
}

/** Whether a text is a newspaper dump, decided by evidence. */
export interface DumpVerdict {
  readonly isDump: boolean;
  /** 0 to 1. */
  readonly score: number;
}
