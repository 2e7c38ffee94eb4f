import { trimEndOf } from '../../src/core/text/trim';
import type { Span } from '../../src/core/text/span';
import type { Source, SourceArticle } from './source';

/** The truth about a page, in the format `gold/1`. */
export interface Gold {
  readonly format: 'gold/1';
  readonly source: { readonly name: string; readonly length: number };
  readonly articles: readonly GoldArticle[];
  readonly furniture: readonly Span[];
}

export interface GoldArticle {
  readonly id: string;
  readonly headline: readonly Span[];
  readonly title: string;
  readonly kicker?: string;
  readonly deck?: string;
  readonly kind?: string;
  readonly byline?: readonly Span[];
  readonly credit?: readonly Span[];
  readonly standingHead?: readonly Span[];
  readonly jumpFrom?: number;
  readonly jumpTo?: number;
  readonly paragraphs: readonly GoldParagraph[];
}

export interface GoldParagraph {
  readonly spans: readonly Span[];
  readonly text: string;
}

/** Extra blank lines where a column breaks inside a run. */
const COLUMN_GAP = 2;

/** Writes blocks one below the other and remembers where each one stands. */
class Sheet {
  text = '';

  gap(lines: number): void {
    this.text += '\n'.repeat(lines);
  }

  block(text: string): Span {
    if (this.text !== '' && !this.text.endsWith('\n\n')) this.text += '\n\n';
    const start = this.text.length;
    this.text += `${text}\n\n`;
    return [start, start + text.length];
  }
}

interface Placed {
  readonly source: SourceArticle;
  headline?: Span;
  byline?: Span;
  credit?: Span;
  standingHead?: Span;
  /** By run, so that reading order can be put back afterwards. */
  readonly runs: Span[][];
}

/**
 * Lays a source out as a raw dump and gives the dump with its truth. Spans are UTF-16 offsets of the dump.
 * @throws Error when the layout names an article or run that is missing, or leaves one out.
 */
export function layOut(source: Source, name: string): { text: string; gold: Gold } {
  const sheet = new Sheet();
  const furniture: Span[] = [];
  const placed = new Map<string, Placed>();
  for (const article of source.articles) placed.set(article.name, { source: article, runs: [] });
  const order: Placed[] = [];

  for (const item of source.layout) {
    if (item.kind === 'gap') {
      sheet.gap(item.lines);
      continue;
    }
    if (item.kind === 'furniture') {
      furniture.push(sheet.block(item.text));
      continue;
    }
    const place = placed.get(item.article);
    const run = place?.source.runs[item.run - 1];
    if (place === undefined || run === undefined) throw new Error(`no run ${item.run} of "${item.article}"`);
    if (item.standingHead !== undefined) place.standingHead = sheet.block(item.standingHead);
    if (item.run === 1) {
      order.push(place);
      place.headline = sheet.block(headlineText(place.source));
      if (place.source.byline !== undefined) place.byline = sheet.block(place.source.byline);
    }
    place.runs[item.run - 1] = run.map((piece) => {
      if (piece.gap) sheet.gap(COLUMN_GAP);
      return sheet.block(piece.text);
    });
    if (item.run === 1 && place.source.credit !== undefined) place.credit = sheet.block(place.source.credit);
  }

  const text = `${trimEndOf(sheet.text, '\n')}\n`;
  const articles = order.map((place, index) => goldArticle(place, `a${index + 1}`, text));
  if (articles.length < source.articles.length) throw new Error('the layout leaves out an article');
  return { text, gold: { format: 'gold/1', source: { name, length: text.length }, articles, furniture } };
}

/** All lines but the last end in two spaces, as a line break inside a paragraph does in Markdown. */
function headlineText(article: SourceArticle): string {
  const lines = [article.kicker, article.title, article.deck].filter((line) => line !== undefined);
  return (article.marked ? '## ' : '') + lines.join('  \n');
}

function goldArticle(place: Placed, id: string, text: string): GoldArticle {
  const { source } = place;
  const spans = new Map<number, Span[]>();
  for (const [index, run] of source.runs.entries()) {
    for (const [at, piece] of run.entries()) {
      const span = place.runs[index]?.[at];
      if (span === undefined) throw new Error(`the layout leaves out run ${index + 1} of "${source.name}"`);
      spans.set(piece.paragraph, [...(spans.get(piece.paragraph) ?? []), span]);
    }
  }
  const one = <K extends string>(key: K, span: Span | undefined): Partial<Record<K, Span[]>> =>
    span === undefined ? {} : ({ [key]: [span] } as Partial<Record<K, Span[]>>);
  const { title, kicker, deck, kind, jumpFrom, jumpTo } = source;
  return {
    id,
    headline: place.headline === undefined ? [] : [place.headline],
    title,
    ...(kicker === undefined ? {} : { kicker }),
    ...(deck === undefined ? {} : { deck }),
    ...(kind === undefined ? {} : { kind }),
    ...one('byline', place.byline),
    ...one('credit', place.credit),
    ...one('standingHead', place.standingHead),
    ...(jumpFrom === undefined ? {} : { jumpFrom }),
    ...(jumpTo === undefined ? {} : { jumpTo }),
    paragraphs: [...spans.values()].map((pieces) => ({
      spans: pieces,
      text: pieces.map(([start, end]) => text.slice(start, end)).join(''),
    })),
  };
}

/** The truth as it is kept in a file. */
export function goldText(gold: Gold): string {
  return `${JSON.stringify(gold, null, 1)}\n`;
}
