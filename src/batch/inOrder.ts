/** How much may be under way at once. */
export interface Window {
  readonly most: number;
  /** Bytes; one heavier task goes alone. */
  readonly heaviest: number;
}

interface Running<T, R> {
  readonly task: T;
  readonly weight: number;
  readonly result: Promise<R>;
}

/**
 * Does tasks beside each other and gives their results in the order of the tasks, each as soon as it and all before it are there.
 * Tasks are taken from their source only while there is room, so memory does not grow with their number.
 * @param run must not reject
 */
export async function* inOrder<T, R>(tasks: AsyncIterator<T>, run: (task: T) => Promise<R>, weigh: (task: T) => number, window: Window): AsyncGenerator<readonly [task: T, result: R]> {
  const running: Running<T, R>[] = [];
  let weight = 0;
  let next: Promise<IteratorResult<T>> | undefined;
  let ended = false;
  try {
    for (;;) {
      const hasRoom = running.length < window.most && (running.length === 0 || weight < window.heaviest);
      if (!ended && hasRoom) next ??= tasks.next();
      const head = running[0];
      if (head === undefined && next === undefined) return;
      const first = await Promise.race([...(next === undefined ? [] : [next.then((read) => ({ read }))]), ...(head === undefined ? [] : [head.result.then((result) => ({ result }))])]);
      if ('read' in first) {
        next = undefined;
        if (first.read.done === true) ended = true;
        else {
          const task = first.read.value;
          const own = weigh(task);
          weight += own;
          running.push({ task, weight: own, result: run(task) });
        }
      } else if (head !== undefined) {
        running.shift();
        weight -= head.weight;
        yield [head.task, first.result];
      }
    }
  } finally {
    // Whoever stops listening closes the source; what runs is left to end.
    if (!ended) {
      await next?.catch(() => undefined);
      await tasks.return?.(undefined);
    }
    await Promise.all(running.map(({ result }) => result));
  }
}
