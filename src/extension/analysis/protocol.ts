import type { TextChange, Decision, DumpVerdict, Leaf, Level, Page, PageFacts, Restitching } from '../../core';

/** What the editor's thread asks of the one that analyses. Each is answered once, in order, unless it needs no answer. */
export type Request =
  /** The first message: the bytes of the seam model. */
  | { readonly ask: 'start'; readonly model: Uint8Array }
  /** A document is there, or is there anew. No answer. */
  | { readonly ask: 'open'; readonly document: string; readonly text: string }
  /** A document has changed; each change in the places that the one before it left. No answer. */
  | { readonly ask: 'change'; readonly document: string; readonly changes: readonly TextChange[] }
  /** A document is forgotten. No answer. */
  | { readonly ask: 'close'; readonly document: string }
  | { readonly ask: 'leaves'; readonly id: number; readonly document: string; readonly decisions: readonly Decision[] }
  | { readonly ask: 'restitch'; readonly id: number; readonly document: string; readonly decisions: readonly Decision[]; readonly level: Level; readonly articles?: readonly string[] }
  /** Whether a text that is not opened is a dump. */
  | { readonly ask: 'probe'; readonly id: number; readonly text: string }
  /** What an issue has to know of a text that is not opened, and of its sidecar. Answered between other questions. */
  | { readonly ask: 'facts'; readonly id: number; readonly text: string; readonly sidecar?: string; readonly whole: boolean };

/** What an issue has to know of a file. */
export interface SentFacts {
  readonly verdict: DumpVerdict;
  readonly pages: readonly PageFacts[];
  /** The ids of articles that were reviewed. */
  readonly reviewed: readonly string[];
  /** Its articles in full, where they were asked for. */
  readonly page?: Pick<Page, 'articles' | 'furniture'>;
}

/** A page of the paper: what it is named by, and its analysis where the editor's thread does not have it yet. */
export interface SentLeaf {
  readonly name: number;
  readonly leaf?: Leaf;
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly articles: number;
  readonly decisions: readonly Decision[];
}

/**
 * The pages of the paper against those of the answer before: so many at the beginning and at the end are the same, those at the end
 * moved by so much; what stands between is sent. A key in a file of hundreds of pages sends one.
 */
export interface SentLeaves {
  readonly head: number;
  readonly tail: number;
  readonly moved: { readonly offset: number; readonly line: number; readonly articles: number };
  readonly between: readonly SentLeaf[];
}

export type Reply =
  | { readonly answer: 'ready' }
  /** `length`: of the document as this side has it, in UTF-16 units, so that a difference does not stay unnoticed. */
  | { readonly answer: 'leaves'; readonly id: number; readonly length: number; readonly leaves: SentLeaves }
  | { readonly answer: 'restitch'; readonly id: number; readonly length: number; readonly restitching: Restitching }
  | { readonly answer: 'probe'; readonly id: number; readonly verdict: DumpVerdict }
  | { readonly answer: 'facts'; readonly id: number; readonly facts: SentFacts }
  /** A sign of life in the middle of something long. */
  | { readonly answer: 'working' }
  /** The question could not be answered; without an id, nothing can be. */
  | { readonly answer: 'failed'; readonly id?: number; readonly why: string };

/** A way to the thread that analyses, whatever kind of thread it is. */
export interface AnalysisPort {
  post(request: Request): void;
  /** Called for each reply. */
  onReply(listener: (reply: Reply) => void): void;
  /** Called once when the thread has ended or cannot be reached. */
  onEnd(listener: (why: string) => void): void;
  dispose(): void;
}
