/** What is asked of a document here. */
interface Versioned {
  readonly version: number;
}

/**
 * Lists given to VS Code for a document, which are emptied once VS Code can have no use for them: when a newer version was
 * answered, and when the document is closed. VS Code keeps the very list that it was given; it lets go of it when it has
 * shown others, but where the request was cancelled while the answer was on its way it keeps it until the window closes.
 */
export class Given<Document extends Versioned, Item> {
  readonly #given = new Map<Document, { readonly version: number; readonly lists: readonly WeakRef<Item[]>[] }>();

  /** Gives a list of the document's present version, and empties those of older ones. */
  give(document: Document, list: Item[]): Item[] {
    const { version } = document;
    if (this.#given.get(document)?.version !== version) this.forget(document);
    // Who scrolls for hours asks for many lists of one version; those that VS Code let go of are not counted up.
    const kept = (this.#given.get(document)?.lists ?? []).filter((one) => one.deref());
    this.#given.set(document, { version, lists: [...kept, new WeakRef(list)] });
    return list;
  }

  /** Empties all lists of a document. */
  forget(document: Document): void {
    for (const reference of this.#given.get(document)?.lists ?? []) reference.deref()?.splice(0);
    this.#given.delete(document);
  }
}
