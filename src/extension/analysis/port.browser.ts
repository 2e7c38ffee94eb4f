import type { AnalysisPort, Reply, Request } from './protocol';

/** A web worker, as far as it is used here. */
interface WebWorker {
  postMessage(message: Request): void;
  terminate(): void;
  onmessage: ((event: { readonly data: Reply }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

interface BrowserGlobals {
  readonly Worker?: new (url: string) => WebWorker;
}

/**
 * Starts a web worker with the given program. The program is not taken from its own address, because that is another origin's.
 * @throws Error where the browser allows no worker
 */
export function startWebWorker(program: Uint8Array): AnalysisPort {
  const { Worker } = globalThis as BrowserGlobals;
  if (Worker === undefined) throw new Error('this browser has no workers');
  const address = URL.createObjectURL(new Blob([new TextDecoder().decode(program)], { type: 'text/javascript' }));
  const worker = new Worker(address);
  return {
    post: (request) => worker.postMessage(request),
    onReply: (listener) => {
      worker.onmessage = ({ data }) => listener(data);
    },
    onEnd: (listener) => {
      worker.onerror = ({ message }) => listener(message ?? 'it could not be started');
    },
    dispose: () => {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}
