/** Characters of a row's text that are its name. A paragraph that gets its continuation keeps its beginning. */
const named = 20;

/**
 * Names for rows, made of what they show: the same row has the same name in the next analysis, wherever it stands by then, and
 * VS Code keeps it open and selected. Rows that show the same are numbered in their order.
 */
export class RowIds {
  readonly #taken = new Map<string, number>();

  of(kind: string, text: string): string {
    const name = `${kind}:${text.trimStart().slice(0, named)}`;
    const before = this.#taken.get(name) ?? 0;
    this.#taken.set(name, before + 1);
    return before === 0 ? name : `${name}#${before + 1}`;
  }
}
