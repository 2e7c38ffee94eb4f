/**
 * Words of a text, where words matter: the names and keywords of an article, the subject of a figure.
 * Never for stitching, which is the same on every host: segmenters differ from host to host.
 */
export interface WordService {
  /** The words that tell what a text is about, most telling first, at most `limit`. */
  keywords(text: string, limit: number): Promise<readonly string[]>;
  /** Names of people, places and institutions, each once, in the order in which they first stand in the text. */
  names(text: string): Promise<readonly string[]>;
  /** The text cut into words: joined, they are the text again. */
  cut(text: string): Promise<readonly string[]>;
  /** The text cut into words with their parts of speech, in nodejieba's tags; empty where the backend knows none. */
  tagged(text: string): Promise<readonly TaggedWord[]>;
  /** What does the work. Waits until that is known; asking starts the service. */
  readonly backend: Promise<WordBackend>;
  /** Ends the service. Questions without an answer, and later ones, are rejected with {@link WordServiceEnded}. */
  dispose(): Promise<void>;
}

/** A word and its part of speech in the tags of nodejieba: n, vn, ns, v, p, uj, … */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

export type WordBackend = 'nodejieba' | 'Intl.Segmenter';

/** The service was disposed of before it could answer. */
export class WordServiceEnded extends Error {
  override readonly name = 'WordServiceEnded';
  constructor() {
    super('the word service has ended');
  }
}

/** A word of two Chinese characters or more; anything shorter tells nothing about a text. */
const tellingWord = /^\p{Script=Han}{2,12}$/u;

/** Endings of place names and institutions: all that can be told of a name without a dictionary of names. */
const placeEnding = /^\p{Script=Han}{1,11}[省市县区旗盟州镇乡村苏嘎]$/u;

/** Words of two characters that are in every piece of news. */
const everywhere = new Set(
  '我们 他们 她们 你们 自己 这个 那个 这些 那些 什么 怎么 如何 因为 所以 但是 而且 以及 并且 如果 虽然 通过 进行 已经 可以 没有 不是 就是 还是 其中 同时 目前 今年 去年 今天 昨天 日前 近日 据悉 记者 通讯员 表示 介绍 告诉 认为 指出 说道 成为 开展 加强 推进 推动 实现 提升'.split(' '),
);

/** Words by `Intl.Segmenter`, which every host of today carries. Answers at once and needs no file. */
export function createSegmenterWords(): WordService {
  // A browser of yesterday may lack it; then each Chinese character is a word, and there are no names and keywords.
  const { Segmenter } = Intl as Partial<typeof Intl>;
  const segmenter = Segmenter && new Segmenter('zh-Hans', { granularity: 'word' });
  let ended = false;

  const cutNow = (text: string): string[] =>
    segmenter ? Array.from(segmenter.segment(text), (part) => part.segment) : (text.match(/\p{Script=Han}|\P{Script=Han}+/gu) ?? []);

  const answer = <T>(value: () => T): Promise<T> => (ended ? Promise.reject(new WordServiceEnded()) : Promise.resolve(value()));

  return {
    cut: (text) => answer(() => cutNow(text)),
    names: (text) => answer(() => [...new Set(cutNow(text).filter((word) => placeEnding.test(word)))]),
    keywords: (text, limit) => answer(() => commonest(cutNow(text), limit)),
    tagged: () => answer(() => []),
    backend: Promise.resolve('Intl.Segmenter'),
    dispose() {
      ended = true;
      return Promise.resolve();
    },
  };
}

/** Long and frequent words first; of equals, the one that stands earlier. */
function commonest(words: readonly string[], limit: number): string[] {
  const weights = new Map<string, number>();
  for (const word of words) {
    if (!tellingWord.test(word) || everywhere.has(word)) continue;
    weights.set(word, (weights.get(word) ?? 0) + word.length);
  }
  return [...weights]
    .sort((a, b) => b[1] - a[1])
    .slice(0, Math.max(0, limit))
    .map(([word]) => word);
}
