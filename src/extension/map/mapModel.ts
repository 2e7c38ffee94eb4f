import { sayReason, type Article, type Language, type Page, type Seam } from '../../core';
import type { MapBlock, MapGroup, MapModel, MapWords } from '../../webview/protocol/map';
import { excerpt } from '../excerpt';
import { articleColours } from '../marks/colours';
import { translate, translateCount, type Text } from '../translate';
import { type Block, type BlockKind, type Blocks } from './blocks';
import { textLanguage } from './textLanguage';

/** Characters of a block that are sent: more than a row can show. */
const shown = 80;
/** Characters of an excerpt that a screen reader says. */
const said = 24;
/** Reasons on a card; the strongest come first. */
const mostReasons = 5;

const kindNames: Readonly<Record<BlockKind, Text>> = {
  headline: 'Headline',
  standingHead: 'Standing head',
  byline: 'Byline',
  credit: 'Credit',
  paragraph: 'Paragraph',
  furniture: 'Page furniture',
};

/** What the map is made from, besides the blocks. */
export interface MapSource {
  readonly page: Page;
  readonly edition: number;
  /** The document, as a text. */
  readonly source: string;
  readonly language: Language;
  /** The line of an offset, counted from 1. */
  readonly lineOf: (offset: number) => number;
  readonly canUndo: boolean;
}

/** The page as the map shows it. The groups are the articles of the page in its order, then the furniture where there is any. */
export function mapModel(source: MapSource, blocks: Blocks): MapModel {
  const { page, edition, language, canUndo } = source;
  const furnitureGroup = page.articles.length;
  const before = new Map(blocks.reading.flatMap((order) => order.map((place, index) => [place, order[index - 1]] as const)));
  const titles = [...page.articles.map((article) => titleOf(article, language)), translate(language, 'Page furniture')];
  const keys = new Map<string, number>();
  const shownBlocks = blocks.inFile.map((block, place): MapBlock => {
    const previous = before.get(place);
    return blockOf(source, block, titles[block.article ?? furnitureGroup] ?? '', previous === undefined ? undefined : blocks.inFile[previous], keys, furnitureGroup);
  });
  const colours = articleColours(page);
  const groups = blocks.reading.map((order, place) => {
    const id = page.articles[place]?.id ?? '';
    return groupOf(source, blocks, titles[place] ?? '', order, id, (colours.get(id) ?? 0) + 1);
  });
  const furniture = blocks.inFile.flatMap((block, place) => (block.article === undefined ? [place] : []));
  if (furniture.length > 0) groups.push(furnitureOf(titles[furnitureGroup] ?? '', furniture, language));
  return { edition, source: source.source, language, textLanguage: textLanguage(page.text), blocks: shownBlocks, groups, canUndo, words: wordsOf(language) };
}

/** How an article is called: by its headline, else by its first words. */
export function titleOf(article: Article, language: Language): string {
  return article.title || excerpt(article.paragraphs[0]?.text ?? '', said) || translate(language, 'No headline');
}

/** Whether a block can be given to another article: bylines and credits go with the text they stand at. */
export function isMovable({ kind }: Block): boolean {
  return kind !== 'byline' && kind !== 'credit';
}

