import type { PoolArticle } from './pool';

const GRAM = 10;
const grams = new WeakMap<PoolArticle, ReadonlySet<string>>();

function gramsOf(article: PoolArticle): ReadonlySet<string> {
  let known = grams.get(article);
  if (known === undefined) {
    const text = article.paragraphs.join('\n');
    const made = new Set<string>();
    for (let at = 0; at + GRAM <= text.length; at++) made.add(text.slice(at, at + GRAM));
    grams.set(article, (known = made));
  }
  return known;
}

/** Whether two articles share sentences (agency copy printed twice): no page has both, and no reader could tell their parts apart. */
export function alike(a: PoolArticle, b: PoolArticle): boolean {
  if (a.title === b.title) return true;
  const known = gramsOf(a);
  const text = b.paragraphs.join('\n');
  let tried = 0;
  let shared = 0;
  for (let at = 0; at + GRAM <= text.length; at += 5) {
    tried++;
    if (known.has(text.slice(at, at + GRAM))) shared++;
  }
  return shared > tried * 0.06;
}
