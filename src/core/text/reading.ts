import { isClosing, isFinal, isHan, isSpace } from './characters';
import { isMarkup } from './markup';
import type { Span, TextEdit } from './span';

/** Characters that take no room: soft hyphens, joiners, marks of direction. */
const INVISIBLE = '\u00ad\u200b-\u200f\u2060-\u2064';
/** Tags of running text; those of tables part their cells, and stay. */
const TAGS = '(?:p|br|div|span|font|b|strong|i|em|u|s|sup|sub|big|small|center|section|a)';
/** What a program that makes text of a page may leave in it. Each is linear: what may repeat is bounded, or ends at a sign of its own. */
const LEFT_IN = new RegExp(`[${INVISIBLE}]|<(?:sup|sub)>\\s?[-+−]?[0-9]{1,4}\\s?</(?:sup|sub)>|\\*{2,3}|</?${TAGS}(?:\\s[^<>\n\r]{0,300})?/?>|\\\\%|\\$[^$\n\r]{1,60}\\$|&(?:nbsp|ensp|emsp|quot|ldquo|rdquo|lsquo|rsquo|hellip|mdash|middot|amp|#12288|#160);`, 'giu');
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '], ['#160', ' '], ['ensp', ' '], ['emsp', '\u3000'], ['#12288', '\u3000'], ['quot', '"'], ['ldquo', '“'], ['rdquo', '”'], ['lsquo', '‘'], ['rsquo', '’'], ['hellip', '…'], ['mdash', '—'], ['middot', '·'], ['amp', '&'],
]);
/** What is left in begins with one of these. */
const FIRST: ReadonlySet<number> = new Set([0x3c, 0x26, 0x2a, 0x24, 0x5c, 0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064]);
/** Tags at which a line ends. */
const BREAKS = /^<\/?(?:p|br|div|center|section)[\s/>]/iu;
/** A page is letter-spaced where it has so many characters with a space between, and so many times as many as without. */
const SPACED = 8;
const SPACED_SHARE = 2;
/** A line is by itself where each of so many is. */
const SPACED_LINE = 3;

/**
 * A text without what is in it but not of it, and where in the source each character of it stands.
 */
export class Reading {
  constructor(
    readonly text: string,
    private readonly source: string,
    /** Of each UTF-16 unit of the text: where what it stands for begins in the source, and where that ends. */
    private readonly starts: Uint32Array,
    private readonly ends: Uint32Array,
    /** Whether a unit of the source is one of the text. */
    private readonly kept: Uint8Array,
  ) {}

  /** A span of the text in the source, with what was left out at its ends: each character of a line is in a span where the line's text is. */
  inSource([start, end]: Span): Span {
    if (start >= end) return this.exact([start, end]);
    let from = this.starts[start] ?? 0;
    let before = from;
    while (before > 0 && !this.isEnd(before - 1) && this.kept[before - 1] === 0) before--;
    // Behind other text of the line it belongs to that.
    if (before === 0 || this.isEnd(before - 1)) {
      while (before < from && isSpace(this.source.charCodeAt(before))) before++;
      from = before;
    }
    const last = this.ends[end - 1] ?? 0;
    let to = last;
    while (to < this.source.length && !this.isEnd(to) && this.kept[to] === 0) to++;
    while (to > last && isSpace(this.source.charCodeAt(to - 1))) to--;
    return [from, to];
  }

  /** A span of the text in the source, without anything beside it. */
  exact([start, end]: Span): Span {
    const from = start < this.text.length ? (this.starts[start] ?? 0) : this.source.length;
    return [from, start < end ? (this.ends[end - 1] ?? from) : from];
  }

  /** A span of the source in the text. */
  ofSource([start, end]: Span): Span {
    return [this.at(start), end <= start ? this.at(start) : this.at(end)];
  }

