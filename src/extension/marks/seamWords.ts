import { sayReason, sliceSpan, type Candidate, type Language, type Reason, type Seam, type Span } from '../../core';
import { excerpt } from '../excerpt';
import { escapeMarkdown } from '../markdown';
import { translate } from '../translate';
import type { Meeting } from './meetings';

/** Reasons shown of a seam, and of each rival: enough to judge it, and no more. */
const mostReasons = 5;
const mostRivalReasons = 2;

/** Characters shown on each side of a seam, and of a rival. */
const aroundSeam = 12;
const ofRival = 16;

/** What the words of a seam need of the editor. */
export interface Places {
  /** The line of an offset, counted from 1. */
  readonly lineOf: (offset: number) => number;
  /** Markdown that says `words` and leads to a span. */
  readonly link: (words: string, span: Span) => string;
}

/** `97 %`, `64 %, doubtful` */
export function confidenceWords({ confidence, sure }: Pick<Seam, 'confidence' | 'sure'>, tongue: Language): string {
  const percent = `${Math.round(confidence * 100)} %`;
  return sure ? percent : translate(tongue, '{0}, doubtful', percent);
}

/**
 * A meeting as Markdown: where it goes on and how sure that is, the two ends, the reasons, and the rivals with theirs.
 * @param side the end that is pointed at; the words lead to the other one
 */
export function meetingWords(text: string, { left, right, seam, kind, article }: Meeting, side: 'left' | 'right', tongue: Language, { lineOf, link }: Places): string {
  const sureness = confidenceWords(seam, tongue);
  const line = (offset: number): string => translate(tongue, 'line {0}', lineOf(offset));
  const title = article.title || translate(tongue, 'No headline');
  const heading =
    kind === 'stray'
      ? translate(tongue, 'Carried away from “{0}”, behind {1} ({2})', escapeMarkdown(title), link(line(left[1]), left), escapeMarkdown(sureness))
      : side === 'left'
        ? translate(tongue, 'Cut here; continues in {0} ({1})', link(line(right[0]), right), escapeMarkdown(sureness))
        : translate(tongue, 'Continues the paragraph cut in {0} ({1})', link(line(left[1]), endOf(left)), escapeMarkdown(sureness));
  const blocks = [`**${heading}**`, `> ${escapeMarkdown(seamText(text, left, right))}`];
  const reasons = bullets(seam.why, mostReasons, tongue);
  if (reasons !== '') blocks.push(reasons);
  if (seam.candidates.length > 0) {
    blocks.push(translate(tongue, 'Other candidates:'), seam.candidates.map((rival) => rivalWords(text, rival, tongue, link(line(rival.span[0]), rival.span))).join('\n'));
  }
  return blocks.join('\n\n');
}

function rivalWords(text: string, { span, confidence, why }: Candidate, tongue: Language, place: string): string {
  const words = `- ${place} · ${Math.round(confidence * 100)} % · ${escapeMarkdown(excerpt(sliceSpan(text, span), ofRival))}`;
  const reasons = bullets(why, mostRivalReasons, tongue);
  return reasons === '' ? words : `${words}\n${reasons.replace(/^/gmu, '  ')}`;
}

function bullets(reasons: readonly Reason[], most: number, tongue: Language): string {
  return reasons.filter(({ weight }) => weight !== 0).slice(0, most).map((reason) => `- ${escapeMarkdown(sayReason(reason, tongue))}`).join('\n');
}

/** `…从选种、育秧到水肥管 ‖ 理,全程跟着农时走…` */
function seamText(text: string, left: Span, right: Span): string {
  const before = text.slice(Math.max(left[0], left[1] - 4 * aroundSeam), left[1]).trimEnd();
  const end = [...before].slice(-aroundSeam).join('');
  return `${end.length < left[1] - left[0] ? '…' : ''}${end} ‖ ${excerpt(sliceSpan(text, right), aroundSeam)}`;
}

/** The place behind the last character. */
const endOf = (span: Span): Span => [span[1], span[1]];
