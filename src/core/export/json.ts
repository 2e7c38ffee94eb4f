import { toAnalysis, toAnalysisArticle, type Analysis } from './analysis';
import type { ExportInput } from './format';
import { articleById, dateOf, dumpOf, originOf, partsOf } from './parts';

/** Parts of a long list that are written at once: one string of the whole is copied several times over. */
const AT_ONCE = 500;

/** JSON over several lines, each span on one line, as in the description of the format; with a line end. */
export function prettyJson(value: object): string {
  const isLong = (own: unknown): own is unknown[] => Array.isArray(own) && own.length > AT_ONCE;
  if (Array.isArray(value) || !Object.values(value).some(isLong)) return `${written(value)}\n`;
  const parts: string[] = [];
  for (const [key, own] of Object.entries(value) as [string, unknown][]) {
    if (own === undefined) continue;
    parts.push(parts.length === 0 ? '{\n' : ',\n');
    if (!isLong(own)) {
      parts.push(written({ [key]: own }).slice(2, -2));
      continue;
    }
    for (let from = 0; from < own.length; from += AT_ONCE) {
      // Inside the list and the object around it, so that all lines are indented as they are in the whole.
      const part = written({ [key]: own.slice(from, from + AT_ONCE) });
      const begin = from === 0 ? 2 : part.indexOf('[') + 2;
      parts.push(from === 0 ? '' : ',\n', part.slice(begin, -CLOSING.length));
    }
    parts.push('\n  ]');
  }
  return `${parts.join('')}\n}\n`;
}

/** What stands behind the last part of a list that is all of an object. */
const CLOSING = '\n  ]\n}';

function written(value: unknown): string {
  // A line end never stands inside a JSON string, so only spans match.
  return JSON.stringify(value, null, 2).replace(/\[\n *(\d+),\n *(\d+)\n *\]/gu, '[$1, $2]');
}

/** JSON on one line, with a line end. */
export function lineOfJson(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** The analysis, format `restitch/1`, of the dump as it stands; of some articles, with what belongs to these only. */
export function analysisOf(input: ExportInput): Analysis {
  const page = dumpOf(input);
  const { name, encoding } = input.source;
  const analysis = toAnalysis(page, { name, encoding }, input.language);
  if (input.articles.length === page.articles.length) return analysis;
  const wanted = new Set<string | undefined>(input.articles.map(({ id }) => id));
  const finding = new Set(page.findings.flatMap(({ article }, at) => (wanted.has(article) ? [at] : [])));
  return {
    ...analysis,
    articles: analysis.articles.filter(({ id }) => wanted.has(id)),
    furniture: [],
    findings: analysis.findings.filter((_, at) => finding.has(at)),
    figures: analysis.figures.filter(({ article }) => wanted.has(article)),
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
