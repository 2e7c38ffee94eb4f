import { say, sayReason } from '../findings/messages';
import { analysisFigure, type AnalysisFigure } from './figures';
import { figuresOfPage } from '../figures';
import type { Article, ArticleKind, Dateline, Jump, Page } from '../page/model';
import type { Language } from '../text/message';
import type { Span } from '../text/span';

/** The analysis as the JSON contract has it, format `restitch/1`; docs/architecture.md names its invariants. */
export interface Analysis {
  readonly format: 'restitch/1';
  readonly source: { readonly name: string; readonly encoding: string; readonly length: number };
  readonly articles: readonly AnalysisArticle[];
  readonly furniture: readonly Span[];
  readonly findings: readonly AnalysisFinding[];
  /** In the order of the articles, then the furniture; each in the order of its text. */
  readonly figures: readonly AnalysisFigure[];
}

/** An article in the JSON contract. */
export interface AnalysisArticle {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly kicker?: string;
  readonly deck?: string;
  readonly headline: readonly Span[];
  readonly byline: readonly Span[];
  readonly credit: readonly Span[];
  readonly standingHead: readonly Span[];
  readonly dateline?: Dateline;
  readonly jump?: Jump;
  readonly paragraphs: readonly {
    readonly spans: readonly Span[];
    readonly text: string;
    readonly seams: readonly { readonly confidence: number; readonly why: readonly string[] }[];
  }[];
}

/** A finding in the JSON contract, in words. */
export interface AnalysisFinding {
  readonly code: string;
  readonly span: Span;
  readonly severity: string;
  readonly message: string;
  readonly fix?: string;
}

/**
 * The analysis of a page as a plain object, ready for `JSON.stringify`.
 * The words are in `language`, whatever the machine speaks: the same bytes give the same JSON.
 */
export function toAnalysis(page: Page, source: { readonly name: string; readonly encoding: string }, language: Language = 'en'): Analysis {
  return { ...withoutFigures(page, source, language), figures: figuresOfPage(page).map(analysisFigure) };
}

/** The same but for the figures, of which there may be half a million. */
export function withoutFigures(page: Page, source: { readonly name: string; readonly encoding: string }, language: Language): Omit<Analysis, 'figures'> {
  return {
    format: 'restitch/1',
    source: { name: source.name, encoding: source.encoding, length: page.text.length },
    articles: page.articles.map((article) => toAnalysisArticle(article, language)),
    furniture: page.furniture,
    findings: page.findings.map(({ code, span, severity, message, fixes }) => {
      const fix = fixes[0];
      return { code, span, severity, message: say(message, language), ...(fix === undefined ? {} : { fix: say(fix.title, language) }) };
    }),
  };
}

/** One article of the analysis. */
export function toAnalysisArticle(article: Article, language: Language): AnalysisArticle {
  const { id, kind, title, kicker, deck, headline, byline, credit, standingHead, dateline, jump, paragraphs } = article;
  return {
    id,
    kind,
    title,
    ...(kicker === undefined ? {} : { kicker }),
    ...(deck === undefined ? {} : { deck }),
    headline,
    byline,
    credit,
    standingHead,
    ...(dateline === undefined ? {} : { dateline }),
    ...(jump === undefined ? {} : { jump }),
    paragraphs: paragraphs.map(({ spans, text, seams }) => ({
      spans,
      text,
      seams: seams.map(({ confidence, why }) => ({ confidence, why: why.map((reason) => sayReason(reason, language)) })),
    })),
  };
}
