import { problemOf } from './problem';
import { lostLine } from './records';
import { oneBadLine } from './recordsOut';
import type { Threads } from './pool';
import type { Answer, RecordsDone, RecordsTask, Task } from './task';

/**
 * Does a task over which a thread was lost, with a thread for itself; of records, one after the other, so that only the one that ends its
 * thread is given up. Never rejects.
 */
export async function runAlone(task: Task, start: () => Threads): Promise<Answer> {
  if (task.kind === 'records') return recordByRecord(task, start);
  const own = start();
  try {
    return await own.run(task);
  } catch (error) {
    return { kind: 'failed', problem: problemOf(error) };
  } finally {
    await own.end();
  }
}

async function recordByRecord(task: RecordsTask, start: () => Threads): Promise<Answer> {
  const done: RecordsDone[] = [];
  let own = start();
  try {
    for (const bytes of linesOf(task.bytes)) {
      try {
        const answer = await own.run({ ...task, bytes });
        if (answer.kind !== 'records') return answer;
        done.push(answer);
      } catch (error) {
        const problem = problemOf(error);
        done.push(oneBadLine(problem, lostLine(problem, bytes, task.work)));
        await own.end();
        own = start();
      }
    }
  } finally {
    await own.end();
  }
  return together(done);
}

/** Each line with its end. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at);
    const next = end === -1 ? bytes.length : end + 1;
    yield bytes.slice(at, next);
    at = next;
  }
}

function together(all: readonly RecordsDone[]): RecordsDone {
  const sum = (of: (one: RecordsDone) => number): number => all.reduce((total, one) => total + of(one), 0);
  let lines = 0;
  const problems = all.flatMap((one) => {
    const before = lines;
    lines += one.lines;
    return one.problems.map(({ line, problem }) => ({ line: before + line, problem }));
  });
  return {
    kind: 'records',
    output: Buffer.concat(all.map(({ output }) => output)),
    lines,
    records: sum(({ records }) => records),
    characters: sum(({ characters }) => characters),
    left: sum(({ left }) => left),
    problems,
  };
}
