import { readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { threadId } from 'node:worker_threads';

/** Machine, process, thread and number: processes on several machines may write into one folder. */
const NAME = /^\.restitch-([\w-]{1,64})-(\d{1,10})-\d{1,10}-\d{1,16}\.tmp$/u;

const machine = hostname().replace(/[^\w-]/gu, '_').slice(0, 64) || 'here';
let written = 0;

/** A new name beside a file that is being written; threads of one process write beside each other. */
export function neighbourIn(folder: string): string {
  written += 1;
  return path.join(folder, `.restitch-${machine}-${String(process.pid)}-${String(threadId)}-${String(written)}.tmp`);
}

/** Takes away what a process of this machine that was killed has left half written in a folder. Never fails. */
export function sweepNeighbours(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const [, where, id] = NAME.exec(name) ?? [];
      if (where === machine && id !== undefined && !isRunning(Number(id))) rmSync(path.join(folder, name), { force: true });
    }
  } catch {
    // It is left where it is.
  }
}

function isRunning(id: number): boolean {
  try {
    // Sends nothing, and asks whether it could.
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
