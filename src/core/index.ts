/**
 * The door of the core. Everything outside `src/core` imports from here and nowhere deeper.
 * No Node module, no `vscode`, no DOM: the same code gives the same answer on every host.
 */
export type { Span, TextEdit } from './text/span';
export { applyEdits, bySpan, contains, sliceSpan, spanLength } from './text/span';
export type { Language, Message } from './text/message';
export { createSegmenterWords, WordServiceEnded, type TaggedWord, type WordBackend, type WordService } from './text/words';
export type * from './page/model';
export type * from './page/decision';
export * from './decisions/actions';
export { createEngine, type Engine } from './engine';
export { restitch, type Level, type Restitching } from './findings/restitch';
export { say, sayReason } from './findings/messages';
export { toAnalysis, type Analysis } from './export/analysis';
export { articleToMarkdown, toMarkdown } from './export/markdown';
export * from './figures';
export * from './checks';
export { FIGURE_COLUMNS, figureRows, toCsv, toTsv, type FigureColumn } from './export/figureTable';
