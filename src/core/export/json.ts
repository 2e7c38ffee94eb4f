import { toAnalysisArticle, withoutFigures } from './analysis';
import { analysisFigure } from './figures';
import type { ExportInput } from './format';
import { articleById, dateOf, dumpOf, pageFigures, originOf, partsOf } from './parts';

/** Parts of a long list that are written at once: one string of the whole is copied several times over. */
const AT_ONCE = 200;

/** From so many parts on each stands on one line: nobody reads them all, and the text has two thirds of its length. */
const ONE_LINE_EACH = 20_000;

/** A list of which each part is made when it is written: all of them would weigh more than the text. */
export class LongList<Source, Made> {
  constructor(
    private readonly sources: readonly Source[],
    private readonly make: (source: Source) => Made,
  ) {}

  get length(): number {
    return this.sources.length;
  }

  slice(from: number, to: number): Made[] {
    return this.sources.slice(from, to).map(this.make);
  }

  toJSON(): Made[] {
    return this.sources.map(this.make);
  }
}

type List = readonly unknown[] | LongList<unknown, unknown>;
const isLong = (value: unknown): value is List => (Array.isArray(value) || value instanceof LongList) && value.length > AT_ONCE;
/** Whether an object has a long list in it, directly or in objects in it. */
const holdsLong = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).some((own) => isLong(own) || holdsLong(own));

/** JSON over several lines, each span on one line, as in the description of the format; with a line end. */
export function prettyJson(value: object): string {
  if (!holdsLong(value)) return `${written(value)}\n`;
  const parts: string[] = ['{\n'];
  writeInside(value, [], parts);
  return `${parts.join('')}\n}\n`;
}

/** Writes what stands inside an object, a long list part by part. @param path the names by which the object is reached */
function writeInside(value: object, path: readonly string[], parts: string[]): void {
  const indent = '  '.repeat(path.length + 1);
  let first = true;
  for (const [key, own] of Object.entries(value) as [string, unknown][]) {
    if (own === undefined) continue;
    if (!first) parts.push(',\n');
    first = false;
    const name = `${indent}${JSON.stringify(key)}: `;
    if (isLong(own)) {
      parts.push(`${name}[\n`);
      const write = own.length > ONE_LINE_EACH ? (some: readonly unknown[]) => lines(some, `${indent}  `) : (some: readonly unknown[]) => inside([...path, key], some);
      for (let from = 0; from < own.length; from += AT_ONCE) parts.push(from === 0 ? '' : ',\n', write(own.slice(from, from + AT_ONCE)));
      parts.push(`\n${indent}]`);
    } else if (holdsLong(own)) {
      parts.push(`${name}{\n`);
      writeInside(own, [...path, key], parts);
      parts.push(`\n${indent}}`);
    } else parts.push(inside(path, { [key]: own }));
  }
}

/** Parts of a list, a line each. */
const lines = (some: readonly unknown[], indent: string): string => some.map((one) => `${indent}${JSON.stringify(one)}`).join(',\n');

/** What stands inside an object or a list that is no empty one, indented as it is where the path leads. */
function inside(path: readonly string[], value: object): string {
  // Written in objects of that depth, of which the lines around it are left out again.
  const text = written(path.reduceRight<object>((inner, key) => ({ [key]: inner }), value));
  let from = 0;
  for (let depth = 0; depth <= path.length; depth++) from = text.indexOf('\n', from) + 1;
  return text.slice(from, text.length - (path.length + 1) * (path.length + 2));
}

function written(value: unknown): string {
  // A line end never stands inside a JSON string, so only spans match.
  return JSON.stringify(value, null, 2).replace(/\[\n *(\d+),\n *(\d+)\n *\]/gu, '[$1, $2]');
}

/** JSON on one line, with a line end. */
export function lineOfJson(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** The analysis, format `restitch/1`, of the dump as it stands; of some articles, with what belongs to these only. */
export function analysisOf(input: ExportInput): object {
  const page = dumpOf(input);
  const { name, encoding } = input.source;
  const analysis = withoutFigures(page, { name, encoding }, input.language);
  const figures = pageFigures(page);
  if (input.articles.length === page.articles.length) return { ...analysis, figures: new LongList(figures, analysisFigure) };
  const wanted = new Set<string | undefined>(input.articles.map(({ id }) => id));
  const finding = new Set(page.findings.flatMap(({ article }, at) => (wanted.has(article) ? [at] : [])));
  return {
    ...analysis,
    articles: analysis.articles.filter(({ id }) => wanted.has(id)),
    furniture: [],
    findings: analysis.findings.filter((_, at) => finding.has(at)),
    figures: new LongList(figures.filter(({ passage }) => wanted.has(passage.article)), analysisFigure),
  };
}

/** JSON Lines: one article a line, as `restitch/1` has it, with its source and its day. */
export function toJsonLines(input: ExportInput): string {
  const page = dumpOf(input);
  const date = dateOf(input);
  return input.articles
    .map((article) => {
      const own = articleById(page, article.id) ?? article;
      const paragraphs = partsOf(input, article).filter(({ role }) => role === 'paragraph');
      const analysed = toAnalysisArticle(own, input.language);
      return lineOfJson({
        format: 'restitch-article/1',
        source: originOf({ ...input, articles: [article] }),
        ...(date === undefined ? {} : { date }),
        ...analysed,
        title: article.title,
        ...(article.kicker === undefined ? {} : { kicker: article.kicker }),
        ...(article.deck === undefined ? {} : { deck: article.deck }),
        ...(input.parts && { parts: input.parts.get(article.id) ?? [] }),
        paragraphs: analysed.paragraphs.map((paragraph, at) => ({ ...paragraph, text: paragraphs[at]?.text ?? paragraph.text })),
      });
    })
    .join('');
}
