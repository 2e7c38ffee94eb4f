import { placeDecision } from './decisions/shift';
import { unmetDecisions } from './decisions/unmet';
import { findingsOf } from './findings';
import { dumpEvidence, type DumpEvidence } from './findings/dump';
import { readBlocks } from './page/blocks';
import type { Decision } from './page/decision';
import type { Article, Finding } from './page/model';
import { extentOf, type Piece } from './page/piece';
import { bound, isHeap, sheetsOf } from './page/sheets';
import { placeArticle } from './page/shift';
import { folioPage } from './roles/furniture';
import { isPicture, labelPieces } from './roles/label';
import { linesSetApart, subheadMarks } from './roles/subheadMarks';
import { arrange, type Arrangement } from './stitch/arrange';
import { assemble, type Unnumbered } from './stitch/assemble';
import { inOrder } from './stitch/heap';
import type { NgramModel } from './stitch/ngram';
import type { Weights } from './stitch/weights';
import { readingOf, type Reading } from './text/reading';
import { sliceSpan, type Span } from './text/span';
import { asPrinted } from './text/asPrinted';

/** What a page of the paper must know of the dump it stands in. */
export interface Surroundings {
  /** Whether the dump begins with it, and ends with it. */
  readonly first: boolean;
  readonly last: boolean;
  /** The line end that the dump uses. */
  readonly eol: string;
}

/** The analysis of one page of the paper. All places count from its own beginning, lines and articles too. */
export interface Leaf {
  readonly articles: readonly Article[];
  readonly furniture: readonly Span[];
  readonly findings: readonly Finding[];
  /** Which of its decisions it does not come out by. */
  readonly unmet: readonly number[];
  readonly evidence: DumpEvidence;
}

/** The analysis, one call a stage: the whole way from text to findings. */
export function analyseLeaf(text: string, decisions: readonly Decision[], surroundings: Surroundings, model: NgramModel, weights: Weights): Leaf {
  const marks = subheadMarks(text);
  const reading = readingOf(text, marks);
  const found = reading === undefined ? readLeaf(text, decisions, model, weights) : inSource(text, reading, readLeaf(reading.text, decisions.map((decision) => placeDecision(decision, (span) => reading.ofSource(span))), model, weights, placesIn(reading, linesSetApart(text, marks))));
  const articles = found.articles.map((article, i) => ({ id: `a${String(i + 1)}`, ...article }));
  const { furniture, pieces } = found;
  const findings = findingsOf({ text, articles, furniture, decisions, surroundings });
  const unmet = unmetDecisions({ articles, furniture }, decisions);
  return { articles, furniture, findings, unmet, evidence: dumpEvidence(pieces, articles) };
}

/** What is on a page. */
interface Found {
  readonly pieces: readonly Piece[];
  readonly articles: readonly Unnumbered[];
  readonly furniture: readonly Span[];
}

/** Where passages of the source begin in the reading. */
const placesIn = (reading: Reading, spans: readonly Span[]): ReadonlySet<number> => new Set(spans.map((span) => reading.ofSource(span)[0]));
const NOWHERE: ReadonlySet<number> = new Set();

/** From a text to its articles. Judged is what its signs stand for; told, moved and counted is the text as it is. */
function readLeaf(text: string, decisions: readonly Decision[], model: NgramModel, weights: Weights, setApart = NOWHERE): Found {
  const read = asPrinted(text);
  const labelled = labelPieces(read, readBlocks(read), decisions);
  const pieces = setApart.size === 0 ? labelled : labelled.map((piece) => (setApart.has(extentOf(piece)[0]) ? { ...piece, setApart: true } : piece));
  const sheets = sheetsOf(pieces, (piece) => (piece.role === 'furniture' ? folioPage(piece.text) : undefined));
  const heap = isHeap(pieces);
  const ruled = decisions.filter((decision) => !leadsToFurniture(decision, pieces));
  const parts = (ruled.length === 0 ? sheets : bound(sheets, ruled)).map((sheet) => {
    const asItStands = !sheet.some(takesPart) || (heap && !ruled.some((decision) => isAbout(decision, sheet)));
    const arrangement = asItStands ? undefined : arrange(withoutCaptions(sheet).filter(isWeighed), model, weights, ruled, heap);
    return assemble(text, sheet, arrangement === undefined || tellsNoArticle(arrangement) ? inOrder(sheet) : arrangement);
  });
  return { pieces, articles: parts.flatMap((part) => part.articles), furniture: parts.flatMap((part) => part.furniture) };
}

/** Whether nothing but a line or two was found, of no article: then these are all the text there is. */
const tellsNoArticle = ({ chains, alone }: Arrangement): boolean => chains.length === 0 && alone.some(({ captioned }) => !captioned);

/** What was found in the reading of a text, in the places of the text. */
function inSource(text: string, reading: Reading, found: Found): Found {
  const place = (span: Span): Span => reading.inSource(span);
  const articles = found.articles.map((article): Unnumbered => {
    const placed = placeArticle(article, place);
    return { ...placed, paragraphs: placed.paragraphs.map((paragraph) => ({ ...paragraph, text: paragraph.spans.map((span) => sliceSpan(text, span)).join('') })) };
  });
  return { pieces: found.pieces, articles, furniture: found.furniture.map(place) };
}

/** Whether a piece stands in an article by itself; on a page without any there is nothing to arrange. */
const takesPart = ({ role }: Piece): boolean => role === 'headline' || role === 'body';

/** Whether a decision says what begins where furniture does: it cannot be met, and what stands behind that is another passage after each re-stitching. */
function leadsToFurniture(decision: Decision, pieces: readonly Piece[]): boolean {
  const at = 'at' in decision ? decision.at : 'right' in decision ? decision.right[0] : undefined;
  return at !== undefined && pieces.find((piece) => extentOf(piece)[1] > at)?.role === 'furniture';
}

/** Pictures are not there for what stands around them, and a deck is part of the headline above it. */
const isWeighed = (piece: Piece): boolean => !isPicture(piece) && piece.role !== 'deck';

/** Nor are loose captions there, with the credits right below them. */
function withoutCaptions(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(({ role }) => role === 'caption')) return pieces;
  let ofCaption = false;
  return pieces.filter(({ role }) => {
    if (role !== 'credit') ofCaption = role === 'caption';
    return !ofCaption;
  });
}

/** Whether a decision speaks of a place among these pieces. */
function isAbout(decision: Decision, pieces: readonly Piece[]): boolean {
  const [first, last] = [pieces[0], pieces[pieces.length - 1]];
  if (first === undefined || last === undefined) return false;
  const [start, end] = [extentOf(first)[0], extentOf(last)[1]];
  const spans: readonly Span[] = 'at' in decision ? [[decision.at, decision.at]] : 'span' in decision ? [decision.span] : [decision.left, decision.right];
  return spans.some((span) => span[0] <= end && start <= span[1]);
}
