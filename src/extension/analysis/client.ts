import type { TextChange, Decision, DumpVerdict, Leaf, Level, PlacedLeaf, Restitching } from '../../core';
import { patienceFor, Watchdog } from '../../watch/watchdog';
import type { AnalysisPort, Reply, Request, SentFacts, SentLeaves } from './protocol';

/** The thread that analyses has ended; what was asked is not answered. */
export class AnalysisEnded extends Error {
  constructor(why: string) {
    super(`the analysis has ended: ${why}`);
    this.name = 'AnalysisEnded';
  }
}

/** The thread that analyses could not answer a question, and goes on with the next. */
export class AnalysisFailed extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'AnalysisFailed';
  }
}

/** What the client needs of the host: the model and a thread. */
export interface ClientOptions {
  readonly readModel: () => Promise<Uint8Array>;
  readonly startPort: () => Promise<AnalysisPort>;
  /** Told when a thread has ended, and whether another is started in its place. */
  readonly onEnd: (why: string, again: boolean) => void;
}

/** A page of the paper with the name that the thread has for it. */
interface NamedLeaf extends PlacedLeaf {
  readonly name: number;
}

/** A document that the present thread has. */
interface Opened {
  /** The pages that were sent last. */
  leaves: readonly NamedLeaf[];
  /** Of the text, in UTF-16 units. */
  length: number;
}

type Asking = Extract<Request, { readonly id: number }>;
interface Waiting {
  /** Of the text that came with the question, in UTF-16 units. */
  readonly length: number;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that ends this often without an answer in between is not started again. */
const MOST_ATTEMPTS = 4;
/** The first wait before a new start, in milliseconds; each further one is twice as long. */
const FIRST_WAIT = 100;

/**
 * The editor's side of the analysis. Documents are opened and changed here as they are in the editor; the other thread keeps
 * up, and gives only what has changed. When it ends, or hangs and is ended, another is started, and the documents have to be
 * opened anew (`isOpen` tells).
 */
export class AnalysisClient {
  readonly #options: ClientOptions;
  readonly #waiting = new Map<number, Waiting>();
  readonly #open = new Map<string, Opened>();
  readonly #watchdog = new Watchdog((seconds) => this.#restart(`it gave no sign of life for ${String(seconds)} s`));
  #port: Promise<AnalysisPort> | undefined;
  #live: AnalysisPort | undefined;
  /** Tells whoever waits for the start that the thread has ended. */
  #onEnded: (why: string) => void = () => undefined;
  #lastId = 0;
  #attempts = 0;
  #disposed = false;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Whether the thread has a document, and changes may be told. */
  isOpen(document: string): boolean {
    return this.#open.has(document);
  }

  /** Starts the thread if need be. Rejects with {@link AnalysisEnded} where that fails. */
  async ready(): Promise<void> {
    await this.#started();
  }

  /** Gives a document to the thread, whole. The thread must be {@link ready}. */
  open(document: string, text: string): void {
    this.#open.set(document, { leaves: [], length: text.length });
    this.#live?.post({ ask: 'open', document, text });
  }

  /** Tells changes of an open document, each in the places that the one before it left. */
  change(document: string, changes: readonly TextChange[]): void {
    const open = this.#open.get(document);
    if (open === undefined) return;
    for (const { length, newText } of changes) open.length += newText.length - length;
    this.#live?.post({ ask: 'change', document, changes });
  }

  close(document: string): void {
    if (this.#open.delete(document)) this.#live?.post({ ask: 'close', document });
  }

  /**
   * The pages of the paper in an open document, as it was when asked.
   * @returns the same objects for what did not change; `length`: of the document as the thread has it
   */
  async leaves(document: string, decisions: readonly Decision[]): Promise<{ readonly leaves: readonly PlacedLeaf[]; readonly length: number }> {
    const reply = await this.#ask({ ask: 'leaves', id: ++this.#lastId, document, decisions });
    if (reply.answer !== 'leaves') throw new AnalysisFailed(`an answer to another question: ${reply.answer}`);
    const open = this.#open.get(document);
    const named = together(open?.leaves ?? [], reply.leaves);
    if (open !== undefined) open.leaves = named;
    return { leaves: named, length: reply.length };
  }

  /** What re-stitching an open document would do, or some of its articles by their ids. */
  async restitch(document: string, decisions: readonly Decision[], level: Level, articles?: readonly string[]): Promise<{ readonly restitching: Restitching; readonly length: number }> {
    const reply = await this.#ask({ ask: 'restitch', id: ++this.#lastId, document, decisions, level, ...(articles !== undefined && { articles }) });
    if (reply.answer !== 'restitch') throw new AnalysisFailed(`an answer to another question: ${reply.answer}`);
    return reply;
  }

  /** Whether a text looks like a dump. */
  async probe(text: string): Promise<DumpVerdict> {
    const reply = await this.#askAgain(() => ({ ask: 'probe', id: ++this.#lastId, text }));
    if (reply.answer !== 'probe') throw new AnalysisFailed(`an answer to another question: ${reply.answer}`);
    return reply.verdict;
  }

  /**
   * What an issue has to know of a text that is not opened, with the text of its sidecar. Other questions are answered in between.
   * @param whole with its articles in full
   */
  async facts(text: string, sidecar?: string, whole = false): Promise<SentFacts> {
    const reply = await this.#askAgain(() => ({ ask: 'facts', id: ++this.#lastId, text, whole, ...(sidecar !== undefined && { sidecar }) }));
    if (reply.answer !== 'facts') throw new AnalysisFailed(`an answer to another question: ${reply.answer}`);
    return reply.facts;
  }

  /** Starts anew after the thread has ended too often. */
  again(): void {
    if (this.#live !== undefined || this.#disposed) return;
    this.#attempts = 0;
    this.#port = undefined;
  }

  dispose(): void {
    this.#disposed = true;
    this.#end('it was not needed any more');
  }

  async #ask(request: Asking): Promise<Reply> {
    const port = await this.#started();
    if (port !== this.#live) throw new AnalysisEnded('its thread has just ended');
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { length: 'text' in request ? request.text.length : 0, resolve, reject });
      this.#watchdog.watch(this.#patience());
      port.post(request);
    });
  }

