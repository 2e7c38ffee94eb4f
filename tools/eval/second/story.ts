import type { PoolArticle } from '../pool';
import type { Random } from '../random';
import type { SecondDials } from './dials';
import * as imprint from './imprint';
import type { Issue } from './imprint';

/** A story as it goes into the page: all its texts full-width. */
export interface Story {
  readonly kind?: 'photo';
  readonly title: string;
  readonly kicker?: string;
  readonly marked: boolean;
  readonly standingHead?: { readonly text: string; readonly marked: boolean; readonly onRest: boolean };
  readonly byline?: string;
  readonly credit?: string;
  readonly jumpFrom?: number;
  readonly jumpTo?: number;
  readonly paragraphs: readonly string[];
  readonly phenomena: readonly string[];
}

const OWN_DATELINE = /^(?:本报|新华社|中新|央视|人民|据|.{0,12}[讯电]（)/u;

/** Dresses an article of the pool as a story of this page. */
export function dressStory(article: PoolArticle, dials: SecondDials, issue: Issue, shared: boolean, random: Random): Story {
  const phenomena: string[] = shared ? ['sameTopic'] : [];
  const headline = withKicker(article, dials, random);
  const note = (name: string, share: number): boolean => {
    const happens = random.chance(share);
    if (happens) phenomena.push(name);
    return happens;
  };
  let paragraphs = [...article.paragraphs];
  const jumpFrom = paragraphs.length >= 4 && note('jumpFrom', dials.jumpFrom) ? 1 : undefined;
  if (jumpFrom !== undefined) {
    paragraphs = tailOf(paragraphs, random);
    paragraphs[0] = imprint.jumpFromLine(jumpFrom, random) + (paragraphs[0] ?? '');
  }
  const jumpTo = jumpFrom === undefined && paragraphs.length >= 4 && note('jumpTo', dials.jumpTo) ? issue.page + random.whole(1, 2) : undefined;
  const signed = jumpFrom === undefined && note('byline', dials.byline);
  if (!signed && jumpFrom === undefined && !OWN_DATELINE.test(paragraphs[0] ?? '') && note('dateline', dials.dateline)) {
    paragraphs[0] = imprint.dateline(random, issue) + (paragraphs[0] ?? '');
  }
  if (jumpTo !== undefined) {
    paragraphs = headOf(paragraphs, random);
    paragraphs.push((paragraphs.pop() ?? '') + imprint.jumpToLine(jumpTo));
  } else if (!signed && note('signature', dials.signature)) {
    paragraphs.push((paragraphs.pop() ?? '') + imprint.signature(random));
  }
  const standingHead = note('standingHead', dials.standingHead)
    ? { text: imprint.series(random), marked: random.chance(dials.standingHeadMarked), onRest: random.chance(dials.standingHeadOnRest) }
    : undefined;
  return {
    ...headline,
    marked: random.chance(headline.kicker === undefined ? dials.marked.oneLine : dials.marked.twoLines),
    ...(standingHead && { standingHead }),
    ...(signed && { byline: imprint.byline(random) }),
    ...(jumpFrom !== undefined && { jumpFrom }),
    ...(jumpTo !== undefined && { jumpTo }),
    paragraphs,
    phenomena,
  };
}

/** A photo: a short title, a caption of one or two sentences of an article, a credit. */
export function dressPhoto(article: PoolArticle, dials: SecondDials, random: Random): Story {
  const sentences = article.paragraphs.join('').match(/[^。！？]{12,60}。/gu) ?? [];
  const plain = sentences.filter((sentence) => !/[“”‘’]/u.test(sentence));
  const caption = plain.slice(0, random.whole(1, 2)).join('');
  return {
    kind: 'photo',
    title: imprint.photoTitle(random),
    marked: random.chance(dials.marked.photo),
    credit: imprint.photoCredit(random),
    paragraphs: [caption === '' ? `图为${article.title}现场。` : caption],
    phenomena: ['photo'],
  };
}

/** A title with a space in it becomes kicker and headline; another gets a clause of the story for a kicker. */
function withKicker(article: PoolArticle, dials: SecondDials, random: Random): { title: string; kicker?: string } {
  if (!random.chance(dials.kicker)) return { title: article.title };
  const space = article.title.indexOf(' ');
  if (space >= 6 && article.title.length - space > 7) return { kicker: article.title.slice(0, space), title: article.title.slice(space + 1).trim() };
  const clauses = article.paragraphs.join('').match(/(?<=[，。；：])\p{Script=Han}{8,16}(?=[，。；])/gu) ?? [];
  const kicker = clauses[random.whole(0, Math.max(0, clauses.length - 1))];
  return kicker === undefined ? { title: article.title } : { kicker, title: article.title };
}

/** What this page has of a story that began on another: from some sentence on. */
function tailOf(paragraphs: readonly string[], random: Random): string[] {
  const rest = paragraphs.slice(random.whole(1, Math.ceil(paragraphs.length / 2)));
  const first = rest[0] ?? '';
  const end = first.indexOf('。');
  const inside = end > 0 && first.length - end > 20 && first[end + 1] !== '”' && random.chance(0.5);
  return inside ? [first.slice(end + 1), ...rest.slice(1)] : rest;
}

/** What this page has of a story that goes on in another: up to a sentence's end, or up to anywhere. */
function headOf(paragraphs: readonly string[], random: Random): string[] {
  const kept = paragraphs.slice(0, random.whole(Math.ceil(paragraphs.length / 2), paragraphs.length - 1));
  const last = kept.pop() ?? '';
  return [...kept, random.chance(0.5) && last.length > 40 ? last.slice(0, random.whole(20, last.length - 10)).trim() : last];
}