  /** What makes the text of the source: what was left out goes, and what stands for something becomes that. In order; none reaches across a line's end. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let done = 0;
    for (let unit = 0; unit <= this.text.length; ) {
      const from = unit < this.text.length ? (this.starts[unit] ?? 0) : this.source.length;
      if (from > done) edits.push({ span: [done, from], newText: '' });
      if (unit === this.text.length) break;
      const to = this.ends[unit] ?? from;
      let behind = unit + 1;
      while (to - from > 1 && behind < this.text.length && this.starts[behind] === from) behind++;
      const newText = this.text.slice(unit, behind);
      if (this.source.slice(from, to) !== newText) edits.push({ span: [from, to], newText });
      [done, unit] = [to, behind];
    }
    return edits;
  }

  /** The first unit of the text that stands at an offset of the source or behind it. */
  private at(offset: number): number {
    let [low, high] = [0, this.text.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private isEnd(at: number): boolean {
    const char = this.source[at];
    return char === '\n' || char === '\r' || char === '\f';
  }
}

/**
 * How a text is read that holds what is not of it: invisible characters, bold marks, tags and entities of HTML, figures set as formulas, a space between each two characters. What is found out about it
 * is found in the reading, and told in the places of the source.
 * @param also places in front of the text of lines that are left out, too, in order
 * @returns `undefined` where it is read as it stands, as nearly every text is
 */
export function readingOf(source: string, also: readonly Span[] = []): Reading | undefined {
  if (also.length === 0 && !mayHold(source)) return undefined;
  const spaces = spacedIn(source);
  const found = [...source.matchAll(LEFT_IN)];
  if (spaces === undefined && found.length === 0 && also.length === 0) return undefined;
  const parts: string[] = [];
  // What is read for something is never longer than it.
  const starts = new Uint32Array(source.length);
  const ends = new Uint32Array(source.length);
  const kept = new Uint8Array(source.length);
  let length = 0;
  const keep: Keep = (from, to, shown) => {
    parts.push(shown ?? source.slice(from, to));
    const units = shown?.length ?? to - from;
    for (let i = 0; i < units; i++) {
      starts[length] = shown === undefined ? from + i : from;
      ends[length++] = shown === undefined ? from + i + 1 : to;
    }
    if (shown === undefined) for (let at = from; at < to; at++) kept[at] = isSpace(source.charCodeAt(at)) ? 0 : 1;
    else if (shown.trim() !== '') kept.fill(1, from, to);
  };
  let next = 0;
  let nextAlso = 0;
  for (const [start, end] of linesWithEnds(source)) {
    const cuts: { from: number; to: number; shown: string }[] = [];
    for (let one = also[nextAlso]; one !== undefined && one[0] < end; one = also[++nextAlso]) cuts.push({ from: one[0], to: one[1], shown: '' });
    for (; (found[next]?.index ?? Infinity) < end; next++) {
      const [sign] = found[next] ?? [''];
      const from = found[next]?.index ?? 0;
      const shown = shownAs(sign);
      if (shown !== undefined) cuts.push({ from, to: from + sign.length, shown });
    }
    const line = source.slice(start, end);
    const isSpaced = spaces?.has(start) === true;
    if ((cuts.length === 0 && !isSpaced) || isMarkup(line.trim()) || isEmptyWithout(source, start, end, cuts)) keep(start, end);
    else keepWithout(source, [start, end], cuts, isSpaced, keep);
  }
  const text = parts.join('');
  return text === source ? undefined : new Reading(text, source, starts, ends, kept);
}

/** A sign that a program left, as it is read; whatever else, as it stands. */
export function asRead(passage: string): string {
  return passage.replace(LEFT_IN, (sign) => shownAs(sign) ?? sign);
}

/** A cheap look: letter-spaced text has spaces two characters apart. */
function mayHold(source: string): boolean {
  let blank = -3;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code >= 0x2065) continue;
    if (code === 0x20 || code === 0xa0) {
      if (at - blank === 2) return true;
      blank = at;
    } else if (FIRST.has(code)) return true;
  }
  return false;
}

type Keep = (from: number, to: number, shown?: string) => void;

/** Keeps a line but for what is cut out of it, and for single spaces where it is letter-spaced. */
function keepWithout(source: string, [start, end]: Span, cuts: readonly { from: number; to: number; shown: string }[], isSpaced: boolean, keep: Keep): void {
  const plain = (from: number, to: number): void => {
    if (!isSpaced) {
      if (from < to) keep(from, to);
      return;
    }
    let open = from;
    for (let at = from; at < to; at++) {
      if (!isBlank(source, at)) continue;
      let behind = at + 1;
      while (behind < to && isBlank(source, behind)) behind++;
      // One space parts two characters, several two words; those at the ends of the line are its indent and its break.
      const inside = at > start && behind < end && !isSpace(source.charCodeAt(behind));
      if (inside) {
        if (open < at) keep(open, at);
        if (behind - at > 1) keep(at, at + 1);
        open = behind;
      }
      at = behind - 1;
    }
    if (open < to) keep(open, to);
  };
  let from = start;
  let opened = start;
  // The space behind a heading mark is part of it.
  const mark = /^\s*#{1,6}\s+/u.exec(source.slice(start, Math.min(end, start + 16)))?.[0].length ?? 0;
  if (isSpaced && mark > 0 && !(cuts[0] !== undefined && cuts[0].from < start + mark)) {
    keep(start, start + mark);
    from += mark;
  }
  for (const cut of cuts) {
    plain(from, cut.from);
    if (cut.shown === '\n') {
      if (endsLine(source.slice(opened, cut.from), source.slice(cut.to, Math.min(end, cut.to + LOOK_AHEAD)))) keep(cut.from, cut.to, cut.shown);
      opened = cut.to;
    } else if (cut.shown !== '') keep(cut.from, cut.to, cut.shown);
    from = cut.to;
  }
  plain(from, end);
}

