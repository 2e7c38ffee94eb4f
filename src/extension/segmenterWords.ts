import type { WordService } from './host';

/** Words of two characters or more that say nothing about a text. */
const emptyWords = new Set(
  '我们 他们 你们 自己 这个 那个 这些 那些 这样 一个 一些 没有 可以 已经 以及 通过 进行 为了 因为 所以 但是 如果 就是 不是 还是 同时 目前 记者 本报 报道 表示 介绍 其中 方面 工作'.split(' '),
);

/**
 * The word service of a browser: `Intl.Segmenter` and counting. It knows no names, so `names` is empty,
 * and a runtime without `Intl.Segmenter` gives no words at all.
 */
export function createSegmenterWords(): WordService {
  const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;
  const cut = (text: string): string[] => (segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : []);
  return {
    backend: 'Intl.Segmenter',
    keywords: (text, limit) => Promise.resolve(mostFrequent(cut(text), limit)),
    names: () => Promise.resolve([]),
    dispose: () => undefined,
  };
}

function mostFrequent(words: readonly string[], limit: number): string[] {
  const counts = new Map<string, number>();
  for (const word of words) {
    if (/^\p{Script=Han}{2,}$/u.test(word) && !emptyWords.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  // Long words say more than short ones; equal words keep the order of the text.
  const weight = ([word, count]: readonly [string, number]): number => count * Math.log2(word.length + 1);
  return [...counts].filter(([, count]) => count > 1).sort((a, b) => weight(b) - weight(a)).slice(0, limit).map(([word]) => word);
}
