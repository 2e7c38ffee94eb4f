import { isDigit, isHan } from '../../text/characters';
import type { Found } from '../echo';
import { countOf, type NgramModel } from '../ngram';
import { isShortLine, type Node } from '../node';
import { across, everMet, everSeen, wordStep } from '../crossing';
import { REACH, type HeadReading } from '../reading';
import { joinEnd, type Tell, type Weights } from '../weights';
import { firstOf, lastOf, type Evidence, type Meeting } from './meeting';
import { tellLength, tellShortLine } from './next';
import { place } from './place';

/** A paragraph that was cut has no final punctuation. */
const finalPunctuation: Evidence = {
  name: 'finalPunctuation',
  ordinary: true,
  left(node, far, tell) {
    tell(joinEnd(node.end), 1);
    if (far && node.end === 'sentence') tell('join.far.sentence', 1);
    else if (far && node.end === 'inner') tell('join.far.inner', 1);
    else if (far && node.end === 'shortLine') tell('join.far.short', 1);
    if (node.end === 'sentence') return;
    tell('join.closes', node.closes);
    tellShortLine('join', node, tell);
  },
  explain({ left }, weight) {
    return { code: left.end === 'sentence' || weight < -3 ? 'endsComplete' : 'endsOpen', args: [lastOf(left.piece.text, 6)] };
  },
};

/** What is opened on one side is closed on the other. */
function tellPairs({ left, right }: Meeting, tell: Tell): void {
  if (left.balance.open.length === 0 && right.balance.unopened.length === 0) return;
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
}

const pairs: Evidence = {
  name: 'openPairs',
  seam: tellPairs,
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
  /** How much more often the dictionary has it than its halves would meet by chance, in natural logarithms. */
  readonly lift: number;
}

/** Characters of the longest word looked for. */
const LONGEST_WORD = 5;
/** A lift counts at most this much: a rare word is no better witness than a word. */
const MOST_LIFT = 8;

/** The word of the dictionary that lies across the seam and binds its halves the most. */
export function wordAcross({ left: { ending }, right: { beginning }, model }: Meeting): WordAcross | undefined {
  const { codes } = ending;
  if (!isHan(codes[codes.length - 1] ?? 0) || !isHan(beginning.codes[0] ?? 0) || !everMet(ending, beginning, model)) return undefined;
  let best: WordAcross | undefined;
  for (let before = 1; before < LONGEST_WORD && before <= codes.length; before++) {
    for (let after = 1; before + after <= LONGEST_WORD && after <= beginning.codes.length; after++) {
      // What running text never had is not looked up: that would be a false match more often than a word.
      if (!everSeen(ending, before, beginning, after, model)) {
        if (after === 1) return best;
        break;
      }
      const step = wordStep(ending, before, beginning, after, model);
      if (step === 0) continue;
      const lift = Math.log(countOf(step) / model.words) - half(ending, codes.length - before, codes.length, model) - half(beginning, 0, after, model);
      if (lift > (best?.lift ?? 0)) best = { before, after, lift };
    }
  }
  return best;
}

/** The logarithm of the probability of a word's half by itself: as a word, or character by character. Worked out once for each number of characters. */
function half({ halves, first, codes }: Pick<HeadReading, 'halves' | 'first' | 'codes'>, start: number, end: number, model: NgramModel): number {
  const place = first + end - start - 1;
  const before = halves[place] ?? NaN;
  if (!Number.isNaN(before)) return before;
  let value = 0;
  for (let at = start; at < end; at++) value += model.logProbability(codes, at, at);
  const word = end - start > 1 ? model.wordCount(codes, start, end) : 0;
  if (word > 0) value = Math.max(value, Math.log(word / model.words));
  halves[place] = value;
  return value;
}

const endsInText = (left: Node): boolean => left.end === 'bare' || left.end === 'shortLine';

/** A word cut in two by the column's end. */
function tellWord(meeting: Meeting, tell: Tell): void {
  if (!endsInText(meeting.left)) return;
  const word = wordAcross(meeting);
  if (word !== undefined) tell('join.word', Math.min(MOST_LIFT, word.lift));
}

const tornWord: Evidence = {
  name: 'tornWord',
  seam: tellWord,
  explain(meeting) {
    const word = wordAcross(meeting);
    return { code: 'tornWord', args: [lastOf(meeting.left.piece.text, word?.before ?? 1), firstOf(meeting.right.piece.text, word?.after ?? 1)] };
  },
};