/** The longest headline, roughly. */
const SHORT = 40;
/** How far it is looked whether anything but tags stands on a line: no line of text has more of them in a row. */
const LOOK_AHEAD = 400;

/**
 * Whether a line ends at a tag in the middle of it: behind a sentence, or behind a few words. A paragraph that was cut and put together again has tags where it was cut, and
 * goes on. A tag at either end of a line ends nothing but that.
 */
function endsLine(before: string, behind: string): boolean {
  if (behind.replace(LEFT_IN, '').trim() === '') return false;
  const text = before.replace(LEFT_IN, '').replace(/^\s*#{1,6}(?=\s|$)/u, '').trim();
  const last = text[text.length - 1];
  return last !== undefined && (isFinal(last) || isClosing(last) || (text.length <= SHORT && !/[，,。]/u.test(text)));
}

const isBlank = (source: string, at: number): boolean => source[at] === ' ' || source[at] === '\u00a0';

/** What a sign that was left in a text stands for; `undefined` for one that is of it. */
function shownAs(sign: string): string | undefined {
  if (sign.startsWith('$')) return figureOf(sign.slice(1, -1));
  if (sign === '\\%') return '%';
  if (/^<su[pb]>./iu.test(sign)) return smallDigits(sign);
  if (sign.startsWith('&')) return ENTITIES.get(sign.slice(1, -1).toLowerCase()) ?? sign;
  return BREAKS.test(sign) ? '\n' : '';
}

/** Digits in a tag that sets them high or low: 10<sup>8</sup> is 10⁸, and no 108. */
function smallDigits(tagged: string): string {
  const signs = /^<sup/iu.test(tagged) ? '⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺' : '₀₁₂₃₄₅₆₇₈₉₋₊';
  return tagged.replace(/<[^<>]*>|\s/gu, '').replace(/[0-9−+-]/gu, (sign) => signs['0123456789-+'.indexOf(sign === '−' ? '-' : sign)] ?? sign);
}

/** A figure that a reader of pages took for a formula: 1 2 . 6 \\% is 12.6%; `undefined` for anything else between two dollar signs. */
function figureOf(formula: string): string | undefined {
  const plain = formula
    .replace(/\\(?:mathrm|text|mathbf|rm)(?![a-z])|\\[,;:! ]/gu, '')
    .replace(/\^?\s{0,2}\{?\s{0,2}\\circ\s{0,2}\}?/gu, '°')
    .replace(/\\sim(?![a-z])/gu, '~')
    .replace(/\\times(?![a-z])/gu, '×')
    .replace(/\\%/gu, '%')
    .replace(/[\s{}]/gu, '');
  return FIGURE.test(plain) ? plain : undefined;
}

/** A number, or two as a range or a product, and what it counts. */
const FIGURE = /^[-+~]?\d+(?:[.,]\d+)*%?(?:[-~×:]\d+(?:[.,]\d+)*)?(?:%|°C?|℃|[a-zA-Z]{1,4}(?:\^?[23])?)?$/u;

/** Whether nothing is left of a line: then it is what it is. */
function isEmptyWithout(source: string, start: number, end: number, cuts: readonly { from: number; to: number; shown: string }[]): boolean {
  let from = start;
  for (const { from: cut, to, shown } of [...cuts, { from: end, to: end, shown: '' }]) {
    if (source.slice(from, cut).trim() !== '' || shown.trim() !== '') return false;
    from = to;
  }
  return true;
}

/** Each line without its end, then what ends it, so that all of the text comes by. */
function* linesWithEnds(source: string): Generator<Span> {
  let start = 0;
  for (let at = 0; at < source.length; at++) {
    const char = source[at];
    if (char !== '\n' && char !== '\r') continue;
    if (start < at) yield [start, at];
    yield [at, at + 1];
    start = at + 1;
  }
  if (start < source.length) yield [start, source.length];
}

/** The beginnings of the lines that are letter-spaced: those of a page where most characters are, and those where all are; `undefined` where there are none. */
function spacedIn(source: string): Set<number> | undefined {
  const lines: { start: number; apart: number; together: number }[] = [];
  let [start, apart, together] = [0, 0, 0];
  let [allApart, allTogether] = [0, 0];
  const close = (): void => {
    if (apart > 0) lines.push({ start, apart, together });
    allApart += apart;
    allTogether += together;
    [apart, together] = [0, 0];
  };
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) {
      close();
      start = at + 1;
    } else if (isHan(code)) {
      if (isHan(source.charCodeAt(at + 1))) together++;
      else if (isBlank(source, at + 1) && isHan(source.charCodeAt(at + 2))) apart++;
    }
  }
  close();
  const isPage = allApart >= SPACED && allApart > SPACED_SHARE * allTogether;
  const spaced = lines.filter((line) => isPage || (line.apart >= SPACED_LINE && line.together === 0));
  return spaced.length === 0 ? undefined : new Set(spaced.map((line) => line.start));
}
