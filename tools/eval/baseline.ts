import { blocksOf, type TextBlock } from './blocks';
import type { Outline } from './outline';

/** Whether a rule takes two neighbouring blocks, neither of them a heading, for one paragraph. */
export type Joins = (left: TextBlock, right: TextBlock) => boolean;

const FINAL = /[。！？!?…”’」』）)]$/u;

/**
 * The rule that document parsers use on text: articles begin at marked headings;
 * a paragraph with no final punctuation joins the next. Lines before the first heading make an article without one.
 */
export function plainRule(text: string): Outline {
  return outlineBy(text, (left) => !FINAL.test(left.text));
}

/** A page as a rule that only ever looks at neighbours reads it: articles begin at marked headings, `joins` makes the paragraphs. */
export function outlineBy(text: string, joins: Joins): Outline {
  const articles: { opening: number; paragraphs: number[][]; others: number[] }[] = [];
  let before: TextBlock | undefined;
  for (const block of blocksOf(text)) {
    const { start } = block;
    const last = articles.at(-1);
    if (/^#+ /u.test(block.text)) {
      articles.push({ opening: start, paragraphs: [], others: [] });
      before = undefined;
      continue;
    }
    if (last === undefined) articles.push({ opening: start, paragraphs: [[start]], others: [] });
    else if (before !== undefined && joins(before, block)) last.paragraphs.at(-1)?.push(start);
    else last.paragraphs.push([start]);
    before = block;
  }
  return { articles };
}
