/// <reference lib="dom" />
import { element } from '../parts/element';
import type { ReadingArticle, ReadingLine, ReadingPiece } from '../protocol/reading';

/** An article on the page. Its pieces carry their numbers in `data-piece`. */
export function drawArticle(article: ReadingArticle): HTMLElement {
  const { standingHead, kicker, title, deck, byline, paragraphs, credit } = article;
  const one = (name: 'p' | 'h2', className: string, line: ReadingLine | undefined): HTMLElement[] => (line ? [lineOf(name, className, line)] : []);
  const many = (className: string, lines: readonly ReadingLine[]): HTMLElement[] => lines.map((line) => lineOf('p', className, line));
  const made = element('article', {
    className: `hue${article.hue}`,
    children: [
      ...many('standing-head', standingHead),
      ...one('p', 'kicker', kicker),
      ...one('h2', 'headline', title),
      ...one('p', 'deck', deck),
      ...many('byline', byline),
      ...paragraphs.map(paragraphOf),
      ...many('credit', credit),
    ],
  });
  made.setAttribute('aria-label', article.spoken);
  made.dataset['article'] = article.id;
  made.querySelector('h2')?.setAttribute('tabindex', '0');
  return made;
}

function lineOf(name: 'p' | 'h2', className: string, { at, text }: ReadingLine): HTMLElement {
  return element(name, { className, children: [pieceOf(at, text)] });
}

function pieceOf(at: number, text: string): HTMLElement {
  return element('span', { className: 'piece', text, attributes: { 'data-piece': String(at) } });
}

function paragraphOf(pieces: readonly ReadingPiece[]): HTMLElement {
  const children = pieces.flatMap(({ at, text, join }, index) => [...(join ? [seamOf(join, index === 0)] : []), pieceOf(at, text)]);
  return element('p', { className: 'paragraph', attributes: { tabindex: '-1' }, children });
}

/** The mark of a join. A doubtful one can have the focus, so that who goes by the keyboard meets each of them. */
function seamOf({ sure, words }: NonNullable<ReadingPiece['join']>, isFirst: boolean): HTMLElement {
  const className = `seam${sure ? '' : ' is-doubtful'}${isFirst ? ' is-first' : ''}`;
  return sure
    ? element('span', { className, attributes: { 'aria-hidden': 'true', 'data-words': words } })
    : element('button', { className, attributes: { type: 'button', 'aria-label': words, 'data-words': words } });
}
