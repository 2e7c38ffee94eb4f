import type { Article, Page, Seam } from '../page/model';
import { markLength } from '../roles/headline';
import { SET_APART } from '../stitch/node';
import { bySpan, sliceSpan, type Span, type TextEdit } from '../text/span';
import { lineEnd, orderOf, placedOf, strayRuns } from './places';

/** What re-stitching the whole page would do. */
export interface Restitching {
  /** One edit over the part of the text that changes; empty when there is nothing to do. */
  readonly edits: readonly TextEdit[];
  /** Paragraphs joined, fragments moved home, headlines marked, standing heads unmarked. */
  readonly joined: number;
  readonly moved: number;
  readonly marked: number;
  readonly unmarked: number;
  /** Of the joins and moves, those that were only likely; 0 at level `sure`. */
  readonly doubtful: number;
  /** Findings left for a person to decide. */
  readonly left: number;
}

/**
 * What a re-stitching may apply: `sure` only what needs no look ("fix all", a batch); `likely` also what the engine
 * holds for clearly more probable than not, for the editor who asked for the whole page and can undo it in one step.
 */
export type Level = 'sure' | 'likely';

/** From this confidence on a join or a move is likely. */
const LIKELY = 0.75;

export const accepts = (seam: Seam, level: Level): boolean => seam.sure || (level === 'likely' && seam.confidence >= LIKELY);

/** What analyses a text; the engine is one. Asked for as little as this so that the street stays one-way. */
export interface Analyser {
  analyse(text: string): Page;
}

/** Rounds after which a page that will not come to rest is left as it was. */
const ROUNDS = 8;

export type Count = Omit<Restitching, 'edits' | 'left'>;

/** Blank lines before a passage that may belong elsewhere, beside the one before any block. */
export const APART = '\n'.repeat(SET_APART);

/** A page on its way to rest, and what was done until then. */
interface Step {
  readonly page: Page;
  readonly done: Count;
}

/**
 * The page as clean articles in order, each join of the level made, each more doubtful one left where it stands.
 * With the articles in order a doubt may turn out to be none, so the result is analysed again until nothing sure is
 * left to do: re-stitching is idempotent. No character is lost but white space and heading marks.
 */
export function restitch(page: Page, analyser: Analyser, level: Level = 'sure'): Restitching {
  const { page: result, done } = comeToRest(page, analyser, level);
  const left = result.findings.filter((finding) => finding.fixes[0]?.sure !== true).length;
  return { edits: difference(page.text, result.text), ...done, left };
}

/** Lays the page out again and again until that changes nothing. */
function comeToRest(page: Page, analyser: Analyser, level: Level): Step {
  const start: Step = { page, done: { joined: 0, moved: 0, marked: 0, unmarked: 0, doubtful: 0 } };
  const steps = [start];
  for (let round = 0; round < ROUNDS; round++) {
    const last = steps[steps.length - 1] ?? start;
    const count = countOf(last.page, level);
    if (count.joined + count.moved + count.marked + count.unmarked === 0) return last;
    const text = layOut(last.page, level);
    if (text === last.page.text) return last;
    const again = steps.findIndex((step) => step.page.text === text);
    // A page that turns in a circle (a doubtful headline marked, unmarked, marked) rests where every start comes to the same.
    if (again >= 0) return steps.slice(again).reduce((least, step) => (step.page.text < least.page.text ? step : least));
    const { done } = last;
    steps.push({
      page: analyser.analyse(text),
      done: {
        joined: done.joined + count.joined,
        moved: done.moved + count.moved,
        marked: done.marked + count.marked,
        unmarked: done.unmarked + count.unmarked,
        doubtful: done.doubtful + count.doubtful,
      },
    });
  }
  return start;
}

