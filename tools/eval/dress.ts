import type { Dials } from './dials';
import { halve, type PoolArticle } from './pool';
import type { Random } from './random';
import { BRIEF_HEADS, byline, dateline, KICKERS, personName, photo } from './words';

/** An article as its editor would set it, before it is laid into columns. */
export interface Dressed {
  readonly kind: 'article' | 'photo' | 'brief';
  readonly title: string;
  readonly kicker?: string;
  /** Before the headline's block, and before its second line where it has one. */
  readonly marks: readonly [first: string, second: string];
  readonly byline?: string;
  readonly credit?: string;
  /** Jump lines, dateline and signature included. */
  readonly paragraphs: readonly string[];
  readonly jumpFrom?: number;
  readonly jumpTo?: number;
  readonly phenomena: readonly string[];
}

const HAS_DATELINE = /^.{0,16}(日|报)(电|讯)|^.{0,14}[（(]记者/u;
const FORBIDDEN_START = /^[\s，。、；：！？）》”’」』】〉〕…—·％%,.;:!?)\]~～-]/u;

/** Whether a column may end before `index`: both sides keep two characters and no closing punctuation is left to start a line. */
export function mayCut(text: string, index: number): boolean {
  if (index < 2 || index > text.length - 2) return false;
  if (/\s/u.test(text[index - 1] ?? ' ') || FORBIDDEN_START.test(text.slice(index, index + 2))) return false;
  const before = text.charCodeAt(index - 1);
  return before < 0xd800 || before > 0xdbff;
}

/** A place in `text` where a column may end, uniform in its characters; undefined where there is none. */
export function anyCut(text: string, random: Random): number | undefined {
  for (let tries = 0; tries < 20; tries++) {
    const index = random.whole(2, Math.max(2, text.length - 2));
    if (mayCut(text, index)) return index;
  }
  return undefined;
}

/** Dresses an article of the pool with what the dials give it: headline, byline, dateline, jump lines, signature. */
export function dressArticle(article: PoolArticle, dials: Dials, random: Random, labels: readonly string[]): Dressed {
  const phenomena = [...labels];
  const withSubheads = dials.subheads && article.subheads.size > 0;
  let paragraphs = withSubheads ? [...article.paragraphs] : runOn(article.paragraphs, dials.paragraph);
  if (withSubheads) {
    phenomena.push('subheads');
    paragraphs = paragraphs.flatMap((text, index) => {
      const subhead = article.subheads.get(index);
      return subhead === undefined || index === 0 ? [text] : [subhead, text];
    });
  }
  const head = headlineOf(article.title, dials, random);
  let jumpFrom: number | undefined;
  let jumpTo: number | undefined;
  let signed: string | undefined;
  if (paragraphs.length >= 3 && random.chance(dials.jumpFrom)) {
    jumpFrom = random.weighted([[1, 8], [2, 1], [3, 1]] as const);
    paragraphs = continuation(paragraphs, jumpFrom, random);
  } else if (!HAS_DATELINE.test(paragraphs[0] ?? '')) {
    if (random.chance(dials.datelines)) paragraphs[0] = dateline(random) + (paragraphs[0] ?? '');
    else if (random.chance(dials.bylines)) signed = byline(random);
  }
  if (paragraphs.length >= 3 && random.chance(dials.jumpTo)) {
    jumpTo = random.whole(2, 8);
    paragraphs = opening(paragraphs, jumpTo, random);
  } else if (signed === undefined && random.chance(dials.signatures)) {
    const last = paragraphs.length - 1;
    const name = personName(random);
    paragraphs[last] = (paragraphs[last] ?? '') + random.pick([`（${name}）`, `（${name}）`, `（记者 ${name}）`, `（${name} ${personName(random)}）`, `（据新华社）`]);
    phenomena.push('signature');
  }
  const set = widthOf(dials);
  return {
    kind: 'article',
    title: set(head.title),
    ...(head.kicker === undefined ? {} : { kicker: set(head.kicker) }),
    marks: random.chance(dials.marked) ? random.weighted([[['## ', ''], 12], [['## ', '## '], 1], [['', '## '], 1]] as const) : ['', ''],
    ...(signed === undefined ? {} : { byline: set(signed) }),
    paragraphs: paragraphs.map(set),
    ...(jumpFrom === undefined ? {} : { jumpFrom }),
    ...(jumpTo === undefined ? {} : { jumpTo }),
    phenomena,
  };
}

