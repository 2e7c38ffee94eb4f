// The worker thread that holds nodejieba: loading takes most of a second and 250 MB, so it is done once and out of the way.
import { parentPort } from 'node:worker_threads';
import { loadJieba, type Jieba } from './jieba';
import type { Reply, Request } from './protocol';

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker thread only');

const say = (reply: Reply): void => port.postMessage(reply);

try {
  const jieba = loadJieba(__filename);
  say({ kind: 'ready' });
  port.on('message', (request: Request) => {
    const words = answer(jieba, request);
    say(words === undefined ? { kind: 'answer', id: request.id } : { kind: 'answer', id: request.id, words });
  });
} catch (error) {
  say({ kind: 'unavailable', why: error instanceof Error ? error.message : String(error) });
}

function answer(jieba: Jieba, { ask, text, limit }: Request): readonly string[] | undefined {
  try {
    switch (ask) {
      case 'cut': {
        const words = jieba.cut(text, true);
        // What cannot be said in UTF-8 (half a character) would be lost.
        return words.join('') === text ? words : undefined;
      }
      case 'names':
        return namesOf(jieba, text);
      case 'keywords':
        return keywordsOf(jieba, text, limit);
      case 'tagged': {
        const tagged = jieba.tag(text);
        // Word and tag in turns; words that do not give the text again would be in the wrong places.
        return tagged.map(({ word }) => word).join('') === text ? tagged.flatMap(({ word, tag }) => [word, tag]) : [];
      }
    }
  } catch {
    return undefined;
  }
}

/** The words that tell an article from others: no bare figures, which cppjieba rates high. */
function keywordsOf(jieba: Jieba, text: string, limit: number): readonly string[] {
  if (limit <= 0) return [];
  // Twice as many, so that enough are left.
  const found = jieba.extract(text, limit * 2).map(({ word }) => word);
  return found.filter((word) => word.length > 1 && /\p{L}/u.test(word)).slice(0, limit);
}

/** nr people, ns places, nt institutions, in cppjieba's tags; nrt and nrfg are people too. */
function namesOf(jieba: Jieba, text: string): readonly string[] {
  const names = new Set<string>();
  for (const { word, tag } of jieba.tag(text)) {
    if (/^n[rst]/u.test(tag) && word.length > 1) names.add(word);
  }
  return [...names];
}
