const LINE_END = 0x0a;

/** Whole lines, or a line that is too long and whose beginning was thrown away. */
export type Lines = { readonly bytes: Uint8Array } | { readonly tooLong: true; readonly length: number };

/**
 * Cuts a stream of bytes after line ends, as it comes in: each piece holds whole lines, the last one perhaps without its end.
 * Only the piece at hand and the beginning of one line are ever held.
 * @param longest bytes of one line; a longer one is reported and left out
 */
export async function* wholeLines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Lines> {
  let held: Uint8Array[] = [];
  let length = 0;
  let tooLong = false;
  for await (const chunk of chunks) {
    let from = 0;
    if (tooLong) {
      const end = chunk.indexOf(LINE_END);
      length += end === -1 ? chunk.length : end + 1;
      if (end === -1) continue;
      yield { tooLong: true, length };
      tooLong = false;
      length = 0;
      from = end + 1;
    }
    const last = chunk.lastIndexOf(LINE_END);
    if (last >= from) {
      yield { bytes: joined([...held, chunk.subarray(from, last + 1)]) };
      held = [];
      length = 0;
      from = last + 1;
    }
    if (from < chunk.length) {
      held.push(chunk.subarray(from));
      length += chunk.length - from;
    }
    if (length > longest) {
      held = [];
      tooLong = true;
    }
  }
  if (tooLong) yield { tooLong: true, length };
  else if (length > 0) yield { bytes: joined(held) };
}

/** In memory of its own, which may change hands. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
