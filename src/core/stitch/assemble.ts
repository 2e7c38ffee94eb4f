import type { Article, ArticleKind, Dateline, Jump, Paragraph, Seam } from '../page/model';
import { extentOf, type Piece } from '../page/piece';
import { headlineParts, isKicker, markLength, type HeadlineParts } from '../roles/headline';
import { bySpan, sliceSpan, type Span } from '../text/span';
import type { Arrangement } from './arrange';
import type { Heap, Member } from './heap';
import { SET_APART } from './gaps';
import { CERTAIN, WRAPPED, seamOf } from './seams';

/** A brief is this short, in characters of text. */
const BRIEF = 100;

/** From this score on a line without a mark looks like one of a headline, see `Piece.headline`. */
const LIKE_HEADLINE = 0.5;

/** An article before it is numbered. */
export type Unnumbered = Omit<Article, 'id'>;

/** What an arrangement comes to: the articles, and what belongs to none. */
export interface Assembly {
  readonly articles: readonly Unnumbered[];
  readonly furniture: readonly Span[];
}

/** An article being put together. */
interface Draft {
  readonly chain: readonly Member[];
  readonly head: Piece | undefined;
  readonly byline: Span[];
  readonly credit: Span[];
  readonly standingHead: Span[];
  /** Those of them that may be headlines. */
  readonly doubtful: Span[];
  /** Lines of the headline that stand by themselves right above it. */
  readonly lines: Span[];
  /** Those of which an editor, or a dash, says what they are. */
  readonly kicker: Span[];
  readonly deck: Span[];
  /** Jump lines that stand alone, by the piece before which (or behind which) they are read. */
  readonly before: Map<Piece, Piece[]>;
  readonly after: Map<Piece, Piece[]>;
}

/** Puts the articles of one page together from its arrangement. */
export function assemble(text: string, pieces: readonly Piece[], arrangement: Arrangement | Heap): Assembly {
  const furniture: Span[] = [];
  const drafts = arrangement.chains.map((chain): Draft => draftOf(chain, chain[0] !== undefined && arrangement.headlines.has(chain[0].at) ? chain[0].piece : undefined));
  const home = new Map<Piece, Draft>();
  for (const draft of drafts) for (const node of draft.chain) home.set(node.piece, draft);
  const captioned = 'alone' in arrangement ? arrangement.alone.flatMap((node) => (node.captioned ? [node.piece] : [])) : [];
  // A loose caption is a photo's by itself, and no neighbour of texts.
  const photos = new Map([...pieces.filter(({ role }) => role === 'caption'), ...captioned].map((piece) => [piece, draftOf([{ piece, at: -1 }], undefined)]));
  placeRest(pieces, home, photos, furniture, arrangement.doubtfulAlone);
  drafts.push(...photos.values());
  const articles = drafts
    .sort((a, b) => bySpan(extentOf(a.head ?? firstOf(a)), extentOf(b.head ?? firstOf(b))))
    .map((draft) => articleOf(text, draft, arrangement));
  return { articles, furniture: furniture.sort(bySpan) };
}

const draftOf = (chain: readonly Member[], head: Piece | undefined): Draft => ({ chain, head, byline: [], credit: [], standingHead: [], doubtful: [], lines: [], kicker: [], deck: [], before: new Map(), after: new Map() });

const firstOf = (draft: Draft): Piece => {
  const node = draft.chain[0];
  if (node === undefined) throw new Error('an article without a piece');
  return node.piece;
};

