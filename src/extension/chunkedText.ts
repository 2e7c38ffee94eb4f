/** Characters of a chunk, roughly: what a key copies of a text, however long that is. */
const CHUNK = 1 << 15;

/**
 * A text that is never changed, in chunks: one that differs from it in some places shares the others with it. A single string of 10 MB would have
 * to be put together again at each key, in new memory, which takes longer than everything else that is done then.
 */
export class ChunkedText {
  #whole: string | undefined;

  private constructor(
    private readonly chunks: readonly string[],
    readonly length: number,
  ) {}

  static of(text: string): ChunkedText {
    const made = new ChunkedText(chunksOf(text), text.length);
    made.#whole = text;
    return made;
  }

  /** All of it as one string, put together when it is first asked for. */
  get whole(): string {
    return (this.#whole ??= this.chunks.join(''));
  }

  /** What stands between two offsets, as `slice` of a string gives it for offsets that are not negative. */
  slice(from: number, to: number): string {
    let text = '';
    let at = 0;
    for (const chunk of this.chunks) {
      if (at >= to) break;
      const end = at + chunk.length;
      if (end > from) text += chunk.slice(Math.max(0, from - at), to - at);
      at = end;
    }
    return text;
  }

  /** The text with another passage in the place of one. */
  replace(offset: number, length: number, text: string): ChunkedText {
    const ends = offset + length;
    const before: string[] = [];
    const behind: string[] = [];
    // Of the chunks that the passage touches, what stands before it and behind it.
    let left = '';
    let right = '';
    let at = 0;
    for (const chunk of this.chunks) {
      const end = at + chunk.length;
      if (end < offset) before.push(chunk);
      else if (at > ends) behind.push(chunk);
      else {
        left += chunk.slice(0, Math.max(0, offset - at));
        right += chunk.slice(Math.max(0, ends - at));
      }
      at = end;
    }
    return new ChunkedText([...before, ...chunksOf(left + text + right), ...behind], this.length - length + text.length);
  }
}

function chunksOf(text: string): string[] {
  if (text.length <= 2 * CHUNK) return text === '' ? [] : [text];
  return Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, at) => text.slice(at * CHUNK, (at + 1) * CHUNK));
}
