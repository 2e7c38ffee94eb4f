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
  { short: 'n-grams', says: 'how the text reads on: n-grams across the seam and at a paragraph’s beginning', features: ['*.ngram.*', '*.fresh', '*.fresh.*'] },
  { short: 'pairs', says: 'brackets and quotation marks', features: ['*.pair.*', '*.quotedTerm'] },
  { short: 'torn', says: 'torn words and numbers', features: ['join.word', 'join.number'] },
  { short: 'stops', says: 'how a piece ends: final punctuation, colon, signature, jump line', features: ['join.end.*', 'next.end.*', 'end.sentence', 'end.openPair', 'end.inner', 'end.colon', 'end.bare', 'end.shortLine', 'end.signature', 'end.jump'] },
  { short: 'starts', says: 'how a piece begins and how long it is: datelines, indents, scraps', features: ['join.opening', 'next.opening', 'opens.opening', '*.tiny', '*.brief', 'join.indented', 'next.notIndented'] },
  { short: 'place', says: 'order, distance, gaps and column ends', features: ['*.gap', 'join.far', 'join.far.*', 'next.far', 'next.far.*', 'opens.near', 'opens.far', 'end.atBreak', 'end.last', 'begin.last'] },
  { short: 'words', says: 'vocabulary shared with the article', features: ['vocabulary', 'vocabulary.*', 'opens.vocabulary'] },
  { short: 'marks', says: 'heading marks', features: ['begin.marked', 'begin.unmarked', 'alone.marked', 'alone.unmarked'] },
  { short: 'looks', says: 'what a headline looks like: length, commas, spaces, how it reads', features: ['begin.stacked', 'begin.length.*', 'begin.comma', 'begin.listComma', 'begin.stop', 'begin.phrases', 'begin.endsFinal', 'begin.endsInner', 'begin.numbered', 'begin.unbalanced', 'begin.reads', 'begin.ends'] },
  { short: 'below', says: 'what stands below a headline: byline, dateline, credit', features: ['begin.before*'] },
  { short: 'series', says: 'standing heads: known names, slogans, what stands below them', features: ['alone.known', 'alone.slogan', 'alone.aboveHeadline'] },
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
