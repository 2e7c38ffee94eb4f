import { asRead, type Article, type Page, type Span } from '../../core';
import { wordsAt } from '../analysis/parts';

/** What a line of a headline block is. */
export type HeadlineRole = 'headline' | 'kicker' | 'deck';

export interface HeadlineLine {
  readonly role: HeadlineRole;
  /** The line, its heading mark included. */
  readonly span: Span;
}

/** Titles are told without bold marks, tags and spaces between characters; the lines of the page have them. */
const plain = (line: string): string => asRead(line).replace(/\s/gu, '');

/** The lines of an article's headline, in the order of the dump. */
export function headlineLines(page: Pick<Page, 'text'>, { headline, title, kicker = '', deck = '' }: Pick<Article, 'headline' | 'title' | 'kicker' | 'deck'>): readonly HeadlineLine[] {
  return headline.flatMap((span) => {
    let start = span[0];
    return wordsAt(page, span).split(/(?<=\n)|(?<=\r)(?!\n)/u).flatMap((piece): HeadlineLine[] => {
      const from = start;
      start += piece.length;
      const line = piece.trim();
      const words = plain(line.replace(/^#{1,6}\s{1,8}/u, ''));
      if (words === '') return [];
      const at = from + piece.indexOf(line);
      // A title parted inside quotation marks stands on two lines; each is a part of it.
      const role = plain(title).includes(words) ? 'headline' : plain(kicker).includes(words) ? 'kicker' : plain(deck).includes(words) ? 'deck' : 'headline';
      return [{ role, span: [at, at + line.length] }];
    });
  });
}

/** The line of the headline proper; `undefined` for an article without one. */
export function titleSpan(page: Pick<Page, 'text'>, article: Article): Span | undefined {
  const lines = headlineLines(page, article);
  return (lines.find(({ role }) => role === 'headline') ?? lines[0])?.span;
}
