/** The fixed parts of a Word document, and its text as WordprocessingML (ECMA-376, part 1). */
import { escapeXml } from './markup';
import type { Entry } from './zip';

/** A paragraph of the document with the name under which its place is kept. */
export interface DocxParagraph {
  readonly style: string;
  readonly text: string;
  readonly bookmark: string;
  /** Whether it begins a page. */
  readonly newPage: boolean;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelation = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The text: A4, and no more than what the styles say. @param body its paragraphs, as {@link paragraphXml} gives them */
export function documentXml(body: readonly string[]): readonly string[] {
  return [
    `${declaration}<w:document xmlns:w="${main}"><w:body>\n`,
    // A document has at least one paragraph before the properties of its section.
    ...(body.length === 0 ? ['<w:p/>\n'] : body),
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>\n',
  ];
}

/** A paragraph on a line of its own. @param at its number in the document */
export function paragraphXml({ style, text, bookmark, newPage }: DocxParagraph, at: number): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${newPage ? '<w:pageBreakBefore/>' : ''}</w:pPr><w:bookmarkStart w:id="${at}" w:name="${bookmark}"/><w:r>${runOf(text)}</w:r><w:bookmarkEnd w:id="${at}"/></w:p>\n`;
}

/** The text of a run: tabs and line ends are elements of their own. */
function runOf(text: string): string {
  if (!/[\t\r\n]/u.test(text)) return textXml(text);
  return text.split(/(\t|\r\n|\r|\n)/u).map((piece) => (piece === '\t' ? '<w:tab/>' : /^[\r\n]/u.test(piece) ? '<w:br/>' : textXml(piece))).join('');
}

/** White space at the ends of a text is kept only where that is said. */
const textXml = (text: string): string => (text === '' ? '' : `<w:t${text.trim() === text ? '' : ' xml:space="preserve"'}>${escapeXml(text)}</w:t>`);

interface Style {
  readonly id: string;
  readonly name: string;
  readonly paragraph: string;
  readonly run: string;
}

// The order of the elements is the schema's.
const styles: readonly Style[] = [
  { id: 'StandingHead', name: 'Standing Head', paragraph: '<w:keepNext/><w:spacing w:before="120" w:after="60"/>', run: '<w:color w:val="595959"/>' },
  { id: 'Kicker', name: 'Kicker', paragraph: '<w:keepNext/><w:spacing w:before="120" w:after="60"/>', run: '<w:b/>' },
  { id: 'Heading1', name: 'heading 1', paragraph: '<w:keepNext/><w:spacing w:before="120" w:after="120"/><w:outlineLvl w:val="0"/>', run: '<w:b/><w:sz w:val="36"/><w:szCs w:val="36"/>' },
  { id: 'Deck', name: 'Deck', paragraph: '<w:keepNext/><w:spacing w:after="120"/>', run: '<w:b/>' },
  { id: 'Byline', name: 'Byline', paragraph: '<w:spacing w:after="120"/>', run: '<w:color w:val="595959"/>' },
  { id: 'BodyText', name: 'Body Text', paragraph: '<w:spacing w:after="60" w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="420"/>', run: '' },
  { id: 'Credit', name: 'Credit', paragraph: '<w:spacing w:before="120" w:after="120"/>', run: '<w:color w:val="595959"/>' },
];

/** The styles of the document. */
export const stylesXml = (): string =>
  `${declaration}<w:styles xmlns:w="${main}">\n<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="SimSun" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>` +
  '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>\n' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\n' +
  styles.map(({ id, name, paragraph, run }) =>
    `<w:style w:type="paragraph"${id === 'Heading1' || id === 'BodyText' ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${id === 'Heading1' ? '<w:next w:val="BodyText"/>' : ''}<w:qFormat/>` +
    `<w:pPr>${paragraph}</w:pPr>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>\n`).join('') +
  '</w:styles>\n';

/** What the package says about itself: the types of its parts, how they hang together, its title. */
export function packageFiles({ title, modified }: { readonly title: string; readonly modified: string | undefined }): readonly Entry[] {
  const xml = (path: string, text: string): Entry => ({ path, text: declaration + text });
  const day = modified === undefined ? '' : `<dcterms:modified xsi:type="dcterms:W3CDTF">${modified}</dcterms:modified>`;
  return [
    xml('[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${documentType}.document.main+xml"/>` +
      `<Override PartName="/word/styles.xml" ContentType="${documentType}.styles+xml"/>` +
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>' +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>\n'),
    xml('_rels/.rels',
      `<Relationships xmlns="${packageRelation}"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="word/document.xml"/>` +
      '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>\n'),
    xml('word/_rels/document.xml.rels',
      `<Relationships xmlns="${packageRelation}"><Relationship Id="rId1" Type="${relation}/styles" Target="styles.xml"/>` +
      `<Relationship Id="rId2" Type="${relation}/customXml" Target="../customXml/item1.xml"/></Relationships>\n`),
    xml('docProps/core.xml',
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"' +
      ` xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:language>zh</dc:language>${day}</cp:coreProperties>\n`),
    xml('customXml/_rels/item1.xml.rels',
      `<Relationships xmlns="${packageRelation}"><Relationship Id="rId1" Type="${relation}/customXmlProps" Target="itemProps1.xml"/></Relationships>\n`),
    // The id is a name and nothing more.
    xml('customXml/itemProps1.xml',
      '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{5A1C1E0B-6D3F-4B57-9C0E-8D2F3E5B7A90}"><ds:schemaRefs><ds:schemaRef ds:uri="urn:x-restitch:origin"/></ds:schemaRefs></ds:datastoreItem>\n'),
  ];
}