/** A photo with its short title, caption and credit; `near` lends its first sentence to the caption now and then. */
export function dressPhoto(near: PoolArticle | undefined, dials: Dials, random: Random): Dressed {
  const sentence = near?.paragraphs[0]?.match(/^[^。！？“”]{15,70}。/u)?.[0];
  const made = photo(random, sentence);
  const set = widthOf(dials);
  return { kind: 'photo', title: made.title, marks: [random.chance(dials.photoMarked) ? '## ' : '', ''], credit: set(made.credit), paragraphs: [set(made.caption)], phenomena: [] };
}

/** A brief: a small head and the first sentences of a story; nothing where it has none short enough. */
export function dressBrief(article: PoolArticle, dials: Dials, random: Random): Dressed | undefined {
  const text = article.paragraphs[0]?.match(/^(?:[^。！？“”]{8,70}。){1,2}/u)?.[0];
  if (text === undefined || text.length > 130) return undefined;
  return { kind: 'brief', title: random.pick(BRIEF_HEADS), marks: [random.chance(dials.marked / 3) ? '## ' : '', ''], paragraphs: [widthOf(dials)(text)], phenomena: ['brief'] };
}

/** Runs short paragraphs on until each has about `least` characters. */
function runOn(paragraphs: readonly string[], least: number): string[] {
  const longer: string[] = [];
  for (const text of paragraphs) {
    const before = longer.at(-1);
    if (before !== undefined && before.length < least && before.length + text.length <= 320) longer[longer.length - 1] = before + text;
    else longer.push(text);
  }
  return longer;
}

function widthOf(dials: Dials): (text: string) => string {
  return dials.halfWidth ? halve : (text) => text;
}

function headlineOf(whole: string, dials: Dials, random: Random): { title: string; kicker?: string } {
  const title = random.chance(dials.halves) ? halved(whole) : whole;
  if (!random.chance(dials.twoLines)) return { title };
  const space = title.indexOf(' ');
  if (space >= 5 && title.length - space >= 7 && random.chance(0.7)) return { kicker: title.slice(0, space), title: title.slice(space + 1) };
  return { kicker: random.pick(KICKERS), title };
}

/** Newspapers like headlines of two phrases of one length, with a space between; the web runs them on. */
function halved(title: string): string {
  const middle = title.length / 2;
  return title.length % 2 === 0 && title.length <= 18 && /^\p{Script=Han}+$/u.test(title) ? `${title.slice(0, middle)} ${title.slice(middle)}` : title;
}

/** What is left on this page of a story that began on another: its first paragraphs are missing. */
function continuation(paragraphs: readonly string[], page: number, random: Random): string[] {
  const missing = random.whole(1, Math.max(1, Math.floor(paragraphs.length / 2)));
  const rest = paragraphs.slice(missing);
  const first = rest[0] ?? '';
  const cut = random.chance(0.5) ? anyCut(first, random) : undefined;
  const mark = random.weighted([[`■上接第${page}版 `, 6], [`（上接第${page}版）`, 3], [`（上接${String(page).padStart(2, '0')}版）`, 1], [`■上接第${'一二三四'[page - 1] ?? '一'}版 `, 1]] as const);
  return [mark + first.slice(cut ?? 0), ...rest.slice(1)];
}

/** What stands on this page of a story that goes on elsewhere: its last paragraphs are missing. */
function opening(paragraphs: readonly string[], page: number, random: Random): string[] {
  const kept = random.whole(2, paragraphs.length - 1);
  const rest = paragraphs.slice(0, kept);
  const last = rest[kept - 1] ?? '';
  const cut = random.chance(0.7) ? anyCut(last, random) : undefined;
  const mark = random.weighted([[`（下转第${page}版）`, 7], [`（下转${String(page).padStart(2, '0')}版）`, 1], [` ■下转第${page}版`, 2]] as const);
  return [...rest.slice(0, -1), last.slice(0, cut ?? last.length) + mark];
}
