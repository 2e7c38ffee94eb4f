import { documentXml, packageFiles, stylesXml, type DocxParagraph } from './docxParts';
import type { ExportInput } from './format';
import { escapeXml } from './markup';
import { dateOf, dumpOf, filesOf, nameOf, partsOf, spansText, timeOf, type PartRole } from './parts';
import { zip } from './zip';

const styleIds: Readonly<Record<PartRole, string>> = {
  standingHead: 'StandingHead',
  kicker: 'Kicker',
  headline: 'Heading1',
  deck: 'Deck',
  byline: 'Byline',
  paragraph: 'BodyText',
  credit: 'Credit',
};

/**
 * The articles as a Word document (Office Open XML, ECMA-376), each on a page of its own. Each passage has a hidden bookmark, and a custom XML part
 * of the package says where the passages of these bookmarks stand in the dump.
 */
export function toDocx(input: ExportInput): Uint8Array {
  const { articles, source } = input;
  const paragraphs: DocxParagraph[] = articles.flatMap((article, order) =>
    partsOf(input, article).map(({ role, text, spans }, at) => ({
      style: styleIds[role],
      text,
      bookmark: `_${article.id}_${at + 1}`,
      spans,
      role,
      article: article.id,
      newPage: order > 0 && at === 0,
    })));
  const [first, ...more] = articles;
  const title = first !== undefined && more.length === 0 ? nameOf(first) : source.name;
  const places = paragraphs.map(({ bookmark, article, role, spans }) => `<passage bookmark="${bookmark}" article="${article}" role="${role}" spans="${spansText(spans)}"/>`);
  const files = (filesOf(input) ?? []).map(({ name, encoding, span }) => `<file name="${escapeXml(name)}" encoding="${escapeXml(encoding)}" span="${spansText([span])}"/>`);
  const date = dateOf(input);
  const origin =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<origin xmlns="urn:x-restitch:origin" source="${escapeXml(source.name)}" encoding="${escapeXml(source.encoding)}"` +
    ` length="${dumpOf(input).text.length}"${date === undefined ? '' : ` date="${date}"`}>\n${[...files, ...places].join('\n')}\n</origin>\n`;
  const parts = packageFiles({ title, modified: timeOf(source) });
  return zip([...parts, { path: 'word/document.xml', text: documentXml(paragraphs) }, { path: 'word/styles.xml', text: stylesXml() }, { path: 'customXml/item1.xml', text: origin }]);
}
