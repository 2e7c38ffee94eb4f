import type { ExportInput } from './format';
import { urnOf } from './hash';
import { LongList } from './json';
import { articleById, dateOf, dumpOf, filesOf, pagesOf, partsOf, spansText, timeOf } from './parts';
import type { Article } from '../page/model';

/** A node of JSON-LD. */
export type JsonLd = Readonly<Record<string, unknown>>;

/**
 * schema.org NewsArticle as JSON-LD, several articles as a graph. The paragraphs are its parts, each with its places in the dump as an identifier.
 * `<` is written as an escape, so that the text can stand in a `script` element as it is.
 */
export function toJsonLd(input: ExportInput): JsonLd {
  const context = 'https://schema.org';
  const urn = urnOf(input);
  const [first, ...more] = input.articles;
  if (first !== undefined && more.length === 0) return { '@context': context, ...nodeOf(input, first, urn) };
  return { '@context': context, '@graph': new LongList(input.articles, (article) => nodeOf(input, article, urn)) };
}

/** JSON that no HTML around it can be ended by. */
export function forScript(json: string): string {
  return json.replace(/</gu, '\\u003c').replace(/>/gu, '\\u003e').replace(/\u2028/gu, '\\u2028').replace(/\u2029/gu, '\\u2029');
}

function nodeOf(input: ExportInput, article: Article, urn: string): JsonLd {
  const parts = partsOf(input, article);
  const lines = (wanted: string): string | undefined => parts.filter(({ role }) => role === wanted).map(({ text }) => text).join(' ') || undefined;
  const paragraphs = parts.filter(({ role }) => role === 'paragraph');
  const { dateline, jump, id } = article;
  const also = [article.kicker, article.deck].filter((line) => line !== undefined);
  const credit = [lines('byline'), lines('credit')].filter((line) => line !== undefined).join(' ') || undefined;
  return defined({
    '@type': 'NewsArticle',
    '@id': `${urn}:${id}`,
    headline: article.title || undefined,
    alternativeHeadline: also.length === 0 ? undefined : also,
    articleSection: lines('standingHead'),
    author: dateline === undefined || dateline.reporters.length === 0 ? undefined : dateline.reporters.map((reporter) => ({ '@type': 'Person', name: reporter })),
    creditText: credit,
    dateline: dateline === undefined ? undefined : dumpOf(input).text.slice(...(originDateline(input, article) ?? dateline.span)),
    datePublished: dateOf(input),
    dateModified: timeOf(input.source),
    inLanguage: 'zh',
    pagination: paginationOf(input, article, jump),
    articleBody: paragraphs.map(({ text }) => text).join('\n'),
    isBasedOn: basisOf(input, article, urn),
    hasPart: paragraphs.map(({ text, spans }, at) => ({
      '@type': 'CreativeWork',
      '@id': `${urn}:${id}:p${at + 1}`,
      position: at + 1,
      text,
      identifier: { '@type': 'PropertyValue', propertyID: 'utf-16-offsets', value: spansText(spans) },
    })),
  });
}

/** The pages an article is printed on; of one page, those its jump lines name. */
function paginationOf(input: ExportInput, article: Article, jump: Article['jump']): string | undefined {
  const printed = pagesOf(input, article);
  const pages = printed.length > 0 ? printed : [jump?.from, jump?.to].filter((page) => page !== undefined);
  return pages.length === 0 ? undefined : pages.join(', ');
}

function basisOf(input: ExportInput, article: Article, urn: string): JsonLd | readonly JsonLd[] {
  const { name, encoding } = input.source;
  const files = filesOf({ ...input, articles: [article] });
  const document = (called: string, charset: string): JsonLd => ({ '@type': 'DigitalDocument', name: called, encodingFormat: `text/plain; charset=${charset}` });
  if (files === undefined) return { ...document(name, encoding), identifier: urn };
  return files.map((file) => ({ ...document(file.name, file.encoding), identifier: { '@type': 'PropertyValue', propertyID: 'utf-16-offsets', value: spansText([file.span]) } }));
}

function originDateline(input: ExportInput, { id }: Article): readonly [number, number] | undefined {
  return articleById(dumpOf(input), id)?.dateline?.span;
}

function defined(node: JsonLd): JsonLd {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));
}