/** Finds the article of each piece that takes no part in stitching: bylines, credits, bare jump lines, standing heads. */
function placeRest(pieces: readonly Piece[], home: ReadonlyMap<Piece, Draft>, photos: ReadonlyMap<Piece, Draft>, furniture: Span[], doubtfulAlone: ReadonlySet<Piece>): void {
  let photo: Draft | undefined;
  pieces.forEach((piece, at) => {
    if (piece.role !== 'credit') photo = photos.get(piece);
    if (home.has(piece) || photos.has(piece)) return;
    // Right below a caption.
    if (photo !== undefined) {
      photo.credit.push(...piece.spans);
      return;
    }
    if (piece.role === 'furniture') {
      furniture.push(...piece.spans);
      return;
    }
    if (piece.role === 'kicker' || piece.role === 'deck') {
      const heads = new Map([...home].filter(([head, draft]) => draft.head === head));
      const owner = nearest(pieces, heads, at, piece.role === 'kicker' ? 1 : -1) ?? nearest(pieces, heads, at, piece.role === 'kicker' ? -1 : 1);
      const draft = owner === undefined ? undefined : heads.get(owner);
      (draft?.[piece.role] ?? furniture).push(...piece.spans);
      return;
    }
    const before = nearest(pieces, home, at, -1);
    const after = nearest(pieces, home, at, 1);
    const standing = piece.role === 'headline' || piece.role === 'body' || piece.role === 'standingHead';
    const owner = standing || (piece.role === 'jump' && piece.jumpFrom !== undefined) ? (after ?? before) : (before ?? after);
    const draft = owner === undefined ? undefined : home.get(owner);
    if (draft === undefined || owner === undefined) furniture.push(...piece.spans);
    else if (piece.role === 'byline') draft.byline.push(...piece.spans);
    else if (piece.role === 'credit') draft.credit.push(...piece.spans);
    else if (owner === after && owner === draft.head && isHeadlineLike(piece) && onTopOf(pieces, at, owner) && (draft.lines.length > 0 || isKicker(piece.text))) draft.lines.push(...piece.spans);
    else if (standing) {
      draft.standingHead.push(...piece.spans);
      if (doubtfulAlone.has(piece)) draft.doubtful.push(...piece.spans);
    }
    else {
      const side = owner === after ? draft.before : draft.after;
      side.set(owner, [...(side.get(owner) ?? []), piece]);
    }
  });
}

/** Whether a piece looks like a line of a headline. */
const isHeadlineLike = ({ role, headline, spans }: Piece): boolean => role === 'headline' || (role === 'body' && spans.length === 1 && headline > LIKE_HEADLINE);

/** Whether nothing but headlines stands between a piece and a headline below it: programs that read pages make each line of one a headline. */
function onTopOf(pieces: readonly Piece[], at: number, head: Piece): boolean {
  for (let below = at + 1; below < pieces.length; below++) {
    const piece = pieces[below];
    if (piece === head) return true;
    if (piece === undefined || !isHeadlineLike(piece)) return false;
  }
  return false;
}

/** The nearest piece on one side that stands in an article. */
function nearest(pieces: readonly Piece[], home: ReadonlyMap<Piece, Draft>, from: number, step: 1 | -1): Piece | undefined {
  for (let at = from + step; at >= 0 && at < pieces.length; at += step) {
    const piece = pieces[at];
    if (piece !== undefined && home.has(piece)) return piece;
  }
  return undefined;
}

function articleOf(text: string, draft: Draft, arrangement: Arrangement | Heap): Unnumbered {
  const { chain, head } = draft;
  const paragraphs = paragraphsOf(text, draft, arrangement);
  const body = chain.filter((node) => node.piece !== head).map((node) => node.piece);
  const parts = head === undefined ? { title: '' } : withLines(headlineParts([...draft.lines, extentOf(head)].flatMap((span) => sliceSpan(text, span).split(/\r\n|\r|\n/u))), text, draft);
  const dateline = body.find((piece) => piece.dateline !== undefined)?.dateline;
  const jump = jumpOf([...draft.before.values()].flat().concat(body, [...draft.after.values()].flat()));
  return {
    kind: kindOf(draft, body, parts.title),
    ...parts,
    headline: head === undefined ? [] : [...draft.kicker, ...draft.lines, extentOf(head), ...draft.deck],
    headlineSure: head !== undefined && chain[0] !== undefined && !arrangement.doubtfulHeadlines.has(chain[0].at),
    byline: draft.byline.sort(bySpan),
    credit: draft.credit.sort(bySpan),
    standingHead: draft.standingHead.sort(bySpan),
    ...(draft.doubtful.length === 0 ? {} : { standingHeadDoubtful: draft.doubtful.sort(bySpan) }),
    ...(dateline === undefined ? {} : { dateline: dateline satisfies Dateline }),
    ...(jump === undefined ? {} : { jump }),
    paragraphs,
  };
}

