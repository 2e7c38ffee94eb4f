import type { ExportInput } from './format';
import { pagesOf, partsOf, spansText, type Part } from './parts';
import type { Article } from '../page/model';

/** What XML 1.0 has no room for. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\r': '&#13;' };

/** Where none of these stands, nothing is to be done. */
const SPECIAL = /[\u0000-\u001f&<>"'\ud800-\udfff\ufffe\uffff]/;

/**
 * A text for XML and HTML, in content or in an attribute. Control characters, which XML cannot hold, become their pictures (U+2400 on),
 * so that none is lost unseen; what is no character becomes U+FFFD.
 */
export function escapeXml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(FORBIDDEN, (sign) => (sign < ' ' ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : '\ufffd'))
    .replace(/[&<>"'\r]/gu, (sign) => named[sign] ?? sign);
}

/** An article as XHTML, which is HTML too. Each passage has its places in the dump in `data-spans`. */
export function articleMarkup(input: ExportInput, article: Article): string {
  const lines = partsOf(input, article).map((part) => `  ${element(part)}\n`).join('');
  const pages = pagesOf(input, article);
  const printed = pages.length === 0 ? '' : ` data-pages="${escapeXml(pages.join(' '))}"`;
  return `<article id="${escapeXml(article.id)}" data-kind="${article.kind}"${printed}>\n${lines}</article>\n`;
}

/** The running text of an article alone. */
export function paragraphsMarkup(input: ExportInput, article: Article): string {
  return partsOf(input, article).filter(({ role }) => role === 'paragraph').map(element).join('\n');
}

function element({ role, text, spans }: Part): string {
  const tag = role === 'headline' ? 'h2' : 'p';
  const name = role === 'standingHead' ? ' class="standing-head"' : role === 'headline' || role === 'paragraph' ? '' : ` class="${role}"`;
  return `<${tag}${name} data-spans="${spansText(spans)}">${escapeXml(text)}</${tag}>`;
}

/** The style of an article on a page of its own or in a book. */
export const style = `article { margin: 0 auto 3em; max-width: 40em; }
h2 { font-size: 1.6em; line-height: 1.3; margin: 0.2em 0; text-indent: 0; }
p { line-height: 1.8; margin: 0; text-indent: 2em; }
p.kicker, p.deck, p.standing-head, p.byline, p.credit { text-indent: 0; }
p.kicker, p.deck { font-weight: bold; }
p.standing-head, p.byline, p.credit { color: GrayText; margin: 0.4em 0; }`;
