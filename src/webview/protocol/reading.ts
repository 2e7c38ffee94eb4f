import { isCount, isFlag, isPart, isString, listOf, literal, oneOf, record, type Checked } from './check';

/** What the clean reading and the extension say to each other. A piece is named by its number in the last model. */
const isJoin = record({
  sure: isFlag,
  /** How sure, and why. */
  words: isString,
});

const isPiece = record(
  {
    at: isCount,
    /** As it stands in the file, character for character. */
    text: isString,
  },
  /** How it follows the piece before it; absent where it stands there in the file. */
  { join: isJoin },
);

const isLine = record({ at: isCount, text: isString });

const isArticle = record(
  {
    id: isString,
    hue: isCount,
    standingHead: listOf(isLine),
    byline: listOf(isLine),
    /** A paragraph is its pieces in reading order. */
    paragraphs: listOf(listOf(isPiece)),
    credit: listOf(isLine),
    /** How a screen reader names an article that has no headline. */
    spoken: isString,
  },
  { kicker: isLine, title: isLine, deck: isLine },
);

const isModel = record({
  /** Which model this is: no two of a view have the same. */
  edition: isCount,
  source: isString,
  /** Of the interface, and of the text: how it is set and spoken. */
  language: literal('en', 'zh'),
  textLanguage: literal('zh-Hans', 'zh-Hant'),
  articles: listOf(isArticle),
  words: record({ articles: isString, help: isString, goTo: isString }),
});

export type ReadingLine = Checked<typeof isLine>;
export type ReadingPiece = Checked<typeof isPiece>;
export type ReadingArticle = Checked<typeof isArticle>;
export type ReadingModel = Checked<typeof isModel>;

/** What the extension tells the reading. */
const isToReading = oneOf(
  record({ type: literal('model'), model: isModel }),
  record({ type: literal('empty'), text: isString }),
  /** The dump shows this piece at its top, this part of it passed already. */
  record({ type: literal('scrollTo'), piece: isCount, part: isPart }),
  /** Shows the beginning of an article. */
  record({ type: literal('article'), id: isString }),
  record({ type: literal('say'), text: isString }),
);

/** What the reading tells the extension. */
const isFromReading = oneOf(
  record({ type: literal('ready') }),
  /** `at`: an offset inside the piece, in UTF-16 units. */
  record({ type: literal('reveal'), edition: isCount, piece: isCount, at: isCount, focus: isFlag }),
  /** The reading was scrolled by hand; this piece is at its top now. */
  record({ type: literal('top'), edition: isCount, piece: isCount, part: isPart }),
  record({ type: literal('trouble'), text: isString }),
);

export type ToReading = Checked<typeof isToReading>;
export type FromReading = Checked<typeof isFromReading>;

/** A message for the reading; `undefined` where it is none. */
export function parseToReading(value: unknown): ToReading | undefined {
  return isToReading(value) ? value : undefined;
}

/** A message from the reading; `undefined` where it is none. */
export function parseFromReading(value: unknown): FromReading | undefined {
  return isFromReading(value) ? value : undefined;
}
