import type { Outline, OutlineArticle } from './outline';

const FINAL = /[。！？!?…”’」』）)]$/u;

/**
 * The rule that document parsers use on text: articles begin at marked headings;
 * a paragraph with no final punctuation joins the next. Lines before the first heading make an article without one.
 */
export function plainRule(text: string): Outline {
  const articles: { opening: number; paragraphs: number[][]; others: number[] }[] = [];
  let open = false;
  for (const match of text.matchAll(/\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*/gu)) {
    const block = match[0].trimEnd();
    const start = match.index;
    const last = articles.at(-1);
    if (/^#+ /u.test(block)) {
      articles.push({ opening: start, paragraphs: [], others: [] });
      open = false;
    } else if (last === undefined) {
      articles.push({ opening: start, paragraphs: [[start]], others: [] });
      open = !FINAL.test(block);
    } else {
      if (open) last.paragraphs.at(-1)?.push(start);
      else last.paragraphs.push([start]);
      open = !FINAL.test(block);
    }
  }
  return { articles: articles satisfies OutlineArticle[] };
}
