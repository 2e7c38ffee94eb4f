import type { LineForm, Piece, Start } from '../page/piece';
import { isClosing, isFinal, isInner } from '../text/characters';
import { EDGE, normalCodes, normalTail } from '../text/normal';
import { SIGHT, type Encoded } from './dualEncoder';
import { balanceOf, type Balance } from '../text/pairs';
import { clauseEnd, clauseStart } from './clauses';
import { gapsOf } from './gaps';
import { headlineEvidence } from './evidence/headline';
import { tellSentence } from './evidence/sentence';
import { endsWithComma, endsWithDot, type Misread } from './misreadStops';
import { NO_STOP, stopsOf } from './stops';
import type { NgramModel } from './ngram';
import { across, acrossEdge, readBehind } from './crossing';
import { REACH, readHead, readHeads, readTail, readTails, type HeadReading, type TailReading } from './reading';
import type { Feature } from './weights';

/** Characters of the right piece that a seam looks at. */
const HEAD = 8;
/** Text of one piece that is read, in characters: enough for its topic, bounded for a hostile one. */
const MOST = 1500;

/** How a piece ends; a dot is a sign that looks like a full stop, see {@link endsWithDot}. */
export type End = 'sentence' | 'openPair' | 'inner' | 'dot' | 'colon' | 'bare' | 'shortLine' | 'signature' | 'jump';

/** Whether a piece ends with a full stop, or with what looks like one. */
export const endsWithStop = (end: End | undefined): boolean => end === 'sentence' || end === 'dot';

/** What stands right below a line, as far as it tells whether that is a headline. */
export type Below = 'byline' | 'opening' | 'story' | 'credit' | 'headline' | 'lines' | 'text' | 'nothing';

/** A piece with all that seams ask of it, computed once. */
export interface Node {
  readonly piece: Piece;
  /** Its place among the nodes of its page. */
  readonly at: number;
  readonly end: End;
  readonly balance: Balance;
  /** Its text in normal form, bounded. */
  readonly codes: readonly number[];
  readonly head: readonly number[];
  readonly tail: readonly number[];
  /** The first and the last characters as the n-gram model reads them. */
  readonly beginning: HeadReading;
  readonly ending: TailReading;
  /** What all pieces of the page expect behind them and bring, by their place. */
  readonly encoded: Encoded;
  /** How much more its first characters look like a paragraph's beginning than like torn text, in natural logarithms. */
  readonly fresh: number;
  /** Whether it begins as only a paragraph does, apart from datelines: as a story, as a speaker's turn, as a numbered item. */
  readonly starts: Start | 'form' | undefined;
  /** Characters behind its last sign of punctuation, and before its first. */
  readonly clauseEnd: number;
  readonly clauseStart: number;
  /** Its length by the usual length of the page's paragraphs. */
  readonly size: number;
  /** The same of the piece right above it. */
  readonly sizeAbove: number;
  /** Whether it stands on the line right below the piece before it, with no blank line between. */
  readonly sameBlock: boolean;
  /** How much more probable a paragraph's end is behind the last characters than anywhere. */
  readonly closes: number;
  /** What its last sign was taken for, if that may be a full stop that was misread. */
  readonly misread: Misread | undefined;
  /** How much more probable a full stop is there than anywhere, or than the sign that may be a misread one, in natural logarithms; 0 for what ends otherwise than in the middle of text. */
  readonly stop: number;
  /** How many stops the page seems to have lost, or misread, elsewhere; 0 for what ends otherwise than in the middle of text. */
  readonly lost: number;
  /** Characters of its last sentence; 0 where no stop may be missed. */
  readonly sentenceEnd: number;
  /** What its looks tell of a headline. */
  readonly shape: readonly (readonly [Feature, number])[];
  /** What its looks tell of the beginning of a sentence that was cut; nothing where it is no short line. */
  readonly sentence: readonly (readonly [Feature, number])[];
  /** Whether it begins with a term in quotation marks. Speech closes with a sign inside them; a quoted term does not. */
  readonly quotedTerm: boolean;
  /** What stands right below it. */
  readonly below: Below;
  /** Whether a column's foot, a marked headline or the page's end comes right behind it, or before it. */
  readonly breakAfter: boolean;
  readonly breakBefore: boolean;
  /** Whether other short lines that end no sentence stand near. */
  readonly company: boolean;
  /** Whether a marked headline too long for a standing head, or its byline, stands right above it. */
  readonly underHead: boolean;
  /** Whether a byline stands right above it. */
  readonly belowByline: boolean;
  /** Whether a line says, in it or right above it, that it goes on from another page. */
  readonly fromPage: boolean;
  /** Whether what stands right above it ends with a sentence. */
  readonly afterSentence: boolean;
  /** Whether it is a short line above one short paragraph and nothing more, as the head of a brief. */
  readonly item: boolean;
  /** Whether another such line stands two pieces above or below. */
  readonly items: boolean;
  /** Whether it is such a line inside a block of several. */
  readonly inBlock: boolean;
  /** Whether it is the first line of a block that goes on below it, and no marked headline stands right above. */
  readonly onTop: boolean;
  /** Whether a photo's credit stands right below it, so that it may be the photo's caption. */
  readonly captioned: boolean;
  /** Whether it is the page's last. */
  readonly last: boolean;
  /** On a page that indents its paragraphs: whether this one begins like them. */
  readonly indent: 'paragraph' | 'text' | 'unknown';
  /** Blank lines before it beyond what is usual on the page. */
  readonly extraGap: number;
}

