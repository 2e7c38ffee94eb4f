import type { Article, DumpVerdict } from '../page/model';
import type { Piece } from '../page/piece';
import { isHan, isSpace } from '../text/characters';
import { isMarkup } from '../text/markup';

/** Points from which a text counts as a dump, from at least two kinds of evidence. */
const ENOUGH = 3;
/** Text looked at for its script, in UTF-16 code units. */
const SAMPLE = 20_000;
/** Evidence that words were torn, and not just lines left without a stop. */
const TORN = new Set(['tornWord', 'tornNumber', 'openPair']);

type Kind = 'byline' | 'credit' | 'furniture' | 'dateline' | 'jump' | 'torn';

/** Points for each one found of a kind, and for the kind at most. */
const KINDS: readonly (readonly [Kind, readonly [each: number, most: number]])[] = [
  ['byline', [1, 2]],
  ['credit', [1, 2]],
  ['furniture', [0.75, 1.5]],
  ['dateline', [1, 2]],
  ['jump', [1.5, 3]],
  ['torn', [1, 3]],
];

/** How often each kind of evidence was found. */
export type DumpEvidence = Readonly<Partial<Record<Kind, number>>>;

/**
 * Whether a text is the dump of a Chinese newspaper page: the marks of the trade (bylines, datelines, jump lines,
 * credits, folios) and paragraphs torn in the middle of a word. An ordinary note or a README has none of these.
 */
export function verdictOf(text: string, evidence: readonly DumpEvidence[]): DumpVerdict {
  let points = 0;
  let kinds = 0;
  for (const [kind, [each, most]] of KINDS) {
    const count = evidence.reduce((sum, one) => sum + (one[kind] ?? 0), 0);
    if (count > 0) kinds++;
    points += Math.min(most, count * each);
  }
  const chinese = hanShare(text);
  const isDump = chinese >= 0.4 && points >= ENOUGH && kinds >= 2;
  return { isDump, score: chinese < 0.4 ? 0 : Math.round(Math.min(1, points / (2 * ENOUGH)) * 100) / 100 };
}

/** What there is of each kind of evidence on a page of the paper. */
export function dumpEvidence(pieces: readonly Piece[], articles: readonly Article[]): DumpEvidence {
  const counts: Partial<Record<Kind, number>> = {};
  const add = (kind: Kind): void => {
    counts[kind] = (counts[kind] ?? 0) + 1;
  };
  for (const piece of pieces) {
    if (piece.role === 'byline') add('byline');
    if (piece.role === 'credit') add('credit');
    // Pictures and rules stand in any note, too.
    if (piece.role === 'furniture' && !isMarkup(piece.text)) add('furniture');
    if (piece.dateline !== undefined) add('dateline');
    if (piece.jumpFrom !== undefined || piece.jumpTo !== undefined) add('jump');
  }
  for (const seam of articles.flatMap((article) => article.paragraphs.flatMap((paragraph) => paragraph.seams))) {
    if (seam.confidence > 0.9 && seam.why.some((reason) => TORN.has(reason.code) && reason.weight > 0)) add('torn');
  }
  return counts;
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
