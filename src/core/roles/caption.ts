import type { Decision } from '../page/decision';
import { extentOf, type Piece } from '../page/piece';
import type { Span } from '../text/span';
import type { Draft } from './context';
import { CAPTION_WORDS } from './words';

/** The longest text that is taken for a photo's caption below its headline, and among the text of others, in UTF-16 code units. */
const LONGEST = 240;
const LONGEST_LOOSE = 160;
/** The shortest text behind a sign that points at a picture. */
const SHORTEST_POINTED = 6;
/** So many texts in a row that begin with the same sign are a list. */
const LIST = 3;
/** Below more blank lines than this a caption was set apart, by a re-stitching that put it behind its article, but for a photo's short title above it. */
const MOST_ABOVE = 2;
const SHORT_HEAD = 12;

/** Whether a paragraph is the caption of a photo. */
export function isCaption(text: string): boolean {
  if (text.length > LONGEST || !text.includes('图')) return false;
  if (CAPTION_WORDS.some((word) => text.startsWith(word))) return true;
  return /(?:^|[。！？”])图(?:为|片为|①|②|1|一)/u.test(text);
}

/** 图为…, 上图：…, 图①：…; a library's short name (上图东馆) and 图表显示 are none. */
const POINTS = /^图片?为|^[上下左右题大小]图(?:片?为|[是：:、，,（(])|^图[①②③④⑤⑥⑦⑧⑨一二三四五六七八九0-9]\s?(?:为|[：:、，,])|^[（(][上下左右题]图[)）]|[。！？”]图片?为/u;
/** A sign that shows where the picture is. */
const POINTER = /^[▲▼◀▶◄►△▽]\s?[\p{Script=Han}“《\d]/u;
/** …。王强 摄, …（王强 摄）, …。新华社记者 王强摄: whose picture it is, behind a whole sentence; 文/摄 signs a story. */
const SIGNED = /[。！？”）)]\s?[（(【]?(?:图片?\s?[/／：:]\s?)?[\p{Script=Han}·\s、：:/／]{1,24}(?:摄影?|供图)[)）】]?$/u;
const SIGNS_STORY = /文\s?[/／并、]?\s?(?:图|摄影?|供图)[)）】]?$|摄影报道[)）】]?$/u;

/** Whether a text is the caption of a photo wherever it stands: it points at the picture, or says behind a sentence or two whose picture it is. */
export function isLooseCaption(text: string): boolean {
  if (text.length > LONGEST_LOOSE) return false;
  if (POINTS.test(text)) return true;
  if (text.length >= SHORTEST_POINTED && POINTER.test(text)) return true;
  return /[摄影图][)）】]?$/u.test(text) && SIGNED.test(text.slice(-40)) && !SIGNS_STORY.test(text);
}

/**
 * Captions among the text of others are no part of that: whoever set the page put a picture there. Below a headline a caption is the photo's
 * text, and below another such caption its next one.
 * @param plain a piece's text in simplified characters
 * @param decisions what an editor said of the page: what follows something, or begins something, is no loose caption, whatever it looks like
 */
export function settleCaptions(drafts: readonly Draft[], plain: (piece: Piece) => string, decisions: readonly Decision[]): void {
  let above: Draft | undefined;
  let pointed = 0;
  const isStory = storiesBelow(drafts);
  drafts.forEach((draft, at) => {
    if (draft.role !== 'body' && draft.role !== 'headline') return;
    const text = plain(draft);
    const mark = POINTER.test(text) ? text[0] : undefined;
    pointed = mark !== undefined && above !== undefined && plain(above).startsWith(mark) ? pointed + 1 : 1;
    const isList = mark !== undefined && (pointed >= LIST || beginAlike(drafts, at, mark, LIST - pointed));
    const before = above;
    above = draft;
    if (draft.role !== 'body' || isList || !(draft.decided === undefined ? mayBeLoose(draft, text) : draft.decided === 'caption')) return;
    draft.caption = true;
    if ((!headsPhoto(before, draft.gap) || isStory[at] === true) && !decisions.some((decision) => places(decision, extentOf(draft)))) draft.role = 'caption';
  });
}

const mayBeLoose = ({ marked, form, opening }: Draft, text: string): boolean => !marked && form === undefined && !opening && isLooseCaption(text);

/** Whether a decision says where a passage belongs. */
function places(decision: Decision, [start, end]: Span): boolean {
  switch (decision.kind) {
    case 'join':
    case 'follow':
    case 'apart':
      return [decision.left, decision.right].some((span) => span[0] < end && start < span[1]);
    case 'split':
    case 'begin':
      return start <= decision.at && decision.at < end;
    case 'role':
    case 'ignore':
      return false;
  }
}

/** Of each piece whether a byline or a dateline comes next, credits aside: what stands between those and their headline is no text of the story. */
function storiesBelow(drafts: readonly Draft[]): boolean[] {
  const below: boolean[] = [];
  for (let at = drafts.length - 1; at >= 0; at--) {
    const next = drafts[at + 1];
    below[at] = next?.role === 'credit' ? below[at + 1] === true : next?.role === 'byline' || (next?.role === 'body' && next.dateline !== undefined);
  }
  return below;
}

/** Whether the next texts, so many of them, begin with the same sign. */
function beginAlike(drafts: readonly Draft[], at: number, mark: string, count: number): boolean {
  for (let next = 1; next <= count; next++) if (drafts[at + next]?.role !== 'body' || !drafts[at + next]?.text.startsWith(mark)) return false;
  return true;
}

/** Whether a photo's caption stands below this as its text: a headline, what looks like one, another caption below its headline. */
function headsPhoto(above: Draft | undefined, gap: number): boolean {
  if (above === undefined || above.role === 'caption') return false;
  if (above.role === 'headline' || above.caption) return true;
  return above.headline > 0 && (gap <= MOST_ABOVE || above.text.length <= SHORT_HEAD);
}
