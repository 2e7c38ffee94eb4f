import { pageOf, verdictOf, type Article, type Decision, type DumpVerdict, type Finding, type Page, type PlacedLeaf, type Span } from '../../core';

/**
 * A page whose parts are put together when they are asked for: after a keystroke in a file of hundreds of pages of the paper
 * nobody asks for more than what is on the screen.
 */
export class LeafPage implements Page {
  #whole: Page | undefined;
  #verdict: DumpVerdict | undefined;

  constructor(
    readonly text: string,
    readonly leaves: readonly PlacedLeaf[],
    readonly decisions: readonly Decision[],
  ) {}

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

  #all(): Page {
    this.#whole ??= pageOf(this.text, this.leaves, this.decisions);
    return this.#whole;
  }
}
