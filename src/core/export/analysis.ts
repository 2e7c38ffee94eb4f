import type { Page, ArticleKind } from '../page/model';
import type { Language } from '../text/message';
import type { Span } from '../text/span';

/** The analysis as the JSON contract has it, format `restitch/1` (docs/analysis-format in the project's papers). */
export interface Analysis {
  readonly format: 'restitch/1';
  readonly source: { readonly name: string; readonly encoding: string; readonly length: number };
  readonly articles: readonly AnalysisArticle[];
  readonly furniture: readonly Span[];
  readonly findings: readonly {
    readonly code: string;
    readonly span: Span;
    readonly severity: string;
    readonly message: string;
    readonly fix?: string;
  }[];
  readonly figures: readonly never[];
}

export interface AnalysisArticle {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly title: string;
}

/** The analysis of a page as a plain object, ready for `JSON.stringify`. */
export function toAnalysis(page: Page, source: { name: string; encoding: string }, language: Language = 'en'): Analysis {
  void language;
  return { format: 'restitch/1', source: { ...source, length: page.text.length }, articles: [], furniture: page.furniture, findings: [], figures: [] };
}
