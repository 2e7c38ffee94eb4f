// The worker thread that analyses, on the desktop and on a server: a page costs tens of milliseconds, which the editor's thread has not.
import { parentPort } from 'node:worker_threads';
import type { Request } from './protocol';
import { AnalysisServer } from './server';

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker thread only');

const server = new AnalysisServer((reply) => port.postMessage(reply));
port.on('message', (request: Request) => server.handle(request));
