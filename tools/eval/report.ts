import { binsOf, calibrationError, thresholdFor } from './calibration';
import { f1, precision, recall, type Counts, type Judged, type Score } from './metrics';
import type { Recalls } from './phenomena';

export interface Column {
  readonly name: string;
  readonly score: Score;
  readonly recalls: Recalls;
}

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const three = (value: number): string => value.toFixed(3);

const ROWS: readonly (readonly [name: string, value: (score: Score) => string, target: string])[] = [
  ['heads F1', ({ heads }) => three(f1(heads)), '≥ 0.985'],
  ['joins F1', ({ joins }) => three(f1(joins)), '≥ 0.97'],
  ['far joins F1', ({ farJoins }) => three(f1(farJoins)), '≥ 0.92'],
  ['links F1', ({ links }) => three(f1(links)), '≥ 0.985'],
  ['attribution', ({ attribution }) => three(recall(attribution)), '≥ 0.99'],
  ['stray attribution', ({ stray }) => three(recall(stray)), '≥ 0.95'],
  ['exact articles', ({ articles }) => percent(recall(articles)), '≥ 92 %'],
  ['exact pages', ({ pages }) => percent(recall(pages)), '≥ 60 %'],
  ['auto-apply precision', ({ auto }) => precisionOf(auto), '≥ 0.995'],
  ['auto-apply recall', ({ auto }) => three(recall(auto)), ''],
  ['heads P / R', ({ heads }) => both(heads), ''],
  ['joins P / R', ({ joins }) => both(joins), ''],
  ['far joins P / R', ({ farJoins }) => both(farJoins), ''],
  ['attribution, by opening block', ({ byOpening }) => three(recall(byOpening)), ''],
  ['attribution / stray, by largest part', ({ byMajority, strayByMajority }) => `${three(recall(byMajority))} / ${three(recall(strayByMajority))}`, ''],
];

const both = (counts: Counts): string => `${precisionOf(counts)} / ${three(recall(counts))}`;
/** Nothing predicted has no precision. */
const precisionOf = (counts: Counts): string => (counts.predicted === 0 ? '–' : three(precision(counts)));

/** The metrics side by side, a Markdown table. */
export function metricsTable(columns: readonly Column[]): string {
  return table(['metric', ...columns.map(({ name }) => name), 'to reach'], ROWS.map(([name, value, target]) => [name, ...columns.map(({ score }) => value(score)), target]));
}

/** The share right of each phenomenon, a Markdown table. */
export function phenomenaTable(columns: readonly Column[]): string {
  const names = [...new Set(columns.flatMap(({ recalls }) => [...recalls.keys()]))].sort();
  return table(
    ['phenomenon', ...columns.map(({ name }) => name), 'cases'],
    names.map((name) => [
      name,
      ...columns.map(({ recalls }) => {
        const found = recalls.get(name);
        return found === undefined ? '–' : three(found.right / found.asked);
      }),
      String(columns[0]?.recalls.get(name)?.asked ?? 0),
    ]),
  );
}

/** Confidence against truth, a Markdown table with the expected calibration error and the threshold for auto-apply. */
export function calibrationTable(title: string, judged: readonly Judged[]): string {
  if (judged.length === 0) return `${title}: nothing judged`;
  const rows = binsOf(judged).map((bin) => [`${bin.low} – ${bin.high}`, String(bin.count), three(bin.confidence), three(bin.right)]);
  const limit = thresholdFor(judged, 0.995);
  const sure = judged.filter((item) => item.sure);
  const above = limit === undefined ? 'no threshold gives a precision of 0.995' : `precision 0.995 above ${limit.threshold.toFixed(4)} (${percent(limit.share)} of all)`;
  return [
    `${title}: ECE ${calibrationError(judged).toFixed(4)} · ${above} · sure: ${sure.length}, right ${sure.filter((item) => item.right).length}`,
    '',
    table(['confidence', 'n', 'mean', 'right'], rows),
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, index) => Math.max(cell.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}
