import type { Random } from './random';

export type Marking = 'mostly' | 'mixed' | 'none';

/** The settings of one page; every share is a probability. */
export interface Dials {
  /** Articles on the page, photos included. */
  readonly articles: number;
  readonly photos: number;
  /** Paragraphs shorter than this are run on with the next: newspapers set longer ones than the web. */
  readonly paragraph: number;
  /** Characters to a column; each column differs from it by up to `columnJitter` of it. */
  readonly column: number;
  readonly columnJitter: number;
  /** Breaks that fall clean at a paragraph's end. */
  readonly clean: number;
  /** Breaks after which the article goes on elsewhere. */
  readonly far: number;
  /** Whether the later breaks of an article are the likelier to be carried: its tail fills a hole elsewhere. */
  readonly tails: boolean;
  /** Carried runs of one article that swap their order. */
  readonly reversed: number;
  /** How far a run is carried: mean number of runs passed over, or to the page's end. */
  readonly carry: number;
  readonly carryToEnd: number;
  readonly marking: Marking;
  readonly marked: number;
  readonly photoMarked: number;
  readonly twoLines: number;
  /** Headlines set as two phrases of one length. */
  readonly halves: number;
  /** Carried runs under a standing head, and the share of those that bear `##`. */
  readonly standing: number;
  readonly standingMarked: number;
  readonly bylines: number;
  readonly datelines: number;
  readonly signatures: number;
  readonly jumpFrom: number;
  readonly jumpTo: number;
  readonly halfWidth: boolean;
  /** Extra blank lines where a carried run begins or ends, at a cut beside, anywhere. */
  readonly blankAtRun: number;
  readonly blankAtCut: number;
  readonly blankAnywhere: number;
  readonly folio: boolean;
  readonly editors: boolean;
  readonly leadingBlank: boolean;
  /** Articles that share one topic (0 for none). */
  readonly sameTopic: number;
  readonly subheads: boolean;
  /** Items of a few lines with small heads on top of them, one below the other (0 for none). */
  readonly briefs: number;
}

/** Draws the dials of a page. */
export function drawDials(random: Random): Dials {
  const marking = random.weighted<Marking>([['mostly', 0.6], ['mixed', 0.3], ['none', 0.1]]);
  const articles = random.weighted([[5, 1], [6, 2], [7, 3], [8, 3], [9, 2], [10, 1.2], [11, 0.5], [12, 0.3]] as const);
  return {
    articles,
    photos: random.weighted([[0, 4], [1, 5], [2, 1]] as const),
    paragraph: random.between(30, 130),
    column: random.between(320, 1000),
    columnJitter: random.between(0.05, 0.35),
    clean: random.between(0.06, 0.14),
    far: random.between(0.13, 0.22),
    tails: random.chance(0.5),
    reversed: random.between(0.2, 0.7),
    carry: random.between(0.5, 3),
    carryToEnd: random.between(0, 0.5),
    marking,
    marked: marking === 'none' ? 0 : marking === 'mixed' ? random.between(0.35, 0.7) : random.between(0.75, 1),
    photoMarked: marking === 'none' ? 0 : 0.15,
    twoLines: random.between(0.05, 0.35),
    halves: random.between(0, 0.6),
    standing: random.between(0.2, 0.7),
    standingMarked: marking === 'none' ? 0 : 0.95,
    bylines: random.between(0.3, 0.9),
    datelines: random.between(0.1, 0.5),
    signatures: random.between(0, 0.3),
    jumpFrom: random.between(0, 0.2),
    jumpTo: random.between(0, 0.12),
    halfWidth: random.chance(0.5),
    blankAtRun: random.weighted([[0, 3], [0.3, 2], [0.6, 2], [0.9, 1]] as const),
    blankAtCut: random.weighted([[0, 3], [0.1, 2], [0.3, 1]] as const),
    blankAnywhere: random.weighted([[0, 3], [0.01, 2], [0.04, 1]] as const),
    folio: random.chance(0.45),
    editors: random.chance(0.45),
    leadingBlank: random.chance(0.4),
    sameTopic: random.weighted([[0, 0.62], [2, 0.2], [3, 0.13], [5, 0.05]] as const),
    subheads: random.chance(0.18),
    briefs: random.weighted([[0, 0.9], [2, 0.02], [3, 0.05], [4, 0.03]] as const),
  };
}
