import { calibrationError } from './calibration';
import { table, three } from './markdown';
import { f1, type Judged, type Score } from './metrics';
import { calibrationTable } from './report';
import type { Result, Section } from './section';
import { PHENOMENA } from './slices';
import type { Measured } from './measure';
import { AT_FIRST_SIGHT, METRICS, REPORTED, sayMetric, sayTarget, type Metric } from './targets';

/** Pages named as the worst. */
const WORST = 8;

/** What the confidence of is asked of a score. */
export const CONFIDENCES: readonly { readonly name: string; readonly judged: (score: Score) => readonly Judged[] }[] = [
  { name: 'Joins', judged: ({ seams }) => seams },
  { name: 'Far joins', judged: ({ seams }) => seams.filter(({ far }) => far) },
  { name: 'Moves', judged: ({ moves }) => moves },
];

/**
 * The report in Markdown. It holds nothing of the day or the machine: the same pages, engine and model give the same bytes.
 * @param others the engine on pages of other papers
 * @param subject what was measured, so that a report can be told from another
 * @param command how to make it again
 */
export function documentOf(sections: readonly Section[], others: readonly Measured[], subject: string, command: string): string {
  return [
    '# How good is the stitching',
    `Made by \`${command}\`, which writes the same bytes for the same engine and pages. Measured: ${subject}.`,
    '![Each metric by phenomenon beside the plain rule, and confidence against truth](report.svg)',
    introduction(sections[0]),
    ...(others.length === 0 ? [] : othersText(others)),
    ...sections.flatMap(sectionText),
  ].join('\n\n') + '\n';
}

function introduction(section: Section | undefined): string {
  const list = (results: readonly Result[]): string => results.map(({ system }) => `- **${system.name}**: ${system.says}`).join('\n');
  return [
    'The pages are simulated from articles of web newspapers, so that the truth of each is known. The topics fall into two halves: pages of one are read with weights learned from the other, so that no topic measures what it taught (the product’s weights are learned from both). The metrics are those of',
    '[architecture.md](../architecture.md), added up over all pages. “Fix all” is what is done without asking, read off the page that it left at rest:',
    'its precision is the share right of the joins and moves that it made, its recall the share of all joins and moves that are done then.',
    '',
    'A row of a phenomenon counts the articles that show it; where it lies in single meetings (a cut, a run carried away), joins and links count by these meetings, true and predicted,',
    'and exact pages are those among the pages that have it. A dash: nothing to count.',
    '',
    'Readers of the pages:',
    '',
    list(section?.results ?? []),
    '',
    'and the engine deaf to one kind of evidence (its weights are 0, the others stay as they were learned, confidences too):',
    '',
    list(section?.ablations ?? []),
    '',
    'MinerU and marker begin with a picture of the page. Here only what their rules make of text is tried, each in the reading that does best on these pages',
    '(`tools/eval/parsers.ts` tells which rules and readings); what they gain by geometry is not measured.',
  ].join('\n');
}

function othersText(others: readonly Measured[]): string[] {
  return [
    '## Written papers',
    'Pages of articles that were written for this project ([tools/papers](../../tools/papers/README.md)): papers of today, of 1949 to 1991, and those in traditional characters. So many pages of each as below, halves by event as ever.',
    table(['', ...REPORTED.map(({ short }) => short), 'articles'], [
      ['to reach', ...REPORTED.map(sayTarget), ''],
      ...others.map(({ name, score }) => [name, ...REPORTED.map((metric) => sayMetric(metric, score)), String(score.articles.gold)]),
    ]),
  ];
}

function sectionText(section: Section): string[] {
  const { set, results, worst } = section;
  const score = results[0]?.measured.score;
  const gold = score === undefined ? '' : `${String(set.pages.length)} pages, ${String(score.articles.gold)} articles, ${String(score.joins.gold)} cuts, ${String(score.farJoins.gold)} of them carried far.`;
  return [
    `## ${capital(set.name)} simulator`,
    `${set.says} ${gold}`,
    '### All metrics',
    summaryTable(section),
    '### Each metric by phenomenon',
    ...REPORTED.flatMap((metric) => [`#### ${capital(metric.name)}`, phenomenonTable(metric, section)]),
    '### In other forms',
    'The same pages as other programs write them. In printed lines a column ends where a line does; the lines of one block count as one piece. Sure is what is sure at first sight.',
    formsTable(section.forms),
    '### Confidence',
    'Expected calibration error of what the engine says of itself: the mean distance between confidence and the share that is right.',
    ...(score === undefined ? [] : [
      table(['', 'n', 'expected calibration error'], CONFIDENCES.map(({ name, judged }) => [name.toLowerCase(), String(judged(score).length), judged(score).length === 0 ? '–' : three(calibrationError(judged(score)))])),
      ...CONFIDENCES.map(({ name, judged }) => calibrationTable(name, judged(score))),
    ]),
    '### Worst pages',
    `To see one: \`npm run eval -- --simulator ${set.name} --page SEED\`, the number in its name.`,
    table(['page', 'articles not exact', 'links F1', 'joins F1'], worst.slice(0, WORST).map(({ name, lost, articles, score: own }) => [name, `${String(lost)} of ${String(articles)}`, three(f1(own.links)), three(f1(own.joins))])),
  ];
}

/** The metrics of the same pages in several forms. */
export function formsTable(forms: readonly Measured[]): string {
  const metrics = [...METRICS, ...AT_FIRST_SIGHT];
  return table(['', ...metrics.map(({ short }) => short)], [
    ['to reach', ...metrics.map(sayTarget)],
    ...forms.map(({ name, score }) => [name, ...metrics.map((metric) => sayMetric(metric, score))]),
  ]);
}

function summaryTable({ results, ablations }: Section): string {
  return table(['', ...REPORTED.map(({ short }) => short)], [
    ['to reach', ...REPORTED.map(sayTarget)],
    ...[...results, ...ablations].map(({ system, measured }) => [system.name, ...REPORTED.map((metric) => sayMetric(metric, measured.score))]),
  ]);
}

/** One metric: phenomena below each other, systems side by side. */
function phenomenonTable(metric: Metric, { results, ablations }: Section): string {
  const columns = [...results, ...ablations];
  const row = (name: string, of: (result: Result) => Score | undefined): string[] => {
    const first = columns[0] === undefined ? undefined : of(columns[0]);
    return [name, ...columns.map((result) => sayMetric(metric, of(result))), String(first === undefined ? 0 : metric.cases(first))];
  };
  return table(['', ...columns.map(({ system }) => system.name), 'cases'], [
    row(`all${metric.target === undefined ? '' : ` (${sayTarget(metric)})`}`, ({ measured }) => measured.score),
    ...PHENOMENA.map(({ name }) => row(name, ({ slices }) => slices.get(name))),
  ]);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
