import { binsOf, calibrationError, thresholdFor } from './calibration';
import { percent, table, three } from './markdown';
import type { Measured } from './measure';
import { precision, recall, type Counts, type Judged, type Score } from './metrics';
import { AT_FIRST_SIGHT, METRICS, sayMetric, sayTarget } from './targets';

type Column = Pick<Measured, 'name' | 'score' | 'recalls'>;

/** What is looked at beside the metrics, but has no target. */
const ASIDE: readonly (readonly [name: string, value: (score: Score) => string])[] = [
  ['heads P / R', ({ heads }) => both(heads)],
  ['joins P / R', ({ joins }) => both(joins)],
  ['far joins P / R', ({ farJoins }) => both(farJoins)],
  ['attribution, by opening block', ({ byOpening }) => three(recall(byOpening))],
  ['attribution / stray, by largest part', ({ byMajority, strayByMajority }) => `${three(recall(byMajority))} / ${three(recall(strayByMajority))}`],
];

const both = (counts: Counts): string => `${precisionOf(counts)} / ${three(recall(counts))}`;
/** Nothing predicted has no precision. */
const precisionOf = (counts: Counts): string => (counts.predicted === 0 ? '–' : three(precision(counts)));

/** The metrics side by side, a Markdown table. */
export function metricsTable(columns: readonly Column[]): string {
  return table(['metric', ...columns.map(({ name }) => name), 'to reach'], [
    ...[...METRICS, ...AT_FIRST_SIGHT].map((metric) => [metric.name, ...columns.map(({ score }) => sayMetric(metric, score)), sayTarget(metric)]),
    ...ASIDE.map(([name, value]) => [name, ...columns.map(({ score }) => value(score)), '']),
  ]);
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
