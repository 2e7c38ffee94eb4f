import { bySpan, moverOf, type Span, type TextEdit } from './span';

/** An edit that does what edits of two rounds do; either is `undefined` where it does nothing of that round. */
export interface Composed<First extends TextEdit, Second extends TextEdit> extends TextEdit {
  readonly first: First | undefined;
  readonly second: Second | undefined;
}

/** What one edit of either round touches of the text between the rounds. */
interface Touch<First, Second> {
  readonly between: Span;
  readonly first?: First;
  readonly second?: Second;
}

/**
 * One round of edits that does what two do, one behind the other. Where the second changes what the first wrote, both become one edit.
 * @param between the text after the first round
 * @param first edits of the source, in order
 * @param second edits of the text between, in order; none of them inserts
 */
export function compose<First extends TextEdit, Second extends TextEdit>(between: string, first: readonly First[], second: readonly Second[]): Composed<First, Second>[] {
  const move = moverOf(first);
  const touches: Touch<First, Second>[] = [
    ...first.map((edit) => {
      const start = move(edit.span[0]) - (edit.span[0] === edit.span[1] ? edit.newText.length : 0);
      return { between: [start, start + edit.newText.length] as const, first: edit };
    }),
    ...second.map((edit) => ({ between: edit.span, second: edit })),
  ].sort((a, b) => bySpan(a.between, b.between));
  const composed: Composed<First, Second>[] = [];
  let shift = 0;
  for (let from = 0, head = touches[0]; head !== undefined; head = touches[from]) {
    const group = [head];
    const [start] = head.between;
    let [, end] = head.between;
    let behind = from + 1;
    for (let next = touches[behind]; next !== undefined && next.between[0] < end; next = touches[++behind]) {
      group.push(next);
      end = Math.max(end, next.between[1]);
    }
    const parts: string[] = [];
    let done = start;
    let grown = 0;
    for (const { first: one, second: other } of group) {
      if (one !== undefined) grown += one.newText.length - (one.span[1] - one.span[0]);
      if (other === undefined) continue;
      parts.push(between.slice(done, other.span[0]), other.newText);
      done = other.span[1];
    }
    parts.push(between.slice(done, end));
    composed.push({
      span: [start - shift, end - shift - grown],
      newText: parts.join(''),
      first: group.find(({ first: one }) => one !== undefined)?.first,
      second: group.find(({ second: one }) => one !== undefined)?.second,
    });
    shift += grown;
    from = behind;
  }
  return composed;
}
