import type { Block } from '../page/blocks';
import type { Decision } from '../page/decision';
import { extentOf, type Piece, type Role } from '../page/piece';
import { frontMatterEnd } from '../text/frontMatter';
import { isMarkup } from '../text/markup';
import { sliceSpan, type Span } from '../text/span';
import { isByline } from './byline';
import { isCaption, settleCaptions } from './caption';
import { settle, type Draft } from './context';
import { isCredit } from './credit';
import { datelineOf } from './dateline';
import { cutPart, cutsOf, giveDecided } from './decided';
import { isFurniture } from './furniture';
import { headlineShape, LONGEST_HEADLINE, markLength } from './headline';
import { jumpFrom, jumpTo } from './jumpLine';
import { partsOf, type Part, type Reader } from './parts';
import { rulerOf } from './ruler';
import { simplified } from './traditional';
import { unspaced } from './wrap';

/** What a heading mark is worth, in log-odds. */
const MARKED = 6;
/** Two or three short lines without a stop, set as one block, are nearly always a headline. */
const STACKED = 1.5;

/**
 * Gives each part of each block its role, first by its own looks, then by what stands around it.
 * Every line with text lies in exactly one piece.
 * @param decisions what an editor said of passages; it goes before all looks
 */
export function labelPieces(text: string, read: readonly Block[], decisions: readonly Decision[] = []): Piece[] {
  const blocks = unspaced(text, read);
  const ruler = rulerOf(text, blocks);
  // Word lists are compared with simplified characters; places are the same in both.
  const plain = simplified(text);
  const reader: Reader = {
    text,
    ruler,
    plain: (line) => sliceSpan(plain, line.span),
  };
  const base = blocks.reduce((least, block) => block.lines.reduce((low, line) => Math.min(low, line.indent), least), Infinity);
  const cuts = cutsOf(text, decisions);
  const pieces: Draft[] = [];
  for (const block of blocks) {
    let { gap, newPage } = block;
    const parts = partsOf(block, reader);
    for (const part of cuts.length === 0 ? parts : parts.flatMap((whole) => cutPart(whole, cuts))) {
      const piece = pieceOf(text, plain, part, pieces.length, { gap, newPage, base });
      pieces.push(piece);
      newPage = false;
      // What stands below a picture stands below what is above it.
      if (!isPicture(piece)) gap = 0;
    }
  }
  const matter = frontMatterEnd(text);
  for (const piece of pieces) if (extentOf(piece)[1] <= matter) Object.assign(piece, NO_TEXT);
  const shown = pieces.filter((piece) => !isPicture(piece));
  const plainOf = (piece: Piece): string => textOf(plain, piece.spans);
  settle(shown, plainOf);
  giveDecided(pieces, decisions);
  settleCaptions(shown, plainOf, decisions);
  return pieces;
}

/** What is left of a piece that is no text of the page. */
const NO_TEXT: Partial<Draft> = { role: 'furniture', headline: -12, marked: false, opening: false, caption: false, form: undefined, dateline: undefined, jumpFrom: undefined, jumpTo: undefined };

/** The text of some spans, joined. */
function textOf(text: string, spans: readonly Span[]): string {
  return spans.length === 1 ? sliceSpan(text, spans[0] ?? [0, 0]) : spans.map((span) => sliceSpan(text, span)).join('');
}

/** Whether a piece is a picture's place, a rule or a comment: for what stands above it and below it, it is not there. */
export const isPicture = ({ role, text }: Pick<Piece, 'role' | 'text'>): boolean => role === 'furniture' && isMarkup(text);

/** Where a piece stands: what is before it, and the indent that every line of the dump has. */
interface Standing {
  readonly gap: number;
  readonly newPage: boolean;
  readonly base: number;
}

function pieceOf(text: string, plain: string, part: Part, index: number, { gap, newPage, base }: Standing): Draft {
  const { lines, heading, form } = part;
  const first = lines[0];
  const spans: Span[] = heading ? [[first?.span[0] ?? 0, lines[lines.length - 1]?.span[1] ?? 0]] : lines.map((line) => line.span);
  const content = textOf(text, spans);
  const shown = plain === text ? content : textOf(plain, spans);
  const single = lines.length === 1;
  const mark = markLength(content);
  const from = mark === 0 ? jumpFrom(shown) : undefined;
  const to = jumpTo(shown);
  const bareJump = single && (from?.span[1] === content.length || to?.span[0] === 0);
  const dateline = datelineOf(content, spans[0]?.[0] ?? 0);
  const jumps = from !== undefined || to !== undefined;
  const role = roleOf(shown, single, mark > 0 || heading, bareJump, jumps);
  return {
    index,
    spans,
    text: content,
    role,
    gap,
    newPage,
    headline: headlineScore(text, part, content, mark),
    marked: mark > 0 || (heading && lines.some((line) => markLength(sliceSpan(text, line.span)) > 0)),
    opening: dateline !== undefined || from !== undefined,
    indented: (first?.indent ?? 0) >= base + 2,
    caption: role === 'body' && isCaption(shown),
    // Named in every piece, there or not: what is asked of all pieces is answered faster where all are made alike.
    belowFull: part.belowFull === true && role === 'body' ? true : undefined,
    form: role === 'body' ? form : undefined,
    starts: undefined,
    decided: undefined,
    dateline,
    jumpFrom: from === undefined ? undefined : (from.page ?? 0),
    jumpTo: to === undefined ? undefined : (to.page ?? 0),
  };
}

function roleOf(content: string, single: boolean, heading: boolean, bareJump: boolean, jumps: boolean): Role {
  if (bareJump) return 'jump';
  if (heading) return 'headline';
  if (!single || jumps) return 'body';
  if (isCredit(content)) return 'credit';
  if (isByline(content)) return 'byline';
  if (isFurniture(content)) return 'furniture';
  return 'body';
}

function headlineScore(text: string, part: Part, content: string, mark: number): number {
  if (part.heading) {
    let sum = 0;
    let marked = false;
    for (const line of part.lines) {
      const shown = sliceSpan(text, line.span);
      const length = markLength(shown);
      if (length > 0) marked = true;
      sum += headlineShape(shown.slice(length));
    }
    const shape = sum / part.lines.length;
    return marked ? MARKED + Math.max(-2, shape) / 2 : shape + STACKED;
  }
  if (mark > 0) return MARKED + Math.max(-4, headlineShape(content.slice(mark))) / 2;
  // A program that wraps lines wraps long headlines, too.
  return content.length > 0 && content.length <= LONGEST_HEADLINE ? headlineShape(content) : -12;
}

