import type { Page, Span } from '../../src/core/index';
import type { Gold } from './gold';

/**
 * What the metrics compare: articles, their blocks and joins, each block known by the offset of its first character.
 * Gold files, the engine's pages and the plain rule all come down to this.
 */
export interface Outline {
  readonly articles: readonly OutlineArticle[];
}

export interface OutlineArticle {
  /** The block that opens the article: its headline, or its first piece where it has none. */
  readonly opening: number;
  readonly paragraphs: readonly (readonly number[])[];
  /** Byline and credit blocks. */
  readonly others: readonly number[];
  /** One for each paragraph: the joins inside it and its attachment to the one before. */
  readonly confidence?: readonly ParagraphConfidence[];
}

export interface ParagraphConfidence {
  readonly seams: readonly Sureness[];
  readonly attachment: Sureness;
}

export interface Sureness {
  readonly confidence: number;
  readonly sure: boolean;
}

const starts = (spans: readonly Span[] | undefined): number[] => (spans ?? []).map((span) => span[0]);

/** The truth as an outline. */
export function outlineOfGold(gold: Gold): Outline {
  return {
    articles: gold.articles.map((article) => {
      const paragraphs = article.paragraphs.map((paragraph) => starts(paragraph.spans));
      return {
        opening: article.headline[0]?.[0] ?? paragraphs[0]?.[0] ?? -1,
        paragraphs,
        others: [...starts(article.byline), ...starts(article.credit)],
      };
    }),
  };
}

/** A page of the engine as an outline. Spans that begin with white space are counted from their first other character. */
export function outlineOfPage(page: Page): Outline {
  const firstOf = (span: Span): number => {
    let at = span[0];
    while (at < span[1] && /\s/u.test(page.text[at] ?? '')) at++;
    return at;
  };
  return {
    articles: page.articles.map((article) => {
      const paragraphs = article.paragraphs.map((paragraph) => paragraph.spans.map(firstOf));
      return {
        opening: article.headline[0] === undefined ? (paragraphs[0]?.[0] ?? -1) : firstOf(article.headline[0]),
        paragraphs,
        others: [...article.byline, ...article.credit].map(firstOf),
        confidence: article.paragraphs.map((paragraph) => ({ seams: paragraph.seams, attachment: paragraph.attachment })),
      };
    }),
  };
}

/** One block of the truth. */
export interface GoldBlock {
  readonly span: Span;
  readonly role: 'headline' | 'byline' | 'credit' | 'standingHead' | 'body' | 'furniture';
  /** Index of its article; -1 for furniture. */
  readonly article: number;
  /** Whether it stands away from its own headline: a body block of a fragment that does not hold the headline. */
  readonly stray: boolean;
}

/** All blocks of the truth in the order of the dump. */
export function goldBlocks(gold: Gold): GoldBlock[] {
  const blocks: { span: Span; role: GoldBlock['role']; article: number; stray: boolean }[] = [];
  const add = (spans: readonly Span[] | undefined, role: GoldBlock['role'], article: number): void => {
    for (const span of spans ?? []) blocks.push({ span, role, article, stray: false });
  };
  gold.articles.forEach((article, index) => {
    add(article.headline, 'headline', index);
    add(article.byline, 'byline', index);
    add(article.credit, 'credit', index);
    add(article.standingHead, 'standingHead', index);
    for (const paragraph of article.paragraphs) add(paragraph.spans, 'body', index);
  });
  add(gold.furniture, 'furniture', -1);
  blocks.sort((a, b) => a.span[0] - b.span[0]);
  // A fragment is a run of blocks of one article; it is at home when it begins under the headline, or where the text does that has none.
  const firsts = new Set(gold.articles.flatMap(({ headline, paragraphs }) => (headline.length === 0 ? (paragraphs[0]?.spans[0]?.[0] ?? []) : [])));
  let home = -1;
  let current = -2;
  for (const block of blocks) {
    if (block.article !== current) home = -1;
    current = block.article;
    if (block.role === 'headline' || firsts.has(block.span[0])) home = block.article;
    block.stray = block.role === 'body' && home !== block.article;
  }
  return blocks;
}
