import { isCount, isFlag, isPart, isString, listOf, literal, oneOf, record, type Checked } from './check';

/**
 * What the page map and the extension say to each other. Blocks and groups are named by their place in the lists of the last
 * model, and what the view asks for says which model it speaks of, so that nothing is ever done to a text, or to an order of
 * blocks, that is no longer the one on the screen.
 */
const isBlock = record(
  {
    /** The same text has the same key, so that focus and place outlive an edit elsewhere. */
    key: isString,
    kind: literal('headline', 'standingHead', 'byline', 'credit', 'paragraph', 'furniture'),
    /** Its line in the file, counted from 1. */
    line: isCount,
    /** Characters of its text: what its height is by in the overview. */
    length: isCount,
    excerpt: isString,
    /** The group it belongs to. */
    group: isCount,
    /** Whether it goes on with the paragraph of the block that is read before it. */
    joins: isFlag,
    /** Whether its place in the article is beyond doubt. */
    sure: isFlag,
    /** Whether other text stands between it and what is read before it. */
    far: isFlag,
    /** Whether it can be given to another article. */
    movable: isFlag,
    /** What a screen reader says of it. */
    spoken: isString,
    /** The words of its card: where it stands, what holds it there, and why. */
    place: isString,
    tie: isString,
    why: listOf(isString),
  },
  { confidence: isPart },
);

const isGroup = record(
  {
    id: isString,
    /** 1 to 8; 0 for what belongs to no article. */
    hue: isCount,
    title: isString,
    /** What stands beside the title: how many parts, cuts and doubts. */
    note: isString,
    spoken: isString,
    furniture: isFlag,
    /** The rest of its blocks in reading order. */
    parts: listOf(isCount),
  },
  /** The block of its headline. */
  { head: isCount },
);

const isWords = record({
  fileSide: isString,
  readingSide: isString,
  undo: isString,
  fit: isString,
  read: isString,
  help: isString,
  blocks: isString,
  articles: isString,
  moveTo: isString,
  newArticle: isString,
  furniture: isString,
  /** {0} a number of blocks. */
  carrying: isString,
  /** {0} the title of an article. */
  dropOn: isString,
  dropNowhere: isString,
  cancelled: isString,
  notMovable: isString,
  legendSure: isString,
  legendDoubtful: isString,
  legendFar: isString,
});

const isModel = record({
  /** Which model this is: no two of a view have the same. */
  edition: isCount,
  /** The document, as a text; what a reloaded window begins with. */
  source: isString,
  /** Of the interface, and of the text. */
  language: literal('en', 'zh'),
  textLanguage: literal('zh-Hans', 'zh-Hant'),
  blocks: listOf(isBlock),
  groups: listOf(isGroup),
  canUndo: isFlag,
  words: isWords,
});

export type MapBlock = Checked<typeof isBlock>;
export type MapGroup = Checked<typeof isGroup>;
export type MapWords = Checked<typeof isWords>;
export type MapModel = Checked<typeof isModel>;

/** What the extension tells the map. */
const isToMap = oneOf(
  record({ type: literal('model'), model: isModel }),
  /** There is no page to show; `text` says why. */
  record({ type: literal('empty'), text: isString }),
  /** The block under the cursor, or none. */
  record({ type: literal('cursor') }, { block: isCount }),
  /** Something a screen reader should say, and a line at the foot should show. */
  record({ type: literal('say'), text: isString }),
);

const isTarget = oneOf(
  /** Into an article: behind one of its blocks, or where it fits by the order of the file. */
  record({ kind: literal('article'), group: isCount }, { behind: isCount }),
  record({ kind: literal('newArticle') }),
  record({ kind: literal('furniture') }),
);

/** What the map tells the extension. */
const isFromMap = oneOf(
  record({ type: literal('ready') }),
  /** `focus`: whether the hand goes over to the text. */
  record({ type: literal('reveal'), edition: isCount, block: isCount, focus: isFlag }),
  record({ type: literal('move'), edition: isCount, blocks: listOf(isCount), to: isTarget }),
  /** One article is the continuation of another. */
  record({ type: literal('merge'), edition: isCount, group: isCount, into: isCount }),
  record({ type: literal('undo') }),
  /** Something that was not understood. */
  record({ type: literal('trouble'), text: isString }),
);

export type ToMap = Checked<typeof isToMap>;
export type FromMap = Checked<typeof isFromMap>;
export type Target = Checked<typeof isTarget>;

/** A message for the map; `undefined` where it is none. Lists that lead nowhere are refused too. */
export function parseToMap(value: unknown): ToMap | undefined {
  if (!isToMap(value)) return undefined;
  return value.type === 'model' && !isWhole(value.model) ? undefined : value;
}

/** A message from the map; `undefined` where it is none. */
export function parseFromMap(value: unknown): FromMap | undefined {
  return isFromMap(value) ? value : undefined;
}

/** Whether every block and group that is named is there. */
function isWhole({ blocks, groups }: MapModel): boolean {
  return blocks.every(({ group }) => group < groups.length)
    && groups.every(({ head, parts }) => [head ?? 0, ...parts].every((at) => at < Math.max(1, blocks.length)));
}