function blockOf(source: MapSource, block: Block, title: string, before: Block | undefined, keys: Map<string, number>, furnitureGroup: number): MapBlock {
  const { page, language, lineOf } = source;
  const [start, end] = block.extent;
  const words = excerpt(page.text.slice(start, end).replace(/^#{1,6}\s+/u, ''), shown);
  const name = `${block.kind} ${words}`;
  const count = (keys.get(name) ?? 0) + 1;
  keys.set(name, count);
  const line = lineOf(start);
  const kind = translate(language, kindNames[block.kind]);
  const where = translate(language, 'line {0}', line);
  const sure = isSure(page, block);
  const tie = tieOf(source, block, before, sure);
  return {
    key: `${name} ${count}`,
    kind: block.kind,
    line,
    length: end - start,
    excerpt: words,
    group: block.article ?? furnitureGroup,
    joins: block.joins,
    sure,
    far: block.seam?.far ?? false,
    ...(block.seam && { confidence: block.seam.confidence }),
    movable: isMovable(block),
    spoken: [kind, where, excerpt(words, said), title, tie].filter((part) => part !== '').join(translate(language, ', ')),
    place: [kind, where, ...(block.kind === 'furniture' || block.kind === 'headline' ? [] : [title])].join(' · '),
    tie,
    why: block.seam ? reasonsOf(block.seam, language) : [],
  };
}

function isSure(page: Page, block: Block): boolean {
  if (block.kind === 'headline') return page.articles[block.article ?? -1]?.headlineSure ?? true;
  return block.seam?.sure ?? true;
}

/** What holds a block where it is read, in one line: `Goes on from line 27 · carried off · 93% · doubtful`. */
function tieOf({ language, lineOf }: MapSource, { kind, seam, joins }: Block, before: Block | undefined, sure: boolean): string {
  if (kind === 'headline') return sure ? '' : translate(language, 'perhaps no headline');
  if (!seam || !before) return '';
  if (isInPlace(seam)) return translate(language, 'stands in its place');
  const line = lineOf(before.extent[0]);
  return [
    joins ? translate(language, 'goes on from line {0}', line) : translate(language, 'follows line {0}', line),
    ...(seam.far ? [translate(language, 'carried off')] : []),
    `${Math.round(seam.confidence * 100)}%`,
    ...(sure ? [] : [translate(language, 'doubtful')]),
  ].join(' · ');
}

/** A piece that stands where it is read: nothing had to be decided. */
export function isInPlace({ confidence, why, far }: Seam): boolean {
  return !far && confidence === 1 && why.length === 0;
}

/** The reasons behind a seam in words, strongest first. */
export function reasonsOf(seam: Seam, language: Language): string[] {
  // What an editor decided weighs nothing and says everything.
  return seam.why.filter(({ weight, code }) => weight !== 0 || code === 'decided').slice(0, mostReasons).map((reason) => sayReason(reason, language));
}

function groupOf({ page, language }: MapSource, { inFile }: Blocks, title: string, order: readonly number[], id: string, hue: number): MapGroup {
  const head = order.find((at) => inFile[at]?.kind === 'headline');
  const parts = order.filter((at) => at !== head);
  const blocks = order.flatMap((at) => inFile[at] ?? []);
  const cuts = blocks.filter(({ joins }) => joins).length;
  const doubts = blocks.filter((block) => !isSure(page, block)).length;
  const note = [
    ...(cuts > 0 ? [translateCount(language, cuts, '{0} cut', '{0} cuts')] : []),
    ...(doubts > 0 ? [translateCount(language, doubts, '{0} doubtful', '{0} doubtful')] : []),
  ].join(' · ');
  return {
    id,
    hue,
    title,
    note,
    spoken: [title, translateCount(language, order.length, '{0} block', '{0} blocks'), note].filter((part) => part !== '').join(translate(language, ', ')),
    furniture: false,
    parts,
    ...(head !== undefined && { head }),
  };
}

function furnitureOf(title: string, parts: readonly number[], language: Language): MapGroup {
  const spoken = [title, translateCount(language, parts.length, '{0} block', '{0} blocks')].join(translate(language, ', '));
  return { id: 'furniture', hue: 0, title, note: '', spoken, furniture: true, parts };
}

function wordsOf(language: Language): MapWords {
  const say = (text: Text): string => translate(language, text);
  return {
    fileSide: say('In the file'),
    readingSide: say('As it reads'),
    undo: say('Undo the Last Decision'),
    fit: say('Whole Page at a Glance'),
    read: say('Rows to Read'),
    help: say('Enter: to the text · ← →: to the other side · M: move · Shift+↑ ↓: select more · Alt+↑ ↓: up or down in the article · Ctrl+Z: undo'),
    blocks: say('Blocks in file order'),
    articles: say('Articles in reading order'),
    moveTo: say('Move to'),
    newArticle: say('A New Article'),
    furniture: say('Page furniture'),
    carrying: say('{0} selected'),
    dropOn: say('to “{0}”'),
    dropNowhere: say('Drop on an article, or between two of its parts'),
    cancelled: say('Nothing was moved'),
    notMovable: say('A byline or credit goes with the text it stands at'),
    legendSure: say('sure'),
    legendDoubtful: say('doubtful'),
    legendFar: say('carried off'),
  };
}
