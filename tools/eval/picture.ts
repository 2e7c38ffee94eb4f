import { binsOf, calibrationError } from './calibration';
import { CONFIDENCES } from './document';
import type { Judged } from './metrics';
import type { Section } from './section';
import { PHENOMENA } from './slices';
import { label, line, picture, rect } from './svg';
import { REPORTED, sayMetric, sayTarget } from './targets';

const WIDTH = 1180;
const MARGIN = 24;
/** Room for the names of phenomena. */
const NAMES = 205;
const CELL = (WIDTH - 2 * MARGIN - NAMES) / REPORTED.length;
const BAR = 46;
const ROW = 27;
const HEAD = 96;
const PLOT = 190;
const CURVES = PLOT + 104;

const STYLE = `
.paper{fill:#ffffff}.text,.small,.number,.middle,.title{font-family:system-ui,-apple-system,'Segoe UI',sans-serif;fill:#24292f}
.title{font-size:17px;font-weight:600}.text{font-size:12.5px}.small{font-size:11px;fill:#57606a}.number{font-size:10.5px;fill:#24292f}
.middle{font-size:11px;fill:#57606a;text-anchor:middle}
.ours{fill:#0b6fb8}.plain{fill:#c3872b}.track{fill:#eef1f4}.target{stroke:#cf222e;stroke-width:1.6}.rule{stroke:#d8dee4;stroke-width:1}
.even{stroke:#8c959f;stroke-width:1;stroke-dasharray:4 4}.curve{fill:none;stroke:#0b6fb8;stroke-width:2}.dot{fill:#0b6fb8;fill-opacity:.75}
@media (prefers-color-scheme:dark){.paper{fill:#0d1117}.text,.title,.number{fill:#e6edf3}.small,.middle{fill:#9198a1}
.ours{fill:#4fa8f0}.plain{fill:#d9a048}.track{fill:#1c232c}.target{stroke:#ff7b72}.rule{stroke:#30363d}.even{stroke:#6e7681}.curve{stroke:#4fa8f0}.dot{fill:#4fa8f0}}
`;

/**
 * The report's picture: for each simulator every metric by phenomenon, the engine beside the plain rule, and below it
 * confidence against the share that is right.
 */
export function pictureOf(sections: readonly Section[]): string {
  const parts: string[] = [];
  let top = 0;
  for (const section of sections) {
    parts.push(...bars(section, top));
    top += HEAD + (PHENOMENA.length + 1) * ROW + 24;
    parts.push(...curves(section, top));
    top += CURVES;
  }
  return picture(WIDTH, top, 'Metrics by phenomenon and calibration', STYLE, parts);
}

function bars({ set, results }: Section, top: number): string[] {
  const [ours, plain] = results;
  const parts = [
    label(MARGIN, top + 32, `${set.name.charAt(0).toUpperCase()}${set.name.slice(1)} simulator, ${String(set.pages.length)} pages`, 'title'),
    rect(MARGIN + 380, top + 21, 12, 12, 'ours'), label(MARGIN + 398, top + 32, 'Restitch'),
    rect(MARGIN + 470, top + 21, 12, 12, 'plain'), label(MARGIN + 488, top + 32, 'plain rule'),
    line(MARGIN + 576, top + 20, MARGIN + 576, top + 34, 'target'), label(MARGIN + 584, top + 32, 'to reach'),
  ];
  REPORTED.forEach((metric, column) => {
    const x = MARGIN + NAMES + column * CELL;
    parts.push(label(x, top + 66, metric.short), label(x, top + 82, metric.target === undefined ? '' : sayTarget(metric), 'small'));
  });
  const rows = [{ name: 'all pages', ours: ours?.measured.score, plain: plain?.measured.score }, ...PHENOMENA.map(({ name }) => ({ name, ours: ours?.slices.get(name), plain: plain?.slices.get(name) }))];
  rows.forEach((row, index) => {
    const y = top + HEAD + index * ROW;
    if (index === 1) parts.push(line(MARGIN, y - 3, WIDTH - MARGIN, y - 3, 'rule'));
    parts.push(label(MARGIN, y + 15, row.name));
    REPORTED.forEach((metric, column) => {
      const x = MARGIN + NAMES + column * CELL;
      const value = row.ours === undefined ? undefined : metric.value(row.ours);
      if (value === undefined) {
        parts.push(label(x, y + 14, '–', 'small'));
        return;
      }
      const other = row.plain === undefined ? undefined : metric.value(row.plain);
      parts.push(rect(x, y + 3, BAR, 16, 'track'), rect(x, y + 3, BAR * value, 9, 'ours'));
      if (other !== undefined) parts.push(rect(x, y + 13, BAR * other, 6, 'plain'));
      if (metric.target !== undefined) parts.push(line(x + BAR * metric.target, y + 1, x + BAR * metric.target, y + 21, 'target'));
      parts.push(label(x + BAR + 5, y + 12, sayMetric(metric, row.ours).replace(' %', '%'), 'number'));
    });
  });
  return parts;
}

function curves({ results }: Section, top: number): string[] {
  const score = results[0]?.measured.score;
  if (score === undefined) return [];
  const parts = [label(MARGIN, top + 18, 'Confidence (across) against the share that is right (up)', 'text')];
  CONFIDENCES.forEach(({ name, judged }, index) => {
    parts.push(...curve(name, judged(score), MARGIN + 40 + index * (PLOT + 150), top + 52));
  });
  return parts;
}

/** One curve: a dot for each bin, as large as the bin is full; the broken line is a confidence that never errs. */
function curve(name: string, judged: readonly Judged[], left: number, top: number): string[] {
  const at = (confidence: number, right: number): [x: number, y: number] => [left + PLOT * confidence, top + PLOT * (1 - right)];
  const parts = [
    label(left, top - 10, `${name}: ${judged.length === 0 ? 'none' : `${String(judged.length)}, error ${calibrationError(judged).toFixed(3)}`}`, 'text'),
    rect(left, top, PLOT, PLOT, 'track'), line(left, top + PLOT, left + PLOT, top, 'even'),
  ];
  for (const tick of [0, 0.5, 1]) {
    const [x, y] = at(tick, tick);
    parts.push(label(x, top + PLOT + 16, String(tick), 'middle'), label(left - 16, y + 4, String(tick), 'middle'));
  }
  const bins = binsOf(judged);
  const points = bins.map((bin) => at(bin.confidence, bin.right));
  parts.push(`<polyline class="curve" points="${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}"/>`);
  bins.forEach((bin, index) => {
    const [x, y] = points[index] ?? [0, 0];
    parts.push(`<circle class="dot" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(2.5 + 7 * Math.sqrt(bin.count / judged.length)).toFixed(1)}"/>`);
  });
  return parts;
}
