import { percent, three } from './markdown';
import { f1, precision, recall, type Counts, type Score } from './metrics';

/** One of the project's measures of quality, with what is to be reached. */
export interface Metric {
  readonly name: string;
  /** For the head of a narrow column. */
  readonly short: string;
  /** Undefined where there is no target. */
  readonly target?: number;
  /** Undefined where there is nothing to measure. */
  readonly value: (score: Score) => number | undefined;
  /** The true things counted. */
  readonly cases: (score: Score) => number;
  readonly say: (value: number) => string;
}

function metric(name: string, short: string, target: number | undefined, of: (score: Score) => Counts, measure: (counts: Counts) => number | undefined, say = three): Metric {
  return {
    name, short, say,
    ...(target === undefined ? {} : { target }),
    value: (score) => measure(of(score)),
    cases: (score) => of(score).gold,
  };
}

const f1OrNone = (counts: Counts): number | undefined => (counts.gold === 0 ? undefined : f1(counts));
const recallOrNone = (counts: Counts): number | undefined => (counts.gold === 0 ? undefined : recall(counts));
const precisionOrNone = (counts: Counts): number | undefined => (counts.predicted === 0 ? undefined : precision(counts));

/** The measures of a reading, in the order in which a page is read. */
export const METRICS: readonly Metric[] = [
  metric('heads F1', 'heads', 0.985, ({ heads }) => heads, f1OrNone),
  metric('joins F1', 'joins', 0.97, ({ joins }) => joins, f1OrNone),
  metric('far joins F1', 'far joins', 0.92, ({ farJoins }) => farJoins, f1OrNone),
  metric('links F1', 'links', 0.985, ({ links }) => links, f1OrNone),
  metric('attribution', 'attr.', 0.99, ({ attribution }) => attribution, recallOrNone),
  metric('stray attribution', 'stray', 0.95, ({ stray }) => stray, recallOrNone),
  metric('exact articles', 'articles', 0.92, ({ articles }) => articles, recallOrNone, percent),
  metric('exact pages', 'pages', 0.6, ({ pages }) => pages, recallOrNone, percent),
];

/** What is sure at first sight, for a quick look; no page is changed for it. */
export const AT_FIRST_SIGHT: readonly Metric[] = [
  metric('sure: precision', 'sure P', 0.995, ({ auto }) => auto, precisionOrNone),
  metric('sure: recall', 'sure R', undefined, ({ auto }) => auto, recallOrNone),
];

/** All that is reported: the reading, and what “fix all” did until the page came to rest. */
export const REPORTED: readonly Metric[] = [
  ...METRICS,
  metric('precision of “fix all”', 'fix all P', 0.995, ({ fixed }) => fixed, precisionOrNone),
  metric('recall of “fix all”', 'fix all R', undefined, ({ done }) => done, recallOrNone),
];

/** What a metric says of a score; a dash where it says nothing. */
export function sayMetric(metric: Metric, score: Score | undefined): string {
  const value = score === undefined ? undefined : metric.value(score);
  return value === undefined ? '–' : metric.say(value);
}

/** A target as ≥ 0.985; a dash where there is none. */
export const sayTarget = ({ target, say }: Metric): string => (target === undefined ? '–' : `≥ ${say(target)}`);
