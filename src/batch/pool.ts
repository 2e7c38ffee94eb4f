import os from 'node:os';
import path from 'node:path';
import { Tinypool } from 'tinypool';
import { problemOf } from './problem';
import type { Answer, Task } from './task';

/** Threads that do tasks. */
export interface Pool {
  readonly jobs: number;
  /** Never rejects: a thread that died is an answer, too, and another takes its place. The bytes of the task are gone afterwards. */
  run(task: Task): Promise<Answer>;
  end(): Promise<void>;
}

/**
 * Starts worker threads.
 * @param jobs how many; as many as the machine has cores when left out
 * @param file the bundle of `worker.ts`
 */
export function createPool(jobs = os.availableParallelism(), file = path.join(__dirname, 'batch-worker.js')): Pool {
  // Two tasks a thread: the next one is there when one is done, and one is computed while the files of another are written.
  const pool = new Tinypool({ filename: file, minThreads: jobs, maxThreads: jobs, concurrentTasksPerWorker: 2, idleTimeout: 60_000 });
  return {
    jobs,
    async run(task) {
      try {
        return (await pool.run(task, { transferList: transferable(task.bytes) })) as Answer;
      } catch (error) {
        return { kind: 'failed', problem: problemOf(error) };
      }
    },
    end: () => pool.destroy(),
  };
}

/** Bytes change hands without being copied, where the memory is theirs alone and not a slice of one that others use. */
function transferable(bytes: Uint8Array): ArrayBuffer[] {
  const { buffer, byteLength } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
