const STRAIGHT = '"';
const OPEN = '“';
const CLOSED = '”';

/** A quotation opens behind these, at a block's beginning and behind white space; it closes before those, and at a block's end. */
const BEFORE_OPENING: ReadonlySet<string> = new Set('：:（(《、“‘「');
const BEHIND_CLOSING: ReadonlySet<string> = new Set('，,。；;：:！!？?、）)》”’」…');

/**
 * A text in which each straight quotation mark is a curled one: what is read to judge a page, unit for unit as long as the text. A straight mark does not say whether it opens or
 * closes; what stands around it often does, and between two that are known they take turns. A block may begin inside a quotation, for columns are cut anywhere: of the two
 * ways to take turns that one counts which contradicts less.
 */
export function curled(text: string): string {
  if (!text.includes(STRAIGHT)) return text;
  const curls: string[] = [];
  let block: number[] = [];
  let emptyLine = true;
  const settle = (): void => {
    // One by one: a block may have more marks than a call takes arguments.
    for (const curl of turns(text, block)) curls.push(curl);
    block = [];
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === STRAIGHT) block.push(at);
    if (char === '\n') {
      if (emptyLine) settle();
      emptyLine = true;
    } else if (char.trim() !== '') emptyLine = false;
  }
  settle();
  let next = 0;
  return text.replaceAll(STRAIGHT, () => curls[next++] ?? STRAIGHT);
}

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
