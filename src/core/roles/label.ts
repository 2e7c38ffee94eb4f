import type { Block } from '../page/blocks';
import type { Piece, Role } from '../page/piece';
import { sliceSpan, type Span } from '../text/span';
import { isByline } from './byline';
import { settle } from './context';
import { isCaption, isCredit } from './credit';
import { datelineOf } from './dateline';
import { isFurniture } from './furniture';
import { headlineShape, LONGEST_HEADLINE, markLength } from './headline';
import { jumpFrom, jumpTo } from './jumpLine';
import { partsOf, type Part, type Reader } from './parts';
import { isTraditional, simplified } from './traditional';
import { rulerOf, unspaced } from './wrap';

/** What a heading mark is worth, in log-odds. */
const MARKED = 6;
/** Two or three short lines without a stop, set as one block, are nearly always a headline. */
const STACKED = 1.5;
/** Role words stand in the first and the last characters of a piece; no more of a text is folded. */
const LOOKED_AT = 240;

/**
 * Gives each part of each block its role, first by its own looks, then by what stands around it.
 * Every line with text lies in exactly one piece.
 */
export function labelPieces(text: string, read: readonly Block[]): Piece[] {
  const blocks = unspaced(text, read);
  const ruler = rulerOf(text, blocks);
  const folds = isTraditional(text);
  const reader: Reader = {
    text,
    ruler,
    plain: (line) => (folds ? simplified(sliceSpan(text, line.span)) : sliceSpan(text, line.span)),
  };
  const base = blocks.reduce((least, block) => block.lines.reduce((low, line) => Math.min(low, line.indent), least), Infinity);
  const pieces: Piece[] = [];
  for (const block of blocks) {
    let opens: Block | undefined = block;
    for (const part of partsOf(block, reader)) {
      pieces.push(pieceOf(text, part, pieces.length, opens, base, folds));
      opens = undefined;
    }
  }
  return settle(pieces, folds);
}

function pieceOf(text: string, part: Part, index: number, block: Block | undefined, base: number, folds: boolean): Piece {
  const { lines, heading, form } = part;
  const first = lines[0];
  const spans: Span[] = heading ? [[first?.span[0] ?? 0, lines[lines.length - 1]?.span[1] ?? 0]] : lines.map((line) => line.span);
  const content = spans.length === 1 ? sliceSpan(text, spans[0] ?? [0, 0]) : spans.map((span) => sliceSpan(text, span)).join('');
  const single = lines.length === 1;
  const mark = markLength(content);
  const plain = folds ? folded(content) : content;
  const from = mark === 0 ? jumpFrom(plain) : undefined;
  const to = jumpTo(plain);
  const bareJump = single && (from?.span[1] === content.length || to?.span[0] === 0);
  const dateline = datelineOf(content, spans[0]?.[0] ?? 0);
  const jumps = from !== undefined || to !== undefined;
  const role = roleOf(plain, single, mark > 0 || heading, bareJump, jumps);
  return {
    index,
    spans,
    text: content,
    role,
    gap: block?.gap ?? 0,
    newPage: block?.newPage ?? false,
    headline: headlineScore(text, part, content, mark),
    marked: mark > 0 || (heading && lines.some((line) => markLength(sliceSpan(text, line.span)) > 0)),
    opening: dateline !== undefined || from !== undefined,
    indented: (first?.indent ?? 0) >= base + 2,
    caption: role === 'body' && isCaption(plain),
    ...(form === undefined || role !== 'body' ? {} : { form }),
    ...(dateline === undefined ? {} : { dateline }),
    ...(from === undefined ? {} : { jumpFrom: from.page ?? 0 }),
    ...(to === undefined ? {} : { jumpTo: to.page ?? 0 }),
  };
}

/** A text with both its ends in simplified characters: word lists are compared with nothing else. */
function folded(content: string): string {
  if (content.length <= 2 * LOOKED_AT) return simplified(content);
  return simplified(content.slice(0, LOOKED_AT)) + content.slice(LOOKED_AT, -LOOKED_AT) + simplified(content.slice(-LOOKED_AT));
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
  return part.lines.length === 1 && content.length > 0 && content.length <= LONGEST_HEADLINE ? headlineShape(content) : -12;
}

