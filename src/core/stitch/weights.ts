import learned from './model/weights.json';
import type { End } from './node';

/**
 * Where weights start before they are learned: what a printer would say. `tools/train/weights.ts` learns from
 * simulated pages and writes `model/weights.json`; an evidence the simulators never show keeps its weight from here (those of
 * indents and of full lines are what pages in other forms, `tools/eval/forms.ts`, teach).
 * All weights are log-odds (natural logarithm) for one unit of their evidence.
 */
export const INITIAL = {
  // A join: how the left piece ends.
  'join.end.sentence': -5.5,
  'join.end.openPair': -1.2,
  'join.end.inner': 0,
  'join.end.dot': -3,
  'join.end.colon': -0.7,
  'join.end.bare': 0,
  'join.end.shortLine': -1,
  'join.end.signature': -8,
  'join.end.jump': -8,
  // A join: how the right piece begins, what the seam tears, what the signs say.
  'join.ngram.for': 0.85,
  'join.ngram.against': 0.85,
  'join.reads.for': 0.5,
  'join.reads.against': 0.5,
  'join.fresh': -0.2,
  'join.quotedTerm': 0,
  'join.tiny': 0.5,
  'join.brief': 0.3,
  'join.captioned': -1,
  'join.opening': -8,
  // No simulator writes bold lines or marks of another level: set by hand.
  'join.setApart': -10,
  'join.pair.closed': 2.5,
  'join.pair.closedLater': 1,
  'join.pair.unopened': -3.5,
  'join.pair.leftOpen': -0.7,
  'join.word': 0.5,
  'join.echo.weak': 0.3,
  'join.echo.strong': 0.9,
  'join.echo.longer': 0.5,
  'join.ngram.sentence': 0.3,
  'join.closes': 0,
  'join.short.fresh': -0.2,
  'join.short.afterSentence': -0.5,
  'join.short.endsAsHead': -0.1,
  'join.short.closesHead': -0.1,
  'join.short.below': -0.3,
  'join.short.12': -0.5,
  'join.short.22': -0.3,
  'join.short.40': -0.1,
  'join.short.company': -0.3,
  'join.short.comma': 1,
  'join.short.phrases': -1,
  'join.short.reports': 1,
  'join.short.binds': 1,
  'join.short.numbered': -1,
  'join.short.4': -0.5,
  'join.short.twoClauses': -1,
  'join.short.label': -1,
  'join.short.section': -1,
  'join.starts.story': -3,
  'join.starts.speaker': -2,
  'join.starts.numbered': -1.5,
  'join.starts.form': -8,
  'join.sameBlock': -4,
  // A sentence that ends where the column does: of such breaks more are inside a paragraph than behind one, the shorter what stands above and below.
  'join.belowFull': 12.6,
  'join.belowFull.above': -2.4,
  'join.belowFull.length': -1.6,
  'join.number': 1.5,
  'join.indented': -5.6,
  // Where paragraphs are indented, text that is not goes on, whatever stands before it.
  'join.notIndented': 4,
  // A new paragraph.
  'next.end.sentence': 0,
  'next.end.openPair': -0.3,
  'next.end.inner': -5,
  'next.end.dot': 0,
  'next.end.colon': -0.7,
  'next.end.bare': -5,
  'next.bare.stop': 0.3,
  'next.bare.clause': 0.5,
  'next.bare.lost': 0.5,
  'next.misread.comma': 0,
  'next.misread.stop': 0.3,
  'next.misread.sentence': 0.5,
  'next.misread.lost': 0.5,
  'next.end.shortLine': -1.6,
  'next.end.signature': -2.5,
  'next.end.jump': -5,
  'next.fresh.for': 0.5,
  'next.fresh.against': 0.7,
  'next.opening': -4,
  'next.quotedTerm': -1,
  'next.tiny': -1,
  'next.brief': -0.5,
  'next.captioned': -1,
  'next.pair.unopened': -3.5,
  'next.closes': 0.2,
  'next.short.fresh': 0.2,
  'next.short.afterSentence': 0.5,
  'next.short.endsAsHead': 0.1,
  'next.short.closesHead': 0.1,
  'next.short.12': 0.5,
  'next.short.22': 0.3,
  'next.short.40': -0.3,
  'next.short.company': 0.3,
  'next.starts.story': -1,
  'next.starts.speaker': 1,
  'next.starts.numbered': 0.5,
  'next.starts.form': 2,
  'next.sameBlock': 3,
  'next.notIndented': -9.5,
  // Words shared with the article speak for following at all, not for the way.
  'kin.near': 0.2,
  'kin.far': 0.3,
  'vocabulary.for': 1,
  'vocabulary.against': 0.3,
  'vocabulary.far.for': 1,
  'vocabulary.far.against': 0.5,
  'vocabulary.head': 0.3,
  'vocabulary.far.head': 0.5,
  'vocabulary.above': 0.5,
  'vocabulary.strange': -1,
  'vocabulary.far.lead': 0.3,
  // What it tells of is what the article tells of, word for word or not.
  'meaning.near': 2,
  'meaning.far': 4,
  // Where the right piece stands. A column's end shows by extra blank lines or by a headline.
  'join.clause.tiny': 0,
  'join.clause.short': 0,
  'join.clause.usual': 0,
  'join.clause.long': 0,
  'join.clause.longest': -0.5,
  'join.whole.short': 0,
  'join.whole.usual': 0,
  'join.whole.long': 0,
  'join.whole.longest': -0.5,
  'join.gap': -1.3,
  'join.far': -3.2,
  'join.far.inner': 0,
  'join.far.short': 0,
  'join.far.sentence': 0,
  'join.far.torn': 0,
  'join.near.torn': 0,
  'join.far.back': -0.8,
  'join.far.distance': -0.35,
  'join.far.fromLast': 0.8,
  'join.far.leftEnds': 0.5,
  'join.far.rightBegins': 0.7,
  'join.far.underHead': -2,
  'join.far.form': -3,
  'join.far.sameBlock': -3,
  'next.gap': -1.3,
  'next.far': -4.5,
  'next.far.back': -0.8,
  'next.far.distance': -0.35,
  'next.far.fromLast': 0,
  'next.far.leftEnds': 0.5,
  'next.far.rightBegins': 0.7,
  'next.far.underHead': -2,
  'next.far.form': -3,
  'next.far.sameBlock': -3,
  // A headline and its text.
  'opens.near': 2.5,
  'opens.far': -6,
  'opens.far.underHead': -2,
  'opens.fresh.for': 0.5,
  'opens.fresh.against': 0.7,
  'opens.opening': 3,
  'opens.line': -2,
  'opens.captioned': 1,
  'opens.starts.story': 2,
  'opens.starts.speaker': 0,
  'opens.starts.numbered': -0.5,
  'opens.starts.form': 0.5,
  'opens.vocabulary.for': 1.2,
  'opens.vocabulary.against': 0.2,
  'opens.meaning': 2,
  // Ends of articles.
  'end.sentence': -0.8,
  'end.openPair': -1.8,
  'end.inner': -6,
  'end.dot': -0.8,
  'end.colon': -3,
  'end.bare': -5.5,
  'end.bare.stop': 0.3,
  'end.bare.clause': 0.5,
  'end.bare.lost': 0.5,
  'end.misread.comma': 0,
  'end.misread.stop': 0.3,
  'end.misread.sentence': 0.5,
  'end.misread.lost': 0.5,
  'end.shortLine': -2.3,
  'end.signature': 0.8,
  'end.jump': 2,
  'end.headline': -6,
  'end.atBreak': 0,
  'end.last': 0,
  // Beginnings of articles.
  'begin.headless': -7,
  'begin.headless.first': 4,
  // No simulator prints the rest of a jumped article without a headline.
  'begin.headless.fromPage': 4,
  'begin.headless.dateline': 2,
  'begin.headless.byline': 2,
  'begin.headless.story': 1,
  'begin.marked': 6,
  'begin.stacked': 1.5,
  'begin.unmarked': 0,
  'begin.length.short': 1,
  'begin.length.usual': 2,
  'begin.length.8': -0.5,
  'begin.length.12': -0.3,
  'begin.length.16': -0.1,
  'begin.colon': 0.3,
  'begin.length.long': 0.5,
  'begin.length.longer': -1,
  'begin.length.longest': -3,
  // Where paragraphs are indented, a line that is not is no paragraph.
  'begin.notIndented': 1.7,
  'begin.afterSentence': 0.5,
  'begin.notice': 5,
  'begin.item': 1.5,
  'begin.items': 1,
  'begin.onTop': 1.5,
  'begin.inBlock': 1.5,
  'begin.comma': -1.8,
  'begin.listComma': -0.7,
  'begin.stop': -5,
  'begin.phrases': 1.5,
  'begin.endsFinal': -1.5,
  'begin.endsInner': -5,
  'begin.numbered': -1.5,
  'begin.unbalanced': -4,
  'begin.reads': 0.4,
  'begin.ends': 0.4,
  'begin.opensHead': 0.3,
  'begin.closesHead': 0.3,
  'begin.beforeByline': 5,
  'begin.beforeOpening': 3,
  'begin.beforeCredit': 2.5,
  'begin.beforeStory': 2,
  'begin.last': -1,
  // How well the text below fits the article above: a subhead's does.
  'begin.fitsAbove': 0,
  'begin.marked.fitsAbove': 0,
  // Lines that open no article, against the same as headlines.
  'alone.marked': -3,
  'alone.unmarked': -3,
  'alone.length.short': 0,
  'alone.length.usual': 0.5,
  'alone.length.long': 0,
  'alone.length.longer': -3,
  'alone.signs': -1.5,
  'alone.known': 4.5,
  'alone.slogan': 1,
  'alone.aboveHeadline': 2.5,
  'alone.aboveBeginning': -2,
  'alone.captioned': -3,
  'alone.text': -9,
  'alone.text.length': -1,
} as const satisfies Record<string, number>;

