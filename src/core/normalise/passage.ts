import { isHan, isLatin } from '../text/characters';
import type { Span } from '../text/span';

/** What stands nearest to a sign on one side, digits, signs and white space passed over. */
export type Letter = 'han' | 'latin' | 'none';

/** What a rule wants changed, in offsets of the passage. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
  /** The other half of a bracket or a quotation: both are changed, or neither. */
  readonly partner?: number;
}

/**
 * A stretch of text that is read as one: a line of a headline, or a paragraph with its cut pieces put together, so that a
 * bracket opened before a cut finds its closing behind it. The rules see the passage; `place` leads back to the page.
 */
export class Passage {
  readonly text: string;
  /** Whether this is running text, in which a space may be stray; elsewhere spaces set names and parts apart. */
  readonly running: boolean;
  /** The pieces, each with its first offset in the passage. */
  readonly #pieces: readonly { readonly at: number; readonly span: Span }[];
  readonly #left: Uint8Array;
  readonly #right: Uint8Array;
  readonly #kept: Uint8Array;

  /**
   * @param source the text of the page
   * @param pieces the spans that are read one behind the other
   */
  constructor(source: string, pieces: readonly Span[], running: boolean) {
    this.text = pieces.map(([start, end]) => source.slice(start, end)).join('');
    this.running = running;
    let at = 0;
    this.#pieces = pieces.map((span) => {
      const piece = { at, span };
      at += span[1] - span[0];
      return piece;
    });
    this.#left = lettersOf(this.text, false);
    this.#right = lettersOf(this.text, true);
    this.#kept = keptOf(this.text);
  }

  /** The letter nearest before an offset. */
  before(at: number): Letter {
    return letters[this.#left[at] ?? 0] ?? 'none';
  }

  /** The letter nearest behind the character at an offset. */
  behind(at: number): Letter {
    return letters[this.#right[at] ?? 0] ?? 'none';
  }

  /** Whether a character belongs to an address or an entity, which nobody may change. */
  keeps(at: number): boolean {
    return this.#kept[at] === 1;
  }

  /** The span of the page; `undefined` where it would reach across a cut. */
  place(start: number, end: number): Span | undefined {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.at ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    const piece = this.#pieces[low];
    if (piece === undefined) return undefined;
    const [from, to] = piece.span;
    const span: Span = [from + start - piece.at, from + end - piece.at];
    return span[1] <= to ? span : undefined;
  }

  /** An offset of the page in this passage; `undefined` where it lies in none of its pieces. */
  find(offset: number): number | undefined {
    const piece = this.#pieces.find(({ span }) => span[0] <= offset && offset < span[1]);
    return piece && piece.at + offset - piece.span[0];
  }
}

const letters: readonly Letter[] = ['none', 'han', 'latin'];

/** For each offset the letter nearest on one side, as an index into `letters`. */
function lettersOf(text: string, behind: boolean): Uint8Array {
  const out = new Uint8Array(text.length + 1);
  let last = 0;
  for (let step = 0; step <= text.length; step++) {
    const at = behind ? text.length - step : step;
    out[at] = last;
    const code = text.charCodeAt(at);
    if (isHan(code)) last = 1;
    else if (isLatin(code)) last = 2;
  }
  return out;
}

/** Signs that end an address without belonging to it, as most readers of plain text have it. */
const trailing = /[,.:;?!()"'[\]{}<>]/;
const scheme = /[A-Za-z0-9+.-]/;
const mailName = /[A-Za-z0-9._%+-]/;
const mailHost = /[A-Za-z0-9.-]/;

/** Marks addresses of the web and of mail, and entities such as `&nbsp;`: each run of ASCII is looked at once. */
function keptOf(text: string): Uint8Array {
  const kept = new Uint8Array(text.length);
  for (const { 0: run, index } of text.matchAll(/[!-~]+/g)) {
    const protocol = run.indexOf('://');
    const web = protocol > 0 ? reach(run, protocol, -1, scheme) : run.indexOf('www.');
    if (web >= 0 && (protocol > 0 || run.length > web + 4)) kept.fill(1, index + web, index + addressEnd(run, web));
    for (let at = run.indexOf('@'); at >= 0; at = run.indexOf('@', at + 1)) {
      const start = reach(run, at, -1, mailName);
      const end = reach(run, at, 1, mailHost);
      if (start < at && end > at + 1) kept.fill(1, index + start, index + end);
    }
    for (const entity of run.matchAll(/&(?:[A-Za-z]{2,8}|#[0-9]{1,6});/g)) kept.fill(1, index + entity.index, index + entity.index + entity[0].length);
  }
  return kept;
}

/** How far characters of a kind reach from a place: the first of them backwards, behind the last forwards. */
function reach(text: string, from: number, step: 1 | -1, kind: RegExp): number {
  let at = from;
  while (kind.test(text.charAt(at + step))) at += step;
  return step === 1 ? at + 1 : at;
}

function addressEnd(run: string, start: number): number {
  let end = run.length;
  let open = 0;
  for (let at = start; at < end; at++) open += run[at] === '(' ? 1 : run[at] === ')' ? -1 : 0;
  while (end > start && trailing.test(run.charAt(end - 1))) {
    // A bracket that was opened inside belongs to the address.
    if (run[end - 1] === ')' && open >= 0) break;
    open += run[end - 1] === ')' ? 1 : run[end - 1] === '(' ? -1 : 0;
    end--;
  }
  return end;
}
