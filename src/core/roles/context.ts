import type { LineForm, Piece, Role } from '../page/piece';
import { isFinal, isInner } from '../text/characters';
import { areAlike, isItem, isQuestion, numberOf, speakerOf, speakersOf } from './form';
import { isContact, isDate, isMasthead, isPageNumber } from './furniture';
import { isDeck, markLength } from './headline';
import { placeInSeries } from './series';
import { speakerAt, startOf } from './start';
import { BOX_HEADS, FAMILY_NAMES, STANDING_HEADS } from './words';

/** A piece whose role may still change. */
export type Draft = { -readonly [Key in keyof Piece]: Piece[Key] };

/** Longest name that can stand as a byline without any title. */
const LONGEST_NAME = 4;
/** Longest line that says too little for a headline. */
const LONGEST_CATCHWORD = 8;
/** Longest line that can be a date, an address, a page's number or a paper's name. */
const LONGEST_LOOSE = 60;
/** Short lines before one among which another like it is looked for. */
const LOOK_BACK = 6;
/** Longest line that can be a subhead with a number. */
const LONGEST_SUBHEAD = 30;

/**
 * What the looks of a line cannot tell, what stands around it does: whether a date is the page's or closes a notice,
 * whether 记者：… is a byline or a question, whether two or three characters below a headline are a name.
 * @param drafts the pieces of a page, changed in place
 * @param plain a piece's text in simplified characters
 */
export function settle(drafts: readonly Draft[], plain: (piece: Piece) => string): void {
  settleFurniture(drafts, plain);
  settleDecks(drafts, plain);
  settleSpeakers(drafts);
  settleNames(drafts, plain);
  settleSeries(drafts, plain);
  settleSubheads(drafts);
  settleStarts(drafts, plain);
}

function give(draft: Draft, role: Role, form?: LineForm): void {
  draft.role = role;
  if (role !== 'body') {
    draft.caption = false;
    draft.form = undefined;
  } else if (form !== undefined) draft.form = form;
}

/** Page numbers and mastheads at the page's edge or beside its folio; dates and addresses that belong to a notice. */
function settleFurniture(drafts: readonly Draft[], plain: (piece: Piece) => string): void {
  const isPaper = (at: number): boolean => drafts[at]?.role === 'furniture' && !isLoose(plain(drafts[at]));
  // Pieces inside a block have no blank lines before them.
  let firstBlock = 1;
  while (firstBlock < drafts.length && drafts[firstBlock]?.gap === 0) firstBlock++;
  let lastBlock = drafts.length - 1;
  while (lastBlock > 0 && drafts[lastBlock]?.gap === 0) lastBlock--;
  const loose: number[] = [];
  drafts.forEach((draft, at) => {
    if (draft.text.length > LONGEST_LOOSE) return;
    const line = plain(draft);
    if (draft.role === 'furniture' && isLoose(line)) loose.push(at);
    else if (draft.role === 'body' && draft.spans.length === 1) {
      // A lone number is a page number at the page's edge; elsewhere it is a piece of a torn number.
      if (isContact(line)) draft.form = 'foot';
      else if ((isPageNumber(line) && (at < firstBlock || at >= lastBlock)) || (isMasthead(line) && (at === 0 || isPaper(at - 1) || isPaper(at + 1) || draft.newPage))) give(draft, 'furniture');
    }
  });
  for (let from = 0; from < loose.length; ) {
    let to = from;
    while (loose[to + 1] === (loose[to] ?? 0) + 1) to++;
    const first = loose[from] ?? 0;
    const end = loose[to] ?? 0;
    // Furniture stands with furniture; a notice's date stands below its text.
    const ofPage = first === 0 || drafts[first]?.newPage === true || isPaper(first - 1) || isPaper(end + 1) || drafts[end + 1]?.newPage === true;
    if (!ofPage) for (let at = first; at <= end; at++) settleFoot(drafts[at - 1], drafts[at], plain);
    from = to + 1;
  }
}

/** A date or an address at the foot of a notice; who gives the notice stands above the day. */
function settleFoot(above: Draft | undefined, foot: Draft | undefined, plain: (piece: Piece) => string): void {
  if (foot === undefined) return;
  give(foot, 'body', 'foot');
  if (above !== undefined && foot.gap <= above.gap && isGiver(above) && isDate(plain(foot))) above.form = 'foot';
}

const isGiver = (draft: Draft): boolean =>
  draft.role === 'body' && !draft.marked && draft.text.length <= LONGEST_SUBHEAD && draft.text.length >= 2 && !isFinal(draft.text[draft.text.length - 1] ?? '') && !isInner(draft.text[draft.text.length - 1] ?? '');

/** A date or an address may be the page's or a notice's. */
const isLoose = (line: string): boolean => isDate(line) || isContact(line);

/** A line with a dash right below a headline is its deck, whether it is marked or not. */
function settleDecks(drafts: readonly Draft[], plain: (piece: Piece) => string): void {
  drafts.forEach((draft, at) => {
    const above = drafts[at - 1];
    if (above === undefined || (above.role !== 'headline' && above.role !== 'deck') || (draft.role !== 'headline' && draft.role !== 'body') || draft.spans.length > 1) return;
    const line = plain(draft);
    const bare = line.slice(markLength(line));
    if (isDeck(bare) && !/[。\n]/u.test(bare)) give(draft, 'deck');
  });
}

