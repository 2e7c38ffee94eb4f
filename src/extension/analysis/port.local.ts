import type { AnalysisPort, Reply } from './protocol';
import { AnalysisServer } from './server';

/** No other thread, where none can be had: the analysis is done here, between two events. */
export function localPort(): AnalysisPort {
  let listener: (reply: Reply) => void = () => undefined;
  let ended = false;
  const server = new AnalysisServer((reply) => {
    if (!ended) listener(reply);
  });
  return {
    post: (request) => void setTimeout(() => {
      if (!ended) server.handle(request);
    }, 0),
    onReply: (given) => {
      listener = given;
    },
    onEnd: () => undefined,
    dispose: () => {
      ended = true;
    },
  };
}
