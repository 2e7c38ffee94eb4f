import type { Span } from '../text/span';

/** A change of a text: what stood at `span` was replaced by `length` units. */
export interface Change {
  readonly span: Span;
  readonly length: number;
}

/** A span that goes along with the changes of its text. */
export interface Followed {
  readonly span: Span;
  /** What happened to its own text since it was last known: nothing; some of it was edited; none of it is left. */
  readonly state: 'whole' | 'edited' | 'gone';
}

/**
 * Where a span is after a change. What is typed right before or right behind it does not become part of it.
 */
export function follow({ span, state }: Followed, { span: [from, to], length }: Change): Followed {
  const [start, end] = span;
  const grown = length - (to - from);
  if (to <= start) return { span: [start + grown, end + grown], state };
  if (from >= end) return { span, state };
  if (from <= start && to >= end) return { span: [from, from], state: 'gone' };
  const edited = state === 'gone' ? 'gone' : 'edited';
  if (from < start) return { span: [from + length, end + grown], state: edited };
  if (to > end) return { span: [start, from], state: edited };
  return { span: [start, end + grown], state: edited };
}
