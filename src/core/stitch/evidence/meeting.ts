import type { Reason, ReasonCode } from '../../page/model';
import type { Echo } from '../echo';
import type { NgramModel } from '../ngram';
import type { Node } from '../node';
import { Scale } from '../scale';
import { WEIGHTS, type Tell } from '../weights';

/** The meeting of two pieces, `left` read before `right`. */
export interface Meeting {
  readonly left: Node;
  readonly right: Node;
  /** Nodes between the two in the dump: 0 for neighbours, negative when the right one stands before the left. */
  readonly between: number;
  readonly model: NgramModel;
  readonly echo: Echo;
}

/**
 * One kind of evidence at a seam: what it tells of a meeting, and that in words. What it tells is said in parts, so that
 * what one piece tells of all its meetings is worked out once: `left` and `right` of one of the two (`far`: whether they
 * are no neighbours in the dump), `apart` of their distance, `seam` of the two together. Of a left piece that ends a
 * sentence with a final or closing sign and leaves nothing open, `seam` looks at what its `ending` holds only: it is then asked once for all
 * pieces with the same.
 */
export interface Evidence {
  readonly name: string;
  /** Whether the ordinary case may weigh nothing but is worth saying: the continuation stands right below, the sentence is open. */
  readonly ordinary?: true;
  left?(node: Node, far: boolean, tell: Tell): void;
  right?(node: Node, far: boolean, tell: Tell): void;
  apart?(between: number, tell: Tell): void;
  seam?(meeting: Meeting, tell: Tell): void;
  explain(meeting: Meeting, weight: number): { readonly code: ReasonCode; readonly args: readonly (string | number)[] };
}

/** Tells all that an evidence says of a meeting. */
export function tellMeeting(evidence: Evidence, meeting: Meeting, tell: Tell): void {
  const far = meeting.between !== 0;
  evidence.left?.(meeting.left, far, tell);
  evidence.right?.(meeting.right, far, tell);
  evidence.apart?.(meeting.between, tell);
  evidence.seam?.(meeting, tell);
}

const SCALE = new Scale(WEIGHTS);

/** What an evidence weighs, in log-odds. */
export function weigh(evidence: Evidence, meeting: Meeting): number {
  SCALE.begin();
  tellMeeting(evidence, meeting, SCALE.tell);
  return SCALE.sum;
}

/** What weighs less is not worth saying. */
const FAINT = 0.25;

/** The evidence that says anything, strongest first. */
export function reasonsFor(evidence: readonly Evidence[], meeting: Meeting): Reason[] {
  const reasons: Reason[] = [];
  for (const item of evidence) {
    const weight = weigh(item, meeting);
    const isFaint = Math.abs(weight) < FAINT;
    if (isFaint && item.ordinary !== true) continue;
    const told = item.explain(meeting, weight);
    if (isFaint && told.code !== 'adjacent' && told.code !== 'endsOpen') continue;
    const same = reasons.findIndex(({ code, args }) => code === told.code && args.every((arg, i) => arg === told.args[i]));
    // Two kinds of evidence may come to the same words; they are said once.
    const [before] = same < 0 ? [] : reasons.splice(same, 1);
    reasons.push({ code: told.code, args: told.args, weight: Math.round((weight + (before?.weight ?? 0)) * 100) / 100 });
  }
  return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

export const lastOf = (text: string, count: number): string => text.slice(-count);
export const firstOf = (text: string, count: number): string => text.slice(0, count);
