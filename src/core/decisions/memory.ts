import type { Decision } from '../page/decision';
import type { Span } from '../text/span';
import { findAgain } from './anchor';
import { follow, type Change, type Followed } from './follow';
import { Ground } from './ground';
import { decisionsOf, quoteAgain, type PlacedEntry, type Placing } from './place';
import type { Passage } from './passage';
import { nothingRemembered, type Entry, type Sidecar } from './remembered';

/** Where an entry's passages are, and the very entry they were quoted by. */
interface Places {
  readonly entry: Entry;
  readonly followed: readonly Followed[];
}

/**
 * What is remembered of a text while it is edited: passages go along with each change, and are looked for by their words
 * where that is not enough (a passage was cut and put elsewhere, a page was written anew). The one place of the core that
 * holds a state; it knows the text only when it is asked.
 */
export class Memory {
  #sidecar: Sidecar = nothingRemembered;
  #places = new Map<string, Places>();
  #settled: { readonly text: string; readonly placing: Placing } | undefined;

  get sidecar(): Sidecar {
    return this.#sidecar;
  }

  /** Remembers this from now on; passages quoted anew are looked for anew. */
  set sidecar(sidecar: Sidecar) {
    this.#sidecar = sidecar;
    this.#settled = undefined;
  }

  /** Goes along with a change of the text. Changes of one event that do not overlap are given from the last to the first. */
  follow(changes: readonly Change[]): void {
    this.#settled = undefined;
    for (const [id, { entry, followed }] of this.#places) {
      this.#places.set(id, { entry, followed: followed.map((one) => changes.reduce(follow, one)) });
    }
  }

  /** Everything in its place in the present text, and what no longer fits. */
  in(text: string): Placing {
    if (this.#settled?.text === text) return this.#settled.placing;
    const placing = this.#settle(text);
    this.#settled = { text, placing };
    return placing;
  }

  decisionsIn(text: string): readonly Decision[] {
    return decisionsOf(this.in(text).placed);
  }

  /** Quotes every passage from the present text, as it shall be written. */
  quote(text: string, time: string): void {
    if (this.#sidecar.entries.length === 0) return;
    const { placed, lost } = this.in(text);
    const fresh = new Map(quoteAgain(placed, text, time).map((entry) => [entry.id, entry]));
    this.#sidecar = { ...this.#sidecar, entries: this.#sidecar.entries.map((entry) => fresh.get(entry.id) ?? entry) };
    const again = placed.map(({ entry, spans }): PlacedEntry => ({ entry: fresh.get(entry.id) ?? entry, spans }));
    for (const { entry, spans } of again) this.#places.set(entry.id, { entry, followed: spans.map(whole) });
    this.#settled = { text, placing: { placed: again, lost } };
  }

  #settle(text: string): Placing {
    const ground = new Ground(text);
    const known = this.#sidecar.entries.map((entry) => this.#known(entry));
    const wanted = this.#sidecar.entries.map((entry, i) => wantedOf(ground, entry, known[i]));
    const anchors = findAgain(ground, wanted.flat());
    const placed: PlacedEntry[] = [];
    const lost: Entry[] = [];
    const places = new Map<string, Places>();
    let next = 0;
    this.#sidecar.entries.forEach((entry, i) => {
      const followed = entry.passages.map((_, n): Followed | undefined => {
        const now = known[i]?.[n];
        if (now?.state === 'whole') return now;
        const anchor = anchors[next++];
        return settled(now, anchor?.span, anchor?.by !== 'likeness', entry.passages[n]);
      });
      const here = followed.flatMap((one) => (one === undefined ? [] : [one]));
      if (here.length < followed.length) {
        lost.push(entry);
        return;
      }
      places.set(entry.id, { entry, followed: here });
      placed.push({ entry, spans: here.map(({ span }) => span) });
    });
    this.#places = places;
    return { placed, lost };
  }

  /** Where the passages of an entry went, unless it was quoted anew by someone else. */
  #known(entry: Entry): readonly Followed[] | undefined {
    const places = this.#places.get(entry.id);
    if (places === undefined) return undefined;
    return places.entry === entry || JSON.stringify(places.entry.passages) === JSON.stringify(entry.passages) ? places.followed : undefined;
  }
}

const whole = (span: Span): Followed => ({ span, state: 'whole' });

/** The passages of an entry that must be looked for, expected where the editing brought them. */
function wantedOf(ground: Ground, entry: Entry, known: readonly Followed[] | undefined): Passage[] {
  return entry.passages.flatMap((passage, n): Passage[] => {
    const now = known?.[n];
    if (now === undefined) return [passage];
    if (now.state === 'whole') return [];
    const length = passage.position[1] - passage.position[0];
    const start = ground.toPoints(now.span[0]);
    return [{ ...passage, position: [start, start + length] }];
  });
}

/**
 * A passage that was edited in place stays where it is, unless its words are found whole: right there (a beginning was
 * joined to it), or elsewhere with less than half of it left here (it was moved).
 */
function settled(now: Followed | undefined, found: Span | undefined, exactly: boolean, passage: Passage | undefined): Followed | undefined {
  if (now === undefined || now.state === 'gone' || now.span[1] <= now.span[0]) return found && whole(found);
  if (found === undefined || !exactly) return now;
  const touches = found[0] < now.span[1] && now.span[0] < found[1];
  const length = passage === undefined ? 0 : passage.position[1] - passage.position[0];
  return touches || now.span[1] - now.span[0] < length / 2 ? whole(found) : now;
}
