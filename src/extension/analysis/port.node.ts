import { Worker } from 'node:worker_threads';
import type { AnalysisPort, Reply, Request } from './protocol';

/** Starts the worker thread that analyses. @param file the bundle of `worker.node.ts` */
export function startWorkerThread(file: string): AnalysisPort {
  const worker = new Worker(file, { name: 'restitch analysis' });
  // The editor ends when it wants to, whatever is being analysed.
  worker.unref();
  return {
    post: (request: Request) => worker.postMessage(request),
    onReply: (listener) => void worker.on('message', (reply: Reply) => listener(reply)),
    onEnd: (listener) => {
      worker.on('error', (error) => listener(error.message));
      worker.on('exit', (code) => listener(`its thread ended with code ${String(code)}`));
    },
    dispose: () => void worker.terminate(),
  };
}
