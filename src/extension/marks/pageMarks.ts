import type { Article, Finding, Page } from '../../core';
import { readFigures } from '../figures/readings';
import { articleColours } from './colours';
import { fragmentsOf, inReadingOrder, type Fragment } from './fragments';
import { endsOf, meetingsOf, type End, type Meeting } from './meetings';

/** What all marks are drawn from, each worked out once a page, when it is first asked for. */
export class PageMarks {
  #colours?: ReadonlyMap<string, number>;
  #fragments?: readonly Fragment[];
  #byArticle?: ReadonlyMap<Article, readonly Fragment[]>;
  #meetings?: readonly Meeting[];
  #torn?: ReadonlyMap<Article, readonly Meeting[]>;
  #findings?: ReadonlyMap<string | undefined, readonly Finding[]>;
  #ends?: readonly End[];
  readonly #figures = new Map<Article, number>();

  constructor(readonly page: Page) {}

  /** The colour of each article, by its id. */
  get colours(): ReadonlyMap<string, number> {
    return (this.#colours ??= articleColours(this.page));
  }

  /** In the order of the dump. */
  get fragments(): readonly Fragment[] {
    return (this.#fragments ??= fragmentsOf(this.page));
  }

  get meetings(): readonly Meeting[] {
    return (this.#meetings ??= meetingsOf(this.page));
  }

  get ends(): readonly End[] {
    return (this.#ends ??= endsOf(this.meetings));
  }

  /** The fragments of an article, in reading order. */
  fragmentsOf(article: Article): readonly Fragment[] {
    this.#byArticle ??= new Map([...groupBy(this.fragments, (one) => one.article)].map(([owner, group]) => [owner, inReadingOrder(owner, group)]));
    return this.#byArticle.get(article) ?? [];
  }

  /** The meetings of an article, in reading order. */
  meetingsOf(article: Article): readonly Meeting[] {
    return (this.#torn ??= groupBy(this.meetings, (one) => one.article)).get(article) ?? [];
  }

  /** The findings of an article, in the order of the dump. */
  findingsOf({ id }: Article): readonly Finding[] {
    return (this.#findings ??= groupBy(this.page.findings, ({ article }) => article)).get(id) ?? [];
  }

  /** The article of whatever stands at an offset, the blank lines inside a fragment included. */
  articleAt(offset: number): Article | undefined {
    return this.fragments.find(({ span }) => span[0] <= offset && offset <= span[1])?.article;
  }

  /** How many figures the text of an article holds, cuts put together. */
  figuresOf(article: Article): number {
    const known = this.#figures.get(article);
    if (known !== undefined) return known;
    const count = article.paragraphs.reduce((sum, { text }) => sum + readFigures(text).length, 0);
    this.#figures.set(article, count);
    return count;
  }
}

const known = new WeakMap<Page, PageMarks>();

/** The marks of a page: the same object for the same page. */
export function marksOf(page: Page): PageMarks {
  let marks = known.get(page);
  if (!marks) known.set(page, (marks = new PageMarks(page)));
  return marks;
}

function groupBy<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
