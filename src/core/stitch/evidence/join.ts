import { isDigit } from '../../text/characters';
import { REACH, type Node } from '../node';
import { joinEnd } from '../weights';
import { firstOf, lastOf, type Evidence, type Meeting } from './meeting';
import { tellLength } from './next';
import { place } from './place';

/** A paragraph that was cut has no final punctuation. */
const finalPunctuation: Evidence = {
  name: 'finalPunctuation',
  tell({ left }, tell) {
    tell(joinEnd(left.end), 1);
  },
  explain({ left }, weight) {
    return { code: left.end === 'sentence' || weight < -3 ? 'endsComplete' : 'endsOpen', args: [lastOf(left.piece.text, 6)] };
  },
};

/** What is opened on one side is closed on the other. */
const pairs: Evidence = {
  name: 'openPairs',
  tell({ left, right }, tell) {
    const open = [...left.balance.open];
    let closed = 0;
    let unopened = 0;
    for (const sign of right.balance.unopened) {
      const at = open.lastIndexOf(sign);
      if (at >= 0) {
        closed++;
        open.length = at;
      } else unopened++;
    }
    if (closed > 0) tell(left.end === 'openPair' ? 'join.pair.closedLater' : 'join.pair.closed', Math.min(closed, 2));
    if (unopened > 0) tell('join.pair.unopened', Math.min(unopened, 2));
    if (open.length > 0) tell('join.pair.leftOpen', Math.min(open.length, 2));
  },
  explain({ left, right }, weight) {
    return weight > 0
      ? { code: 'openPair', args: [left.balance.open[left.balance.open.length - 1] ?? ''] }
      : { code: 'readsBadly', args: [lastOf(left.piece.text, 4), firstOf(right.piece.text, 4)] };
  },
};

/** A word that lies across a seam: how many of its characters stand on each side. */
export interface WordAcross {
  readonly before: number;
  readonly after: number;
  readonly count: number;
}

/** The longest word of the lexicon that lies across the seam. */
export function wordAcross({ left, right, model }: Meeting): WordAcross | undefined {
  const codes = [...left.tail, ...right.head.slice(0, REACH)];
  const seam = left.tail.length;
  for (let length = 4; length >= 2; length--) {
    let best: WordAcross | undefined;
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

const endsInText = (left: Node): boolean => left.end === 'bare' || left.end === 'shortLine';

/** A word cut in two by the column's end. */
const tornWord: Evidence = {
  name: 'tornWord',
  tell(meeting, tell) {
    if (!endsInText(meeting.left)) return;
    const word = wordAcross(meeting);
    if (word !== undefined) tell('join.word', Math.min(1.5, (word.before + word.after - 1) * 0.5) * Math.min(1, Math.log(word.count) / 5));
  },
  explain(meeting) {
    const word = wordAcross(meeting);
    return { code: 'tornWord', args: [lastOf(meeting.left.piece.text, word?.before ?? 1), firstOf(meeting.right.piece.text, word?.after ?? 1)] };
  },
};

/** A number cut in two. */
const tornNumber: Evidence = {
  name: 'tornNumber',
  tell({ left, right }, tell) {
    const before = left.piece.text;
    const last = before[before.length - 1] ?? '';
    if (!isDigit(right.piece.text.charCodeAt(0))) return;
    if (isDigit(last.charCodeAt(0))) tell('join.number', 1);
    else if ((last === '.' || last === '．') && isDigit(before.charCodeAt(before.length - 2))) tell('join.number', 1.5);
  },
  explain({ left, right }) {
    return {
      code: 'tornNumber',
      args: [/[0-9０-９.．]{1,8}$/u.exec(lastOf(left.piece.text, 8))?.[0] ?? '', /^[0-9０-９.．]{1,8}/u.exec(firstOf(right.piece.text, 8))?.[0] ?? ''],
    };
  },
};

/**
 * Pointwise mutual information of the two sides: how much more probable the right piece's first characters become
 * when the left piece's last ones stand before them (Church and Hanks 1990, over n-grams).
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
  tell(meeting, tell) {
    const sum = continuation(meeting);
    tell(sum >= 0 ? 'join.ngram.for' : 'join.ngram.against', Math.max(-10, Math.min(12, sum)));
  },
  explain({ left, right }, weight) {
    return { code: weight >= 0 ? 'readsOn' : 'readsBadly', args: [lastOf(left.piece.text, 4), firstOf(right.piece.text, 4)] };
  },
};

/** A dateline, a jump line or an indent begins a paragraph; nothing is joined to it. */
const opening: Evidence = {
  name: 'opening',
  tell({ right }, tell) {
    if (right.piece.opening) tell('join.opening', 1);
    if (right.indent === 'paragraph') tell('join.indented', 1);
    tellLength('join', right, tell);
    tell('join.fresh', Math.max(-6, Math.min(5, right.fresh)));
  },
  explain: ({ right }, weight) => ({ code: weight < 0 ? 'startsFresh' : 'startsTorn', args: [firstOf(right.piece.text, 6)] }),
};

/** For: the right piece goes on with the left one's paragraph. */
export const JOIN: readonly Evidence[] = [finalPunctuation, ngram, pairs, tornWord, tornNumber, opening, place('join')];
