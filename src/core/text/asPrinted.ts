import { isClosing, isHan, isOpening, isSpace } from './characters';

const STRAIGHT = '"';
/** Some programs write quotation marks as this. */
const APOSTROPHE = "'";
const OPEN = '“';
const CLOSED = '”';

/** A quotation opens behind these, at a block's beginning and behind white space; it closes before those, and at a block's end. */
const BEFORE_OPENING: ReadonlySet<string> = new Set('：:（(《、“‘「');
const BEHIND_CLOSING: ReadonlySet<string> = new Set('，,。；;：:！!？?、）)》”’」…');

/** Half-width forms that Japanese machines have of Chinese signs. */
const HALF_WIDTH: ReadonlyMap<string, string> = new Map([['｡', '。'], ['､', '、'], ['｢', '「'], ['｣', '」']]);
const ANY_HALF_WIDTH = /[｡､｢｣]/gu;

/** Points that end a sentence, for each full stop that there is, and at least: from then on they are what a page has for full stops. */
const POINTS_FOR_STOP = 4;
const FEWEST_POINTS = 3;

/**
 * A text with the signs that Chinese print has, in place of those that stand for them: what is read to judge a page, unit for unit as long as the text.
 * Straight quotation marks, and those that are all curled one way, are curled as they should be, half-width signs are of full width, and points are full stops on pages that have no others.
 */
export function asPrinted(text: string): string {
  const wide = text.replace(ANY_HALF_WIDTH, (sign) => HALF_WIDTH.get(sign) ?? sign);
  const stopped = sidesLost(withStops(wide));
  if (stopped.includes(STRAIGHT)) return curled(stopped, STRAIGHT);
  return stopped.includes(APOSTROPHE) ? curled(stopped, APOSTROPHE) : stopped;
}

/** Marks that are all of one side, at least, and for each of the other side: whoever wrote them knows one side only. */
const FEWEST_SIDED = 6;
const SIDED = 10;

/** Straight quotation marks for curled ones, where nearly all of a page are curled the same way: which open, what stands around them tells better. */
function sidesLost(text: string): string {
  let opening = 0;
  let closing = 0;
  for (let at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at + 1)) opening++;
  for (let at = text.indexOf(CLOSED); at >= 0; at = text.indexOf(CLOSED, at + 1)) closing++;
  const most = Math.max(opening, closing);
  return most < FEWEST_SIDED || Math.min(opening, closing) * SIDED > most ? text : text.replace(/[“”]/gu, STRAIGHT);
}

/** Full stops for points, on a page that has points for them. */
function withStops(text: string): string {
  const points: number[] = [];
  for (const point of '.．') {
    for (let at = text.indexOf(point); at >= 0; at = text.indexOf(point, at + 1)) if (endsSentence(text, at)) points.push(at);
  }
  if (points.length < FEWEST_POINTS) return text;
  let stops = 0;
  for (let at = text.indexOf('。'); at >= 0; at = text.indexOf('。', at + 1)) if (++stops * POINTS_FOR_STOP > points.length) return text;
  const parts: string[] = [];
  let from = 0;
  for (const at of points.sort((a, b) => a - b)) {
    parts.push(text.slice(from, at), '。');
    from = at + 1;
  }
  return parts.join('') + text.slice(from);
}

/** Whether a point stands behind Chinese text or what closes it, and before text that begins anew; 3.2, 1.做好 and J. K. do not. */
function endsSentence(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (!isHan(before) && !isClosing(text.charAt(at - 1)) && text[at - 1] !== '%') return false;
  const behind = text.charAt(at + 1);
  const code = behind.charCodeAt(0);
  return behind === '' || isHan(code) || isSpace(code) || isOpening(behind) || isClosing(behind);
}

/**
 * Curled marks for straight ones. A straight mark does not say whether it opens or closes; what stands around it often does, and between two that are known they take
 * turns. A block may begin inside a quotation, for columns are cut anywhere: of the two ways to take turns that one counts which contradicts less.
 */
function curled(text: string, straight: string): string {
  const curls: string[] = [];
  const places: number[] = [];
  let block: number[] = [];
  let emptyLine = true;
  const settle = (): void => {
    // One by one: a block may have more marks than a call takes arguments.
    for (const curl of turns(text, block)) curls.push(curl);
    for (const at of block) places.push(at);
    block = [];
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === straight && !isInWord(text, at)) block.push(at);
    if (char === '\n') {
      if (emptyLine) settle();
      emptyLine = true;
    } else if (char.trim() !== '') emptyLine = false;
  }
  settle();
  const parts: string[] = [];
  let from = 0;
  places.forEach((at, i) => {
    parts.push(text.slice(from, at), curls[i] ?? straight);
    from = at + 1;
  });
  return parts.join('') + text.slice(from);
}

/** The apostrophe of a word: It's. */
const isInWord = (text: string, at: number): boolean => text[at] === APOSTROPHE && /[a-z]/iu.test(text[at - 1] ?? '') && /[a-z]/iu.test(text[at + 1] ?? '');

/** What each straight mark of a block is. */
function turns(text: string, marks: readonly number[]): string[] {
  const known = marks.map((at) => knownAt(text, at));
  const inTurn = (first: string): string[] => known.map((_, i) => ((i % 2 === 0) === (first === OPEN) ? OPEN : CLOSED));
  const wrong = (told: readonly string[]): number => known.reduce((sum, curl, i) => sum + (curl !== undefined && curl !== told[i] ? 1 : 0), 0);
  const first = wrong(inTurn(CLOSED)) < wrong(inTurn(OPEN)) ? CLOSED : OPEN;
  let last = first === OPEN ? CLOSED : OPEN;
  return known.map((curl) => (last = curl ?? (last === OPEN ? CLOSED : OPEN)));
}

/** What a straight mark is by what stands around it, if that tells. */
function knownAt(text: string, at: number): string | undefined {
  const before = text[at - 1];
  const behind = text[at + 1];
  const opens = before === undefined || before.trim() === '' || before === '#' || BEFORE_OPENING.has(before);
  const closes = behind === undefined || behind === '\n' || behind === '\r' || BEHIND_CLOSING.has(behind);
  return opens === closes ? undefined : opens ? OPEN : CLOSED;
}