/** The name of an evidence that has a weight. */
export type Feature = keyof typeof INITIAL;

export type Weights = Readonly<Record<Feature, number>>;

/** The weights in use. */
export const WEIGHTS: Weights = { ...INITIAL, ...learned.weights };

/** Takes down that a piece of evidence is present, and how much of it. */
export type Tell = (feature: Feature, amount: number) => void;

const ENDS: readonly End[] = ['sentence', 'openPair', 'inner', 'dot', 'colon', 'bare', 'shortLine', 'signature', 'jump'];
/** Names are put together once: a page asks for them hundreds of times. */
const JOIN_ENDS = new Map(ENDS.map((end): [End, Feature] => [end, `join.end.${end}`]));
const NEXT_ENDS = new Map(ENDS.map((end): [End, Feature] => [end, `next.end.${end}`]));
const ARTICLE_ENDS = new Map(ENDS.map((end): [End, Feature] => [end, `end.${end}`]));

export const joinEnd = (end: End): Feature => JOIN_ENDS.get(end) ?? `join.end.${end}`;
export const nextEnd = (end: End): Feature => NEXT_ENDS.get(end) ?? `next.end.${end}`;
export const articleEnd = (end: End): Feature => ARTICLE_ENDS.get(end) ?? `end.${end}`;

/** How confidence follows from a margin, and from which confidence on "fix all" acts. */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
  /** The share that is right however large the margin: the rest are pages that mislead. */
  readonly ceiling: number;
  /** From this confidence on "fix all" joins or moves without asking: what was above it on simulated pages, of which some lost full stops or had them misread, was right 999 times of 1,000, far off 9,995 of 10,000, behind a comma 996 of 1,000. */
  readonly sure: number;
}

/** What confidence is fitted to by itself: joins beside, joins far off, those of either kind behind a comma that may be a misread full stop, and moves. */
export type Manner = 'near' | 'far' | 'comma' | 'move';

/** Confidence of a margin: ceiling × logistic(slope × margin + offset), fitted on simulated pages. */
export const CONFIDENCE: Readonly<Record<Manner, Calibration>> = learned.confidence;
