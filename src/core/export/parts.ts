import type { ArticlePart, ExportInput, SourceFile } from './format';
import { figuresOfPage, figuresOfPassage, passagesOf, type PlacedFigure } from '../figures';
import type { Article, Page } from '../page/model';
import { sliceSpan, type Span } from '../text/span';

/** The mark of a headline in a dump that is Markdown. */
const headingMark = /^#{1,6}\s+/u;

/** Characters of the text that name an article without a headline. */
const NAME_LENGTH = 20;

export type PartRole = 'standingHead' | 'kicker' | 'headline' | 'deck' | 'byline' | 'paragraph' | 'credit';

/** A passage of an article as it is written, and where it stands in the dump. */
export interface Part {
  readonly role: PartRole;
  readonly text: string;
  /** One for each piece, in UTF-16 offsets of the dump. */
  readonly spans: readonly Span[];
}

/** Everything an article holds, in the order in which it is read. */
export function partsOf({ page, origin }: Pick<ExportInput, 'page' | 'origin'>, article: Article): readonly Part[] {
  const parts = read(page, article);
  const before = origin && articleById(origin, article.id);
  if (origin === undefined || before === undefined) return parts;
  const places = read(origin, before);
  return parts.map((part, at) => ({ ...part, spans: places[at]?.spans ?? [] }));
}

function read(page: Page, article: Article): Part[] {
  const { headline, kicker, title, deck } = article;
  const lines = (role: PartRole, spans: readonly Span[]): Part[] => spans.map((span) => lineOf(page, role, span));
  const head = (role: PartRole, text: string | undefined): Part[] =>
    text === undefined || text === '' ? [] : [{ role, text, spans: placeOf(page, headline, text) }];
  return [
    ...lines('standingHead', article.standingHead),
    ...head('kicker', kicker),
    ...head('headline', title),
    ...head('deck', deck),
    ...lines('byline', article.byline),
    ...article.paragraphs.map(({ text, spans }): Part => ({ role: 'paragraph', text, spans })),
    ...lines('credit', article.credit),
  ];
}

/** A line that stands by itself, without the mark and the white space around it. */
function lineOf(page: Page, role: PartRole, [start, end]: Span): Part {
  const whole = sliceSpan(page.text, [start, end]);
  const bare = whole.slice(headingMark.exec(whole)?.[0].length ?? 0);
  const text = bare.trim();
  const from = end - bare.length + (bare.length - bare.trimStart().length);
  return { role, text, spans: [[from, from + text.length]] };
}

/** Where a line of the headline stands; the headline as a whole where it is put together from several. */
function placeOf(page: Page, headline: readonly Span[], line: string): readonly Span[] {
  for (const span of headline) {
    const at = sliceSpan(page.text, span).indexOf(line);
    if (at >= 0) return [[span[0] + at, span[0] + at + line.length]];
  }
  return headline;
}

/** The page whose places the output names. */
export function dumpOf({ page, origin }: Pick<ExportInput, 'page' | 'origin'>): Page {
  return origin ?? page;
}

/** What an output says of where its text is from: the dump, or the issue and those of its dumps in which the articles stand. */
export interface Origin {
  readonly name: string;
  readonly encoding: string;
  readonly length: number;
  readonly files?: readonly SourceFile[];
}

export function originOf(input: Pick<ExportInput, 'page' | 'origin' | 'source' | 'articles' | 'parts'>): Origin {
  const { name, encoding } = input.source;
  const files = filesOf(input);
  return { name, encoding, length: dumpOf(input).text.length, ...(files && { files }) };
}

/** The dumps of an issue in which the articles stand; `undefined` where there is one dump, the source itself. */
export function filesOf({ source, articles, parts }: Pick<ExportInput, 'source' | 'articles' | 'parts'>): readonly SourceFile[] | undefined {
  const { files } = source;
  if (files === undefined || parts === undefined) return files;
  const wanted = new Set(articles.flatMap(({ id }) => parts.get(id) ?? []).map(({ file }) => file));
  return files.filter(({ name }) => wanted.has(name));
}

/** The pages of the paper on which an article is printed, as far as they are known. */
export function pagesOf(input: Pick<ExportInput, 'parts'>, { id }: Article): readonly string[] {
  return [...new Set((input.parts?.get(id) ?? []).flatMap(({ page }: ArticlePart) => page ?? []))];
}

/** Spans as one word each: `286-356 836-884`. */
export function spansText(spans: readonly Span[]): string {
  const [first] = spans;
  if (first !== undefined && spans.length === 1) return `${first[0]}-${first[1]}`;
  return spans.map(([start, end]) => `${start}-${end}`).join(' ');
}

/** The article of that id; `undefined` where the page has none. Writers ask it for each article, so that a page of thousands is looked through once. */
export function articleById(page: Page, id: string): Article | undefined {
  let known = byId.get(page);
  if (known === undefined) byId.set(page, (known = new Map(page.articles.map((article) => [article.id, article]))));
  return known.get(id);
}

const byId = new WeakMap<Page, ReadonlyMap<string, Article>>();

/** What an article is called: its headline, else the beginning of its text. */
export function nameOf({ title, paragraphs, id }: Article): string {
  return title !== '' ? title : [...(paragraphs[0]?.text ?? '')].slice(0, NAME_LENGTH).join('').trim() || id;
}

/** The day of the issue as `2024-09-26`: what the host knows, else the first whole date in the folio; `undefined` where neither is there. */
export function dateOf(input: Pick<ExportInput, 'page' | 'origin' | 'source'>): string | undefined {
  const given = input.source.date;
  if (given !== undefined && isDay(given)) return given;
  const page = dumpOf(input);
  // Each article of a page asks for it.
  if (!folioDates.has(page)) folioDates.set(page, folioDate(page));
  return folioDates.get(page);
}

/** The figures of a page, read once for all that is written of it. */
export function pageFigures(page: Page): readonly PlacedFigure[] {
  let known = figures.get(page);
  if (known === undefined) figures.set(page, (known = figuresOfPage(page)));
  return known;
}

const figures = new WeakMap<Page, readonly PlacedFigure[]>();

const folioDates = new WeakMap<Page, string | undefined>();

function folioDate(page: Page): string | undefined {
  // Not spread: the page of an open document gives its parts when they are asked for.
  const furniture = passagesOf({ text: page.text, articles: [], furniture: page.furniture });
  for (const passage of furniture) {
    for (const { figure } of figuresOfPassage(passage)) {
      const { year, month, day, to, lunar } = figure.date ?? {};
      if (year === undefined || month === undefined || day === undefined || to !== undefined || lunar === true) continue;
      const date = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
      if (isDay(date)) return date;
    }
  }
  return undefined;
}

/** When the dump was changed, where that is a moment by ISO 8601 with its time zone. */
export function timeOf({ modified }: ExportInput['source']): string | undefined {
  const [, day = ''] = MOMENT.exec(modified ?? '') ?? [];
  return isDay(day) ? modified : undefined;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/u;

const digits = (number: number, length: number): string => String(number).padStart(length, '0');

/** Whether a text is a day of the calendar: a misprinted 31st of April is none. */
function isDay(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/u.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}
