import { censusOf, HASH, type Census } from './census';
import { applyEdits, type Span, type TextEdit } from './span';

/**
 * What edits may do beside moving passages and changing white space. Who makes edits declares it; who applies them holds
 * them to it, and to nothing less where nothing is declared.
 */
export interface Allowance {
  /** Heading marks (`## `) may be put before lines and taken from them. */
  readonly marks?: boolean;
  /** Whether signs are the same in another form: an edit for which this is true replaces one by the other. */
  readonly respelt?: (before: string, after: string) => boolean;
  /** A passage that a person writes anew: an edit inside it may do anything. */
  readonly retyped?: Span;
}

/** Moves and white space alone. */
export const NOTHING_ELSE: Allowance = {};
/** What a re-stitching may do: headlines are marked, and standing heads that pose as such unmarked. */
export const HEADING_MARKS: Allowance = { marks: true };

/** Characters that are lost or added. `at` is a UTF-16 offset: of what is lost in the old text, of what is added in the new one. */
export interface Discrepancy {
  readonly characters: string;
  readonly at: number;
}

/** That edits keep every character, with both texts counted; or what they would lose and add. */
export type Proof =
  | { readonly conserved: true; readonly text: string; readonly before: Census; readonly after: Census }
  | { readonly conserved: false; readonly lost: readonly Discrepancy[]; readonly added: readonly Discrepancy[] };

/**
 * Proves that a text still has each of its characters, as often, once edits are applied: white space aside, and what is
 * allowed. It counts both texts as they are, whatever made the edits. Linear in their length.
 * @throws RangeError as {@link applyEdits}
 */
export function prove(text: string, edits: readonly TextEdit[], allowance: Allowance): Proof {
  const after = applyEdits(text, edits);
  const [old, now] = [censusOf(text), censusOf(after)];
  const owed = new Map<number, number>();
  const owe = (of: Census, sign: number): void => {
    for (const [point, count] of of.counts) owed.set(point, (owed.get(point) ?? 0) + sign * count);
  };
  owe(now, 1);
  owe(old, -1);
  const held: TextEdit[] = [];
  for (const edit of edits) {
    const before = text.slice(...edit.span);
    if (!excused(before, edit, allowance)) {
      held.push(edit);
      continue;
    }
    owe(censusOf(edit.newText), -1);
    owe(censusOf(before), 1);
  }
  pairUp(owed);
  const marks = owed.get(HASH) ?? 0;
  if (allowance.marks === true && marks >= -old.marks && marks <= now.marks) owed.delete(HASH);
  if ([...owed.values()].every((count) => count === 0)) return { conserved: true, text: after, before: old, after: now };
  return { conserved: false, ...placesOf(text, held, owed) };
}

/** Two halves of a pair that stood apart, and make a character where they come together, are kept; a character that is torn is not. */
function pairUp(owed: Map<number, number>): void {
  for (const [point, count] of owed) {
    if (point <= 0xffff || count <= 0) continue;
    const high = 0xd800 + ((point - 0x10000) >> 10);
    const low = 0xdc00 + ((point - 0x10000) & 0x3ff);
    const pairs = Math.min(count, -(owed.get(high) ?? 0), -(owed.get(low) ?? 0));
    if (pairs <= 0) continue;
    owed.set(point, count - pairs);
    owed.set(high, (owed.get(high) ?? 0) + pairs);
    owed.set(low, (owed.get(low) ?? 0) + pairs);
  }
}

function excused(before: string, { span, newText }: TextEdit, { respelt, retyped }: Allowance): boolean {
  return (retyped !== undefined && retyped[0] <= span[0] && span[1] <= retyped[1]) || respelt?.(before, newText) === true;
}

/** Where what is lost stood, and where what is added would stand: in the passages that are edited, the last of each kind. */
function placesOf(text: string, edits: readonly TextEdit[], owed: ReadonlyMap<number, number>): { lost: Discrepancy[]; added: Discrepancy[] } {
  const lost = new Finder(owed, -1);
  const added = new Finder(owed, 1);
  const ordered = [...edits].sort((a, b) => b.span[0] - a.span[0] || b.span[1] - a.span[1]);
  const grown = edits.reduce((sum, { span, newText }) => sum + newText.length - (span[1] - span[0]), 0);
  let shift = grown;
  for (const { span: [start, end], newText } of ordered) {
    shift -= newText.length - (end - start);
    lost.look(text.slice(start, end), start);
    added.look(newText, start + shift);
  }
  return { lost: lost.found(), added: added.found() };
}

/** Goes through passages from the last to the first and finds so many of each character as are owed. */
class Finder {
  readonly #wanted: Map<number, number>;
  readonly #units: Discrepancy[] = [];

  constructor(owed: ReadonlyMap<number, number>, sign: 1 | -1) {
    this.#wanted = new Map([...owed].flatMap(([point, count]) => (count * sign > 0 ? [[point, count * sign]] : [])));
  }

  look(passage: string, offset: number): void {
    const characters = [...passage];
    let at = offset + passage.length;
    for (const character of characters.reverse()) {
      at -= character.length;
      const point = character.codePointAt(0) ?? 0;
      const wanted = this.#wanted.get(point) ?? 0;
      if (wanted === 0) continue;
      this.#wanted.set(point, wanted - 1);
      this.#units.push({ characters: character, at });
    }
  }

  /** What was found, in the order of the text, neighbours together; behind it what stands in no edit: halves of a pair that was torn. */
  found(): Discrepancy[] {
    const found: Discrepancy[] = [];
    for (const { characters, at } of this.#units.reverse()) {
      const last = found.at(-1);
      if (last !== undefined && last.at + last.characters.length === at) found[found.length - 1] = { characters: last.characters + characters, at: last.at };
      else found.push({ characters, at });
    }
    const place = found.at(-1)?.at ?? 0;
    for (const [point, count] of this.#wanted) if (count > 0) found.push({ characters: String.fromCodePoint(point).repeat(count), at: place });
    return found;
  }
}
