import type { Piece } from '../../page/piece';
import { isFinal, isHan, isInner } from '../../text/characters';
import { TITLE_EDGE, normalCodes } from '../../text/normal';
import { balanceOf } from '../../text/pairs';
import { isNoticeHead } from '../../roles/form';
import { headlineParts, isNumbered, LONGEST_HEADLINE } from '../../roles/headline';
import type { NgramModel } from '../ngram';
import { across, acrossEdge, readBehind } from '../crossing';
import { readHead, readHeads, readTail, readTails } from '../reading';
import type { Feature } from '../weights';

/** The longest block that can be a headline of several lines, in UTF-16 code units. */
const LONGEST_BLOCK = 4 * LONGEST_HEADLINE;
/** Bounds of what the n-gram model says of a headline's beginning and end. */
const MOST = 6;

/** The headline proper that a piece would be; nothing where it is too long for one, or has not what headlines are made of. */
function titleOf(piece: Piece): string | undefined {
  if (piece.text.length > LONGEST_BLOCK) return undefined;
  const { text } = piece;
  const { title } = headlineParts(/[\r\n]/u.test(text) ? text.split(/\r\n|\r|\n/u) : [text]);
  if (title.length < 2 || title.length > LONGEST_HEADLINE) return undefined;
  // A voice of the network that is quoted.
  if (/^[@＠]/u.test(title)) return undefined;
  // A number, a name in Latin letters, a last particle: torn off, not set as a headline.
  return hanIn(title) < 2 ? undefined : title;
}

/**
 * What the looks of each piece tell of a headline: headlines are short, leave out the full stop, set spaces where text
 * has commas, and begin and end as headlines do (the n-gram model knows them by their own edge sign).
 * Empty for what is too long to be one.
 */
export function headlineEvidence(pieces: readonly Piece[], model: NgramModel): (readonly (readonly [Feature, number])[])[] {
  const all = pieces.map(titleOf);
  const titles = all.filter((title) => title !== undefined);
  const codes = titles.map((title) => normalCodes(title));
  const heads = readHeads(codes, model);
  const tails = readTails(codes, model);
  const begins = readTail([TITLE_EDGE], model);
  const ends = readHead([TITLE_EDGE], model);
  readBehind(begins, heads, model);
  const endings = acrossEdge(tails, ends, model);
  const { encoder } = model;
  const edge = encoder.edge(TITLE_EDGE);
  const encoded = encoder.encode(codes.map((title) => ({ head: title, tail: title })));
  let next = 0;
  return all.map((title) => {
    if (title === undefined) return NOTHING;
    const at = next;
    const head = heads[next];
    const ending = endings[next++];
    if (head === undefined || ending === undefined) return NOTHING;
    // How much more probable the first characters are at a headline's beginning than anywhere, and a headline's end behind the last.
    return [
      ...shapeOf(title),
      ['begin.reads', bounded(across(begins, head, model))],
      ['begin.ends', bounded(ending)],
      ['begin.opensHead', bounded(encoder.product(edge.expects, 0, encoded.brings, at))],
      ['begin.closesHead', bounded(encoder.product(encoded.expects, at, edge.brings, 0))],
    ];
  });
}

const NOTHING: readonly (readonly [Feature, number])[] = [];

function shapeOf(title: string): [Feature, number][] {
  const found: [Feature, number][] = [];
  const { length } = title;
  found.push([length <= 3 ? 'begin.length.short' : length <= 24 ? 'begin.length.usual' : length <= 34 ? 'begin.length.long' : length <= 44 ? 'begin.length.longer' : 'begin.length.longest', 1]);
  // A headline says what happened; a subhead, a catchword, a series needs few words.
  if (length > 3 && length <= 16) found.push([length <= 8 ? 'begin.length.8' : length <= 12 ? 'begin.length.12' : 'begin.length.16', 1]);
  if (/[^0-9０-９][:：]./u.test(title)) found.push(['begin.colon', 1]);
  const last = title[length - 1] ?? '';
  const commas = count(title, '，,；;');
  const listCommas = count(title, '、');
  const stops = count(title.slice(0, -1), '。');
  if (commas > 0) found.push(['begin.comma', Math.min(3, commas)]);
  if (listCommas > 0) found.push(['begin.listComma', Math.min(3, listCommas)]);
  if (stops > 0) found.push(['begin.stop', 1]);
  if (commas === 0 && /\S\s+\S/u.test(title)) found.push(['begin.phrases', 1]);
  if (last === '。') found.push(['begin.endsInner', 1]);
  else if (isFinal(last)) found.push(['begin.endsFinal', 1]);
  else if (isInner(last) && last !== '—') found.push(['begin.endsInner', 1]);
  if (isNoticeHead(title)) found.push(['begin.notice', 1]);
  if (isNumbered(title)) found.push(['begin.numbered', 1]);
  const { open, unopened } = balanceOf(title);
  if (open.length + unopened.length > 0) found.push(['begin.unbalanced', 1]);
  return found;
}

const bounded = (value: number): number => Math.max(-MOST, Math.min(MOST, value));

function hanIn(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) if (isHan(text.charCodeAt(at))) sum++;
  return sum;
}

function count(text: string, signs: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) if (!isHan(text.charCodeAt(at)) && signs.includes(text.charAt(at))) sum++;
  return sum;
}
