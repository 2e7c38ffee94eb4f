import { figureDoubts, issueDay, passagesOf, placeFigures, shiftDoubt, withSubjects, type Figure, type FigureDoubt, type FigureSource, type Leaf, type Page, type PlacedFigure, type Passage, type PlacedLeaf, type TaggedWord, type WordService } from '../../core';
import { LeafPage, wordsAt } from '../analysis/parts';
import { nextTurn } from '../turns';
import { moved, together, type ReadPage } from './readPage';
import { readFigures } from './readings';

/** What is doubtful on one page of the paper, in its own places, and what that hangs on besides its figures. */
interface KnownDoubts {
  readonly key: string;
  readonly doubts: readonly FigureDoubt[];
}

/**
 * The figures of pages: read once a page of the paper, as long as nothing in that changes, and once more with the subjects that the tags of the word
 * service give. Each page is a value of its own, so nothing here is ever out of date.
 */
export class PageFigures {
  /** Each in its own places, so that a key before it changes nothing. */
  readonly #leaves = new WeakMap<Leaf, ReadPage>();
  readonly #doubts = new WeakMap<Leaf, KnownDoubts>();
  readonly #read = new WeakMap<Page, ReadPage>();
  readonly #asked = new WeakMap<Page, Promise<ReadPage>>();
  readonly #refined = new WeakMap<Page, ReadPage>();

  constructor(private readonly words: () => WordService) {}

  /** The figures of a page, at once. */
  of(page: Page): ReadPage {
    const known = this.#read.get(page);
    if (known) return known;
    const read = page instanceof LeafPage ? together(page.leaves.map((placed) => moved(this.#ofLeaf(page, placed), placed))) : readPage(page);
    this.#read.set(page, read);
    return read;
  }

  /** The figures of a page without their places, which cost more than the figures at a key. */
  unplaced(page: Page): readonly Figure[] {
    const reads = page instanceof LeafPage ? page.leaves.map((placed) => this.#ofLeaf(page, placed)) : [this.of(page)];
    return reads.flatMap(({ figures }) => figures.map(({ figure }) => figure));
  }

  /**
   * What is doubtful about the figures of a page. Pages of the paper that did not change are not looked at again; each of the others has a turn.
   * @param name of its file
   * @param holds whether there is still reason to; asked after each turn
   * @returns `undefined` where there is none any more
   */
  async doubts(page: Page, name: string, holds: () => boolean): Promise<readonly FigureDoubt[] | undefined> {
    if (!(page instanceof LeafPage)) return figureDoubts(this.of(page).figures, name);
    for (const placed of page.leaves) {
      if (this.#leaves.has(placed.leaf)) continue;
      this.#ofLeaf(page, placed);
      await nextTurn();
      if (!holds()) return undefined;
    }
    // A page of the paper without a date has that of the first one that has any.
    const days = page.leaves.map((placed) => issueDay(this.#ofLeaf(page, placed).figures));
    const first = days.find((day) => day !== undefined);
    const doubts: FigureDoubt[] = [];
    for (const [i, placed] of page.leaves.entries()) {
      const day = days[i] ?? first;
      const key = JSON.stringify([name, day]);
      let known = this.#doubts.get(placed.leaf);
      if (known?.key !== key) {
        known = { key, doubts: figureDoubts(this.#ofLeaf(page, placed).figures, name, day) };
        this.#doubts.set(placed.leaf, known);
        await nextTurn();
        if (!holds()) return undefined;
      }
      doubts.push(...known.doubts.map((one) => shiftDoubt(one, placed.offset)));
    }
    return doubts;
  }

  /** The best that is known now: with the better subjects once the word service has answered, which is asked by this. */
  best(page: Page): ReadPage {
    void this.refined(page);
    return this.#refined.get(page) ?? this.of(page);
  }

  /** The figures of a page with the better subjects; those of {@link of} where no words are to be had. Never rejected. */
  refined(page: Page): Promise<ReadPage> {
    const known = this.#asked.get(page);
    if (known) return known;
    const asked = this.#refine(page).then(
      (refined) => {
        this.#refined.set(page, refined);
        return refined;
      },
      () => this.of(page),
    );
    this.#asked.set(page, asked);
    return asked;
  }

  /** What is read of a page of the paper, in its own places. */
  #ofLeaf(page: LeafPage, { leaf, offset, length }: PlacedLeaf): ReadPage {
    const known = this.#leaves.get(leaf);
    if (known) return known;
    const read = readPage({ text: wordsAt(page, [offset, offset + length]), articles: leaf.articles, furniture: leaf.furniture });
    this.#leaves.set(leaf, read);
    return read;
  }

  async #refine(page: Page): Promise<ReadPage> {
    const read = this.of(page);
    const texts = read.passages.map(({ text }) => text);
    // One question for the page: the passages stand on lines of their own.
    const tagged = await this.words().tagged(texts.join('\n'));
    if (tagged.length === 0) return read;
    const words = new TaggedText(tagged);
    const refined: PlacedFigure[] = [];
    let start = 0;
    for (const passage of read.passages) {
      const own = read.figures.filter((placed) => placed.passage === passage);
      const from = start;
      const better = withSubjects(passage.text, own.map(({ figure }) => figure), (sentence) => words.within(from, passage.text, sentence));
      own.forEach((placed, index) => refined.push({ ...placed, figure: better[index] ?? placed.figure }));
      start += passage.text.length + 1;
    }
    return { passages: read.passages, figures: refined };
  }
}

function readPage(source: FigureSource): ReadPage {
  const passages: readonly Passage[] = passagesOf(source);
  return { passages, figures: passages.flatMap((passage) => placeFigures(passage, readFigures(passage.text))) };
}

/** Tagged words of a text, found by place. */
class TaggedText {
  readonly #starts: readonly number[];

  constructor(private readonly words: readonly TaggedWord[]) {
    let at = 0;
    this.#starts = words.map(({ word }) => {
      const start = at;
      at += word.length;
      return start;
    });
  }

  /** The words of a sentence of a passage; `undefined` where a word reaches over its edge. */
  within(start: number, passage: string, sentence: string): readonly TaggedWord[] | undefined {
    const from = start + passage.indexOf(sentence);
    const first = this.#indexOf(from);
    if (this.#starts[first] !== from) return undefined;
    const found: TaggedWord[] = [];
    for (let index = first, length = 0; length < sentence.length; index++) {
      const word = this.words[index];
      if (word === undefined) break;
      found.push(word);
      length += word.word.length;
    }
    return found;
  }

  /** The last word that begins at or before a place. */
  #indexOf(place: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