/** What the seam would put together stands elsewhere on the page. */
function tellElsewhere(meeting: Meeting, tell: Tell): void {
  const found = echoOf(meeting);
  if (found === undefined) return;
  tell(found.strength < 2 ? 'join.echo.weak' : 'join.echo.strong', found.strength);
  if (found.before + found.after > 2) tell('join.echo.longer', found.before + found.after - 2);
}

const elsewhere: Evidence = {
  name: 'elsewhere',
  seam: tellElsewhere,
  explain(meeting, weight) {
    const { left, right } = meeting;
    if (weight < 0) return { code: 'readsBadly', args: [lastOf(left.piece.text, 4), firstOf(right.piece.text, 4)] };
    const found = echoOf(meeting);
    return { code: 'elsewhere', args: [lastOf(left.piece.text, found?.before ?? 1) + firstOf(right.piece.text, found?.after ?? 1)] };
  },
};

/** What stands behind a seam in normal form. Both sides of a torn number fold into one number sign. */
function headOf({ left, right: { head }, right }: Meeting): readonly number[] {
  return folds(left, right) ? head.slice(1) : head;
}

function folds(left: Node, right: Node): boolean {
  const first = right.head[0];
  return (first === NUMBER || first === WORD) && left.tail[left.tail.length - 1] === first;
}

function echoOf(meeting: Meeting): Found | undefined {
  if (meeting.left.end === 'sentence') return undefined;
  return meeting.echo.find(meeting.left.tail, headOf(meeting));
}

/** A clause that goes across the seam has a clause's length, and the whole has a paragraph's. */
function tellLengths({ left, right }: Meeting, tell: Tell): void {
  if (left.end === 'sentence') return;
  if (endsInText(left)) {
    const clause = left.clauseEnd + right.clauseStart;
    tell(clause <= 3 ? 'join.clause.tiny' : clause <= 8 ? 'join.clause.short' : clause <= 18 ? 'join.clause.usual' : clause <= 28 ? 'join.clause.long' : 'join.clause.longest', 1);
  }
  const whole = left.size + right.size;
  tell(whole <= 0.6 ? 'join.whole.short' : whole <= 1.6 ? 'join.whole.usual' : whole <= 2.6 ? 'join.whole.long' : 'join.whole.longest', 1);
}

const lengths: Evidence = {
  name: 'lengths',
  seam: tellLengths,
  explain: (_meeting, weight) => ({ code: weight < 0 ? 'oddLength' : 'fitsLength', args: [] }),
};

function tellSetApart(node: Node, _far: boolean, tell: Tell): void {
  if (node.piece.setApart === true) tell('join.setApart', 1);
}

/** A line that was set apart is no part of a paragraph. */
const setApart: Evidence = {
  name: 'setApart',
  left: tellSetApart,
  right: tellSetApart,
  explain: ({ left }) => (left.piece.setApart === true ? { code: 'endsComplete', args: [lastOf(left.piece.text, 6)] } : { code: 'startsFresh', args: [] }),
};

/** On a page of printed lines that shows paragraphs by their short last lines only, a full line ends few: the less is told above and below it, the fewer. */
const fullLine: Evidence = {
  name: 'fullLine',
  right(node, far, tell) {
    if (node.piece.belowFull !== true || far) return;
    tell('join.belowFull', 1);
    tell('join.belowFull.above', logLength(node.sizeAbove));
    tell('join.belowFull.length', logLength(node.size));
  },
  explain: (_meeting, weight) => ({ code: weight < 0 ? 'oddLength' : 'fullLine', args: [] }),
};

/** A length by the usual one as a logarithm, within bounds: a scrap is no shorter than a line, for what is told of it. */
const logLength = (size: number): number => Math.log(Math.max(0.1, Math.min(10, size)));

/** What stands for a run of digits and of Latin letters in normal form. */
const NUMBER = 0x30;
const WORD = 0x61;

/** A number cut in two. */
function tellNumber({ left, right }: Meeting, tell: Tell): void {
  // Nearly always that is all.
  if (right.head[0] !== NUMBER || !isDigit(right.piece.text.charCodeAt(0))) return;
  const before = left.piece.text;
  const last = before[before.length - 1] ?? '';
  if (isDigit(last.charCodeAt(0))) tell('join.number', 1);
  else if ((last === '.' || last === '．') && isDigit(before.charCodeAt(before.length - 2))) tell('join.number', 1.5);
}

const tornNumber: Evidence = {
  name: 'tornNumber',
  seam: tellNumber,
  explain({ left, right }) {
    return {
      code: 'tornNumber',
      args: [/[0-9０-９.．]{1,8}$/u.exec(lastOf(left.piece.text, 8))?.[0] ?? '', /^[0-9０-９.．]{1,8}/u.exec(firstOf(right.piece.text, 8))?.[0] ?? ''],
    };
  },
};

