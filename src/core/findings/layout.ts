import type { Article, Page } from '../page/model';
import { isLooseCaption } from '../roles/caption';
import { formOf } from '../roles/form';
import { markLength, markOf } from '../roles/headline';
import { simplified } from '../roles/traditional';
import { SET_APART } from '../stitch/gaps';
import { frontMatterEnd } from '../text/frontMatter';
import { lineEnd } from '../text/lineEnds';
import { readingOf } from '../text/reading';
import { bySpan, sliceSpan, type Span } from '../text/span';
import { orderOf, placedOf, type Placed } from './places';

/**
 * What a re-stitching may apply: `sure` only what needs no look ("fix all", a batch); `likely` also what the engine
 * holds for clearly more probable than not, for the editor who asked for the whole page and can undo it in one step.
 */
export type Level = 'sure' | 'likely';

/** From this confidence on a join is likely; a move, which takes a whole passage from where it stands, has to be likelier. */
const LIKELY = 0.8;
const LIKELY_MOVE = 0.95;

/** Whether a re-stitching of this level makes a join or a move. */
export const accepts = ({ seam, joins }: Pick<Placed, 'seam' | 'joins'>, level: Level): boolean =>
  seam.sure || (level === 'likely' && seam.confidence >= (seam.far && !joins ? LIKELY_MOVE : LIKELY));

/** Blank lines before a passage that may belong elsewhere, beside the one before any block. */
export const APART = '\n'.repeat(SET_APART);

/** What is written: a passage of the dump as it stands, or signs put in. */
export type Chunk = Span | string;

/** A page written anew. */
export interface Layout {
  readonly text: string;
  /** Where each passage of the dump stands now, in the order of the dump. */
  readonly places: readonly { readonly from: Span; readonly to: number }[];
}

/** Paragraphs that surely belong together, with what leads them. */
export interface Segment {
  /** Blocks of text in the order in which they are written. */
  readonly blocks: Chunk[][];
  /** Where its first text stands in the dump. */
  readonly start: number;
  readonly headed: boolean;
  /** Whether it is a photo's caption that stands by itself. */
  readonly photo?: boolean;
  /** Places of the dump that it holds. */
  readonly spans: Span[];
}

/** Writes the whole page anew: furniture on top stays on top, then the articles with their pictures, then the furniture of the foot. */
export function layOut(page: Page, level: Level): Layout {
  const eol = lineEnd(page.text);
  const pictures = picturesOf(page);
  const segments = page.articles.flatMap((article) => segmentsOf(page, article, eol, level, pictures.get(article))).map((segment) => ({ ...segment, blocks: linesTogether(page.text, segment.blocks, eol) }));
  const first = segments.reduce((least, segment) => Math.min(least, segment.start), Infinity);
  const placed = new Set([...pictures.values()].flat());
  const furniture = page.furniture.filter((span) => !placed.has(span)).sort(bySpan);
  const matter = frontMatterEnd(page.text);
  const top = furniture.filter((span) => span[0] < first && span[1] > matter).map((span): Chunk[] => [span]);
  // As it stands, line by line: its indents mean something.
  if (matter > 0) top.unshift([[0, matter]]);
  const foot = furniture.filter((span) => span[0] >= first).map((span): Chunk[] => [span]);
  const body: Chunk[][] = [];
  let afterPhoto = false;
  for (const { blocks, headed, photo = false } of inOrder(segments)) {
    // Blank lines say that a doubtful passage does not simply go on here, so that the doubt stays to be seen. A caption is none, but below what may be its headline.
    const first = headed || (photo && (afterPhoto || endsText(page.text, body[body.length - 1]))) ? '' : APART.replaceAll('\n', eol);
    blocks.forEach((block, i) => body.push(i > 0 || first === '' ? block : [first, ...block]));
    afterPhoto = photo;
  }
  return write(page.text, [...top, ...body, ...foot], eol);
}

