import { passagesOf, placeFigures, shiftArticle, withSubjects, type Page, type Passage, type PlacedFigure, type TaggedWord, type WordService } from '../../core';
import { LeafPage, wordsAt } from '../analysis/parts';
import { readFigures } from './readings';

/** What is read of a page. */
export interface ReadPage {
  readonly passages: readonly Passage[];
  /** In the order of the passages; each has its passage of the list above. */
  readonly figures: readonly PlacedFigure[];
}

/**
 * The figures of pages: read once a page, and once more with the subjects that the tags of the word service give. Each page is a
 * value of its own, so nothing here is ever out of date.
 */
export class PageFigures {
  readonly #read = new WeakMap<Page, ReadPage>();
  readonly #asked = new WeakMap<Page, Promise<ReadPage>>();
  readonly #refined = new WeakMap<Page, ReadPage>();

  constructor(private readonly words: () => WordService) {}

  /** The figures of a page, at once. */
  of(page: Page): ReadPage {
    const known = this.#read.get(page);
    if (known) return known;
    const passages = passagesIn(page);
    const read = { passages, figures: passages.flatMap((passage) => placeFigures(passage, readFigures(passage.text))) };
    this.#read.set(page, read);
    return read;
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

/** The passages of a page; of a large file's, read in the text of the pages shown. */
function passagesIn(page: Page): readonly Passage[] {
  const [first, last] = page instanceof LeafPage ? [page.leaves[0], page.leaves.at(-1)] : [];
  if (first === undefined || last === undefined) return passagesOf(page);
  const { offset } = first;
  const here = {
    text: wordsAt(page, [offset, last.offset + last.length]),
    articles: page.articles.map((article) => shiftArticle(article, { offset: -offset, articles: 0 })),
    furniture: page.furniture.map(([start, end]) => [start - offset, end - offset] as const),
  };
  return passagesOf(here).map((passage) => ({ ...passage, spans: passage.spans.map(([start, end]) => [start + offset, end + offset] as const) }));
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
