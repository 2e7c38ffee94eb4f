/**
 * How often each thing happens on a page of the second simulator. Shares are probabilities. The values were set so that
 * the plain rule scores on these pages about what it scores on the pages that the project's quality paper reports.
 */
export interface SecondDials {
  /** How many stories stand on a page, photo included, by weight. */
  readonly stories: readonly (readonly [count: number, weight: number])[];
  /** Page has a photo with caption and credit. */
  readonly photo: number;
  /** Page has two or three stories of one topic; otherwise topics are mixed as far as the pool goes. */
  readonly sharedTopic: number;
  /** Page is set with half-width , : ; ( ) ! ? */
  readonly halfWidth: number;
  readonly folio: number;
  readonly editors: number;
  /** Headline carries the mark `## `, by its kind. */
  readonly marked: { readonly oneLine: number; readonly twoLines: number; readonly photo: number };
  readonly kicker: number;
  readonly standingHead: number;
  readonly standingHeadMarked: number;
  /** The rest of a carried story has the standing head on top, as on a turned column. */
  readonly standingHeadOnRest: number;
  readonly byline: number;
  readonly dateline: number;
  readonly signature: number;
  readonly jumpFrom: number;
  readonly jumpTo: number;
  /** Characters that a column holds of one story. */
  readonly column: { readonly low: number; readonly high: number };
  /** A story is set in more than one column at all. */
  readonly columns: number;
  /** A break falls clean on a paragraph's end. */
  readonly cleanBreak: number;
  /** The rest of a story of several columns stands behind other stories. */
  readonly carried: number;
  /** By how many stories it is carried, by weight. */
  readonly distance: readonly (readonly [stories: number, weight: number])[];
  /** The carried rest is torn in two places. */
  readonly torn: number;
  /** The later of two torn runs stands first. */
  readonly reversed: number;
  /** The rest stands before its own headline. */
  readonly carriedBack: number;
  /** A carried run falls between two columns of another story, not behind it. */
  readonly between: number;
  /** Blank lines more than one at a break between columns, and in front of a new story. */
  readonly extraBlank: number;
}

export const SECOND_DIALS: SecondDials = {
  stories: [[6, 1], [7, 4], [8, 4], [9, 2]],
  photo: 0.5,
  sharedTopic: 0.4,
  halfWidth: 0.5,
  folio: 0.5,
  editors: 0.4,
  marked: { oneLine: 0.73, twoLines: 0.5, photo: 0.2 },
  kicker: 0.25,
  standingHead: 0.19,
  standingHeadMarked: 0.6,
  standingHeadOnRest: 0.5,
  byline: 0.22,
  dateline: 0.35,
  signature: 0.12,
  jumpFrom: 0.08,
  jumpTo: 0.08,
  column: { low: 300, high: 900 },
  columns: 0.8,
  cleanBreak: 0.1,
  carried: 0.45,
  distance: [[2, 1], [3, 3], [4, 3], [5, 2]],
  torn: 0.3,
  reversed: 0.3,
  carriedBack: 0.1,
  between: 0.06,
  extraBlank: 0.3,
};
