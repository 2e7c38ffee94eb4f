import type { Article, Page, Paragraph } from '../page/model';
import { compose } from '../text/compose';
import { bySpan, type Span, type TextEdit } from '../text/span';
import { editedPage } from './edited';
import { longForms } from './forms';
import { leftIn } from './leftIn';
import { curlyQuotes, wideBrackets } from './pairs';
import { Passage, type Change } from './passage';
import { wideSigns } from './signs';
import { straySpaces } from './spaces';

/**
 * `markup`: bold marks, tags, entities, formulas and characters without width that a program left in the text, taken out; `punctuation`: signs and
 * brackets in full width; `quotes`: curly ones; `forms`: …… and ——; `spaces`: stray ones taken out.
 */
export type NormalKind = 'markup' | 'punctuation' | 'quotes' | 'forms' | 'spaces';

/** What changes signs and spaces only. */
export const signKinds: readonly NormalKind[] = ['punctuation', 'quotes', 'forms', 'spaces'];
/** All there is. */
export const normalKinds: readonly NormalKind[] = ['markup', ...signKinds];

export interface NormalEdit extends TextEdit {
  readonly kind: NormalKind;
  /** Where the other half of a bracket or a quotation is changed: both belong together. */
  readonly partner?: Span;
}

/**
 * The edits that bring a page's signs into the form of printed Chinese, in the order of the text. Headings and bylines keep their
 * spaces. Where the cut of a paragraph is not surely mended, its two sides are read apart.
 * @param kinds what may be changed
 */
export function normalise(page: Page, kinds: readonly NormalKind[] = signKinds): NormalEdit[] {
  const first = kinds.includes('markup') ? leftIn(page.text) : [];
  if (first.length === 0) return signs(page, kinds);
  // Signs are judged by what they stand beside once that is gone.
  const between = editedPage(page, first);
  const all = compose(between.text, first, signs(between, kinds));
  const place = new Map(all.flatMap(({ second, span }) => (second === undefined ? [] : [[second.span[0], span]])));
  return all.map(({ span, newText, first: left, second }) => {
    const partner = second?.partner && place.get(second.partner[0]);
    return { span, newText, kind: left === undefined ? (second?.kind ?? 'markup') : 'markup', ...(partner && { partner }) };
  });
}

/** The edits of signs and spaces. */
function signs(page: Page, kinds: readonly NormalKind[]): NormalEdit[] {
  const edits = page.articles.flatMap((article) => [
    ...[...article.headline, ...article.byline, ...article.credit, ...article.standingHead].flatMap((span) => lines(page.text, span, kinds)),
    ...article.paragraphs.flatMap((paragraph) => parts(paragraph).flatMap((pieces) => editsOf(new Passage(page.text, pieces, true), kinds, quietOf(article)))),
  ]);
  return [...edits, ...page.furniture.flatMap((span) => lines(page.text, span, kinds))].sort((a, b) => bySpan(a.span, b.span));
}

/** Each line of a heading stands for itself. */
function lines(text: string, [start, end]: Span, kinds: readonly NormalKind[]): NormalEdit[] {
  return [...text.slice(start, end).matchAll(/[^\r\n\f]+/g)].flatMap(({ 0: line, index }) =>
    editsOf(new Passage(text, [[start + index, start + index + line.length]], false), kinds, []),
  );
}

/** The pieces of a paragraph, apart where it is not sure that they are one. */
function parts({ spans, seams }: Paragraph): Span[][] {
  const out: Span[][] = [];
  spans.forEach((span, i) => {
    const last = out.at(-1);
    if (last !== undefined && seams[i - 1]?.sure === true) last.push(span);
    else out.push([span]);
  });
  return out;
}

function quietOf({ dateline }: Article): readonly Span[] {
  return dateline === undefined ? [] : [dateline.span];
}

function editsOf(passage: Passage, kinds: readonly NormalKind[], quiet: readonly Span[]): NormalEdit[] {
  const wants = (kind: NormalKind, changes: (passage: Passage) => Change[]): (Change & { kind: NormalKind })[] =>
    kinds.includes(kind) ? changes(passage).map((change) => ({ ...change, kind })) : [];
  const changes = [
    ...wants('punctuation', wideSigns),
    ...wants('punctuation', wideBrackets),
    ...wants('quotes', curlyQuotes),
    ...wants('forms', longForms),
  ];
  const out = passage.text.split('');
  for (const { start, end, newText } of changes) {
    out[start] = newText;
    out.fill('', start + 1, end);
    // A space behind a run looks back at its last unit.
    out[end - 1] = newText;
  }
  const near = quiet.flatMap(([start, end]): Span[] => {
    const from = passage.find(start);
    return from === undefined ? [] : [[from, from + end - start]];
  });
  const all = [...changes, ...wants('spaces', () => straySpaces(passage, out, near))];
  return all.flatMap(({ start, end, newText, partner, kind }) => {
    const span = passage.place(start, end);
    const other = partner === undefined ? undefined : passage.place(partner, partner + 1);
    return span === undefined ? [] : [{ span, newText, kind, ...(other && { partner: other }) }];
  });
}
