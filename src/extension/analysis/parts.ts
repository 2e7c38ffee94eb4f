import { partsOf, sliceSpan, verdictOf, type Article, type Decision, type DumpVerdict, type Finding, type Page, type PlacedLeaf, type Span } from '../../core';
import type { ChunkedText } from '../chunkedText';

/**
 * A page whose parts are put together when they are asked for: after a keystroke in a file of hundreds of pages of the paper
 * nobody asks for more than what is on the screen.
 */
export class LeafPage implements Page {
  #parts: Omit<Page, 'text' | 'dump'> | undefined;
  #verdict: DumpVerdict | undefined;

  constructor(
    readonly chunks: ChunkedText,
    readonly leaves: readonly PlacedLeaf[],
    readonly decisions: readonly Decision[],
  ) {}

  /** All of it; what stands at a place is had for less by {@link wordsAt}. */
  get text(): string {
    return this.chunks.whole;
  }

  get articles(): readonly Article[] {
    return this.#all().articles;
  }

  get furniture(): readonly Span[] {
    return this.#all().furniture;
  }

  get findings(): readonly Finding[] {
    return this.#all().findings;
  }

  get unmet(): readonly Decision[] {
    return this.#all().unmet;
  }

  get dump(): DumpVerdict {
    this.#verdict ??= verdictOf(this.text, this.leaves.map(({ leaf }) => leaf.evidence));
    return this.#verdict;
  }

  #all(): Omit<Page, 'text' | 'dump'> {
    this.#parts ??= partsOf(this.chunks.length, this.leaves, this.decisions);
    return this.#parts;
  }
}

/** What stands at a span of a page. What is done at a key asks here, so that a text of 10 MB need not be put together for it. */
export function wordsAt(page: Pick<Page, 'text'>, span: Span): string {
  return page instanceof LeafPage ? page.chunks.slice(span[0], span[1]) : sliceSpan(page.text, span);
}

/** The length of a page's text, in UTF-16 units, known without it. */
export function lengthOfPage(page: Pick<Page, 'text'>): number {
  return page instanceof LeafPage ? page.chunks.length : page.text.length;
}
