import type { ExportInput } from './format';
import { urnOf } from './hash';
import { articleMarkup, escapeXml, style } from './markup';
import { dateOf, filesOf, nameOf, spansText, timeOf } from './parts';
import { zip, type Entry } from './zip';

/** What stands for a moment that nobody knows: the format wants one, and a writer asks no clock. */
const NO_MOMENT = '1970-01-01T00:00:00Z';

/** Chapters in files of their own. A ZIP file without extensions, which not every reader knows, holds 65,535 files; of more articles several share a file. */
const MOST_FILES = 10_000;

/** The articles as a book (EPUB 3.3), a chapter each; each passage has its places in the dump in `data-spans`. */
export function toEpub(input: ExportInput): Uint8Array {
  const { articles, source } = input;
  const chapters = articles.map((article) => ({ id: article.id, title: nameOf(article), body: articleMarkup(input, article) }));
  const together = Math.max(1, Math.ceil(chapters.length / MOST_FILES));
  const pages = Array.from({ length: Math.ceil(chapters.length / together) }, (_, page) => {
    const held = chapters.slice(page * together, (page + 1) * together);
    return { file: `${held[0]?.id ?? ''}.xhtml`, held };
  });
  const [first, ...more] = chapters;
  const title = first !== undefined && more.length === 0 ? first.title : source.name;
  const modified = timeOf(source);
  // The format knows seconds in universal time only.
  const moment = modified === undefined ? NO_MOMENT : `${new Date(modified).toISOString().slice(0, 19)}Z`;
  const date = dateOf(input);
  // A resource is named as a URI reference, and an offset in UTF-16 units is ours to define.
  const sources = filesOf(input)?.map(({ name, span }) => `${name}#${spansText([span])}`) ?? [source.name];
  const items = pages.map(({ file }, at) => `<item id="c${at + 1}" href="${file}" media-type="application/xhtml+xml"/>\n`).join('');
  const spine = pages.map((_, at) => `<itemref idref="c${at + 1}"/>\n`).join('');
  const opf = `${declaration}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="zh">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${[urnOf(input), ...articles.map(({ id }) => id)].join(':')}</dc:identifier>
<dc:title>${escapeXml(title)}</dc:title>
<dc:language>zh</dc:language>
${sources.map((one) => `<dc:source>${escapeXml(one)}</dc:source>\n`).join('')}${date === undefined ? '' : `<dc:date>${date}</dc:date>\n`}<meta property="dcterms:modified">${moment}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${items}</manifest>
<spine>
${chapters.length === 0 ? '<itemref idref="nav"/>\n' : spine}</spine>
</package>
`;
  const list = chapters.length === 0 ? `<li><span>${escapeXml(title)}</span></li>\n` : pages.flatMap(({ file, held }) => held.map(({ id, title: name }, at) => `<li><a href="${file}${at === 0 ? '' : `#${id}`}">${escapeXml(name)}</a></li>\n`)).join('');
  const files: readonly Entry[] = [
    // The first file, as it is: this is what an EPUB is known by.
    { path: 'mimetype', text: 'application/epub+zip', plain: true },
    { path: 'META-INF/container.xml', text: `${declaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n` },
    { path: 'OEBPS/content.opf', text: opf },
    { path: 'OEBPS/nav.xhtml', text: xhtml(title, `<nav epub:type="toc">\n<ol>\n${list}</ol>\n</nav>\n`) },
    { path: 'OEBPS/style.css', text: `${style}\n` },
    ...pages.map(({ file, held }): Entry => ({ path: `OEBPS/${file}`, text: xhtml(held[0]?.title ?? '', held.map(({ body }) => body).join('')) })),
  ];
  return zip(files);
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

function xhtml(title: string, body: string): string {
  return `${declaration}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="zh" xml:lang="zh">
<head>
<title>${escapeXml(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
${body}</body>
</html>
`;
}
