import type { Block } from '../page/blocks';
import type { Piece, Role } from '../page/piece';
import type { Line } from '../text/lines';
import { sliceSpan, type Span } from '../text/span';
import { isByline } from './byline';
import { isCaption, isCredit } from './credit';
import { datelineOf } from './dateline';
import { isFurniture, isPageNumber } from './furniture';
import { headlineShape, isDeck, LONGEST_HEADLINE, markLength } from './headline';
import { jumpFrom, jumpTo } from './jumpLine';
import { paragraphsOf, wrapWidth } from './wrap';

/** What a heading mark is worth, in log-odds. */
const MARKED = 6;
/** Two or three short lines without a stop, set as one block, are nearly always a headline. */
const STACKED = 1.5;

/** Gives each part of each block its role. Every line with text lies in exactly one piece. */
export function labelPieces(text: string, blocks: readonly Block[]): Piece[] {
  const width = wrapWidth(text, blocks);
  const pieces: Piece[] = [];
  for (const block of blocks) {
    let first = true;
    const edge = block === blocks[0] || block === blocks[blocks.length - 1];
    for (const group of partsOf(text, block, width)) {
      const piece = pieceOf(text, group, pieces.length, first ? block : undefined);
      // A lone number is a page number at the page's edge; elsewhere it is a piece of a torn number.
      pieces.push(edge && piece.role === 'body' && isPageNumber(piece.text) ? { ...piece, role: 'furniture' } : piece);
      first = false;
    }
  }
  return pieces;
}

interface Part {
  readonly lines: readonly Line[];
  readonly heading: boolean;
}

const lineText = (text: string, line: Line): string => sliceSpan(text, line.span);

/** Cuts a block into headline and paragraphs. */
function partsOf(text: string, block: Block, width: number): Part[] {
  const { lines } = block;
  if (lines.length === 1) return [{ lines, heading: false }];
  const head = headingLines(text, lines);
  const parts: Part[] = head > 0 ? [{ lines: lines.slice(0, head), heading: true }] : [];
  let run: Line[] = [];
  const flush = (): void => {
    for (const group of paragraphsOf(text, run, width)) parts.push({ lines: group, heading: false });
    run = [];
  };
  for (const line of lines.slice(head)) {
    if (markLength(lineText(text, line)) > 0) {
      flush();
      parts.push({ lines: [line], heading: true });
    } else run.push(line);
  }
  flush();
  return parts;
}

/** How many lines at the top of a block are its headline; 0 where there is none, or one line only that speaks for itself. */
function headingLines(text: string, lines: readonly Line[]): number {
  const texts = lines.slice(0, 4).map((line) => lineText(text, line));
  const looks = texts.map((line) => markLength(line) === 0 && couldBeHeadline(line));
  const marked = texts.findIndex((line) => markLength(line) > 0);
  if (marked > 0 && looks.slice(0, marked).every(Boolean)) {
    let end = marked + 1;
    while (end < texts.length && isDeck(texts[end] ?? '')) end++;
    return end;
  }
  if (marked === 0) {
    let end = 1;
    while (end < texts.length && isDeck(texts[end] ?? '')) end++;
    // A marked kicker with its headline below it, marked or not: only where the block holds nothing else.
    if (end < lines.length && lines.length <= 3 && texts.slice(1).every((line) => isDeck(line) || mayStack(line))) end = lines.length;
    return end;
  }
  // Two or three lines of which none ends a sentence: one of them may look odd by itself.
  const stacked = lines.length <= 3 && looks.some(Boolean) && texts.every((line, i) => mayStack(line) || (i > 0 && isDeck(line)));
  return stacked ? lines.length : 0;
}

/** Whether a line may be part of a headline of several lines. */
function mayStack(line: string): boolean {
  const bare = line.slice(markLength(line));
  return headlineShape(bare) > -3.2 && !isByline(bare) && !isCredit(bare) && !isFurniture(bare) && jumpFrom(bare) === undefined;
}

function couldBeHeadline(line: string): boolean {
  return headlineShape(line) > 0.5 && !isByline(line) && !isCredit(line) && !isFurniture(line) && jumpFrom(line) === undefined;
}

function pieceOf(text: string, part: Part, index: number, block: Block | undefined): Piece {
  const spans: Span[] = part.heading
    ? [[part.lines[0]?.span[0] ?? 0, part.lines[part.lines.length - 1]?.span[1] ?? 0]]
    : part.lines.map((line) => line.span);
  const content = spans.map((span) => sliceSpan(text, span)).join('');
  const single = part.lines.length === 1;
  const mark = markLength(content);
  const from = mark === 0 ? jumpFrom(content) : undefined;
  const to = jumpTo(content);
  const bareJump = single && (from?.span[1] === content.length || to?.span[0] === 0);
  const dateline = datelineOf(content, spans[0]?.[0] ?? 0);
  const jumps = from !== undefined || to !== undefined;
  const role = roleOf(content, single, mark > 0 || part.heading, bareJump, jumps);
  return {
    index,
    spans,
    text: content,
    role,
    gap: block?.gap ?? 0,
    newPage: block?.newPage ?? false,
    headline: headlineScore(text, part, mark),
    marked: mark > 0 || (part.heading && part.lines.some((line) => markLength(lineText(text, line)) > 0)),
    opening: dateline !== undefined || from !== undefined,
    indented: (part.lines[0]?.indent ?? 0) >= 2,
    caption: role === 'body' && isCaption(content),
    ...(dateline === undefined ? {} : { dateline }),
    ...(from === undefined ? {} : { jumpFrom: from.page ?? 0 }),
    ...(to === undefined ? {} : { jumpTo: to.page ?? 0 }),
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

function headlineScore(text: string, part: Part, mark: number): number {
  if (part.heading) {
    const lines = part.lines.map((line) => lineText(text, line));
    const shapes = lines.map((line) => headlineShape(line.slice(markLength(line))));
    const shape = shapes.reduce((sum, value) => sum + value, 0) / shapes.length;
    return lines.some((line) => markLength(line) > 0) ? MARKED + Math.max(-2, shape) / 2 : shape + STACKED;
  }
  const content = part.lines.length === 1 ? lineText(text, part.lines[0] ?? { span: [0, 0], indent: 0, formFeed: false }) : '';
  if (mark > 0) return MARKED + Math.max(-4, headlineShape(content.slice(mark))) / 2;
  return content.length > 0 && content.length <= LONGEST_HEADLINE ? headlineShape(content) : -12;
}
