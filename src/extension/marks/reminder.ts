/** How long VS Code has until it asks, in milliseconds: it lets a change rest for a quarter of a second or more. */
const patience = 1500;
/** How often it is reminded; where lenses are switched off in the editor it never asks. */
const most = 3;

/**
 * Sees to it that VS Code asks for the lenses of a document. It drops a request that waits its turn when the focus leaves the editor for a view, and asks next when the focus comes
 * back; until then no lens would stand on a page that was opened with the list of articles.
 */
export class Reminder<Document extends object> {
  readonly #waiting = new Map<Document, ReturnType<typeof setTimeout>>();

  /** @param remind tells VS Code that there is something to ask for */
  constructor(private readonly remind: () => void) {}

  /** There is something to ask for: VS Code was told, or has taken a request back. */
  expect(document: Document): void {
    this.#wait(document, most);
  }

  /** VS Code asks. */
  asked(document: Document): void {
    clearTimeout(this.#waiting.get(document));
    this.#waiting.delete(document);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  #wait(document: Document, times: number): void {
    this.asked(document);
    if (times === 0) return;
    this.#waiting.set(document, setTimeout(() => {
      this.#wait(document, times - 1);
      this.remind();
    }, patience));
  }
}
