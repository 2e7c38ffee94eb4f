import { createEngine, type Engine } from '../core/index';
import { readModel } from '../node/model';
import { doPage } from './page';
import { doIssue } from './issue';
import { placeOf, problemOf } from './problem';
import { doRecords } from './records';
import type { Answer, Task } from './task';

let engine: Promise<Engine> | undefined;

/** One task in a thread of the pool. Never throws: what is wrong with one text is part of its answer. */
export default async function work(task: Task): Promise<Answer> {
  try {
    engine ??= readModel().then(createEngine);
    switch (task.kind) {
      case 'page':
        return await doPage(task, await engine);
      case 'issue':
        return await doIssue(task, await engine);
      case 'records':
        return doRecords(task, await engine);
    }
  } catch (error) {
    const where = placeOf(error);
    return { kind: 'failed', ...(where === undefined ? {} : { where }), problem: problemOf(error) };
  }
}
