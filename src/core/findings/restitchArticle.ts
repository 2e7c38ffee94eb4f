import { carryDecisions, type Place } from '../decisions/carry';
import type { Article, Finding, Page } from '../page/model';
import { difference } from '../text/difference';
import { lineEnd } from '../text/lineEnds';
import { sliceSpan, type TextEdit } from '../text/span';
import { APART, accepts, segmentsOf, type Chunk, type Level } from './layout';
import { orderOf, placedOf } from './places';
import { countOf, type Restitching } from './restitch';

/**
 * One article put together where its headline stands: its joins made, its stray passages moved home, its headline marked.
 * What belongs to other articles and to the page stays where it is, and what is more doubtful than the level allows stays
 * where it stands. No character is lost but white space and heading marks; nothing to do gives no edit at all.
 * @param page the analysis, `findings` included
 * @param article one of `page.articles`
 * @returns edits against `page.text` in the order of the text, as few and as short as they can be; `left`: the doubtful
 *   meetings of two pieces of the article
 */
export function restitchArticle(page: Page, article: Article, level: Level = 'likely'): Restitching {
  const count = countOf(page, level, [article]);
  const left = placedOf(article).filter((piece) => !accepts(piece, level)).length;
  const nothing = count.joined + count.moved + count.marked + count.unmarked === 0;
  if (nothing) return { edits: [], ...count, left, decisions: page.decisions };
  const { edits, places } = putTogether(page, article, level);
  return { edits, ...count, left, decisions: carryDecisions(page.decisions, places) };
}

/**
 * Whether there is anything that `restitchArticle` would do: as cheap to ask of each article of a large file as it is to read them.
 * @param findings those of the article, at least
 */
export function needsRestitching(article: Article, findings: readonly Finding[], level: Level = 'likely'): boolean {
  const wants = ({ code, fixes, article: id }: Finding): boolean =>
    id === article.id && (code === 'unmarked-headline' || code === 'standing-head') && fixes.some(({ sure }) => sure || level === 'likely');
  return findings.some(wants) || placedOf(article).some((piece) => piece.before !== undefined && (piece.joins || piece.seam.far) && accepts(piece, level));
}

/** The article's passages taken out, and each segment of it written where its first passage stood. */
function putTogether(page: Page, article: Article, level: Level): { readonly edits: TextEdit[]; readonly places: Place[] } {
  const { text } = page;
  const eol = lineEnd(text);
  const segments = new Map(segmentsOf(page, article, eol, level).map((segment) => [segment.start, segment]));
  const edits: TextEdit[] = [];
  const places: Place[] = [];
  /** The end of the last passage that stays, in the old text and in the new one, and what is written since. */
  let stayed = 0;
  let length = 0;
  let written = '';
  let afterOwn = false;
  /** White space passed since the last thing written: one gap, or several where passages between were taken out. */
  let gaps: string[] = [];
  let done = 0;
  const put = (chunk: Chunk): void => {
    if (typeof chunk !== 'string') places.push({ from: chunk, to: length + written.length });
    written += typeof chunk === 'string' ? chunk : sliceSpan(text, chunk);
  };
  for (const { span, article: owner } of orderOf(page).claims) {
    gaps.push(text.slice(done, span[0]));
    done = span[1];
    const segment = owner === article ? segments.get(span[0]) : undefined;
    if (owner === article && segment === undefined) continue;
    const apart = segment !== undefined && afterOwn && !segment.headed;
    // Blank lines say that a doubtful passage does not simply go on with what now stands above it.
    put(apart ? eol + eol + APART.replaceAll('\n', eol) : gapOf(gaps, stayed === 0 && !afterOwn, eol));
    gaps = [];
    afterOwn = segment !== undefined;
    if (segment === undefined) {
      edits.push(...difference(text, [stayed, span[0]], written));
      length += written.length;
      places.push({ from: span, to: length });
      length += span[1] - span[0];
      [stayed, written] = [span[1], ''];
    } else {
      segment.blocks.forEach((block, i) => {
        if (i > 0) put(eol + eol);
        block.forEach(put);
      });
    }
  }
  edits.push(...difference(text, [stayed, text.length], written + text.slice(done)));
  return { edits, places };
}

/** The white space between two passages that come to stand together: as it was where nothing was taken out, else a blank line. A form feed stays. */
function gapOf(gaps: readonly string[], first: boolean, eol: string): string {
  const [only = ''] = gaps;
  if (first || (gaps.length === 1 && /[\r\n\f]/u.test(only))) return gaps.find((gap) => gap.includes('\f')) ?? only;
  return gaps.find((gap) => gap.includes('\f')) ?? eol + eol;
}
