/**
 * What each piece of evidence is worth, in log-odds (natural logarithm). Set by hand so that a page reads as its
 * most probable arrangement; `npm run eval` shows what a change does.
 */
export const WEIGHTS = {
  /** Continuation by the n-gram model: the share of its log-likelihood ratio that is believed. */
  ngram: 0.85,
  /** A paragraph's beginning by the n-gram model. */
  fresh: 0.7,
  /** How the left piece ends, for a join. */
  joinAfterSentence: -5.5,
  joinAfterOpenPair: -1.2,
  /** How the left piece ends, for a new paragraph behind it. */
  nextAfterCut: -5,
  nextAfterShortLine: -1.6,
  nextAfterColon: -0.7,
  nextAfterSignature: -2.5,
  nextAfterJump: -5,
  /** A quotation mark or bracket closed on the other side of the seam; left open there; closed without being open. */
  pairClosed: 2.5,
  pairLeftOpen: -1,
  pairUnopened: -3.5,
  /** A word of the lexicon, or a number, that the seam tears in two. */
  tornWord: 1.2,
  tornNumber: 1.5,
  /** Where the right piece stands. */
  columnBreak: -1.3,
  columnBreakFar: 0.9,
  far: -3.2,
  farBack: -0.8,
  farByDistance: -0.35,
  afterHeading: 0.8,
  /** Vocabulary and names shared with the article. */
  vocabulary: 0.22,
  vocabularyMost: 4,
  /** Ends of articles. */
  endAfterSentence: -0.8,
  endAfterCut: -5.5,
  endAfterSignature: 0.8,
  endAfterJump: 2,
  endAfterHeadline: -4,
  /** A text with no headline of its own. */
  headless: -7,
  /** A headline and what stands around it. */
  headlineBeforeByline: 3,
  headlineBeforeOpening: 3,
  headlineBeforeCredit: 2.5,
  headlineFarFromText: -6,
  /** A line that opens no article. */
  standing: -3,
  standingKnown: 4.5,
  standingSlogan: 1,
  standingText: -9,
  /** Confidence of a margin: logistic(slope × margin + offset). */
  confidenceSlope: 0.9,
  confidenceOffset: 0,
} as const;

/** From this confidence on "fix all" applies a join or a move without asking. */
export const SURE = 0.97;
