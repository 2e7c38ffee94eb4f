// The web worker that analyses, in a browser.
import type { Reply, Request } from './protocol';
import { AnalysisServer } from './server';

/** What a web worker has of the platform, as far as it is used here. */
interface WorkerScope {
  postMessage(reply: Reply): void;
  onmessage: ((event: { readonly data: Request }) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
const server = new AnalysisServer((reply) => scope.postMessage(reply));
scope.onmessage = ({ data }) => server.handle(data);
