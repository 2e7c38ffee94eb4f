/**
 * The door of the core. Everything outside `src/core` imports from here and nowhere deeper.
 * No Node module, no `vscode`, no DOM: the same code gives the same answer on every host.
 */
export type { Span, TextEdit } from './text/span';
export { applyEdits, bySpan, contains, sliceSpan, spanLength } from './text/span';
export { visible } from './text/visible';
export { LineNumbers } from './text/lineNumbers';
export type { Language, Message } from './text/message';
export { createSegmenterWords, WordServiceEnded, type TaggedWord, type WordBackend, type WordService } from './text/words';
export type * from './page/model';
export type * from './page/decision';
export * from './decisions/actions';
export * from './normalise';
export type { Body, Entry, Sidecar, Stamp } from './decisions/remembered';
export { isEmpty, nothingRemembered } from './decisions/remembered';
export { add, change, decisionOf, entriesOf, entryOf, lastStep, withdraw } from './decisions/keep';
export { merge, mergeThree, same } from './decisions/merge';
export { readSidecar, type SidecarProblem, type SidecarReading } from './decisions/read';
export { sidecarEnding, textToWrite, writeSidecar } from './decisions/write';
export { decisionsOf, place, quoteAgain, type PlacedEntry, type Placing } from './decisions/place';
export { findAgain } from './decisions/anchor';
export { Memory } from './decisions/memory';
export type { Change } from './decisions/follow';
export { Ground } from './decisions/ground';
export { accept, doubtsOf, reject, strayPieces, type Doubt } from './decisions/doubts';
export { articleAt, nameSpan, placesIn, placesOf, type Place } from './decisions/where';
export { createEngine, type Engine } from './engine';
export { pageOf, type PlacedLeaf, type Session } from './session';
export { verdictOf } from './findings/dump';
export type { Leaf } from './leaf';
export type { TextChange } from './page/strips';
export { restitch, type Analyser, type Level, type Restitching } from './findings/restitch';
export { needsRestitching, restitchArticle } from './findings/restitchArticle';
export { restitchSome } from './findings/partial';
export { say, sayReason } from './findings/messages';
export { toAnalysis, type Analysis, type AnalysisArticle, type AnalysisFinding } from './export/analysis';
export type { AnalysisFigure } from './export/figures';
export { articleToMarkdown, toMarkdown } from './export/markdown';
export type { ExportFormat, ExportInput, ExportSource, FormatId } from './export/format';
export { createNamer, fileNameOf } from './export/fileNames';
export { formatById, formats, outputBytes } from './export/formats';
export * from './figures';
export type { Dimension } from './figures/unitTable';
export * from './checks';
export { FIGURE_COLUMNS, figureRows, toCsv, toTsv, type FigureColumn } from './export/figureTable';
export * from './issue';
