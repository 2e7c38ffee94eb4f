import { sameCharacters, type Census } from '../../core';

/** How a text stands to what it was before the first edit of ours. */
export type Standing =
  /** Every character of the text at the beginning of the chain is there. `since`: whether that is the text before our first edit, or what another change left. */
  | { readonly kind: 'whole'; readonly characters: number; readonly since: 'first' | 'change' }
  /** None of our edits has lost a character, and something else has changed the text since. */
  | { readonly kind: 'changed' };

/** Censuses kept of one text; each edit that changes signs or words adds one. */
const MOST = 32;

/**
 * What is proven of one document in this session: the censuses that its text has gone through by edits of ours, each of
 * which was proven to keep what the one before had. A text with one of these censuses has lost nothing, undone and redone
 * as it may be. Knows no VS Code.
 */
export class Ledger {
  /** The censuses of the chain, the first that of the text before it. */
  #chain: Census[] = [];
  #since: 'first' | 'change' = 'first';
  /** The version that the last proven edit is for, and the census it must give. */
  #expected: { readonly version: number; readonly after: Census } | undefined;
  #applied = false;

  /** An edit of ours is proven for a version of the text: it is applied now, or when VS Code is asked to. */
  expect(version: number, before: Census, after: Census): void {
    if (this.of(before)?.kind === 'changed') {
      this.#chain = [];
      this.#since = 'change';
    } else if (!this.#applied) this.#chain = [];
    if (this.#chain.length === 0) this.#chain.push(before);
    this.#add(after);
    this.#expected = { version, after };
  }

  /** Whether the text of this version may be what the expected edit left, so that it is worth a count. */
  waits(version: number): boolean {
    return !this.#applied && this.#expected !== undefined && version > this.#expected.version;
  }

  /** The text has come to a version; from then on there is something to say, if it is what our edit left. */
  arrive(version: number, census: Census): void {
    if (this.waits(version) && this.#expected !== undefined) this.#applied = sameCharacters(this.#expected.after, census);
    this.#expected = undefined;
  }

  /** How a text stands; none before the first of our edits was applied. */
  of(census: Census): Standing | undefined {
    if (!this.#applied) return undefined;
    return this.#chain.some((one) => sameCharacters(one, census)) ? { kind: 'whole', characters: census.characters, since: this.#since } : { kind: 'changed' };
  }

  /** How a text stands of which only is known that it was changed otherwise. */
  get changed(): Standing | undefined {
    return this.#applied ? { kind: 'changed' } : undefined;
  }

  #add(census: Census): void {
    if (this.#chain.some((one) => sameCharacters(one, census))) return;
    this.#chain.push(census);
    if (this.#chain.length > MOST) this.#chain.splice(1, 1);
  }
}
