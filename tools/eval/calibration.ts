import type { Judged } from './metrics';

export interface Bin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** Mean confidence and share right. */
  readonly confidence: number;
  readonly right: number;
}

const EDGES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0000001];

/** Confidence against the share that is right, in bins that are finer near 1. */
export function binsOf(judged: readonly Judged[]): Bin[] {
  return EDGES.slice(1).flatMap((high, index) => {
    const low = EDGES[index] ?? 0;
    const inside = judged.filter((item) => item.confidence >= low && item.confidence < high);
    if (inside.length === 0) return [];
    return [{ low, high: Math.min(1, high), count: inside.length, confidence: mean(inside.map((item) => item.confidence)), right: mean(inside.map((item) => (item.right ? 1 : 0))) }];
  });
}

/** Expected calibration error over those bins. */
export function calibrationError(judged: readonly Judged[]): number {
  const bins = binsOf(judged);
  return judged.length === 0 ? 0 : bins.reduce((sum, bin) => sum + (bin.count / judged.length) * Math.abs(bin.confidence - bin.right), 0);
}

/** The lowest threshold above which the share right is at least `wanted`, and what part of all lies above; undefined where none is. */
export function thresholdFor(judged: readonly Judged[], wanted: number): { threshold: number; share: number } | undefined {
  const ordered = [...judged].sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let best: { threshold: number; share: number } | undefined;
  ordered.forEach((item, index) => {
    if (item.right) right++;
    const lastOfItsKind = ordered[index + 1]?.confidence !== item.confidence;
    if (lastOfItsKind && right / (index + 1) >= wanted) best = { threshold: item.confidence, share: (index + 1) / ordered.length };
  });
  return best;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
