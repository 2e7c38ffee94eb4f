import { documentXml, packageFiles, paragraphXml, stylesXml } from './docxParts';
import type { ExportInput } from './format';
import { escapeXml } from './markup';
import { dateOf, dumpOf, filesOf, nameOf, partsOf, spansText, timeOf, type PartRole } from './parts';
import { Sheaf, zip } from './zip';

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
  const body = new Sheaf();
  const places = new Sheaf();
  let count = 0;
  articles.forEach((article, order) => {
    partsOf(input, article).forEach(({ role, text, spans }, at) => {
      const bookmark = `_${article.id}_${at + 1}`;
      body.add(paragraphXml({ style: styleIds[role], text, bookmark, newPage: order > 0 && at === 0 }, count++));
      places.add(`<passage bookmark="${bookmark}" article="${article.id}" role="${role}" spans="${spansText(spans)}"/>\n`);
    });
  });
  const [first, ...more] = articles;
  const title = first !== undefined && more.length === 0 ? nameOf(first) : source.name;
  const files = (filesOf(input) ?? []).map(({ name, encoding, span }) => `<file name="${escapeXml(name)}" encoding="${escapeXml(encoding)}" span="${spansText([span])}"/>\n`).join('');
  const date = dateOf(input);
  const head =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<origin xmlns="urn:x-restitch:origin" source="${escapeXml(source.name)}" encoding="${escapeXml(source.encoding)}"` +
    ` length="${dumpOf(input).text.length}"${date === undefined ? '' : ` date="${date}"`}>\n${files}`;
  const parts = packageFiles({ title, modified: timeOf(source) });
  return zip([...parts, { path: 'word/document.xml', text: documentXml(body.done()) }, { path: 'word/styles.xml', text: stylesXml() }, { path: 'customXml/item1.xml', text: [head, ...places.done(), '</origin>\n'] }]);
}
