import type { FindingCode } from './model';
import type { Span } from '../text/span';

/** What an editor can say a passage is. */
export type DecidedRole = 'headline' | 'kicker' | 'deck' | 'subhead' | 'standingHead' | 'caption' | 'furniture' | 'body';

/**
 * What an editor decided about a page. The engine honours it as it stands, whatever its evidence says. A passage is
 * named by its span in the text analysed; a piece is meant when the span touches its text.
 */
export type Decision =
  /** The text at `right` goes on with the paragraph that `left` ends. */
  | { readonly kind: 'join'; readonly left: Span; readonly right: Span }
  /** `right` is the next paragraph behind `left`, or the first below the headline `left`. */
  | { readonly kind: 'follow'; readonly left: Span; readonly right: Span }
  /** `right` does not go on with the paragraph of `left` (`join`), or does not follow it in any way (`follow`). */
  | { readonly kind: 'apart'; readonly as: 'join' | 'follow'; readonly left: Span; readonly right: Span }
  /** The passage is this and nothing else. */
  | { readonly kind: 'role'; readonly span: Span; readonly role: DecidedRole }
  /** A paragraph begins at this offset, be it in the middle of a line. */
  | { readonly kind: 'split'; readonly at: number }
  /** An article begins with the piece at this offset, with or without a headline. */
  | { readonly kind: 'begin'; readonly at: number }
  /** The finding is none, or not worth a word. */
  | { readonly kind: 'ignore'; readonly code: FindingCode; readonly span: Span };
