import type { Reason, ReasonCode } from '../page/model';
import { isDigit } from '../text/characters';
import type { NgramModel } from './ngram';
import { REACH, type Node } from './node';
import { WEIGHTS as W } from './weights';

/** The meeting of two pieces, `left` read before `right`. */
export interface Meeting {
  readonly left: Node;
  readonly right: Node;
  /** Nodes between the two in the dump: 0 for neighbours, negative when the right one stands before the left. */
  readonly between: number;
  readonly model: NgramModel;
}

/** One kind of evidence: its weight in log-odds for a meeting, and its words. 0 says nothing. */
export interface Evidence {
  readonly name: string;
  weigh(meeting: Meeting): number;
  explain(meeting: Meeting, weight: number): { readonly code: ReasonCode; readonly args: readonly (string | number)[] };
}

const lastOf = (text: string, count: number): string => text.slice(-count);
const firstOf = (text: string, count: number): string => text.slice(0, count);

/** A paragraph that was cut has no final punctuation. */
const finalPunctuation: Evidence = {
  name: 'finalPunctuation',
  weigh({ left }) {
    switch (left.end) {
      case 'sentence':
      case 'signature':
      case 'jump':
        return W.joinAfterSentence;
      case 'openPair':
        return W.joinAfterOpenPair;
      case 'colon':
        return -0.7;
      case 'shortLine':
        return -0.25;
      default:
        return -0.02;
    }
  },
  explain({ left }, weight) {
    return { code: weight > -1 ? 'endsOpen' : 'endsComplete', args: [lastOf(left.piece.text, 6)] };
  },
};

/** What is opened on one side is closed on the other. */
const pairs: Evidence = {
  name: 'openPairs',
  weigh({ left, right }) {
    let weight = 0;
    const open = [...left.balance.open];
    for (const sign of right.balance.unopened) {
      const at = open.lastIndexOf(sign);
      if (at >= 0) {
        weight += W.pairClosed;
        open.length = at;
      } else weight += W.pairUnopened;
    }
    return weight + open.length * W.pairLeftOpen;
  },
  explain({ left, right }, weight) {
    return weight > 0
      ? { code: 'openPair', args: [left.balance.open[left.balance.open.length - 1] ?? ''] }
      : { code: 'readsBadly', args: [lastOf(left.piece.text, 4), firstOf(right.piece.text, 4)] };
  },
};

