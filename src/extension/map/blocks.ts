import { bySpan, type Article, type Page, type Paragraph, type Seam, type Span } from '../../core';
import { lastUpTo } from './search';

export type BlockKind = 'headline' | 'standingHead' | 'byline' | 'credit' | 'paragraph' | 'furniture';

/** What both views show as one: a headline, a line beside the text, a piece of a paragraph, a piece of furniture. */
export interface Block {
  readonly kind: BlockKind;
  /** From its first character to its last. */
  readonly extent: Span;
  /** As the page has them: several where a piece stands on several printed lines. */
  readonly spans: readonly Span[];
  /** The place of its article in the page; `undefined` for furniture. */
  readonly article: number | undefined;
  /** How it follows what is read before it; only paragraphs have it. */
  readonly seam: Seam | undefined;
  /** Whether it goes on with the paragraph of the block read before it. */
  readonly joins: boolean;
}

/** The blocks of a page in file order, and those of each article as they are read. */
export interface Blocks {
  readonly inFile: readonly Block[];
  /** For each article, the places in `inFile` in reading order: standing head, headline, byline, text, credit. */
  readonly reading: readonly (readonly number[])[];
}

/** The blocks of a page. Every span of it is in exactly one of them. */
export function blocksOf(page: Page): Blocks {
  const read = page.articles.map(blocksOfArticle);
  const furniture = page.furniture.map((span) => single('furniture', undefined)(span));
  const inFile = [...read.flat(), ...furniture].sort((a, b) => bySpan(a.extent, b.extent));
  const places = new Map(inFile.map((block, place) => [block, place]));
  return { inFile, reading: read.map((blocks) => blocks.map((block) => places.get(block) ?? 0)) };
}

/**
 * The block at an offset, or the last one before it.
 * @returns `undefined` where the offset stands before the first block
 */
export function blockAt(inFile: readonly Block[], offset: number): number | undefined {
  return lastUpTo(inFile, offset, ({ extent }) => extent[0]);
}

function blocksOfArticle(article: Article, place: number): Block[] {
  return [
    ...article.standingHead.map(single('standingHead', place)),
    ...article.headline.map(single('headline', place)),
    ...article.byline.map(single('byline', place)),
    ...article.paragraphs.flatMap((paragraph) => piecesOf(paragraph, place)),
    ...article.credit.map(single('credit', place)),
  ];
}

function single(kind: BlockKind, article: number | undefined): (span: Span) => Block {
  return (span) => ({ kind, extent: span, spans: [span], article, seam: undefined, joins: false });
}

/** The pieces of a paragraph; printed lines that belong together are one. */
function piecesOf(paragraph: Paragraph, article: number): Block[] {
  const runs: { spans: Span[]; seam: Seam; joins: boolean }[] = [];
  paragraph.spans.forEach((span, index) => {
    const seam = index === 0 ? paragraph.attachment : (paragraph.seams[index - 1] ?? paragraph.attachment);
    const run = runs.at(-1);
    if (run && index > 0 && isWrap(seam)) run.spans.push(span);
    else runs.push({ spans: [span], seam, joins: index > 0 });
  });
  return runs.map(({ spans, seam, joins }) => ({
    kind: 'paragraph',
    extent: [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0],
    spans,
    article,
    seam,
    joins,
  }));
}

/** Two printed lines of one paragraph: no cut. */
function isWrap({ why, far }: Seam): boolean {
  return !far && why[0]?.code === 'hardWrap';
}
