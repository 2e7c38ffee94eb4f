import type { ExportInput } from './format';
import { articleMarkup, escapeXml, style } from './markup';
import { dateOf, dumpOf, filesOf, nameOf, spansText } from './parts';

/** The articles as one HTML file that needs no other: no script, no picture, and a policy that lets none in. */
export function toHtml(input: ExportInput): string {
  const { articles, source } = input;
  const [first, ...more] = articles;
  const title = first !== undefined && more.length === 0 ? nameOf(first) : source.name;
  const date = dateOf(input);
  const meta = Object.entries({ source: source.name, 'source-encoding': source.encoding, 'source-length': String(dumpOf(input).text.length), date })
    .flatMap(([name, content]) => (content === undefined ? [] : [`<meta name="${name}" content="${escapeXml(content)}">\n`]))
    .join('');
  const files = (filesOf(input) ?? []).map((file) => `<meta name="source-file" content="${escapeXml(file.name)}" data-encoding="${escapeXml(file.encoding)}" data-span="${spansText([file.span])}">\n`).join('');
  return `<!DOCTYPE html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
${meta}${files}<title>${escapeXml(title)}</title>
<style>
:root { color-scheme: light dark; font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }
body { margin: 2em 1em; }
${style}
</style>
</head>
<body>
${articles.map((article) => articleMarkup(input, article)).join('')}</body>
</html>
`;
}