/** Rows of a table, verses and items that stand line below line stay so: with blank lines between them they would be paragraphs, and might be joined. */
function linesTogether(text: string, blocks: readonly Chunk[][], eol: string): Chunk[][] {
  const together: Chunk[][] = [];
  for (let from = 0; from < blocks.length; ) {
    const lines: Span[] = [];
    for (let at = from; at < blocks.length; at++) {
      const line = wholeLine(blocks[at]);
      const before = lines[lines.length - 1];
      if (line === undefined || (before !== undefined && !/^[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*$/u.test(text.slice(before[1], Math.max(before[1], line[0]))))) break;
      lines.push(line);
    }
    if (lines.length > 1 && formOf(lines.map((line) => sliceSpan(text, line))) !== undefined) together.push(lines.flatMap((line, i): Chunk[] => (i === 0 ? [line] : [eol, line])));
    else together.push(...blocks.slice(from, from + Math.max(1, lines.length)));
    from += Math.max(1, lines.length);
  }
  return together;
}

/** The passage of the dump that is all of a block. */
function wholeLine(block: readonly Chunk[] | undefined): Span | undefined {
  const [only, ...more] = block ?? [];
  return only === undefined || typeof only === 'string' || more.length > 0 ? undefined : only;
}

/** Whether a block ends with a sentence. */
function endsText(text: string, block: readonly Chunk[] | undefined): boolean {
  const last = block?.[block.length - 1];
  return last !== undefined && typeof last !== 'string' && /[。！？!?…](?:[”’」』）)])*$/u.test(sliceSpan(text, last).slice(-8).trimEnd());
}

/** Whether an article is nothing but a photo's caption, which shows that it is one wherever it stands. */
function isLoosePhoto({ kind, headline, standingHead, paragraphs }: Article): boolean {
  const [caption] = paragraphs;
  return kind === 'photo' && headline.length + standingHead.length === 0 && paragraphs.length === 1 && caption !== undefined && isLooseCaption(simplified(caption.text));
}