  /** Asks something that needs no document, once more where the thread ended over it. */
  async #askAgain(request: () => Asking): Promise<Reply> {
    try {
      return await this.#ask(request());
    } catch (error) {
      if (!(error instanceof AnalysisEnded)) throw error;
      return this.#ask(request());
    }
  }

  /** Seconds until the next answer may have come: before it, all that the thread has may have to be read. */
  #patience(): number {
    const texts = [...this.#open.values(), ...this.#waiting.values()];
    return patienceFor(texts.reduce((sum, { length }) => sum + length, 0));
  }

  #started(): Promise<AnalysisPort> {
    this.#port ??= this.#start();
    return this.#port;
  }

  async #start(): Promise<AnalysisPort> {
    if (this.#disposed) throw new AnalysisEnded('it was not needed any more');
    const { model, port } = await this.#prepared();
    this.#live = port;
    let ready = false;
    await new Promise<void>((resolve, reject) => {
      this.#onEnded = (why) => reject(new AnalysisEnded(why));
      port.onReply((reply) => {
        if (this.#live !== port) return;
        this.#watchdog.heard();
        if (reply.answer === 'ready') {
          ready = true;
          resolve();
        } else if (reply.answer === 'failed' && !ready) this.#stop(reply.why);
        else this.#hear(reply);
        if (this.#waiting.size === 0) this.#watchdog.rest();
      });
      port.onEnd((why) => {
        if (this.#live === port) this.#restart(why);
      });
      this.#watchdog.watch(patienceFor(0));
      port.post({ ask: 'start', model });
    });
    return port;
  }

  /** What a thread needs. One that cannot be had is asked for again when that is wanted, not for ever refused. */
  async #prepared(): Promise<{ readonly model: Uint8Array; readonly port: AnalysisPort }> {
    try {
      const model = await this.#options.readModel();
      const port = await this.#options.startPort();
      if (!this.#disposed) return { model, port };
      port.dispose();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#stop(why);
      throw new AnalysisEnded(why);
    }
    throw new AnalysisEnded('it was not needed any more');
  }

  #hear(reply: Reply): void {
    if (reply.answer === 'ready' || reply.answer === 'working' || reply.id === undefined) return;
    this.#attempts = 0;
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.answer === 'failed') waiting?.reject(new AnalysisFailed(reply.why));
    else waiting?.resolve(reply);
  }

  /** The next question starts another thread, after a while; after several in vain none does. */
  #restart(why: string): void {
    this.#end(why);
    if (this.#disposed) return;
    this.#attempts++;
    if (this.#attempts >= MOST_ATTEMPTS) {
      this.#stop(why);
      return;
    }
    const wait = FIRST_WAIT * 2 ** (this.#attempts - 1);
    this.#port = new Promise((resolve) => setTimeout(resolve, wait)).then(() => this.#start());
    this.#port.catch(() => undefined);
    this.#options.onEnd(why, true);
  }

  /** Starts no other thread until that is asked for. */
  #stop(why: string): void {
    this.#end(why);
    this.#port = Promise.reject(new AnalysisEnded(why));
    this.#port.catch(() => undefined);
    this.#options.onEnd(why, false);
  }

  #end(why: string): void {
    this.#watchdog.rest();
    this.#onEnded(why);
    const port = this.#live;
    this.#live = undefined;
    this.#port = undefined;
    this.#open.clear();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new AnalysisEnded(why));
    port?.dispose();
  }
}

/** The pages of an answer, of those of the one before and what was sent. */
function together(before: readonly NamedLeaf[], { head, tail, moved, between }: SentLeaves): NamedLeaf[] {
  // Looked up only when a page comes back that stood elsewhere.
  let byName: Map<number, Leaf> | undefined;
  const known = (name: number): Leaf => {
    byName ??= new Map(before.map((one) => [one.name, one.leaf]));
    const leaf = byName.get(name);
    if (leaf === undefined) throw new AnalysisFailed('a page of the paper was not sent');
    return leaf;
  };
  const end = before.slice(before.length - tail);
  const stands = moved.offset === 0 && moved.line === 0 && moved.articles === 0;
  return [
    ...before.slice(0, head),
    ...between.map(({ leaf, ...place }): NamedLeaf => ({ leaf: leaf ?? known(place.name), ...place })),
    ...(stands ? end : end.map((one): NamedLeaf => ({ ...one, offset: one.offset + moved.offset, line: one.line + moved.line, articles: one.articles + moved.articles }))),
  ];
}
