// What the threads of the extension host hold, each by itself, asked through Node's inspector: the host's own figures do not have it.
import { Session } from 'node:inspector/promises';

interface Answer {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: unknown } };
}

/** Asks worker threads of this process for the size of their heaps. */
export class WorkerHeaps {
  readonly #session = new Session();
  /** By the id of a thread's session the file that it runs. */
  readonly #threads = new Map<string, string>();
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #lastId = 0;
  #ready: Promise<void> | undefined;

  /** The used heap of the newest thread whose file has that name, in bytes, after a collection; NaN where there is none. */
  async of(file: string): Promise<number> {
    await (this.#ready ??= this.#start());
    const [id] = [...this.#threads].reverse().find(([, url]) => url.includes(file)) ?? [];
    if (id === undefined) return NaN;
    await this.#ask(id, 'HeapProfiler.collectGarbage', {});
    const { result } = await this.#ask(id, 'Runtime.evaluate', { expression: 'process.memoryUsage().heapUsed', returnByValue: true });
    return Number(result?.result?.value);
  }

  async #start(): Promise<void> {
    this.#session.connect();
    this.#session.on('NodeWorker.attachedToWorker', ({ params: { sessionId, workerInfo } }) => void this.#threads.set(sessionId, workerInfo.url));
    this.#session.on('NodeWorker.detachedFromWorker', ({ params: { sessionId } }) => void this.#threads.delete(sessionId));
    this.#session.on('NodeWorker.receivedMessageFromWorker', ({ params: { message } }) => {
      const answer = JSON.parse(message) as Answer;
      if (answer.id === undefined) return;
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
    await this.#session.post('NodeWorker.enable', { waitForDebuggerOnStart: false });
  }

  async #ask(sessionId: string, method: string, params: object): Promise<Answer> {
    const id = ++this.#lastId;
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    await this.#session.post('NodeWorker.sendMessageToWorker', { sessionId, message: JSON.stringify({ id, method, params }) });
    return answered;
  }
}
