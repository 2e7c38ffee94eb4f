import { bySpan, type Page, type Span } from '../../core';
import { headlineLines } from './titles';

/** The parts of a page that are coloured, by the names of the semantic token types in the manifest. */
export const tokenTypes = ['newsHeadline', 'newsKicker', 'newsDeck', 'newsByline', 'newsDateline', 'newsJump', 'newsCaption', 'newsCredit', 'newsStandingHead', 'newsFurniture'] as const;

export type TokenType = (typeof tokenTypes)[number];

export interface Token {
  readonly type: TokenType;
  readonly span: Span;
}

/** The coloured parts of a page in the order of the text; they do not overlap, and may reach over lines. */
export function tokensOf(page: Page): readonly Token[] {
  const tokens: Token[] = page.furniture.map((span) => ({ type: 'newsFurniture', span }));
  const add = (type: TokenType, spans: readonly Span[]): void => {
    tokens.push(...spans.map((span) => ({ type, span })));
  };
  const inText: Token[] = page.findings.filter(({ code }) => code === 'jump-line').map(({ span }) => ({ type: 'newsJump', span }));
  const captions: Span[] = [];
  for (const article of page.articles) {
    for (const { role, span } of headlineLines(page, article)) add(role === 'headline' ? 'newsHeadline' : role === 'kicker' ? 'newsKicker' : 'newsDeck', [span]);
    add('newsByline', article.byline);
    add('newsCredit', article.credit);
    add('newsStandingHead', article.standingHead);
    if (article.dateline) inText.push({ type: 'newsDateline', span: article.dateline.span });
    if (article.kind === 'photo') captions.push(...article.paragraphs.flatMap(({ spans }) => spans));
  }
  const inside = withoutOverlaps(inText);
  tokens.push(...inside);
  for (const caption of captions) add('newsCaption', without(caption, inside.map(({ span }) => span)));
  return tokens.sort((a, b) => bySpan(a.span, b.span));
}

/** Of two that overlap the first one stays. */
function withoutOverlaps(tokens: readonly Token[]): Token[] {
  let done = 0;
  return [...tokens].sort((a, b) => bySpan(a.span, b.span)).filter(({ span }) => {
    const free = span[0] >= done;
    if (free) done = span[1];
    return free;
  });
}

/** What is left of a span when others are taken out of it; they come in order. */
function without(whole: Span, others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = whole[0];
  for (const [start, end] of others) {
    if (end <= from || start >= whole[1]) continue;
    if (start > from) left.push([from, start]);
    from = end;
  }
  if (from < whole[1]) left.push([from, whole[1]]);
  return left;
}