/** Bounds of what the n-gram model says of a seam. */
const MOST_AGAINST = -10;
const MOST_FOR = 12;

/** How much more probable the right piece's first characters become when the left piece's last ones stand before them. */
function continuation(meeting: Meeting): number {
  const { left, right, model } = meeting;
  const sum = folds(left, right) ? continuationOfNumber(meeting) : across(left.ending, right.beginning, model);
  return Math.max(MOST_AGAINST, Math.min(MOST_FOR, sum));
}

/** The same for a torn number, whose first half takes the second into itself. */
function continuationOfNumber(meeting: Meeting): number {
  const head = headOf(meeting);
  const { left: { tail }, right: { beginning } } = meeting;
  const codes = [...tail, ...head.slice(0, REACH)];
  let sum = 0;
  for (let i = 0; i < Math.min(beginning.codes.length - 1, head.length); i++) {
    sum += meeting.model.logProbability(codes, tail.length + i, 0) - Math.log(beginning.inside[beginning.first + 1 + i] ?? 1);
  }
  return sum;
}

/** The same over more characters and words never seen side by side, by the dual encoder; nothing of a torn number, which it reads as two. */
function readsOn({ left, right, model }: Meeting): number {
  if (folds(left, right)) return 0;
  return Math.max(MOST_AGAINST, Math.min(MOST_FOR, model.encoder.product(left.encoded.expects, left.at, right.encoded.brings, right.at)));
}

function tellNgrams(meeting: Meeting, tell: Tell): void {
  const sum = continuation(meeting);
  if (meeting.left.end === 'sentence') tell('join.ngram.sentence', sum);
  else {
    tell(sum >= 0 ? 'join.ngram.for' : 'join.ngram.against', sum);
    const reads = readsOn(meeting);
    tell(reads >= 0 ? 'join.reads.for' : 'join.reads.against', reads);
  }
  if (isShortLine(meeting.left)) tell('join.short.below', Math.max(-6, Math.min(5, meeting.right.fresh)));
}

const ngram: Evidence = {
  name: 'ngram',
  seam: tellNgrams,
  explain({ left, right }, weight) {
    return { code: weight >= 0 ? 'readsOn' : 'readsBadly', args: [lastOf(left.piece.text, 4), firstOf(right.piece.text, 4)] };
  },
};

/** A beginning so much less probable for a paragraph than for running text was torn, in natural logarithms. */
const TORN = -2;

/** A dateline, a jump line or an indent begins a paragraph; nothing is joined to it. */
const opening: Evidence = {
  name: 'opening',
  right(node, far, tell) {
    if (node.piece.opening || node.fromPage) tell('join.opening', 1);
    if (node.indent === 'paragraph') tell('join.indented', 1);
    else if (node.indent === 'text') tell('join.notIndented', 1);
    tellLength('join', node, tell);
    if (node.captioned) tell('join.captioned', 1);
    if (node.starts !== undefined) tell(`join.starts.${node.starts}`, 1);
    tell('join.fresh', Math.max(-6, Math.min(5, node.fresh)));
    // What no paragraph begins with was torn off somewhere, near or far.
    if (node.fresh < TORN && node.starts === undefined) tell(far ? 'join.far.torn' : 'join.near.torn', 1);
  },
  explain: ({ right }, weight) => ({ code: weight < 0 ? 'startsFresh' : 'startsTorn', args: [firstOf(right.piece.text, 6)] }),
};

/** For: the right piece goes on with the left one's paragraph. */
export const JOIN: readonly Evidence[] = [finalPunctuation, ngram, elsewhere, pairs, tornWord, tornNumber, lengths, setApart, fullLine, opening, place('join')];

/** Tells all that {@link JOIN} says of the two sides of a seam together, in the same order: called by name, for a page asks a thousand times. */
export function tellSeam(meeting: Meeting, tell: Tell): void {
  tellNgrams(meeting, tell);
  tellElsewhere(meeting, tell);
  tellPairs(meeting, tell);
  tellWord(meeting, tell);
  tellNumber(meeting, tell);
  tellLengths(meeting, tell);
}

/** What a seam behind a full sentence that leaves nothing open weighs at most: the n-grams, a sign that nothing opened, a number. */
export function mostBehindSentence(weights: Weights): number {
  const ngrams = weights['join.ngram.sentence'];
  return Math.max(ngrams * MOST_FOR, ngrams * MOST_AGAINST) + Math.max(0, 2 * weights['join.pair.unopened']) + Math.max(0, 1.5 * weights['join.number']);
}
