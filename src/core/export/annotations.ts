import type { ExportInput } from './format';
import { urnOf } from './hash';
import { LongList } from './json';
import { dumpOf, partsOf, type PartRole } from './parts';
import { characterOffsets } from './places';
import { sliceSpan, type Span } from '../text/span';

/** The vocabulary of the Web Annotation model, and our own two words: the article and the places in UTF-16 code units. */
const context = ['http://www.w3.org/ns/anno.jsonld', { restitch: 'urn:x-restitch:vocabulary:', utf16: { '@id': 'restitch:utf16', '@container': '@list' } }];

/** A passage to be annotated. */
interface Passage {
  readonly id: string;
  readonly role: PartRole | 'furniture';
  readonly article?: string;
  readonly spans: readonly Span[];
}

/**
 * Stand-off annotations of the dump by the W3C Web Annotation model: one for each passage, in reading order, with its role and its article; the dump itself
 * is untouched. A passage in several pieces has a List of targets. `start` and `end` count Unicode characters, as the standard wants; `utf16` has the
 * offsets of all our other formats.
 */
export function toAnnotations(input: ExportInput): Readonly<Record<string, unknown>> {
  const { text } = dumpOf(input);
  const urn = urnOf(input);
  const character = characterOffsets(text);
  const target = (span: Span): object => ({
    source: urn,
    selector: [
      { type: 'TextPositionSelector', start: character(span[0]), end: character(span[1]) },
      { type: 'TextQuoteSelector', exact: sliceSpan(text, span) },
    ],
    utf16: span,
  });
  const passages = passagesOf(input);
  const annotation = ({ id, role, article, spans }: Passage): object => {
    const targets = spans.map(target);
    return {
      id: `${urn}:${id}`,
      type: 'Annotation',
      motivation: 'classifying',
      body: [
        { type: 'TextualBody', purpose: 'classifying', value: role },
        ...(article === undefined ? [] : [{ type: 'TextualBody', purpose: 'identifying', value: article }]),
      ],
      target: targets.length === 1 ? targets[0] : { type: 'List', items: targets },
    };
  };
  const items = new LongList(passages, annotation);
  return {
    '@context': context,
    id: `${urn}:annotations`,
    type: 'AnnotationCollection',
    label: input.source.name,
    total: passages.length,
    first: { id: `${urn}:annotations:1`, type: 'AnnotationPage', startIndex: 0, items },
  };
}

function passagesOf(input: ExportInput): Passage[] {
  const passages = input.articles.flatMap((article) => {
    const parts = partsOf(input, article);
    return parts.map(({ role, spans }, at): Passage => ({ id: `${article.id}:${at + 1}`, role, article: article.id, spans }));
  });
  const page = dumpOf(input);
  // What belongs to no article belongs to the page as a whole.
  const furniture = input.articles.length === page.articles.length ? page.furniture : [];
  return [...passages, ...furniture.map((span, at): Passage => ({ id: `furniture:${at + 1}`, role: 'furniture', spans: [span] }))];
}