/** What a re-stitching does to a page, or to some of its articles. */
export function countOf(page: Page, level: Level, articles: readonly Article[] = page.articles): Count {
  const order = orderOf(page);
  const ids = new Set(articles.map(({ id }) => id));
  const joins = articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ seams }) => seams)).filter((seam) => accepts(seam, level));
  const runs = articles
    .flatMap((article) => strayRuns(order, article))
    .map((run) => run.pieces[0])
    .filter((first) => first !== undefined && accepts(first.seam, level));
  // A join far off is a move too; it is one doubt.
  const doubts = joins.filter((seam) => !seam.sure).length + runs.filter((first) => first?.joins === false && !first.seam.sure).length;
  const fixable = (code: string): number => page.findings.filter((finding) => finding.code === code && ids.has(finding.article ?? '') && finding.fixes.some((fix) => fix.sure || level === 'likely')).length;
  return { joined: joins.length, moved: runs.length, marked: fixable('unmarked-headline'), unmarked: fixable('standing-head'), doubtful: doubts };
}

/** Paragraphs that surely belong together, with what leads them. */
export interface Segment {
  /** Blocks of text in the order in which they are written. */
  readonly blocks: string[];
  /** Where its first text stands in the dump. */
  readonly start: number;
  readonly headed: boolean;
  /** Places of the dump that it holds. */
  readonly spans: Span[];
}

/** Writes the whole page anew: furniture on top stays on top, then the articles, then the furniture of the foot. */
function layOut(page: Page, level: Level): string {
  const eol = lineEnd(page.text);
  const segments = page.articles.flatMap((article) => segmentsOf(page, article, eol, level));
  const first = segments.reduce((least, segment) => Math.min(least, segment.start), Infinity);
  const furniture = [...page.furniture].sort(bySpan).map((span) => ({ span, line: sliceSpan(page.text, span) }));
  const top = furniture.filter(({ span }) => span[0] < first).map(({ line }) => line);
  const foot = furniture.filter(({ span }) => span[0] >= first).map(({ line }) => line);
  const body = inOrder(segments).flatMap(({ blocks, headed }) =>
    // Blank lines say that a doubtful passage does not simply go on here, so that the doubt stays to be seen.
    blocks.map((block, i) => (headed || i > 0 ? block : APART.replaceAll('\n', eol) + block)),
  );
  return [...top, ...body, ...foot].join(eol + eol).trimStart() + eol;
}

/** Headed segments in their order, each followed by the doubtful ones that stand behind it in the dump. */
function inOrder(segments: readonly Segment[]): Segment[] {
  const places = segments.flatMap((segment) => segment.spans.map((span) => ({ span, segment }))).sort((a, b) => bySpan(a.span, b.span));
  const followers = new Map<Segment | undefined, Segment[]>();
  const before = new Map<Segment, Segment | undefined>();
  places.forEach(({ segment, span }, i) => {
    if (segment.headed || span[0] !== segment.start) return;
    before.set(segment, places[i - 1]?.segment);
  });
  const heads: Segment[] = [];
  for (const segment of segments) {
    if (segment.headed) {
      heads.push(segment);
      continue;
    }
    const host = hostOf(segment, before);
    followers.set(host, [...(followers.get(host) ?? []), segment]);
  }
  const out: Segment[] = [];
  const write = (segment: Segment | undefined): void => {
    if (segment !== undefined) out.push(segment);
    for (const follower of (followers.get(segment) ?? []).sort((a, b) => a.start - b.start)) out.push(follower);
  };
  write(undefined);
  heads.forEach(write);
  return out;
}

/** The headed segment behind which a doubtful one stands in the dump; none at the top of the page. */
function hostOf(segment: Segment, before: ReadonlyMap<Segment, Segment | undefined>): Segment | undefined {
  const seen = new Set<Segment>();
  let host = before.get(segment);
  while (host !== undefined && !host.headed && !seen.has(host)) {
    seen.add(host);
    host = before.get(host);
  }
  return host?.headed === true ? host : undefined;
}

