import type { Article, Language, Page, Span } from '../../core';
import { wordsAt } from '../analysis/parts';
import { excerpt } from '../excerpt';
import { translate } from '../translate';
import type { Fragment } from './fragments';
import type { PageMarks } from './pageMarks';
import { headlineLines, titleSpan } from './titles';

/** What an entry of the outline stands for. */
export type EntryKind = 'article' | 'stray' | 'standingHead' | 'kicker' | 'deck' | 'byline' | 'dateline' | 'paragraph' | 'credit';

/** An entry of the outline, free of VS Code. */
export interface Entry {
  readonly kind: EntryKind;
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  /** What the cursor has to be in for the entry to be the current one. */
  readonly span: Span;
  /** What a click shows: inside of `span`. */
  readonly shown: Span;
  readonly children: readonly Entry[];
}

const ofParagraph = 24;
const ofTitle = 120;

/**
 * The outline of a page: each article where its headline stands, with its parts in reading order, and each passage that was
 * carried away where it stands, so that breadcrumbs tell of any line which article it belongs to.
 * @param lineOf the line of an offset, counted from 1
 */
export function outlineOf(marks: PageMarks, tongue: Language, lineOf: (offset: number) => number): readonly Entry[] {
  const { page } = marks;
  return marks.fragments.map((fragment) => (fragment.carried ? strayEntry(page, fragment, tongue, lineOf) : articleEntry(page, fragment, tongue, lineOf)));
}

function articleEntry(page: Page, { article, span }: Fragment, tongue: Language, lineOf: (offset: number) => number): Entry {
  return { kind: 'article', name: nameOf(article, tongue), detail: '', span, shown: titleSpan(page, article) ?? span, children: partsOf(page, article, tongue, lineOf) };
}

function strayEntry(page: Page, { article, span }: Fragment, tongue: Language, lineOf: (offset: number) => number): Entry {
  const home = titleSpan(page, article)?.[0] ?? article.paragraphs[0]?.spans[0]?.[0] ?? span[0];
  return { kind: 'stray', name: `↪ ${nameOf(article, tongue)}`, detail: translate(tongue, 'line {0}', lineOf(home)), span, shown: span, children: [] };
}

function nameOf(article: Article, tongue: Language): string {
  return excerpt(article.title, ofTitle) || excerpt(article.paragraphs[0]?.text ?? '', ofParagraph) || translate(tongue, 'No headline');
}

function partsOf(page: Page, article: Article, tongue: Language, lineOf: (offset: number) => number): Entry[] {
  const entries: Entry[] = [];
  const add = (kind: EntryKind, span: Span, detail: string, words = wordsAt(page, span)): void => {
    const name = excerpt(words, ofParagraph);
    if (name !== '') entries.push({ kind, name, detail, span, shown: span, children: [] });
  };
  for (const span of article.standingHead) add('standingHead', span, translate(tongue, 'Standing head'), wordsAt(page, span).replace(/^#{1,6}\s{1,8}/u, ''));
  for (const { role, span } of headlineLines(page, article)) {
    if (role === 'kicker') add(role, span, translate(tongue, 'Kicker'));
    if (role === 'deck') add(role, span, translate(tongue, 'Deck'));
  }
  for (const span of article.byline) add('byline', span, translate(tongue, 'Byline'));
  if (article.dateline) add('dateline', article.dateline.span, translate(tongue, 'Dateline'));
  for (const { spans, text: words, seams } of article.paragraphs) {
    const [first] = spans;
    if (!first) continue;
    const cut = seams.some(({ why }) => why[0]?.code !== 'hardWrap');
    const linesIn = (): string => [...new Set(spans.map(([start]) => lineOf(start)))].join(', ');
    add('paragraph', first, cut ? translate(tongue, '{0} pieces · lines {1}', spans.length, linesIn()) : '', words);
  }
  for (const span of article.credit) add('credit', span, translate(tongue, 'Credit'));
  return entries;
}
