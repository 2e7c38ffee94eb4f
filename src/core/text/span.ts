/**
 * A half-open range `[start, end)` of UTF-16 code units of the decoded file,
 * the unit VS Code calls an offset. Every place in the core is given this way.
 */
export type Span = readonly [start: number, end: number];

/** The replacement of `span` by `newText`. An empty span inserts, an empty text deletes. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The number of UTF-16 code units in a span. */
export function spanLength(span: Span): number {
  return span[1] - span[0];
}

/** Whether `offset` lies inside `span` (the end is outside). */
export function contains(span: Span, offset: number): boolean {
  return span[0] <= offset && offset < span[1];
}

/**
 * Where the places of a text stand once edits were made: behind what was replaced all moves, inside it a place stays as far in as there is text.
 * @param edits in order, without overlaps
 */
export function moverOf(edits: readonly TextEdit[]): (offset: number) => number {
  const sums = [0];
  for (const { span, newText } of edits) sums.push((sums.at(-1) ?? 0) + newText.length - spanLength(span));
  return (offset) => {
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edits[middle]?.span[1] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const edit = edits[low];
    const inside = edit === undefined ? 0 : Math.max(0, offset - edit.span[0]);
    return offset + (sums[low] ?? 0) - (edit === undefined ? 0 : Math.max(0, inside - edit.newText.length));
  };
}

/** Orders spans by their start, then by their end. */
export function bySpan(a: Span, b: Span): number {
  return a[0] - b[0] || a[1] - b[1];
}

/** The source text of a span. */
export function sliceSpan(text: string, span: Span): string {
  return text.slice(span[0], span[1]);
}

/**
 * Applies edits that do not overlap; insertions at one place keep their order.
 * @throws RangeError when two edits overlap or an edit lies outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  ordered.sort((a, b) => bySpan(a.edit.span, b.edit.span) || a.index - b.index);
  const parts: string[] = [];
  let done = 0;
  for (const { edit } of ordered) {
    const [start, end] = edit.span;
    if (start < done || end < start || end > text.length) {
      throw new RangeError(`edit [${start}, ${end}) overlaps another or lies outside the text`);
    }
    parts.push(text.slice(done, start), edit.newText);
    done = end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}
