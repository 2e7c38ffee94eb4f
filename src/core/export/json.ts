import { toAnalysis, toAnalysisArticle, type Analysis } from './analysis';
import type { ExportInput } from './format';
import { articleById, dateOf, dumpOf, originOf, partsOf } from './parts';

/** JSON over several lines, each span on one line, as in the description of the format; with a line end. */
export function prettyJson(value: unknown): string {
  // A line end never stands inside a JSON string, so only spans match.
  return `${JSON.stringify(value, null, 2).replace(/\[\n *(\d+),\n *(\d+)\n *\]/gu, '[$1, $2]')}\n`;
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
