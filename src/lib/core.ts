/**
 * The core alone, for hosts that have no Node: give {@link createEngine} the bytes of `restitch/seam.ngram`, and analyse.
 * Everything here is pure: the same text gives the same value, on every machine.
 *
 * @module restitch/core
 */
export { createEngine, type Engine } from '../core/index';
export type { Article, ArticleKind, Candidate, Dateline, DumpVerdict, Finding, FindingCode, Fix, Jump, Page, Paragraph, Reason, ReasonCode, Seam, Severity } from '../core/index';
export { applyEdits, type Span, type TextEdit } from '../core/index';
export { restitch, type Level, type Restitching } from '../core/index';
export { normalise, normalisedPage, normalKinds, signKinds } from '../core/index';
export { HEADING_MARKS, NORMAL_FORMS, NOTHING_ELSE, prove, SIGN_FORMS, type Allowance, type Census, type Discrepancy, type Passage, type Proof } from '../core/index';
export { say, sayReason, type Language, type Message } from '../core/index';
export { toAnalysis, type Analysis, type AnalysisArticle, type AnalysisFinding, type AnalysisFigure } from '../core/index';
export { articleToMarkdown, toMarkdown } from '../core/index';
export { formatById, formats, isOfTheDump, outputBytes, outputsOf, type ArticlePart, type ExportFormat, type ExportInput, type ExportSource, type FormatId, type OutputFile, type SourceFile } from '../core/index';
export { issueInput, issuesOf, linkKey, readIssueFile, sayIssue, type IssueDump, type IssueFile, type IssueWriting } from '../core/index';
export type { ArticleFacts, Duplicate, FileFacts, Fingerprint, Folio, Issue, IssueArticle, IssueCode, IssueFinding, IssuePage, IssueReason, JumpFacts, JumpLink, LinkRulings, MissingPages, PageFacts, Part } from '../core/index';
export type { Analyser, DecidedRole, Decision, Dimension, FigureDate, FigureKind, Moment, NormalEdit, NormalKind, PassagePart, PlacedLeaf, Session, TextChange } from '../core/index';
