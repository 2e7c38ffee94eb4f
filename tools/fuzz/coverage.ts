/** Which parts of the program have run, told by V8 itself through the inspector: an input that reaches a new one is kept and changed further. */
import { Session, type Profiler } from 'node:inspector';

/** Starts counting. @returns a function that tells how many parts ran since it was last asked that never had before, and their number */
export function watchCoverage(): { readonly news: () => number; readonly reached: () => number; readonly stop: () => void } {
  const session = new Session();
  session.connect();
  // Without a connection of its own to another process, every answer comes before the call returns.
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const known = new Set<string>();
  return {
    reached: () => known.size,
    news: () => {
      let fresh = 0;
      session.post('Profiler.takePreciseCoverage', (error: Error | null, { result }: Profiler.TakePreciseCoverageReturnType) => {
        if (error) throw error;
        for (const { url, functions } of result) {
          if (!url.startsWith('file:') || url.includes('node_modules')) continue;
          for (const { ranges } of functions) {
            for (const { startOffset, endOffset, count } of ranges) {
              // How often, in powers of two: a loop that turns twice as often is a new thing too.
              const key = count === 0 ? '' : `${startOffset}-${endOffset}/${Math.min(6, Math.floor(Math.log2(count)))}`;
              if (key === '' || known.has(key)) continue;
              known.add(key);
              fresh += 1;
            }
          }
        }
      });
      return fresh;
    },
    stop: () => session.disconnect(),
  };
}
