import type { Finding, Fix } from '../page/model';
import { shiftId, shiftSpan, type Shift } from '../page/shift';
import type { Message } from '../text/message';
import type { TextEdit } from '../text/span';

/** Which argument of a message is a line of the text, by code. A test holds that none is forgotten. */
export const LINES: Readonly<Record<string, number>> = {
  'cut.near': 0,
  'cut.far': 0,
  'cut.near.doubtful': 0,
  'cut.far.doubtful': 0,
  'stray': 1,
  'stray.doubtful': 1,
  'fix.join.far': 0,
  'fix.join.candidate': 1,
  'fix.join.doubtful': 1,
};

/** A finding of a part, in the places of the whole. */
export function shiftFinding(finding: Finding, shift: Shift): Finding {
  const { offset } = shift;
  return {
    ...finding,
    span: shiftSpan(finding.span, offset),
    message: message(finding.message, shift),
    related: finding.related.map((place) => ({ span: shiftSpan(place.span, offset), message: message(place.message, shift) })),
    fixes: finding.fixes.map((fix): Fix => ({ ...fix, title: message(fix.title, shift), edits: fix.edits.map((edit): TextEdit => ({ ...edit, span: shiftSpan(edit.span, offset) })) })),
    ...(finding.article === undefined ? {} : { article: shiftId(finding.article, shift) }),
  };
}

function message(one: Message, { lines }: Shift): Message {
  const place = LINES[one.code];
  return place === undefined || lines === 0 ? one : { ...one, args: one.args.map((arg, i) => (i === place && typeof arg === 'number' ? arg + lines : arg)) };
}
