import type { Outline, OutlineArticle } from './outline';

const FINAL = /[。！？!?…”’」』）)]$/u;

/**
 * The rule that document parsers use on text: articles begin at marked headings;
 * a paragraph with no final punctuation joins the next. Lines before the first heading make an article without one.
 */
export function plainRule(text: string): Outline {
  const articles: { opening: number; paragraphs: number[][]; others: number[] }[] = [];
  let open = false;
  for (const { start, block } of blocksOf(text)) {
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

/** Runs of lines between blank lines. */
function blocksOf(text: string): { start: number; block: string }[] {
  const blocks: { start: number; block: string }[] = [];
  let at = 0;
  let open = false;
  for (const line of text.split('\n')) {
    const last = blocks.at(-1);
    if (line.trim() === '') open = false;
    else if (open && last !== undefined) last.block += `\n${line.trimEnd()}`;
    else {
      blocks.push({ start: at + line.length - line.trimStart().length, block: line.trim() });
      open = true;
    }
    at += line.length + 1;
  }
  return blocks;
}
