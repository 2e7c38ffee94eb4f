import type { Piece } from '../../page/piece';
import { isFinal, isHan, isInner } from '../../text/characters';
import { TITLE_EDGE, normalCodes } from '../../text/normal';
import { balanceOf } from '../../text/pairs';
import { headlineParts, isNumbered, LONGEST_HEADLINE } from '../../roles/headline';
import type { NgramModel } from '../ngram';
import { across, readHead, readTail } from '../reading';
import type { Feature } from '../weights';

/** The longest block that can be a headline of several lines, in UTF-16 code units. */
const LONGEST_BLOCK = 4 * LONGEST_HEADLINE;
/** Bounds of what the n-gram model says of a headline's beginning and end. */
const MOST = 6;

/**
 * What the looks of a line tell of a headline: headlines are short, leave out the full stop, set spaces where text
 * has commas, and begin and end as headlines do (the n-gram model knows them by their own edge sign).
 * Empty for what is too long to be one.
 */
export function headlineEvidence(piece: Piece, model: NgramModel): (readonly [Feature, number])[] {
  if (piece.text.length > LONGEST_BLOCK) return [];
  const { title } = headlineParts(piece.text.split(/\r\n|\r|\n/u));
  if (title.length < 2 || title.length > LONGEST_HEADLINE) return [];
  // A voice of the network that is quoted.
  if (/^[@＠]/u.test(title)) return [];
  // A number, a name in Latin letters, a last particle: torn off, not set as a headline.
  if (hanIn(title) < 2) return [];
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
  if (isNumbered(title)) found.push(['begin.numbered', 1]);
  const { open, unopened } = balanceOf(title);
  if (open.length + unopened.length > 0) found.push(['begin.unbalanced', 1]);
  // How much more probable the first characters are at a headline's beginning than anywhere, and a headline's end behind the last.
  const codes = normalCodes(title);
  found.push(['begin.reads', bounded(across(readTail([TITLE_EDGE], model), readHead(codes, model), model))]);
  found.push(['begin.ends', bounded(across(readTail(codes, model), readHead([TITLE_EDGE], model), model))]);
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
  for (const char of text) if (signs.includes(char)) sum++;
  return sum;
}
