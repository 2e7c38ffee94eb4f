import { outlineBy, type Joins } from './baseline';
import type { TextBlock } from './blocks';
import type { SimulatedPage } from './gold';
import { addScore, compare, emptyScore, f1 } from './metrics';
import type { Outline } from './outline';

/**
 * What two document parsers of today do about paragraphs that a column's end cuts, as far as text alone decides it.
 * Both start from a picture of the page and decide most by geometry, which a dump no longer has. So each is given several
 * readings, and the one that does best on the measured pages counts ({@link bestReading}): nobody can say it was read
 * against its interest. Both put blocks in one order first and only ever join neighbours. Headings come from their
 * layout models; here they are the marked ones, as for the plain rule.
 *
 * The rules are told in our words and written anew; no code of theirs is used.
 */
export interface Reading {
  /** What was taken for granted where the rule asks for geometry. */
  readonly says: string;
  readonly joins: Joins;
}

/** More than one blank line: all that a dump may show of a column's end. */
const atGap = (right: TextBlock): boolean => right.gap > 1;

/** A line so short that it would not fill a column: a byline, an unmarked headline. */
const SHORT = 24;
const fillsColumn = (left: TextBlock): boolean => left.text.length > SHORT;

/** Signs behind which MinerU sees an end. */
const STOPS: ReadonlySet<string> = new Set(['.', '!', '?', ')', '"', ':', ';', '。', '！', '？', '）', '”', '：', '；']);

/**
 * MinerU (opendatalab/MinerU; Apache-2.0 with additional terms; `mineru/backend/pipeline/para_split.py` of 3.4.4, and
 * `magic_pdf/para/para_split_v3.py` before it). Text blocks with no title or formula between them make a group; from the
 * last to the first, a block is appended to the one before it when
 * - the last line before does not end with a sign that may close a sentence, a colon and a semicolon among them;
 * - the first character behind is neither a digit nor a capital letter (newer versions);
 * - by geometry: the line before reaches its block's right edge, the line behind is not indented, neither block is twice
 *   as wide as the other, the block behind begins higher on the page than the one before ends (another column), and
 *   one of the two has more than one line.
 * Groups in which no block has more than three lines, and what looks like a list or an index, are left alone (by geometry).
 * Readings: every neighbour meets the geometry; only blocks behind an extra gap do; and both again where a line that
 * would not fill a column does not reach its edge.
 */
export const MINERU: readonly Reading[] = both('the geometry holds', (left, right) => !STOPS.has(left.text.slice(-1)) && !/^[\d\p{Lu}]/u.test(right.text));

/**
 * marker (VikParuchuri/marker, now datalab-to/marker; GPL-3.0-or-later). Up to 0.3.10
 * (`marker/postprocessors/markdown.py`), when a column or a page changes between two lines of text:
 * - a line that begins like a reference or a numbered item stays apart;
 * - behind a hyphen or a dash it is joined;
 * - otherwise it is joined when it begins with a small letter or a digit.
 * From 1.0 on (`marker/processors/text.py` of 1.8.2) text is asked only for a hyphen behind a small letter or a digit; the
 * rest is geometry: the next block begins in another column or on another page and is not indented, and the last line of
 * a block of two lines or more is as wide as its widest.
 * Readings: the older rule for every neighbour, or only behind an extra gap; the newer with every extra gap a column's end
 * and every last line a full one.
 */
export const MARKER: readonly Reading[] = [
  ...both('0.3.10, the column changes', (left, right) => !/^(?:\[\d+\]\s+[A-Z]|\d+:\s)/u.test(right.text) && (/[-—¬]$/u.test(left.text) || /^[\p{Ll}\d]/u.test(right.text))),
  { says: '1.8.2, columns end at extra blank lines, each last line is full', joins: (left, right) => /[\p{Ll}\d][-—¬]$/u.test(left.text) || (atGap(right) && fillsColumn(left)) },
];

function both(what: string, joins: Joins): Reading[] {
  return [
    { says: `${what} between all neighbours`, joins },
    { says: `${what} at extra blank lines`, joins: (left, right) => atGap(right) && joins(left, right) },
    { says: `${what} between all neighbours, but behind no short line`, joins: (left, right) => fillsColumn(left) && joins(left, right) },
  ];
}

/** The reading of a rule with the best joins F1 on these pages; of equals the first. @throws RangeError without readings */
export function bestReading(readings: readonly Reading[], pages: readonly SimulatedPage[]): Reading {
  let best: { reading: Reading; value: number } | undefined;
  for (const reading of readings) {
    const score = emptyScore();
    for (const page of pages) addScore(score, compare(page.gold, readBy(reading)(page.text)).score);
    const value = f1(score.joins);
    if (best === undefined || value > best.value) best = { reading, value };
  }
  if (best === undefined) throw new RangeError('a rule needs a reading');
  return best.reading;
}

/** A page as a reading sees it. */
export const readBy = ({ joins }: Reading) => (text: string): Outline => outlineBy(text, joins);
