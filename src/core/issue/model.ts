import type { ArticleKind } from '../page/model';
import type { Folio } from '../roles/folio';
import type { Language, Message } from '../text/message';
import type { Span } from '../text/span';
import type { Fingerprint } from './fingerprint';

/**
 * Pages of one issue of a newspaper, and what ties them together. First what is known of each page by itself (facts: small
 * values that can be kept and sent), then what comes of them together. Offsets are UTF-16 units of the page's file.
 */

/** A jump line as it stands in an article. */
export interface JumpFacts {
  /** `to`: the article goes on elsewhere; `from`: it comes from elsewhere. */
  readonly direction: 'from' | 'to';
  /** The label of the other page (3, A3); absent where the line names none that can be read. */
  readonly page?: string;
  readonly span: Span;
  /** Whether an article that comes from elsewhere has text of its own above: what goes on there may be another. Left out where it has none. */
  readonly midway?: true;
}

/** What is known of an article, or of a part of one, on its page. */
export interface ArticleFacts {
  /** As in the analysis of the whole file: `a1`, `a2`, … */
  readonly id: string;
  readonly kind: ArticleKind;
  /** Empty where it has no headline. */
  readonly title: string;
  /** The first words of its text, without a jump line. */
  readonly beginning: string;
  /** What it is known by in its file: its headline, or the beginning of its text. */
  readonly name: Span;
  /** All that belongs to it, in the order of the file. */
  readonly covers: readonly Span[];
  readonly jumps: readonly JumpFacts[];
  /** Whether its text stops in mid-sentence. */
  readonly open: boolean;
  /** Its text, folded, as far as jump lines make it of interest to other pages; else empty. */
  readonly words: string;
  readonly print: Fingerprint;
}

/** One page of the paper in a file. */
export interface PageFacts {
  readonly span: Span;
  readonly folio: Folio;
  readonly articles: readonly ArticleFacts[];
}

/** A file with its pages; its name may have folders before it, parted by `/`. */
export interface FileFacts {
  readonly name: string;
  readonly pages: readonly PageFacts[];
}

/** Why something is thought, with its weight in log-odds (0 where it only explains). */
export interface IssueReason extends Message<IssueCode> {
  readonly weight: number;
}

/** A page in its issue. */
export interface IssuePage {
  readonly file: FileFacts;
  readonly facts: PageFacts;
  /** 3, A3; from the folio, else from the file's name. */
  readonly label?: string;
  readonly section?: string;
  /** What the file's name says against the folio, if it does; the folio is believed. */
  readonly named?: string;
  /** The same page stands in another file. */
  readonly copyOf?: IssuePage;
}

/** An article, or a part of one, on its page. */
export interface Part {
  readonly page: IssuePage;
  readonly article: ArticleFacts;
}

/** That one part goes on in another. */
export interface JumpLink {
  readonly from: Part;
  readonly to: Part;
  /** The jump lines that say so: below the first, above the second, or both. */
  readonly leaving?: JumpFacts;
  readonly arriving?: JumpFacts;
  /** Probability, 0 to 1. */
  readonly confidence: number;
  /** Whether the parts count as one article; else the link is only offered. */
  readonly sure: boolean;
  /** Strongest first. */
  readonly why: readonly IssueReason[];
}

/** What editors said of links, by {@link linkKey}: `true` where the parts are one article, `false` where they are not. */
export type LinkRulings = ReadonlyMap<string, boolean>;

/** Pages that are not there: 3, or 5 to 8. */
export interface MissingPages {
  readonly labels: readonly string[];
  readonly why: readonly IssueReason[];
}

/** The same text in two places. */
export interface Duplicate {
  readonly first: Part;
  readonly second: Part;
  readonly kind: 'exact' | 'near' | 'within';
  /** How much of the text is the same, 0 to 1. */
  readonly share: number;
  readonly why: readonly IssueReason[];
}

/** An article of the issue: its parts in reading order, tied by sure links. */
export interface IssueArticle {
  readonly title: string;
  readonly parts: readonly Part[];
}

/** A jump line that leads nowhere, with the places it may lead to, best first; or a text that stands elsewhere too. */
export interface IssueFinding {
  readonly code: 'missing-page' | 'missing-part' | 'doubtful-jump' | 'duplicate-text';
  readonly at: Part;
  readonly span: Span;
  readonly message: Message<IssueCode>;
  readonly why: readonly IssueReason[];
  readonly offers: readonly Part[];
}

/** Pages of one paper and day, and what ties them together. */
export interface Issue {
  /** The same for the same folder, day and paper. */
  readonly id: string;
  /** The folder of its files; empty where they have none. */
  readonly folder: string;
  readonly paper?: string;
  /** `2024-09-27` */
  readonly date?: string;
  /** In the order of their labels; what has none comes last. */
  readonly pages: readonly IssuePage[];
  readonly articles: readonly IssueArticle[];
  readonly links: readonly JumpLink[];
  readonly missing: readonly MissingPages[];
  readonly duplicates: readonly Duplicate[];
  readonly findings: readonly IssueFinding[];
}

/** What is said of issues: findings and reasons. */
export type IssueCode =
  // Findings. {0} is a page's label, {1} a headline, {2} a percentage
  | 'goes.missing' | 'comes.missing' | 'goes.unanswered' | 'comes.unanswered' | 'goes.doubtful' | 'comes.doubtful' | 'goes.nowhere'
  | 'same.exact' | 'same.near' | 'same.within'
  // Reasons
  | 'bothNamed' | 'oneNamed' | 'sameTitle' | 'likeTitle' | 'otherTitle' | 'sharedWords' | 'noSharedWords' | 'goesOn' | 'onlyPair' | 'decided' | 'rival'
  | 'pagesHere' | 'between' | 'declared' | 'namedByJump' | 'noLineBack' | 'sameCharacters' | 'sharedShingles';

/** The words of each message in a language. */
export type IssueWords = Readonly<Record<Language, Readonly<Record<IssueCode, string>>>>;
