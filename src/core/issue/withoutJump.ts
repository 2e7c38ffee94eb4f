import type { Paragraph } from '../page/model';
import { jumpFrom, jumpTo } from '../roles/jumpLine';
import { simplified } from '../roles/traditional';
import { sliceSpan, type Span } from '../text/span';
import type { JumpFacts } from './model';

/** A paragraph whose jump line was taken out. */
export interface Cleared {
  /** `undefined` where nothing else stood in it. */
  readonly rest?: Paragraph;
  /** Where the jump line stands. */
  readonly aside?: Span;
}

/** What ends a jump line that is set in brackets. */
const CLOSED = /[)）】〕\]]$/u;
/** The page at the end of what every jump line has: 上接第1版. */
const TO_PAGE = /^[^版页頁]{0,24}[版页頁]/u;

/**
 * A paragraph without the jump line at its beginning (`from`) or its end (`to`), as it is read once the other part stands beside it.
 * One that has none there stays as it is.
 * @param text of the page, in which the paragraph's spans count
 */
export function withoutJump(text: string, paragraph: Paragraph, direction: JumpFacts['direction']): Cleared {
  const at = direction === 'from' ? 0 : paragraph.spans.length - 1;
  const piece = paragraph.spans[at];
  if (piece === undefined) return { rest: paragraph };
  const line = lineIn(sliceSpan(text, piece), direction);
  if (line === undefined) return { rest: paragraph };
  const aside: Span = [piece[0] + line[0], piece[0] + line[1]];
  const kept = trimmed(text, direction === 'from' ? [aside[1], piece[1]] : [piece[0], aside[0]]);
  const { spans, seams } = paragraph;
  if (kept[0] < kept[1]) return { rest: withSpans(text, paragraph, spans.map((span, i) => (i === at ? kept : span)), seams), aside };
  if (spans.length === 1) return { aside };
  // The piece was nothing else, and its seam goes with it.
  const seam = direction === 'from' ? 0 : seams.length - 1;
  return { rest: withSpans(text, paragraph, spans.filter((_, i) => i !== at), seams.filter((_, i) => i !== seam)), aside };
}

function withSpans(text: string, { attachment }: Paragraph, spans: readonly Span[], seams: Paragraph['seams']): Paragraph {
  return { spans, text: spans.map((span) => sliceSpan(text, span)).join(''), seams, attachment };
}

/** The jump line of a piece. Behind one without brackets the text may begin at once: only as much is taken as every jump line has. */
function lineIn(piece: string, direction: JumpFacts['direction']): Span | undefined {
  const plain = simplified(piece);
  const span = (direction === 'from' ? jumpFrom(plain) : jumpTo(plain))?.span;
  if (span === undefined || direction === 'to') return span;
  const line = plain.slice(...span);
  const ends = CLOSED.test(line) || span[1] === plain.length || /^\s/u.test(plain.slice(span[1], span[1] + 1));
  return ends ? span : [span[0], TO_PAGE.exec(line)?.[0].length ?? span[1]];
}

function trimmed(text: string, [start, end]: Span): Span {
  const own = text.slice(start, end);
  const from = start + own.length - own.trimStart().length;
  return [Math.min(from, end), Math.max(Math.min(from, end), start + own.trimEnd().length)];
}
