import type { ExportInput } from './format';
import { dateOf, originOf, partsOf, type PartRole } from './parts';
import { frontMatter, yaml, type YamlValue } from './yaml';
import type { Article, Page } from '../page/model';

/** Signs that would make a paragraph something else in Markdown when they stand at its start: headings, lists, quotations, rules. */
const LEADING = /^(?=#|[-+=>:])/u;
/** Marks at the end would close a headline, and be gone; the last one escaped, none does. */
const CLOSING = /#$/u;
/** A number that would open a list. */
const NUMBERED = /^([0-9]{1,9})([.)])(?=\s)/u;
/** Signs that would format text inside a line, begin a tag, an entity, a formula, or a field of a page template. */
const INLINE = /[\\`*_<[\]~&$|{}]/gu;

function escape(text: string): string {
  const line = text.replace(/[\r\n]+/gu, ' ').trim();
  return line.replace(INLINE, '\\$&').replace(CLOSING, '\\$&').replace(LEADING, '\\').replace(NUMBERED, '$1\\$2');
}

const marked: Readonly<Record<PartRole, (text: string) => string>> = {
  standingHead: (text) => `*${text}*`,
  kicker: (text) => `**${text}**`,
  headline: (text) => `## ${text}`,
  deck: (text) => `**${text}**`,
  byline: (text) => text,
  paragraph: (text) => text,
  credit: (text) => `*${text}*`,
};

/**
 * One article as Markdown: standing head and kicker above the headline, deck and byline below it, the paragraphs,
 * the credit. Signs that Markdown would read as its own are escaped, so that the text shows as it was printed.
 */
export function articleToMarkdown(page: Page, article: Article): string {
  return `${partsOf({ page }, article).map(({ role, text }) => marked[role](escape(text))).join('\n\n')}\n`;
}

/** All articles of a page as Markdown, in order. */
export function toMarkdown(page: Page): string {
  return page.articles.map((article) => articleToMarkdown(page, article)).join('\n');
}

/**
 * Markdown with YAML front matter: of one article its parts, of several a list of them. `paragraphs` has the places of each
 * paragraph in the dump, in the order of the text below.
 */
export function withFrontMatter(input: ExportInput): string {
  const { articles, page } = input;
  const [first, ...more] = articles;
  const head = first !== undefined && more.length === 0 ? articleHead(input, first) : pageHead(input);
  return `${head}\n${articles.map((article) => articleToMarkdown(page, article)).join('\n')}`;
}

function articleHead(input: ExportInput, article: Article): string {
  return frontMatter({ ...fieldsOf(input, article), date: dateOf(input), source: sourceOf(input) });
}

function pageHead(input: ExportInput): string {
  const head = frontMatter({ date: dateOf(input), source: sourceOf(input) });
  const list = input.articles.map((article) => `  - ${yaml(fieldsOf(input, article))}\n`).join('');
  return head.replace(/---\n$/u, () => `${list === '' ? 'articles: []\n' : `articles:\n${list}`}---\n`);
}

function fieldsOf(input: ExportInput, article: Article): Record<string, YamlValue | undefined> {
  const { id, kind, title, kicker, deck } = article;
  const parts = partsOf(input, article);
  const lines = (role: PartRole): readonly string[] | undefined => {
    const found = parts.filter((part) => part.role === role).map(({ text }) => text);
    return found.length === 0 ? undefined : found;
  };
  return {
    title,
    kicker,
    deck,
    standingHead: lines('standingHead'),
    byline: lines('byline'),
    credit: lines('credit'),
    article: id,
    kind,
    parts: input.parts?.get(id)?.map((part): YamlValue => ({ ...part })),
    paragraphs: parts.filter(({ role }) => role === 'paragraph').map(({ spans }) => spans),
  };
}

function sourceOf(input: ExportInput): YamlValue {
  const { files, ...origin } = originOf(input);
  return { ...origin, files: files?.map((file): YamlValue => ({ ...file })) };
}