/** The parts of a headline with the lines that an editor said belong to it. */
function withLines(parts: HeadlineParts, text: string, { kicker, deck }: Draft): HeadlineParts {
  if (kicker.length + deck.length === 0) return parts;
  const line = (span: Span): string => sliceSpan(text, span).slice(markLength(sliceSpan(text, span))).trim();
  const join = (...lines: readonly (string | undefined)[]): string => lines.filter((one) => one !== undefined && one !== '').join(' ');
  const above = join(...kicker.map(line), parts.kicker);
  const below = join(parts.deck, ...deck.map(line));
  return { title: parts.title, ...(above === '' ? {} : { kicker: above }), ...(below === '' ? {} : { deck: below }) };
}

function jumpOf(pieces: readonly Piece[]): Jump | undefined {
  const from = pieces.find((piece) => piece.jumpFrom !== undefined && piece.jumpFrom > 0)?.jumpFrom;
  const to = pieces.find((piece) => piece.jumpTo !== undefined && piece.jumpTo > 0)?.jumpTo;
  if (from === undefined && to === undefined) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function kindOf(draft: Draft, body: readonly Piece[], title: string): ArticleKind {
  const length = body.reduce((sum, piece) => sum + piece.text.length, 0);
  if (body.length <= 2 && length <= 260 && (draft.credit.length > 0 || body.some((piece) => piece.caption))) return 'photo';
  if (/(?:公告|启事|声明|公示|招标公告|遗失声明|讣告)$/u.test(title)) return 'notice';
  return body.length === 1 && length <= BRIEF && draft.byline.length === 0 ? 'brief' : 'article';
}

/** The paragraphs of an article in reading order, pieces joined where the arrangement joins them. */
function paragraphsOf(text: string, draft: Draft, arrangement: Arrangement | Heap): Paragraph[] {
  const weighed = 'links' in arrangement ? arrangement : undefined;
  const paragraphs: { spans: Span[]; seams: Seam[]; attachment: Seam }[] = [];
  const open = (piece: Piece, attachment: Seam): void => {
    paragraphs.push({ spans: [...piece.spans], seams: piece.spans.slice(1).map(() => WRAPPED), attachment });
  };
  for (const node of draft.chain) {
    for (const jump of draft.before.get(node.piece) ?? []) open(jump, CERTAIN);
    if (node.piece === draft.head) {
      // A jump line beside a headline that has no text of its own.
      for (const jump of draft.after.get(node.piece) ?? []) open(jump, CERTAIN);
      continue;
    }
    const link = weighed?.links.get(node.at);
    const last = paragraphs[paragraphs.length - 1];
    if (weighed !== undefined && link?.kind === 'join' && last !== undefined) {
      last.seams.push(seamOf(link, weighed), ...node.piece.spans.slice(1).map(() => WRAPPED));
      last.spans.push(...node.piece.spans);
    } else {
      const inPlace = weighed === undefined || link === undefined || (link.to.at === link.from.at + 1 && link.to.extraGap < SET_APART);
      open(node.piece, inPlace ? CERTAIN : seamOf(link, weighed));
    }
    for (const jump of draft.after.get(node.piece) ?? []) open(jump, CERTAIN);
  }
  return paragraphs.map(({ spans, seams, attachment }) => ({
    spans,
    text: spans.map((span) => sliceSpan(text, span)).join(''),
    seams,
    attachment,
  }));
}
