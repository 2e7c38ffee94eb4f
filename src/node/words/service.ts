import { Worker } from 'node:worker_threads';
import { createSegmenterWords, WordServiceEnded, type TaggedWord, type WordBackend, type WordService } from '../../core/index';
import { patienceFor, Watchdog } from '../../watch/watchdog';
import type { Reply, Request } from './protocol';

export interface WordServiceOptions {
  /** The bundle of `worker.ts`, `dist/words-worker.js`. */
  readonly workerFile: string;
  /** Told once, in words, when nodejieba cannot be used. */
  readonly log: (line: string) => void;
}

/**
 * Words by nodejieba in one worker thread, which is started by the first question and kept. Where it cannot be
 * loaded, or once it has died or hangs, `Intl.Segmenter` answers: another thread is not started, for the memory of the first, 250 MB, is
 * not given back. The thread keeps no program alive that waits for no answer.
 */
export function createWordService(options: WordServiceOptions): WordService {
  return new JiebaWords(options);
}

type Ask = Request['ask'];
interface Waiting {
  readonly request: Request;
  readonly resolve: (words: readonly string[]) => void;
  readonly reject: (error: Error) => void;
}

class JiebaWords implements WordService {
  private readonly segmenter = createSegmenterWords();
  private readonly waiting = new Map<number, Waiting>();
  private readonly watchdog = new Watchdog((seconds) => this.giveUp(`it gave no sign of life for ${seconds} s`));
  private worker: Worker | undefined;
  private state: 'asleep' | 'starting' | 'nodejieba' | 'Intl.Segmenter' | 'ended' = 'asleep';
  private settled: ((backend: WordBackend) => void)[] = [];
  private failed: ((error: Error) => void)[] = [];
  private lastId = 0;

  constructor(private readonly options: WordServiceOptions) {}

  keywords(text: string, limit: number): Promise<readonly string[]> {
    return this.ask('keywords', text, limit);
  }

  names(text: string): Promise<readonly string[]> {
    return this.ask('names', text, 0);
  }

  cut(text: string): Promise<readonly string[]> {
    return this.ask('cut', text, 0);
  }

  async tagged(text: string): Promise<readonly TaggedWord[]> {
    const turns = await this.ask('tagged', text, 0);
    return Array.from({ length: turns.length / 2 }, (_, at) => ({ word: turns[2 * at] ?? '', tag: turns[2 * at + 1] ?? '' }));
  }

  get backend(): Promise<WordBackend> {
    return new Promise((resolve, reject) => {
      this.wake();
      if (this.state === 'ended') reject(new WordServiceEnded());
      else if (this.state === 'nodejieba' || this.state === 'Intl.Segmenter') resolve(this.state);
      else {
        this.settled.push(resolve);
        this.failed.push(reject);
        this.holdOrRelease();
      }
    });
  }

  async dispose(): Promise<void> {
    if (this.state === 'ended') return;
    this.state = 'ended';
    const worker = this.worker;
    this.worker = undefined;
    this.watchdog.rest();
    const ended = new WordServiceEnded();
    for (const { reject } of this.waiting.values()) reject(ended);
    for (const reject of this.failed) reject(ended);
    this.waiting.clear();
    this.settled = [];
    this.failed = [];
    await this.segmenter.dispose();
    await worker?.terminate();
  }

  private ask(ask: Ask, text: string, limit: number): Promise<readonly string[]> {
    this.wake();
    if (this.state === 'ended') return Promise.reject(new WordServiceEnded());
    if (this.state === 'Intl.Segmenter') return this.bySegmenter(ask, text, limit);
    return new Promise((resolve, reject) => {
      this.lastId += 1;
      const request: Request = { id: this.lastId, ask, text, limit };
      this.waiting.set(request.id, { request, resolve, reject });
      // A worker that is still loading keeps the message until it listens.
      this.worker?.postMessage(request);
      this.holdOrRelease();
    });
  }

  private bySegmenter(ask: Ask, text: string, limit: number): Promise<readonly string[]> {
    if (ask === 'tagged') return this.segmenter.tagged(text).then(() => []);
    return ask === 'keywords' ? this.segmenter.keywords(text, limit) : this.segmenter[ask](text);
  }

  private wake(): void {
    if (this.state !== 'asleep') return;
    this.state = 'starting';
    try {
      const worker = new Worker(this.options.workerFile, { name: 'restitch words' });
      this.worker = worker;
      worker.on('message', (reply: Reply) => this.hear(reply));
      worker.on('error', (error) => this.giveUp(error.message));
      worker.on('exit', (code) => this.giveUp(`its thread ended with code ${code}`));
      this.holdOrRelease();
    } catch (error) {
      this.giveUp(error instanceof Error ? error.message : String(error));
    }
  }

  private hear(reply: Reply): void {
    this.watchdog.heard();
    switch (reply.kind) {
      case 'ready':
        if (this.state === 'starting') this.settle('nodejieba');
        break;
      case 'unavailable':
        this.giveUp(reply.why);
        break;
      case 'answer': {
        const asked = this.waiting.get(reply.id);
        this.waiting.delete(reply.id);
        if (asked !== undefined) this.pass(asked, reply.words);
        break;
      }
    }
    this.holdOrRelease();
  }

  private pass({ request, resolve, reject }: Waiting, words: readonly string[] | undefined): void {
    if (words !== undefined) resolve(words);
    else this.bySegmenter(request.ask, request.text, request.limit).then(resolve, reject);
  }

  /** From now on the segmenter answers, also what is still open. */
  private giveUp(why: string): void {
    if (this.state === 'ended' || this.state === 'Intl.Segmenter') return;
    this.options.log(`nodejieba cannot be used (${why}); words come from Intl.Segmenter`);
    const worker = this.worker;
    this.worker = undefined;
    this.watchdog.rest();
    this.settle('Intl.Segmenter');
    const open = [...this.waiting.values()];
    this.waiting.clear();
    for (const asked of open) this.pass(asked, undefined);
    void worker?.terminate();
  }

  private settle(backend: WordBackend): void {
    this.state = backend;
    for (const resolve of this.settled) resolve(backend);
    this.settled = [];
    this.failed = [];
  }

  /** The thread may keep the program alive while someone waits for it, and only then; it is watched as long. */
  private holdOrRelease(): void {
    if (this.worker !== undefined && (this.waiting.size > 0 || this.settled.length > 0)) {
      this.worker.ref();
      const texts = [...this.waiting.values()].map(({ request }) => request.text.length);
      this.watchdog.watch(patienceFor(texts.reduce((sum, length) => sum + length, 0)));
    } else {
      this.worker?.unref();
      this.watchdog.rest();
    }
  }
}
