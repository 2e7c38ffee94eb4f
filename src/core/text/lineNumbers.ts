/** The 1-based line of an offset, as editors count. Where the lines begin is found when it is first asked. */
export class LineNumbers {
  private starts: readonly number[] | undefined;

  constructor(private readonly text: string) {}

  of(offset: number): number {
    const starts = (this.starts ??= lineStarts(this.text));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}

/** Where the lines of a text begin; LF, CR LF and CR end one. The host's own search finds them faster than a loop. */
function lineStarts(text: string): number[] {
  const starts = [0];
  let lf = text.indexOf('\n');
  let cr = text.indexOf('\r');
  while (lf >= 0 || cr >= 0) {
    if (cr < 0 || (lf >= 0 && lf < cr)) {
      starts.push(lf + 1);
      lf = text.indexOf('\n', lf + 1);
      continue;
    }
    if (lf !== cr + 1) starts.push(cr + 1);
    cr = text.indexOf('\r', cr + 1);
  }
  return starts;
}