/** The longest word of the lexicon that lies across the seam: the lengths of its two parts. */
export function wordAcross({ left, right, model }: Meeting): { before: number; after: number; count: number } | undefined {
  const codes = [...left.tail, ...right.head.slice(0, REACH)];
  const seam = left.tail.length;
  for (let length = 4; length >= 2; length--) {
    let best: { before: number; after: number; count: number } | undefined;
    for (let before = Math.min(length - 1, seam); before >= 1; before--) {
      const after = length - before;
      if (seam + after > codes.length) continue;
      const count = model.wordCount(codes, seam - before, seam + after);
      if (count > (best?.count ?? 3)) best = { before, after, count };
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

/** A word cut in two by the column's end. */
const tornWord: Evidence = {
  name: 'tornWord',
  weigh(meeting) {
    if (meeting.left.end !== 'bare' && meeting.left.end !== 'shortLine') return 0;
    const word = wordAcross(meeting);
    if (word === undefined) return 0;
    return W.tornWord * Math.min(1.5, (word.before + word.after - 1) * 0.5) * Math.min(1, Math.log(word.count) / 5);
  },
  explain(meeting) {
    const word = wordAcross(meeting);
    return { code: 'tornWord', args: [lastOf(meeting.left.piece.text, word?.before ?? 1), firstOf(meeting.right.piece.text, word?.after ?? 1)] };
  },
};

/** A number cut in two. */
const tornNumber: Evidence = {
  name: 'tornNumber',
  weigh({ left, right }) {
    const before = left.piece.text;
    const last = before.charCodeAt(before.length - 1);
    const first = right.piece.text.charCodeAt(0);
    if (isDigit(last) && isDigit(first)) return W.tornNumber;
    const point = before[before.length - 1] === '.' || before[before.length - 1] === '．';
    return point && isDigit(first) && isDigit(before.charCodeAt(before.length - 2)) ? W.tornNumber * 1.5 : 0;
  },
  explain({ left, right }) {
    return { code: 'tornNumber', args: [/[0-9０-９.．]{1,8}$/u.exec(lastOf(left.piece.text, 8))?.[0] ?? '', /^[0-9０-９.．]{1,8}/u.exec(firstOf(right.piece.text, 8))?.[0] ?? ''] };
  },
};

/**
 * Pointwise mutual information of the two sides: how much more probable the right piece's first characters become
 * when the left piece's last ones stand before them.
 */
function continuation({ left, right, model }: Meeting): number {
  let head = right.head;
  let alone = right.headAlone;
  const tail = left.tail;
  // Both sides of a torn number fold into one number sign.
  if (tail[tail.length - 1] === head[0] && (head[0] === 0x30 || head[0] === 0x61)) {
    head = head.slice(1);
    alone = alone.slice(1);
  }
  const codes = [...tail, ...head.slice(0, REACH)];
  let sum = 0;
  for (let i = 0; i < Math.min(REACH, alone.length, head.length); i++) {
    sum += model.logProbability(codes, tail.length + i, 0) - (alone[i] ?? 0);
  }
  return sum;
}

const ngram: Evidence = {
  name: 'ngram',
  weigh: (meeting) => W.ngram * continuation(meeting),
  explain({ left, right }, weight) {
    return { code: weight >= 0 ? 'readsOn' : 'readsBadly', args: [lastOf(left.piece.text, 4), firstOf(right.piece.text, 4)] };
  },
};

/** Most continuations stand right below; some are carried on behind other articles, some even before. */
const place: Evidence = {
  name: 'orderAndDistance',
  weigh: ({ left, right, between }) => placeWeight(left, right, between),
  explain({ between, right }, weight) {
    if (between === 0) return { code: weight < 0 && right.extraGap > 0 ? 'columnBreak' : 'adjacent', args: [] };
    return between > 0 ? { code: 'carriedForward', args: [between] } : { code: 'carriedBack', args: [-between] };
  },
};

export function placeWeight(left: Node, right: Node, between: number): number {
  if (between === 0) return right.extraGap > 0 ? W.columnBreak : 0;
  const distance = between > 0 ? between : -between;
  return W.far + (between < 0 ? W.farBack : 0) + W.farByDistance * Math.log(1 + distance) + (right.extraGap > 0 ? W.columnBreakFar : 0) + (left.extraGap > 0 && between < 0 ? 0.3 : 0);
}

/** After a full sentence comes a new paragraph. */
const sentenceBefore: Evidence = {
  name: 'sentenceBefore',
  weigh({ left }) {
    switch (left.end) {
      case 'sentence':
        return 0;
      case 'signature':
        return W.nextAfterSignature;
      case 'jump':
        return W.nextAfterJump;
      case 'openPair':
        return -0.3;
      case 'colon':
        return W.nextAfterColon;
      case 'shortLine':
        return W.nextAfterShortLine;
      default:
        return W.nextAfterCut;
    }
  },
  explain({ left }, weight) {
    return { code: weight > -1 ? 'endsComplete' : 'endsOpen', args: [lastOf(left.piece.text, 6)] };
  },
};

/** How much a piece looks like the beginning of a paragraph. */
export function freshWeight(right: Node): number {
  if (right.piece.opening) return 3;
  const torn = right.balance.unopened.length > 0 ? W.pairUnopened : 0;
  return Math.max(-6, Math.min(2.5, W.fresh * right.fresh)) + torn;
}

const freshStart: Evidence = {
  name: 'freshStart',
  weigh: ({ right }) => freshWeight(right),
  explain({ right }, weight) {
    return { code: weight >= 0 ? 'startsFresh' : 'startsTorn', args: [firstOf(right.piece.text, 6)] };
  },
};

/** A dateline or a jump line begins an article's text; nothing is joined to it. */
const opening: Evidence = {
  name: 'opening',
  weigh: ({ right }) => (right.piece.opening ? -8 : 0),
  explain: ({ right }) => ({ code: 'startsFresh', args: [firstOf(right.piece.text, 6)] }),
};

/** An article has one dateline, at its start. */
const openingInside: Evidence = {
  name: 'openingInside',
  weigh: ({ left, right }) => (right.piece.opening && !left.isHeadline ? -5 : 0),
  explain: opening.explain,
};

/** For: the right piece goes on with the left one's paragraph. */
export const JOIN: readonly Evidence[] = [finalPunctuation, ngram, pairs, tornWord, tornNumber, opening, place];
/** For: the right piece is the next paragraph of the left one's article. */
export const NEXT: readonly Evidence[] = [sentenceBefore, freshStart, openingInside, place];

export function total(evidence: readonly Evidence[], meeting: Meeting): number {
  let sum = 0;
  for (const item of evidence) sum += item.weigh(meeting);
  return sum;
}

/** The evidence that says anything, strongest first. */
export function reasonsFor(evidence: readonly Evidence[], meeting: Meeting): Reason[] {
  const reasons: Reason[] = [];
  for (const item of evidence) {
    const weight = item.weigh(meeting);
    const told = item.explain(meeting, weight);
    // The ordinary case weighs nothing but is worth saying: the continuation stands right below, the sentence is open.
    if (Math.abs(weight) < 0.25 && told.code !== 'adjacent' && told.code !== 'endsOpen') continue;
    reasons.push({ ...told, weight: Math.round(weight * 100) / 100 });
  }
  return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

