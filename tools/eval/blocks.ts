/** A run of lines between blank lines of a dump, as the plain rules see it. */
export interface TextBlock {
  /** Offset of its first character that is not white space. */
  readonly start: number;
  readonly text: string;
  /** Blank lines before it. */
  readonly gap: number;
}

/** The blocks of a dump, read without the engine, so that a rule of comparison shares none of its mistakes. */
export function blocksOf(text: string): TextBlock[] {
  const blocks: { start: number; text: string; gap: number }[] = [];
  let at = 0;
  let blank = 0;
  let open = false;
  for (const line of text.split('\n')) {
    const last = blocks.at(-1);
    if (line.trim() === '') {
      open = false;
      blank++;
    } else if (open && last !== undefined) {
      last.text += `\n${line.trimEnd()}`;
    } else {
      blocks.push({ start: at + line.length - line.trimStart().length, text: line.trim(), gap: blank });
      open = true;
      blank = 0;
    }
    at += line.length + 1;
  }
  return blocks;
}
