import { sayReason, sliceSpan, type DecidedRole, type Doubt, type Language, type Seam, type Span } from '../../core';
import { excerpt } from '../excerpt';
import { translate, type Text } from '../translate';

/** The roles an editor can give, in the order of their keys, by their names in the trade. */
export const roleNames: Readonly<Record<DecidedRole, Text>> = {
  headline: 'Headline',
  kicker: 'Kicker',
  deck: 'Deck',
  subhead: 'Subhead',
  standingHead: 'Standing head',
  caption: 'Caption',
  furniture: 'Page furniture',
  body: 'Body text',
};

/** Reasons shown of a join; the strongest tell enough. */
const mostReasons = 3;

/** What a doubt asks. */
export function questionOf({ kind, article }: Doubt, tongue: Language): string {
  if (kind === 'join') return translate(tongue, 'Does the paragraph go on there?');
  if (kind === 'move') return translate(tongue, 'Does this passage belong to “{0}”?', article.title || translate(tongue, 'No headline'));
  if (kind === 'headline') return translate(tongue, 'Is this a headline?');
  return translate(tongue, 'Does the paragraph end here, in mid-sentence?');
}

export function percentOf(confidence: number): string {
  return `${String(Math.round(confidence * 100))} %`;
}

/** Why a seam is believed, the strongest reasons first. */
export function reasonsOf({ why }: Pick<Seam, 'why'>, tongue: Language): string {
  return why.filter(({ weight }) => weight > 0).slice(0, mostReasons).map((reason) => sayReason(reason, tongue)).join(translate(tongue, '; '));
}

/** `…从选种、育秧到水肥管 ‖ 理,全程跟着农时走…` */
export function jointOf(text: string, left: Span, right: Span): string {
  const end = [...sliceSpan(text, left).trimEnd().slice(-24)].slice(-12).join('');
  return `…${end} ‖ ${excerpt(sliceSpan(text, right), 16)}`;
}
