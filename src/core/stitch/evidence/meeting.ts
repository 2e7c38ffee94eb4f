import type { Reason, ReasonCode } from '../../page/model';
import type { NgramModel } from '../ngram';
import type { Node } from '../node';
import { WEIGHTS, type Tell } from '../weights';

/** The meeting of two pieces, `left` read before `right`. */
export interface Meeting {
  readonly left: Node;
  readonly right: Node;
  /** Nodes between the two in the dump: 0 for neighbours, negative when the right one stands before the left. */
  readonly between: number;
  readonly model: NgramModel;
}

/** One kind of evidence at a seam: what it tells of a meeting, and that in words. */
export interface Evidence {
  readonly name: string;
  tell(meeting: Meeting, tell: Tell): void;
  explain(meeting: Meeting, weight: number): { readonly code: ReasonCode; readonly args: readonly (string | number)[] };
}

/** What an evidence weighs, in log-odds. */
export function weigh(evidence: Evidence, meeting: Meeting): number {
  let sum = 0;
  evidence.tell(meeting, (feature, amount) => {
    sum += WEIGHTS[feature] * amount;
  });
  return sum;
}

/** The evidence that says anything, strongest first. */
export function reasonsFor(evidence: readonly Evidence[], meeting: Meeting): Reason[] {
  const reasons: Reason[] = [];
  for (const item of evidence) {
    const weight = weigh(item, meeting);
    const told = item.explain(meeting, weight);
    // The ordinary case may weigh nothing but is worth saying: the continuation stands right below, the sentence is open.
    if (Math.abs(weight) < 0.25 && told.code !== 'adjacent' && told.code !== 'endsOpen') continue;
    reasons.push({ ...told, weight: Math.round(weight * 100) / 100 });
  }
  return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

export const lastOf = (text: string, count: number): string => text.slice(-count);
export const firstOf = (text: string, count: number): string => text.slice(0, count);