/** Lines that stand as lines: none is cut. A speaker's turn and an item may be. */
const WHOLE: ReadonlySet<LineForm | undefined> = new Set<LineForm>(['verse', 'row', 'subhead', 'foot']);

/** A line this short without final punctuation may be a subhead, a list item or a verse. */
const SHORT_LINE = 22;

const inBrackets = ({ open }: Balance): boolean => open.some((sign) => sign !== '“' && sign !== '‘');

export function endOf(text: string, balance: Balance, jumpTo: boolean): End {
  if (jumpTo) return 'jump';
  let at = text.length - 1;
  const last = text[at] ?? '';
  if (last === '：' || last === ':') return 'colon';
  const bracketed = inBrackets(balance);
  if (!bracketed && endsWithDot(text)) return 'dot';
  if (isInner(last) || bracketed) return 'inner';
  if (/[)）]/u.test(last) && isSignature(text)) return 'signature';
  while (at > 0 && isClosing(text[at] ?? '')) at--;
  if (isFinal(text[at] ?? '')) return balance.open.length > 0 ? 'openPair' : 'sentence';
  if (last === '摄' || (last === '图' && PICTURED.test(text)) || text.endsWith('摄影报道')) return 'sentence';
  return text.length <= SHORT_LINE && !/[。；;]/u.test(text) && balance.open.length === 0 && balance.unopened.length === 0 ? 'shortLine' : 'bare';
}

/** 供图; …。澜川晚报图: whose picture it is. A map, an attempt and a plan end with 图 too. */
const PICTURED = /(?:供|[。！？!?”][^。！？!?，,；;：:]{1,14}[^企试意力地蓝版妄贪构草略挂拼看云工])图$/u;

/** …。(张三): a closing signature in brackets behind the last sentence. */
function isSignature(text: string): boolean {
  const from = Math.max(0, text.length - 40);
  const window = text.slice(from);
  const open = Math.max(window.lastIndexOf('('), window.lastIndexOf('（'));
  if (open < 1) return false;
  return isFinal(window[open - 1] ?? '') || isClosing(window[open - 1] ?? '');
}