/** Cuts an article at its doubtful seams. */
export function segmentsOf(page: Page, article: Article, eol: string, level: Level): Segment[] {
  const segments: Segment[] = [];
  const headline = article.headline[0];
  const rest = [...article.byline, ...article.credit].sort(bySpan);
  let current: Segment | undefined;
  const { above, inside, loose } = standingHeads(page, article);
  for (const span of loose) segments.push({ blocks: [plain(page, span)], start: span[0], headed: false, spans: [span] });
  if (headline !== undefined) {
    current = { blocks: [...above.map((span) => plain(page, span)), headlineBlock(page, article, eol, level)], start: headline[0], headed: true, spans: [headline, ...above] };
    segments.push(current);
  }
  let text = '';
  const close = (): void => {
    if (text !== '') current?.blocks.push(text);
    text = '';
  };
  /** Bylines and credits are written behind the piece behind which they stand. */
  const placed = placedOf(article);
  const owner = new Map<Span, Span | undefined>();
  for (const span of rest) {
    let nearest: Span | undefined;
    for (const { span: piece } of placed) if (piece[0] < span[0] && (nearest === undefined || piece[0] > nearest[0])) nearest = piece;
    if (nearest !== undefined && headline !== undefined && headline[0] < span[0] && headline[0] > nearest[0]) nearest = undefined;
    owner.set(span, nearest);
  }
  const pending: string[] = [];
  const attach = (piece: Span | undefined): void => {
    for (const span of rest) if (owner.get(span) === piece) pending.push(plain(page, span));
  };
  attach(undefined);
  for (const piece of placed) {
    const joinsOn = piece.joins && accepts(piece.seam, level) && current !== undefined;
    if (!joinsOn) {
      close();
      current?.blocks.push(...pending.splice(0));
      if (current === undefined || !accepts(piece.seam, level)) {
        current = { blocks: pending.splice(0), start: piece.span[0], headed: false, spans: [] };
        if (segments.length === loose.length) current.blocks.unshift(...above.map((span) => plain(page, span)));
        segments.push(current);
      }
    }
    if (text === '') current?.blocks.push(...(inside.get(piece.span) ?? []).map((span) => plain(page, span)));
    text += sliceSpan(page.text, piece.span);
    current?.spans.push(piece.span);
    attach(piece.span);
  }
  close();
  current?.blocks.push(...pending);
  return segments;
}

/**
 * Where the standing heads of an article are written: above it; or, where an unmarked line stands before a paragraph in its text
 * and may be a subhead after all, where it stands; or, where it stands before the rest of a cut paragraph and may be a scrap of
 * another, by itself.
 */
function standingHeads(page: Page, article: Article): { above: Span[]; inside: Map<Span, Span[]>; loose: Span[] } {
  const above: Span[] = [];
  const loose: Span[] = [];
  const inside = new Map<Span, Span[]>();
  const placed = placedOf(article);
  for (const span of article.standingHead) {
    const below = placed.filter((piece) => piece.span[0] > span[0]).reduce<(typeof placed)[number] | undefined>((nearest, piece) => (nearest === undefined || piece.span[0] < nearest.span[0] ? piece : nearest), undefined);
    const head = article.headline[0];
    const onTop = head === undefined || span[0] < head[0] || below === undefined;
    if (onTop || markLength(sliceSpan(page.text, span)) > 0) above.push(span);
    else if (below.joins) loose.push(span);
    else inside.set(below.span, [...(inside.get(below.span) ?? []), span]);
  }
  return { above, inside, loose };
}

/** A line without the mark that makes a standing head pose as a headline. */
function plain(page: Page, span: Span): string {
  const line = sliceSpan(page.text, span);
  return line.slice(markLength(line));
}

/** The headline with its mark on the headline proper, kicker above and deck below as they stood. */
function headlineBlock(page: Page, article: Article, eol: string, level: Level): string {
  const lines = article.headline.flatMap((span) => sliceSpan(page.text, span).split(/\r\n|\r|\n/u)).map((line) => line.trimStart());
  const marked = lines.some((line) => markLength(line) > 0);
  if (marked || (level === 'sure' && !article.headlineSure)) return lines.join(eol);
  const main = lines.findIndex((line) => line.trim() === article.title);
  return lines.map((line, i) => (i === Math.max(0, main) ? `## ${line}` : line)).join(eol);
}

/** One edit from what two texts do not share at their ends. */
function difference(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  let start = 0;
  while (start < before.length && start < after.length && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < before.length - start && tail < after.length - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  return [{ span: [start, before.length - tail], newText: after.slice(start, after.length - tail) }];
}

