import type { ExportInput } from './format';
import { urnOf } from './hash';
import { paragraphsMarkup } from './markup';
import { dateOf, filesOf, nameOf, partsOf, spansText, timeOf } from './parts';
import type { Article } from '../page/model';

/** The members of a news item in ninjs 3.1 that are written here. */
export interface NinjsItem {
  readonly uri: string;
  readonly type: 'text' | 'composite';
  readonly [member: string]: unknown;
}

/**
 * IPTC ninjs 3.1: an article as a text item; several as a composite item with the articles as its associations. The body is given twice, as plain text
 * and as XHTML with the places of each paragraph in the dump.
 */
export function toNinjs(input: ExportInput): NinjsItem {
  const [first, ...more] = input.articles;
  const standard = { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' };
  const urn = urnOf(input);
  const common = { ...datesOf(input), language: 'zh' };
  if (first !== undefined && more.length === 0) return { ...itemOf(input, first, urn), ...common, altIds: sourcesOf(input), standard };
  return {
    uri: urn,
    type: 'composite',
    title: input.source.name,
    ...common,
    altIds: sourcesOf(input),
    associations: input.articles.map((article) => ({ name: nameOf(article), rel: 'item', ...itemOf(input, article, urn), ...common, altIds: sourcesOf({ ...input, articles: [article] }) })),
    standard,
  };
}

/** The dump by its name; of an issue each of them, with its place in the text in which the places of the paragraphs count. */
function sourcesOf(input: ExportInput): readonly { readonly role: string; readonly value: string }[] {
  const files = filesOf(input);
  const source = { role: 'source', value: input.source.name };
  return files === undefined ? [source] : [source, ...files.map(({ name, span }) => ({ role: 'part', value: `${name}#${spansText([span])}` }))];
}

function itemOf(input: ExportInput, article: Article, urn: string): NinjsItem {
  const parts = partsOf(input, article);
  const values = (...roles: readonly string[]): string[] => parts.filter(({ role }) => roles.includes(role)).map(({ text }) => text);
  const headlines = (['headline', 'kicker', 'deck', 'standingHead'] as const).flatMap((role) =>
    values(role).map((value) => ({ role: role === 'headline' ? 'main' : role, contentType: 'text/plain', value })));
  const by = values('byline', 'credit').join(' ');
  const { place, reporters = [] } = article.dateline ?? {};
  const text = values('paragraph').join('\n');
  return {
    uri: `${urn}:${article.id}`,
    type: 'text',
    title: nameOf(article),
    ...(headlines.length === 0 ? {} : { headlines }),
    ...(by === '' ? {} : { by }),
    ...(reporters.length === 0 ? {} : { people: reporters.map((name) => ({ name, rel: 'reporter' })) }),
    ...(place === undefined ? {} : { located: place }),
    bodies: [
      { role: 'main', contentType: 'text/plain', charCount: [...text].length, value: text },
      { role: 'richtext', contentType: 'application/xhtml+xml', value: `<div xmlns="http://www.w3.org/1999/xhtml">${paragraphsMarkup(input, article)}</div>` },
    ],
  };
}

function datesOf(input: ExportInput): { readonly contentCreated?: string; readonly versionCreated?: string } {
  const date = dateOf(input);
  const modified = timeOf(input.source);
  return {
    // A paper gives its day, and the format wants an hour: the first of the day where the paper is printed.
    ...(date === undefined ? {} : { contentCreated: `${date}T00:00:00+08:00` }),
    ...(modified === undefined ? {} : { versionCreated: modified }),
  };
}
