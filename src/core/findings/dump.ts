import type { Article, DumpVerdict } from '../page/model';
import type { Piece } from '../page/piece';
import { isHan, isSpace } from '../text/characters';

/** Points from which a text counts as a dump, from at least two kinds of evidence. */
const ENOUGH = 3;
/** Text looked at for its script, in UTF-16 code units. */
const SAMPLE = 20_000;
/** Evidence that words were torn, and not just lines left without a stop. */
const TORN = new Set(['tornWord', 'tornNumber', 'openPair']);

/**
 * Whether a text is the dump of a Chinese newspaper page: the marks of the trade (bylines, datelines, jump lines,
 * credits, folios) and paragraphs torn in the middle of a word. An ordinary note or a README has none of these.
 */
export function dumpVerdict(text: string, pieces: readonly Piece[], articles: readonly Article[]): DumpVerdict {
  const kinds = new Map<string, number>();
  const add = (kind: string, points: number, most: number): void => {
    kinds.set(kind, Math.min(most, (kinds.get(kind) ?? 0) + points));
  };
  for (const piece of pieces) {
    if (piece.role === 'byline') add('byline', 1, 2);
    if (piece.role === 'credit') add('credit', 1, 2);
    if (piece.role === 'furniture') add('furniture', 0.75, 1.5);
    if (piece.dateline !== undefined) add('dateline', 1, 2);
    if (piece.jumpFrom !== undefined || piece.jumpTo !== undefined) add('jump', 1.5, 3);
  }
  for (const seam of articles.flatMap((article) => article.paragraphs.flatMap((paragraph) => paragraph.seams))) {
    if (seam.confidence > 0.9 && seam.why.some((reason) => TORN.has(reason.code) && reason.weight > 0)) add('torn', 1, 3);
  }
  const points = [...kinds.values()].reduce((sum, value) => sum + value, 0);
  const chinese = hanShare(text);
  const isDump = chinese >= 0.4 && points >= ENOUGH && kinds.size >= 2;
  return { isDump, score: chinese < 0.4 ? 0 : Math.round(Math.min(1, points / (2 * ENOUGH)) * 100) / 100 };
}

function hanShare(text: string): number {
  let han = 0;
  let all = 0;
  for (let at = 0; at < Math.min(text.length, SAMPLE); at++) {
    const code = text.charCodeAt(at);
    const chinese = isHan(code);
    if (chinese) han++;
    if (chinese || !isSpace(code)) all++;
  }
  return all === 0 ? 0 : han / all;
}
