import type { Article, Page } from '../page/model';

/** One article as Markdown: heading, byline, paragraphs, credit. */
export function articleToMarkdown(page: Page, article: Article): string {
  void page;
  return `## ${article.title}\n`;
}

/** All articles of a page as Markdown, in order. */
export function toMarkdown(page: Page): string {
  return page.articles.map((article) => articleToMarkdown(page, article)).join('\n');
}
