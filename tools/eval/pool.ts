import { readFileSync } from 'node:fs';

/** An article ready to be laid out: a usable title and clean paragraphs, full-width punctuation. */
export interface PoolArticle {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Articles with one topic tell of one event. */
  readonly topic: string;
  /** Small heads of the source, by the index of the paragraph they stand before. */
  readonly subheads: ReadonlyMap<number, string>;
}

export interface RawArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly source: string;
}

/** A paragraph ends with a sentence, or with a closing sign behind one or a bracket that holds a name. */
const FINAL = /[。！？…][”’」』）]*$|[。！？”][（][^（）]{2,24}[）]$/u;
/** A line that ends so goes on in the next one: web pages break lists and quotations that newspapers run on. */
const RUNS_ON = /[，、：；]$/u;
const JUNK = /https?:|www\.|\.com|\.cn|微信|公众号|扫码|二维码|点击|责编|责任编辑|编辑[：:]|来源[：:]|资料图|截图|原标题|摘要|核心提示|图自|图片|供图|摄[）)]?$|视频|转载|版权|下载|^文[/|丨／]|^[（(]?(图|记者|作者|采写|统筹|撰文|监制)[^。]*$|^END|[|｜▲►△▼◆]/iu;
const GENERIC_TITLE = /联播快讯|^(国内|国际)(新闻|要闻)|摘要|目录|\.txt|\.html?|[|_]/u;

/**
 * Reads a corpus of the project's data folder and keeps what looks like newspaper articles.
 * @param limit at most this many lines, spread evenly over the file
 * @throws when the file cannot be read
 */
export function loadPool(path: string, limit = Infinity): PoolArticle[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line !== '');
  const step = Math.max(1, lines.length / limit);
  const pool: PoolArticle[] = [];
  for (let at = 0; at < lines.length; at += step) {
    const article = cleanArticle(JSON.parse(lines[Math.floor(at)] ?? '{}') as RawArticle);
    if (article !== undefined) pool.push(article);
  }
  return new Set(pool.map((article) => article.topic)).size > 3 ? pool : withTopics(pool);
}

/** Where the corpus names no events, articles whose titles share a rare pair of characters count as one topic. */
export function withTopics(pool: readonly PoolArticle[]): PoolArticle[] {
  const pairsOf = (title: string): string[] => [...title.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map((match) => match[1] ?? '');
  const counts = new Map<string, number>();
  for (const { title } of pool) for (const pair of new Set(pairsOf(title))) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return pool.map((article) => {
    const rare = pairsOf(article.title).filter((pair) => between(counts.get(pair) ?? 0, 4, 40));
    rare.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
    return { ...article, topic: rare[0] ?? article.id };
  });
}

const between = (value: number, low: number, high: number): boolean => value >= low && value <= high;

/** The article made fit for a page, or undefined where nothing usable is left. */
export function cleanArticle(raw: RawArticle): PoolArticle | undefined {
  const title = cleanTitle(raw.title);
  if (title === undefined) return undefined;
  const paragraphs: string[] = [];
  const subheads = new Map<number, string>();
  let held = '';
  for (const line of raw.text.split('\n')) {
    const trimmed = widen(line.trim());
    if (trimmed === '' || trimmed === title || JUNK.test(trimmed)) continue;
    const text = held + trimmed;
    held = RUNS_ON.test(text) ? text : '';
    if (held !== '') continue;
    if (FINAL.test(text) && text.length >= 16) {
      if (text.length <= 1200) paragraphs.push(...splitLong(text));
    } else if (paragraphs.length > 0 && text.length >= 4 && text.length <= 16 && !/[。！？，；：…”）]$/u.test(text)) {
      subheads.set(paragraphs.length, text);
    }
  }
  // Round-ups of unrelated items are no one article.
  if (paragraphs.filter((paragraph) => /^[☉⊙●•◆◎★※○·]/u.test(paragraph)).length > 1) return undefined;
  const length = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  if (length < 150 || length > 2500) return undefined;
  return { id: raw.id, title, paragraphs, topic: raw.source, subheads };
}

/** A title without file names, dates, site names and tags; undefined where none is left. */
export function cleanTitle(raw: string): string | undefined {
  let title = raw.trim().replace(/^\d{4}-\d\d-\d\d[ \d:：_-]*@/u, '').replace(/\.txt$/u, '');
  title = title.split(/[|｜]/u)[0] ?? '';
  title = title.split(/ [-–—_] |__/u)[0] ?? '';
  title = title.replace(/[-–—_][^-–—_]{2,10}(网|在线|报|版|频道|新闻|,,)$/u, '');
  title = title.replace(/[（(【[](组图|图|多图|视频|高清|高清组图|更新|转)[）)】\]]/gu, '').replace(/^【([^】]*)】(?=.{8})/u, '').replace(/[?？]{2,}/gu, '？');
  title = widen(title.trim()).replace(/\s+/gu, ' ');
  const han = title.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (title.length < 8 || title.length > 36 || han < 6 || GENERIC_TITLE.test(title) || /[。；]$/u.test(title)) return undefined;
  return title;
}

/** Full-width punctuation, straight digits, paired quotes, no stray spaces: the state from which a page's width is set. */
export function widen(text: string): string {
  let open = false;
  return text
    .replace(/[\u200b\ufeff\u00ad]/gu, '')
    .replace(/[\u3000\u00a0\t]/gu, ' ')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/％/gu, '%')
    .replace(/(?<=[\p{Script=Han}”》）])[,;:!?]|(?<=[\d%])[,;:](?=[\p{Script=Han}“《（])/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
    .replace(/\(/gu, '（')
    .replace(/\)/gu, '）')
    .replace(/"/gu, () => ((open = !open) ? '“' : '”'))
    .replace(/(?<=[^\x20-\x7e]) +(?=\d)|(?<=\d) +(?=[^\x20-\x7e])/gu, '');
}

/** Half-width , : ; ( ) ! ? beside full-width 。 – the other way newspapers set their dumps. */
export function halve(text: string): string {
  return text.replace(/[，：；（）！？]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** Over-long paragraphs fall into two or more at sentence ends. */
function splitLong(text: string): string[] {
  if (text.length <= 320) return [text];
  const sentences = text.match(/[^。！？]+[。！？]*[”’）」]*/gu) ?? [text];
  const parts: string[] = [];
  let part = '';
  for (const sentence of sentences) {
    if (part.length >= 120 && part.length + sentence.length > 260) {
      parts.push(part);
      part = '';
    }
    part += sentence;
  }
  if (part.length >= 16 || parts.length === 0) parts.push(part);
  else parts.push((parts.pop() ?? '') + part);
  return parts;
}