/** Prepares the pieces of a page that take part in stitching: headlines and text. */
export function nodesOf(pieces: readonly Piece[], model: NgramModel): Node[] {
  const { usual, tell: gapsTell, of: gapOf } = gapsOf(pieces);
  const indents = indentsParagraphs(pieces);
  // A program that indents each block indents what goes on, too, down to the last words of a sentence; subheads it may not.
  const indentsAll = indents && !pieces.some(({ role, indented, text }) => role === 'body' && !indented && (text.length > SHORT_LINE || isFinal(text[text.length - 1] ?? '')));
  // Short lines that end no sentence: subheads and items come in numbers.
  const lonely = pieces.flatMap(({ role, text, marked }, place) => (role === 'body' && !marked && text.length <= SHORT_LINE && !'，,。；;：:！!？?”’）)'.includes(text[text.length - 1] ?? '\n') ? [place] : []));
  const usualLength = usualParagraph(pieces);
  const items = pieces.map((_, place) => itemAt(pieces, place));
  const drafts = pieces.flatMap((piece, place) => (piece.role === 'headline' || piece.role === 'body' ? [draftOf(piece, place, pieces[place + 1])] : []));
  // The model is asked about all of them together.
  const beginnings = readHeads(drafts.map(({ codes }) => codes), model);
  const endings = readTails(drafts.map(lastCodes), model);
  // Nobody asks what stands behind a full sentence.
  const encoded = model.encoder.encode(drafts.map(({ codes, far, end }) => ({ head: codes, tail: end === 'sentence' ? [] : far })));
  const edge = model.encoder.edge(EDGE);
  const shapes = headlineEvidence(drafts.map(({ piece }) => piece), model);
  const paragraphBegins = readTail([EDGE], model);
  const paragraphEnds = readHead([EDGE], model);
  readBehind(paragraphBegins, beginnings, model);
  const closes = acrossEdge(endings, paragraphEnds, model);
  const fresh = beginnings.map((beginning, at) => model.encoder.product(edge.expects, 0, encoded.brings, at) - AS_OFTEN_TORN + OPENS_BY_NGRAMS * Math.max(-LEAST_FRESH, across(paragraphBegins, beginning, model)));
  const stops = stopsOf(drafts, endings, fresh, model);
  return drafts.map((draft, at): Node => {
    const { piece, place, end, balance, codes, tail } = draft;
    const beginning = beginnings[at] ?? paragraphEnds;
    const ending = endings[at] ?? paragraphBegins;
    const before = pieces[place - 1];
    const after = pieces[place + 1];
    const item = items[place] === true;
    const inRow = item && (items[place - 2] === true || items[place + 2] === true);
    return {
      piece,
      at,
      end,
      balance,
      codes,
      tail,
      starts: piece.form === undefined ? piece.starts : 'form',
      clauseEnd: clauseEnd(piece.text),
      clauseStart: clauseStart(piece.text),
      size: piece.text.length / usualLength,
      sizeAbove: (before?.text.length ?? 0) / usualLength,
      sameBlock: gapOf(piece) === 0 && gapsTell && place > 0 && !piece.newPage && piece.belowFull !== true,
      head: codes.slice(0, HEAD),
      beginning,
      ending,
      encoded,
      fresh: fresh[at] ?? 0,
      closes: closes[at] ?? 0,
      misread: draft.misread,
      ...(stops.get(at) ?? NO_STOP),
      extraGap: Math.max(0, gapOf(piece) - usual),
      shape: shapes[at] ?? [],
      sentence: isShortLine(draft) ? sentenceEvidence(piece.text) : [],
      quotedTerm: QUOTED_TERM.test(piece.text.slice(0, 32)),
      below: belowOf(pieces, place),
      breakAfter: after === undefined || after.marked || gapOf(after) > usual,
      breakBefore: before === undefined || before.marked || gapOf(piece) > usual,
      underHead: isHead(before) || (before?.role === 'byline' && isHead(pieces[place - 2])),
      belowByline: before?.role === 'byline',
      fromPage: piece.jumpFrom !== undefined || (before?.role === 'jump' && before.jumpFrom !== undefined),
      company: lonely.some((other) => other !== place && Math.abs(other - place) <= NEIGHBOURHOOD),
      afterSentence: before?.role !== 'body' || at === 0 || endsWithStop(drafts[at - 1]?.end),
      item,
      items: inRow,
      inBlock: gapsTell && gapOf(piece) === 0 && after !== undefined && gapOf(after) === 0 && inRow,
      onTop: usual > 0 && after !== undefined && gapOf(after) === 0 && (gapOf(piece) > 0 || place === 0) && before?.marked !== true,
      captioned: after?.role === 'credit' && piece.role === 'body' && piece.decided === undefined && piece.text.length <= LONGEST_CAPTION && !mayBePhotoHead(before),
      last: after === undefined,
      indent: !indents || piece.role === 'headline' || (indentsAll && piece.indented) ? 'unknown' : piece.indented ? 'paragraph' : 'text',
    };
  });
}


/**
 * Of a paragraph's beginning the dual encoder, which looks at twenty characters, knows more than the n-grams, which look at four: alone it parts beginnings from
 * torn text 90 times of 100 (n-grams 85), with this share of what they say 91 times. An n-gram never seen is no stronger witness than this.
 */
const OPENS_BY_NGRAMS = 0.3;
const LEAST_FRESH = 8;
/** Where the encoder's product is this, as many texts are torn as are beginnings. */
const AS_OFTEN_TORN = 2.6;

/** What is known of a piece before the model is asked about it. */
interface Draft extends Pick<Node, 'piece' | 'end' | 'misread' | 'balance' | 'codes' | 'tail'> {
  /** As much of its end as the dual encoder looks at. */
  readonly far: readonly number[];
  /** Its place among all pieces of its page. */
  readonly place: number;
}

