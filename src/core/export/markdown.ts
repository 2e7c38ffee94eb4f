import type { Article, Page } from '../page/model';
import { sliceSpan, type Span } from '../text/span';

/** Signs that would make a paragraph something else in Markdown when they stand at its start. */
const LEADING = /^(?=(?:#{1,6}\s|[-+]\s|>|~~~))/u;
/** A number that would open a list. */
const NUMBERED = /^([0-9]{1,9})([.)])(?=\s)/u;
/** Signs that would format text inside a line. */
const INLINE = /[\\`*_<[\]]/gu;

function escape(text: string): string {
  return text.replace(INLINE, '\\$&').replace(LEADING, '\\').replace(NUMBERED, '$1\\$2');
}

function lines(page: Page, spans: readonly Span[]): string[] {
  return spans.map((span) => escape(sliceSpan(page.text, span).replace(/^#{1,6}\s+/u, '').trim()));
}

/**
 * One article as Markdown: standing head and kicker above the headline, deck and byline below it, the paragraphs,
 * the credit. Signs that Markdown would read as its own are escaped, so that the text shows as it was printed.
 */
export function articleToMarkdown(page: Page, article: Article): string {
  const blocks: string[] = [];
  for (const line of lines(page, article.standingHead)) blocks.push(`*${line}*`);
  if (article.kicker !== undefined) blocks.push(`**${escape(article.kicker)}**`);
  if (article.title !== '') blocks.push(`## ${escape(article.title)}`);
  if (article.deck !== undefined) blocks.push(`**${escape(article.deck)}**`);
  blocks.push(...lines(page, article.byline));
  for (const paragraph of article.paragraphs) blocks.push(escape(paragraph.text));
  for (const line of lines(page, article.credit)) blocks.push(`*${line}*`);
  return `${blocks.join('\n\n')}\n`;
}

/** All articles of a page as Markdown, in order. */
export function toMarkdown(page: Page): string {
  return page.articles.map((article) => articleToMarkdown(page, article)).join('\n');
}