/** Turns of an interview: 问：…, 记者：…, 林小禾：…; what stands right below a question and names a speaker answers it. */
function settleSpeakers(drafts: readonly Draft[]): void {
  const turns: { readonly draft: Draft; readonly at: number; readonly speaker: string }[] = [];
  drafts.forEach((draft, at) => {
    // 上图：… points at a picture.
    if (draft.marked || draft.caption || (draft.role !== 'body' && draft.role !== 'byline')) return;
    const speaker = speakerOf(draft.text);
    if (speaker !== undefined) turns.push({ draft, at, speaker });
  });
  const speakers = speakersOf(turns.map(({ speaker }) => speaker));
  let asked: number | undefined;
  for (const { draft, at, speaker } of turns) {
    const asks = isQuestion(speaker, draft.text);
    if (asks || asked === at - 1 || speakers.has(speaker)) give(draft, 'body', 'speech');
    asked = asks ? at : undefined;
  }
}

/** Two or three characters between a headline and its text, a family name first: the author. */
function settleNames(drafts: readonly Draft[], plain: (piece: Piece) => string): void {
  drafts.forEach((draft, at) => {
    const above = drafts[at - 1];
    const below = drafts[at + 1];
    if (draft.role !== 'body' || draft.text.length > LONGEST_NAME + 1 || draft.marked || above === undefined || below === undefined) return;
    if (!mayHaveAuthor(above) || below.role !== 'body' || (below.headline > 0 && below.form === undefined)) return;
    if (isName(plain(draft))) give(draft, 'byline');
  });
}

/** A headline, marked or of its looks; a catchword is as often a subhead. */
const mayHaveAuthor = ({ role, headline, form, text }: Draft): boolean => role === 'headline' || (role === 'body' && form === undefined && headline > 0 && text.length > LONGEST_CATCHWORD);

function isName(line: string): boolean {
  const name = line.replace(/[\s\u3000]/gu, '');
  if (name.length < 2 || name.length > LONGEST_NAME || STANDING_HEADS.has(name) || !/^\p{Script=Han}+$/u.test(name)) return false;
  const family = FAMILY_NAMES.find((one) => name.startsWith(one));
  return family !== undefined && name.length > family.length && name.length <= family.length + 2;
}

/** Short lines counted off, 第一招… and 第二招…, are the subheads of an article, wherever its parts stand; so are 相关链接, 新闻背景 and the like. */
function settleSeries(drafts: readonly Draft[], plain: (piece: Piece) => string): void {
  const series = new Map<string, Map<number, Draft[]>>();
  for (const draft of drafts) {
    if (draft.text.length > LONGEST_SUBHEAD || draft.role !== 'body' || draft.marked || draft.form !== undefined || isFinal(draft.text[draft.text.length - 1] ?? '')) continue;
    const line = plain(draft);
    if (BOX_HEADS.has(line)) draft.form = 'subhead';
    const place = placeInSeries(line);
    if (place === undefined) continue;
    const lines = series.get(place.series) ?? new Map<number, Draft[]>();
    series.set(place.series, lines.set(place.number, [...(lines.get(place.number) ?? []), draft]));
  }
  for (const lines of series.values()) for (const [number, drafts] of lines) if (lines.has(number - 1) || lines.has(number + 1)) for (const draft of drafts) draft.form = 'subhead';
}

/** Short lines numbered one after another, 一、 before 二、, or alike in wording are the subheads of an article. */
function settleSubheads(drafts: readonly Draft[]): void {
  const lines: Draft[] = [];
  let before: { readonly draft: Draft; readonly number: number } | undefined;
  for (const draft of drafts) {
    if (draft.text.length > LONGEST_SUBHEAD || draft.role !== 'body' || draft.marked || draft.form !== undefined) continue;
    if (draft.headline > 0) {
      const alike = lines.slice(-LOOK_BACK).filter((other) => areAlike(other.text, draft.text));
      // Two may be the headlines of two articles on one thing.
      if (alike.length >= 2) for (const one of [...alike, draft]) one.form = 'subhead';
      lines.push(draft);
    }
    if (!isItem(draft.text)) continue;
    const number = numberOf(draft.text);
    if (number === undefined) continue;
    if (before !== undefined && number === before.number + 1) {
      draft.form ??= 'subhead';
      before.draft.form ??= 'subhead';
    }
    before = { draft, number };
  }
}

/** How each text begins; a name with a colon behind it speaks where it does so more than once. */
function settleStarts(drafts: readonly Draft[], plain: (piece: Piece) => string): void {
  const once = new Set<string>();
  const speakers = new Set<string>();
  const texts = drafts.map((draft) => (draft.caption ? '' : plain(draft)));
  for (const text of texts) {
    const speaker = speakerAt(text);
    if (speaker === undefined) continue;
    if (once.has(speaker)) speakers.add(speaker);
    once.add(speaker);
  }
  drafts.forEach((draft, at) => {
    const start = startOf(texts[at] ?? '', speakers);
    if (start !== undefined) draft.starts = start;
  });
}
