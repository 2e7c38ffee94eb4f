import { articleToMarkdown, LineNumbers, say, sayReason, sliceSpan, type Article, type Fix, type Language, type Page, type Seam, type Span, type TextEdit } from '../core';
import { excerpt } from './excerpt';

/**
 * What language-model tools are told of a page, as plain values. A join is named by the version of the text and by what it would change,
 * so that a name from an older text, or of something no longer offered, fits nothing.
 */

/** Findings told at once; a page with more is told its beginning. */
const mostFindings = 200;

/** Characters shown on each side of a seam. */
const aroundSeam = 24;

/** The name of a join offered on this version of a text. */
export function joinName(version: number, { edits }: Fix): string {
  let hash = 0x811c9dc5;
  // FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
  for (const unit of JSON.stringify(edits)) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `${version}-${hash.toString(36)}`;
}

/** A join that is offered, with the words that ask for it. */
export interface OfferedJoin {
  readonly name: string;
  readonly title: string;
  readonly finding: string;
  readonly why: readonly string[];
  readonly sure: boolean;
  readonly edits: readonly TextEdit[];
}

/** The joins offered on a page: the fixes of its findings that join, and nothing else. */
export function offeredJoins(page: Page, version: number, language: Language): OfferedJoin[] {
  return page.findings.flatMap((finding) =>
    finding.fixes
      .filter(({ kind }) => kind === 'join')
      .map((fix) => ({
        name: joinName(version, fix),
        title: say(fix.title, language),
        finding: say(finding.message, language),
        why: reasons(finding, language),
        sure: fix.sure,
        edits: fix.edits,
      })),
  );
}

/** The articles of a page and what is wrong with it. */
export function tellFindings(page: Page, version: number, language: Language): object {
  const lines = new LineNumbers(page.text);
  return {
    articles: page.articles.map((article) => ({ id: article.id, kind: article.kind, headline: article.title, paragraphs: article.paragraphs.length, doubtful: doubtfulSeams(article).length })),
    findings: page.findings.slice(0, mostFindings).map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      line: lines.of(finding.span[0]),
      ...(finding.article !== undefined && { article: finding.article }),
      message: say(finding.message, language),
      why: reasons(finding, language),
      offers: finding.fixes.map((fix) => ({ kind: fix.kind, title: say(fix.title, language), sure: fix.sure, ...(fix.kind === 'join' && { join: joinName(version, fix) }) })),
    })),
    ...(page.findings.length > mostFindings && { more: page.findings.length - mostFindings }),
  };
}

/** One article: as it reads, and the joins and places in it that are not sure. */
export function tellArticle(page: Page, article: Article, language: Language): object {
  const lines = new LineNumbers(page.text);
  return {
    id: article.id,
    kind: article.kind,
    markdown: articleToMarkdown(page, article),
    doubtful: doubtfulSeams(article).map(({ left, right, seam }) => ({
      line: lines.of(right[0]),
      left: left ? excerptEnd(sliceSpan(page.text, left)) : '',
      right: excerpt(sliceSpan(page.text, right), aroundSeam),
      confidence: seam.confidence,
      why: reasons(seam, language),
    })),
  };
}

/** The article with this id, or the one whose headline begins so. */
export function articleNamed(page: Page, name: string): Article | undefined {
  const wanted = name.trim();
  return page.articles.find(({ id }) => id === wanted) ?? (wanted === '' ? undefined : page.articles.find(({ title }) => title.startsWith(wanted)));
}

function reasons({ why }: Pick<Seam, 'why'>, language: Language): string[] {
  return why.filter(({ weight }) => weight !== 0).map((reason) => sayReason(reason, language));
}

interface Meeting {
  readonly left: Span | undefined;
  readonly right: Span;
  readonly seam: Seam;
}

function doubtfulSeams({ headline, paragraphs }: Article): Meeting[] {
  const meetings: Meeting[] = [];
  let left = headline.at(-1);
  for (const { spans, seams, attachment } of paragraphs) {
    spans.forEach((right, at) => {
      meetings.push({ left, right, seam: seams[at - 1] ?? attachment });
      left = right;
    });
  }
  return meetings.filter(({ seam }) => !seam.sure);
}

function excerptEnd(text: string): string {
  const end = [...text.trimEnd().slice(-2 * aroundSeam)].slice(-aroundSeam).join('');
  return end.length < text.trim().length ? `…${end}` : end;
}
