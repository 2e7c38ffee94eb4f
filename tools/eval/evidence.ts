import { WEIGHTS, type Feature, type Weights } from '../../src/core/stitch/weights';

/** A kind of evidence: the features that tell it. A test holds that each feature is in exactly one. */
export interface EvidenceKind {
  /** As the report's columns call it. */
  readonly short: string;
  readonly says: string;
  /** Names of features, `*` for any characters. */
  readonly features: readonly string[];
}

/** What the report switches off, one kind at a time: with the weights of a kind at 0 the engine is deaf to it. */
export const EVIDENCE: readonly EvidenceKind[] = [
  { short: 'n-grams', says: 'how the text reads on: n-grams across the seam, at a paragraph’s beginning and at its end', features: ['join.ngram.*', 'join.fresh', 'next.fresh.*', 'opens.fresh.*', 'join.closes', 'next.closes'] },
  { short: 'encoder', says: 'how the text reads on over twenty characters, in words never seen side by side: the dual encoder', features: ['join.reads.*', 'begin.opensHead', 'begin.closesHead'] },
  { short: 'echo', says: 'what the seam puts together stands elsewhere on the page', features: ['join.echo.*'] },
  { short: 'pairs', says: 'brackets and quotation marks', features: ['*.pair.*', '*.quotedTerm'] },
  { short: 'torn', says: 'torn words and numbers', features: ['join.word', 'join.number', 'join.far.torn', 'join.near.torn'] },
  { short: 'stops', says: 'how a piece ends: final punctuation, where one may be lost or misread, colon, signature, jump line', features: ['join.end.*', 'next.end.*', '*.bare.*', '*.misread.*', 'end.sentence', 'end.openPair', 'end.inner', 'end.dot', 'end.colon', 'end.bare', 'end.shortLine', 'end.signature', 'end.jump'] },
  { short: 'starts', says: 'how a piece begins: datelines, speakers, numbers, indents', features: ['join.opening', 'next.opening', 'opens.opening', '*.starts.*', 'join.indented', 'join.notIndented', 'next.notIndented', 'begin.notIndented'] },
  { short: 'lengths', says: 'how long pieces, clauses and paragraphs are: scraps, subheads, what is too long for a paragraph', features: ['*.tiny', '*.brief', '*.short.*', 'opens.line', 'join.clause.*', 'join.whole.*'] },
  { short: 'place', says: 'order, distance, gaps and column ends', features: ['*.gap', '*.sameBlock', 'join.belowFull', 'join.belowFull.above', 'join.belowFull.length', 'join.far', 'join.far.back', 'join.far.distance', 'join.far.fromLast', 'join.far.leftEnds', 'join.far.rightBegins', 'join.far.underHead', '*.far.form', 'join.far.inner', 'join.far.short', 'join.far.sentence', 'next.far', 'next.far.back', 'next.far.distance', 'next.far.fromLast', 'next.far.leftEnds', 'next.far.rightBegins', 'next.far.underHead', 'opens.near', 'opens.far', 'opens.far.underHead', 'end.atBreak', 'end.last', 'begin.last'] },
  { short: 'words', says: 'vocabulary shared with the article', features: ['vocabulary.*', 'opens.vocabulary.*', 'begin.fitsAbove', 'begin.marked.fitsAbove'] },
  { short: 'meaning', says: 'what texts tell of, whatever their words', features: ['meaning.*', 'opens.meaning'] },
  { short: 'kin', says: 'vocabulary that two pieces share', features: ['kin.*'] },
  { short: 'marks', says: 'heading marks', features: ['join.setApart', 'begin.marked', 'begin.unmarked', 'alone.marked', 'alone.unmarked'] },
  { short: 'looks', says: 'what a headline looks like: length, commas, colons, spaces, how it reads', features: ['begin.stacked', 'begin.length.*', 'begin.colon', 'begin.comma', 'begin.listComma', 'begin.stop', 'begin.phrases', 'begin.endsFinal', 'begin.endsInner', 'begin.notice', 'begin.numbered', 'begin.unbalanced', 'begin.reads', 'begin.ends'] },
  { short: 'around', says: 'what stands around a headline: byline, dateline, credit below it, a full sentence above it', features: ['begin.before*', 'begin.afterSentence', 'begin.item', 'begin.items', 'begin.onTop', 'begin.inBlock'] },
  { short: 'captions', says: 'a photo’s credit below a text', features: ['*.captioned'] },
  { short: 'series', says: 'standing heads: known names, slogans, length, what stands below them', features: ['alone.known', 'alone.slogan', 'alone.signs', 'alone.length.*', 'alone.aboveHeadline', 'alone.aboveBeginning'] },
  { short: 'habits', says: 'what holds on any page: an article has a headline, a headline has a text, text belongs to an article', features: ['begin.headless', 'begin.headless.*', 'end.headline', 'alone.text', 'alone.text.*'] },
];

const matches = (pattern: string, feature: string): boolean => new RegExp(`^${pattern.replace(/[.]/gu, '\\.').replace(/\*/gu, '.*')}$`, 'u').test(feature);

/** The kinds a feature belongs to; one, if the table is right. */
export function kindsOf(feature: string, kinds: readonly EvidenceKind[] = EVIDENCE): EvidenceKind[] {
  return kinds.filter(({ features }) => features.some((pattern) => matches(pattern, feature)));
}

/** The weights in use, but 0 for one kind of evidence. The others are not learned anew. */
export function weightsWithout(kind: EvidenceKind, weights: Weights = WEIGHTS): Weights {
  const left: Record<string, number> = { ...weights };
  for (const feature of Object.keys(left)) if (kindsOf(feature).includes(kind)) left[feature] = 0;
  return left satisfies Record<string, number> as Record<Feature, number>;
}