/** The blocks with a blank line between them, and where each passage came to stand. */
function write(text: string, blocks: readonly (readonly Chunk[])[], eol: string): Layout {
  const places: { from: Span; to: number }[] = [];
  const parts: string[] = [];
  let length = 0;
  const add = (part: string): void => {
    // Nothing stands before the first sign.
    const shown = length === 0 ? part.trimStart() : part;
    parts.push(shown);
    length += shown.length;
  };
  blocks.forEach((block, i) => {
    if (i > 0) add(eol + eol);
    for (const chunk of block) {
      if (typeof chunk !== 'string') places.push({ from: chunk, to: length });
      add(typeof chunk === 'string' ? chunk : sliceSpan(text, chunk));
    }
  });
  add(eol);
  return { text: length === 0 ? eol : parts.join(''), places: places.sort((a, b) => bySpan(a.from, b.from)) };
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
  const put = (segment: Segment | undefined): void => {
    if (segment !== undefined) out.push(segment);
    for (const follower of (followers.get(segment) ?? []).sort((a, b) => a.start - b.start)) out.push(follower);
  };
  put(undefined);
  heads.forEach(put);
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

/** Pictures, rules and comments stay below the passage below which they stand: by the article that it is of; those above all text are in none. */
function picturesOf(page: Page): Map<Article, Span[]> {
  const pictures = new Map<Article, Span[]>();
  let above: Article | undefined;
  for (const { span, article, markup } of orderOf(page).claims) {
    above = article ?? above;
    if (!markup || above === undefined) continue;
    const known = pictures.get(above);
    if (known === undefined) pictures.set(above, [span]);
    else known.push(span);
  }
  return pictures;
}

/**
 * Cuts an article at its doubtful seams.
 * @param pictures places of pictures that are written with it
 */
export function segmentsOf(page: Page, article: Article, eol: string, level: Level, pictures: readonly Span[] = []): Segment[] {
  const segments: Segment[] = [];
  const headline = article.headline[0];
  const rest = [...article.byline, ...article.credit, ...pictures].sort(bySpan);
  let current: Segment | undefined;
  const standing = (span: Span): Chunk[] => plain(page, article, span, level);
  const { above, inside, loose } = standingHeads(page, article, level);
  for (const span of loose) segments.push({ blocks: [standing(span)], start: span[0], headed: false, spans: [span] });
  if (headline !== undefined) {
    current = { blocks: [...above.map(standing), headlineBlock(page, article, eol, level)], start: headline[0], headed: true, spans: [headline, ...above] };
    segments.push(current);
  }
  let text: Chunk[] = [];
  const close = (): void => {
    if (text.length > 0) current?.blocks.push(text);
    text = [];
  };
  /** Bylines, credits and pictures are written behind the piece behind which they stand. */
  const placed = placedOf(article);
  const behind = new Map<Span | undefined, Span[]>();
  for (const span of rest) {
    let nearest: Span | undefined;
    for (const { span: piece } of placed) if (piece[0] < span[0] && (nearest === undefined || piece[0] > nearest[0])) nearest = piece;
    if (nearest !== undefined && headline !== undefined && headline[0] < span[0] && headline[0] > nearest[0]) nearest = undefined;
    const known = behind.get(nearest);
    if (known === undefined) behind.set(nearest, [span]);
    else known.push(span);
  }
  const pending: Chunk[][] = [];
  /** One by one: there may be more pictures than a call takes arguments. Where no segment is open, what waits goes on waiting for the first. */
  const release = (): void => {
    if (current === undefined) return;
    for (const block of pending.splice(0)) current.blocks.push(block);
  };
  const attach = (piece: Span | undefined): void => {
    for (const span of behind.get(piece) ?? []) pending.push(standing(span));
  };
  attach(undefined);
  for (const piece of placed) {
    const joinsOn = piece.joins && accepts(piece, level) && current !== undefined;
    if (!joinsOn) {
      close();
      release();
      if (current === undefined || !accepts(piece, level)) {
        current = { blocks: pending.splice(0), start: piece.span[0], headed: false, photo: isLoosePhoto(article), spans: [] };
        if (segments.length === loose.length) current.blocks.unshift(...above.map(standing));
        segments.push(current);
      }
    }
    if (text.length === 0) current?.blocks.push(...(inside.get(piece.span) ?? []).map(standing));
    text.push(piece.span);
    current?.spans.push(piece.span);
    attach(piece.span);
  }
  close();
  release();
  return segments;
}

/**
 * Where the standing heads of an article are written: above it; or, where an unmarked line stands before a paragraph in its text
 * and may be a subhead after all, or a marked one and may be a headline, where it stands; or, where it stands before the rest of a cut paragraph and may be a scrap of
 * another, by itself.
 */
function standingHeads(page: Page, article: Article, level: Level): { above: Span[]; inside: Map<Span, Span[]>; loose: Span[] } {
  const above: Span[] = [];
  const loose: Span[] = [];
  const inside = new Map<Span, Span[]>();
  const placed = placedOf(article);
  for (const span of article.standingHead) {
    const below = placed.filter((piece) => piece.span[0] > span[0]).reduce<(typeof placed)[number] | undefined>((nearest, piece) => (nearest === undefined || piece.span[0] < nearest.span[0] ? piece : nearest), undefined);
    const head = article.headline[0];
    const onTop = head === undefined || span[0] < head[0] || below === undefined;
    if (onTop || (markOf(page.text, span) > 0 && !staysMarked(article, span, level))) above.push(span);
    else if (below.joins) loose.push(span);
    else inside.set(below.span, [...(inside.get(below.span) ?? []), span]);
  }
  return { above, inside, loose };
}

/** A line without the mark that makes a standing head pose as a headline, unless it may be one. */
const plain = (page: Page, article: Article, span: Span, level: Level): Chunk[] => [staysMarked(article, span, level) ? span : [span[0] + markOf(page.text, span), span[1]]];

/** Whether a standing head keeps its mark, for it may be a headline. */
const staysMarked = ({ standingHeadDoubtful = [] }: Article, span: Span, level: Level): boolean => level === 'sure' && standingHeadDoubtful.includes(span);

/** The headline with its mark on the headline proper, kicker above and deck below as they stood. */
function headlineBlock(page: Page, article: Article, eol: string, level: Level): Chunk[] {
  const lines = article.headline.flatMap((span) => linesIn(page.text, span));
  const shown = lines.map((line) => sliceSpan(page.text, line));
  const leave = shown.some((line) => markLength(line) > 0) || (level === 'sure' && !article.headlineSure);
  const main = leave ? -1 : Math.max(0, shown.findIndex((line) => (readingOf(line)?.text ?? line).trim() === article.title));
  return lines.flatMap((line, i): Chunk[] => [...(i > 0 ? [eol] : []), ...(i === main ? ['## '] : []), line]);
}

/** The lines of a span, without white space before them. */
function linesIn(text: string, [start, end]: Span): Span[] {
  const lines: Span[] = [];
  let from = start;
  for (const line of sliceSpan(text, [start, end]).split(/\r\n|\r|\n/u)) {
    const to = from + line.length;
    lines.push([to - line.trimStart().length, to]);
    from = to + (text.startsWith('\r\n', to) ? 2 : 1);
  }
  return lines;
}
