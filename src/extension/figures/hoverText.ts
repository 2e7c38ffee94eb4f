import { baseValue, contains, equalExact, figureWords, spansWithin, sentenceIn, type Language, type Passage, type PlacedFigure, type Span } from '../../core';
import { escapeMarkdown } from '../markdown';
import { translate } from '../translate';
import { kindName } from './kinds';

/** More rows than this hide the text they speak of. */
const mostRows = 12;
/** Other places of the same quantity that are named. */
const mostPlaces = 5;

/** What a hover is made from. */
export interface HoverSource {
  /** All figures of the page. */
  readonly figures: readonly PlacedFigure[];
  readonly passages: readonly Passage[];
  readonly language: Language;
  /** The line of an offset, counted from 1. */
  readonly lineOf: (offset: number) => number;
  /** A link that shows a place, or nothing where there are no links. */
  readonly linkTo?: (span: Span) => string;
}

export interface FiguresHover {
  /** What the hover is about: the figure, or the sentence as far as it stands in this piece of the dump. */
  readonly span: Span;
  readonly markdown: string;
}

/**
 * What is to be said at an offset (UTF-16, in the dump): of the figure there, and of the others in its sentence.
 * @returns `undefined` where the sentence has no figures
 */
export function figuresHover(source: HoverSource, offset: number): FiguresHover | undefined {
  const passage = source.passages.find(({ spans }) => spans.some((span) => contains(span, offset)));
  if (passage === undefined) return undefined;
  const place = placeIn(passage, offset);
  const sentence = sentenceIn(passage.text, place);
  const inside = source.figures.filter(({ figure, passage: own }) => own === passage && figure.span[0] < sentence[1] && figure.span[1] > sentence[0]);
  if (inside.length === 0) return undefined;
  const here = inside.find(({ spans }) => spans.some((span) => contains(span, offset)));
  const parts: string[] = [];
  if (here !== undefined) parts.push(card(source, here));
  if (here === undefined || inside.length > 1) parts.push(table(source, inside, here));
  const spans = here?.spans ?? spansWithin(passage.spans, sentence);
  return { span: spans.find((span) => contains(span, offset)) ?? [offset, offset], markdown: parts.join('\n\n---\n\n') };
}

/** The offset in the passage's text of an offset in the dump. */
function placeIn({ spans }: Passage, offset: number): number {
  let at = 0;
  for (const span of spans) {
    if (contains(span, offset)) return at + offset - span[0];
    at += span[1] - span[0];
  }
  return at;
}

/** All that is known of one figure. */
function card(source: HoverSource, placed: PlacedFigure): string {
  const { language } = source;
  const { figure } = placed;
  const { base, change, reading, value, written } = figureWords(figure, language);
  const lines = [`**${escapeMarkdown(written)}** · ${kindName(figure.kind, language)}`];
  const add = (label: string, words: string | undefined): void => {
    if (words !== undefined && words !== '') lines.push(`${label} ${words}`);
  };
  add('=', value === undefined || plain(value) === plain(written) ? undefined : `**${escapeMarkdown(value)}**`);
  add(translate(language, 'Read:'), reading === undefined ? undefined : escapeMarkdown(reading));
  add(translate(language, 'In base units:'), base === undefined ? undefined : escapeMarkdown(base));
  add(translate(language, 'Measures:'), figure.subject === undefined ? undefined : escapeMarkdown(figure.subject));
  add(translate(language, 'Change:'), change === undefined ? undefined : escapeMarkdown(change));
  if (placed.spans.length > 1) lines.push(translate(language, 'Put together from {0} pieces of the dump.', placed.spans.length));
  add(translate(language, 'Also on this page:'), elsewhere(source, placed));
  return lines.join('  \n');
}

const plain = (text: string): string => text.replace(/[ ,]/g, '');

/** The other places that give the same quantity: the same kind, the same value in base units. */
function elsewhere(source: HoverSource, here: PlacedFigure): string {
  const same = source.figures.filter((other) => other !== here && sameQuantity(here, other));
  const names = same.slice(0, mostPlaces).map(({ figure, spans }) => {
    const span = spans[0] ?? [0, 0];
    const words = escapeMarkdown(`${translate(source.language, 'line {0}', source.lineOf(span[0]))} ${figure.text}`);
    return source.linkTo === undefined ? words : `[${words}](${source.linkTo(span)})`;
  });
  if (same.length > mostPlaces) names.push(translate(source.language, '… and {0} more', same.length - mostPlaces));
  return names.join(' · ');
}

const measuring = new Set(['count', 'quantity', 'money', 'percentage', 'permille', 'percentagePoint', 'multiple', 'fraction', 'number', 'temperature', 'duration', 'age']);

function sameQuantity({ figure: a }: PlacedFigure, { figure: b }: PlacedFigure): boolean {
  if (!measuring.has(a.kind) || a.kind !== b.kind || a.unit?.base !== b.unit?.base) return false;
  const [left, right] = [baseValue(a), baseValue(b)];
  return left !== undefined && right !== undefined && equalExact(left, right);
}

/** The figures of the sentence, one a row, the one under the mouse in bold. */
function table(source: HoverSource, figures: readonly PlacedFigure[], here: PlacedFigure | undefined): string {
  const { language } = source;
  const row = (placed: PlacedFigure): string => {
    const { figure } = placed;
    const { change, value, written } = figureWords(figure, language);
    const cells = [written, value === undefined || plain(value) === plain(written) ? '' : value, [figure.subject, change].filter((words) => words !== undefined).join(' · ')].map(escapeMarkdown);
    const [first = '', ...rest] = cells;
    return `| ${[placed === here ? `**${first}**` : first, ...rest].join(' | ')} |`;
  };
  const lines = [`| ${translate(language, 'Figures in this sentence')} | | |`, '|:--|:--|:--|', ...figures.slice(0, mostRows).map(row)];
  if (figures.length > mostRows) lines.push('', translate(language, '… and {0} more', figures.length - mostRows));
  return lines.join('\n');
}
