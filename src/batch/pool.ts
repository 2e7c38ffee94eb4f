import os from 'node:os';
import path from 'node:path';
import { Tinypool } from 'tinypool';
import { patienceFor, Watchdog } from '../watch/watchdog';
import { runAlone } from './alone';
import { BatchError } from './problem';
import { sizeOfTask, type Answer, type Task } from './task';

/** Threads that do tasks. */
export interface Pool {
  readonly jobs: number;
  /**
   * Never rejects: where a thread dies or hangs, others take its place, and what it had is done again, each text by itself. Only the
   * text that ends its thread once more is given up; that is an answer, too.
   */
  run(task: Task): Promise<Answer>;
  end(): Promise<void>;
}

interface Running {
  readonly bytes: number;
  readonly fail: (error: Error) => void;
}

/**
 * Starts worker threads.
 * @param jobs how many; as many as the machine has cores when left out
 * @param file the bundle of `worker.ts`
 */
export function createPool(jobs = os.availableParallelism(), file = path.join(__dirname, 'batch-worker.js')): Pool {
  // Two tasks a thread: the next one is there when one is done, and one is computed while the files of another are written.
  const start = (): Threads => startThreads({ filename: file, minThreads: jobs, maxThreads: jobs, concurrentTasksPerWorker: 2, idleTimeout: 60_000 });
  let threads = start();
  let alone: Promise<unknown> = Promise.resolve();
  return {
    jobs,
    async run(task) {
      const mine = threads;
      try {
        return await mine.run(task);
      } catch {
        // Nobody knows which of the threads hangs, and what one that died leaves behind: new ones take the place of all.
        if (mine === threads) {
          threads = start();
          void mine.end();
        }
        const answer = alone.then(() => runAlone(task, () => startThreads({ filename: file, minThreads: 1, maxThreads: 1 })));
        alone = answer;
        return answer;
      }
    },
    end: () => threads.end(),
  };
}

/** Threads that are given up together when one of them dies or hangs. */
export interface Threads {
  /** @throws BatchError where the thread died, or gave no sign of life for longer than the task can take */
  run(task: Task): Promise<Answer>;
  end(): Promise<void>;
}

function startThreads(options: ConstructorParameters<typeof Tinypool>[0]): Threads {
  const pool = new Tinypool(options);
  // A thread that dies while it has nothing to do is missed by nobody.
  pool.on('error', () => undefined);
  const running = new Set<Running>();
  const watchdog = new Watchdog((seconds) => {
    for (const { fail } of running) fail(new Error(`no sign of life for ${String(seconds)} s`));
  }, 'hold');
  const watch = (): void => {
    if (running.size === 0) watchdog.rest();
    else watchdog.watch(patienceFor([...running].reduce((sum, { bytes }) => sum + bytes, 0)));
  };
  return {
    run: (task) =>
      new Promise<Answer>((resolve, reject) => {
        const mine: Running = { bytes: sizeOfTask(task), fail: reject };
        running.add(mine);
        watch();
        const done = (): void => {
          running.delete(mine);
          watchdog.heard();
          watch();
        };
        // Copied, not handed over: what a thread takes with it when it dies has to be there for the next one.
        pool.run(task).then(
          (answer: Answer) => {
            done();
            resolve(answer);
          },
          (error: unknown) => {
            done();
            reject(error instanceof Error ? error : new Error(String(error)));
          },
        );
      }).catch((cause: unknown) => {
        throw new BatchError({ code: 'ThreadEnded', why: cause instanceof Error ? cause.message : String(cause) }, { cause });
      }),
    async end() {
      // `destroy` waits for ever for a thread that has ended by itself.
      const ended = pool.threads.map((thread): Promise<unknown> => thread.terminate());
      void pool.destroy().catch(() => undefined);
      await Promise.all(ended);
    },
  };
}
