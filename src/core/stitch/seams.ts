import type { Candidate, Reason, Seam } from '../page/model';
import { extentOf } from '../page/piece';
import type { Arrangement, Link } from './arrange';
import { JOIN } from './evidence/join';
import { reasonsFor } from './evidence/meeting';
import { NEXT } from './evidence/next';
import { SET_APART } from './gaps';
import { endsWithStop, type Node } from './node';
import type { LinkKind } from './problem';
import { sharedTerms } from './terms';
import { CONFIDENCE, type Manner } from './weights';

/** Where a piece stands in its place there is nothing to decide. */
export const CERTAIN: Seam = { confidence: 1, sure: true, far: false, why: [], candidates: [] };

/** Two printed lines of one paragraph. */
export const WRAPPED: Seam = { confidence: 1, sure: true, far: false, why: [{ code: 'hardWrap', args: [], weight: 0 }], candidates: [] };

/** The probability that goes with a margin in log-odds; four digits, so that it reads well and never wobbles. */
export function confidenceOf(margin: number, kind: Manner): number {
  const { slope, offset, ceiling } = CONFIDENCE[kind];
  const probability = ceiling / (1 + Math.exp(-(slope * margin + offset)));
  return Math.round(probability * 10_000) / 10_000;
}

const isFar = ({ from, to }: Pick<Link, 'from' | 'to'>): boolean => to.at !== from.at + 1;

/** By which curve a link's margin becomes its confidence. */
export function mannerOf(link: Pick<Link, 'from' | 'to' | 'kind'>): Manner {
  if (link.kind !== 'join') return 'move';
  return link.from.misread === 'comma' ? 'comma' : isFar(link) ? 'far' : 'near';
}

/** The seam of a link: how sure it is, why, and what else could follow. */
export function seamOf(link: Link, arrangement: Arrangement): Seam {
  const far = isFar(link);
  if (link.decided) return { confidence: 1, sure: true, far, why: [{ code: 'decided', args: [], weight: 0 }], candidates: [] };
  const manner = mannerOf(link);
  const confidence = confidenceOf(link.margin, manner);
  const why = reasonsOf(link, arrangement, confidence);
  const sure = confidence >= CONFIDENCE[manner].sure && allowed(link, arrangement);
  return { confidence, sure, far, why, candidates: sure ? [] : candidatesOf(link, arrangement, confidence) };
}

/**
 * What is never done without asking, however sure: a join across a jump line, for the text between stands on another page; one
 * that leaves its article ending in mid-sentence, for then its other end is missing; one behind a full sentence or behind a short
 * line that may be a subhead, which cuts seldom leave; and anything to a passage that was set apart.
 */
function allowed({ from, to, kind }: Link, { leftOpen }: Arrangement): boolean {
  if (to.extraGap >= SET_APART) return false;
  if (from.piece.jumpTo !== undefined || to.piece.jumpFrom !== undefined) return false;
  if (kind !== 'join') return true;
  return !leftOpen.has(to.at) && !endsWithStop(from.end) && !mayBeSubhead(from, to);
}

/** A line of this length without a stop may be a headline or a subhead. */
const LONGEST_LINE = 45;
/** From here on a text may as well begin a paragraph as go on with one, in natural logarithms. */
const FRESH = -1;

/** Whether the first piece may be a line of its own above the second, and not the beginning of its paragraph. */
function mayBeSubhead(from: Node, to: Node): boolean {
  if (!from.afterSentence || (from.end !== 'shortLine' && from.end !== 'bare')) return false;
  // What opens a quotation and leaves it open goes on.
  if (from.balance.open.length > 0) return false;
  return from.end === 'shortLine' || (from.piece.text.length <= LONGEST_LINE && to.fresh > FRESH);
}

function reasonsOf({ from, to, kind }: Link, { problem }: Arrangement, confidence: number): Reason[] {
  const meeting = problem.meeting(from, to);
  const why = kind === 'opens' ? [] : reasonsFor(kind === 'join' ? JOIN : NEXT, meeting);
  const shared = problem.sharedVocabulary(from, to);
  if (shared > 0.5) {
    const terms = sharedTerms(from.piece.text, to.piece.text, problem.model, 3);
    const weight = Math.round(shared * 100) / 100;
    why.push(terms.length > 0 ? { code: 'sharedVocabulary', args: [terms.join('、')], weight } : { code: 'sameSubject', args: [], weight });
  } else if (shared < -1.5) {
    why.push({ code: 'foreignVocabulary', args: [], weight: Math.round(shared * 100) / 100 });
  }
  const told = why.reduce((sum, reason) => sum + reason.weight, 0);
  if (confidence > 0.9 && told < 0) why.push({ code: 'onlyPlace', args: [], weight: 0 });
  return why.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** Rivals shown, and what one weighs at least. */
const MOST_RIVALS = 3;
const LEAST_RIVAL = -12;

/** Other pieces that could follow, best first. */
function candidatesOf({ from, to }: Link, { problem, headlines }: Arrangement, confidence: number): Candidate[] {
  const rivals: { node: Node; weight: number; kind: LinkKind }[] = [];
  for (const node of problem.nodes) {
    if (node === from || node === to || headlines.has(node.at)) continue;
    const { weight, kind } = problem.link(from, node, headlines);
    if (!(weight > (rivals[MOST_RIVALS - 1]?.weight ?? LEAST_RIVAL))) continue;
    // Behind those that weigh as much: what stands first on the page comes first.
    let place = rivals.length;
    while (place > 0 && (rivals[place - 1]?.weight ?? 0) < weight) place--;
    rivals.splice(place, 0, { node, weight, kind });
    if (rivals.length > MOST_RIVALS) rivals.pop();
  }
  const sum = rivals.reduce((total, { weight }) => total + Math.exp(weight), 0);
  return rivals.map(({ node, weight, kind }) => ({
    span: extentOf(node.piece),
    confidence: Math.round((1 - confidence) * (Math.exp(weight) / sum) * 1000) / 1000,
    why: reasonsFor(kind === 'join' ? JOIN : NEXT, problem.meeting(from, node)),
  }));
}