function draftOf(piece: Piece, place: number, after: Piece | undefined): Draft {
  const balance = balanceOf(piece.text);
  const codes = normalCodes(piece.text, 0, piece.text.length, MOST);
  const far = codes.length < MOST ? codes.slice(-SIGHT) : normalTail(piece.text, 0, piece.text.length, SIGHT);
  const tail = far.slice(-REACH);
  const end = WHOLE.has(piece.form) ? 'sentence' : endOf(piece.text, balance, piece.jumpTo !== undefined || (after?.role === 'jump' && after.jumpTo !== undefined));
  const misread = end === 'dot' ? 'dot' : end === 'inner' && balance.open.length === 0 && endsWithComma(piece.text) ? 'comma' : undefined;
  return { piece, place, end, misread, balance, codes, tail, far };
}

/** What stands before the signs that end a sentence tells next to nothing of how the next one begins. */
function lastCodes({ end, tail }: Draft): readonly number[] {
  return end === 'sentence' ? tail.slice(isFinal(String.fromCharCode(tail[tail.length - 1] ?? 0)) ? -1 : -2) : tail;
}

/** A line of this length without a stop may be a headline, a subhead or an item. */
const LONGEST_LINE = 45;

/** A line that may be a headline, a subhead or an item, or the first words of a paragraph that was cut. */
export const isShortLine = ({ piece, end }: Pick<Node, 'piece' | 'end'>): boolean => piece.text.length <= LONGEST_LINE && (end === 'shortLine' || end === 'bare');

function sentenceEvidence(text: string): (readonly [Feature, number])[] {
  const found: (readonly [Feature, number])[] = [];
  tellSentence(text, (feature, amount) => found.push([feature, amount]));
  return found;
}

const QUOTED_TERM = /^[“「][^“”「」。，！？!?,…]{1,24}[”」]/u;

/** The head of a brief, and its text, are no longer than this. */
const LONGEST_ITEM = 14;
const LONGEST_BRIEF = 130;

function itemAt(pieces: readonly Piece[], place: number): boolean {
  const piece = pieces[place];
  const below = pieces[place + 1];
  const next = pieces[place + 2];
  if (piece?.role !== 'body' && piece?.role !== 'headline') return false;
  if (piece.text.length > LONGEST_ITEM || below?.role !== 'body' || below.text.length > LONGEST_BRIEF || below.text.length <= SHORT_LINE) return false;
  return next === undefined || next.marked || next.role !== 'body' || next.gap > below.gap || (next.text.length <= LONGEST_ITEM && !isFinal(next.text[next.text.length - 1] ?? ''));
}

/** A marked line too long for a standing head. */
const isHead = (piece: Piece | undefined): boolean => piece?.marked === true && piece.text.replace(/^#+\s*/u, '').length > LONGEST_STANDING;
const LONGEST_STANDING = 13;

/** The longest caption, in UTF-16 code units. */
const LONGEST_CAPTION = 160;

/** Whether a piece may be a photo's headline: then what stands below it is the photo's text. */
const mayBePhotoHead = (piece: Piece | undefined): boolean => piece !== undefined && (piece.role === 'headline' || piece.headline > 0);

/** Pieces this near belong to one article more often than not. */
const NEIGHBOURHOOD = 12;

function belowOf(pieces: readonly Piece[], place: number): Below {
  const next = pieces[place + 1];
  if (next === undefined) return 'nothing';
  if (next.role === 'byline') return 'byline';
  if (next.marked) return 'headline';
  if ((next.role === 'jump' && next.jumpFrom !== undefined) || (next.role === 'body' && next.opening)) return 'opening';
  // What stands right above a credit is the caption; the headline stands above that.
  if (next.role === 'body' && (next.caption || pieces[place + 2]?.role === 'credit')) return 'credit';
  if (next.starts === 'story' && !next.text.startsWith('据') && !next.text.startsWith('據')) return 'story';
  return next.form === undefined ? 'text' : 'lines';
}

/** Whether the page indents its paragraphs: some of its texts are indented, and enough to be the rule. */
function indentsParagraphs(pieces: readonly Piece[]): boolean {
  const texts = pieces.filter((piece) => piece.role === 'body');
  const indented = texts.filter((piece) => piece.indented).length;
  return indented >= 3 && indented >= texts.length * 0.4;
}

/** The middle length of the texts of a page that end with a sentence and are no lines. */
function usualParagraph(pieces: readonly Piece[]): number {
  const lengths = pieces.filter(({ role, text }) => role === 'body' && text.length > SHORT_LINE).map(({ text }) => text.length).sort((a, b) => a - b);
  return lengths[lengths.length >> 1] ?? 100;
}
