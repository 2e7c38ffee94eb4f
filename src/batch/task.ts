import type { ExportFormat, FormatId, Language, Level, Sidecar } from '../core/index';
import type { AskedEncoding } from '../node/encoding';
import type { Problem } from './problem';

/** What is done to each text: all that changes what comes out, and nothing else, for it is part of the memory of what is done. */
export interface Work {
  readonly format: FormatId;
  /** Markdown without its front matter. */
  readonly bare: boolean;
  /** What a file in the folder holds; the format's own way when left out. */
  readonly per?: ExportFormat['per'];
  /** The re-stitched dump itself is wanted in place of its articles, with all joins of this level made. */
  readonly restitch?: Level;
  readonly normalise: boolean;
  /** Found out for each file when left out. */
  readonly encoding?: AskedEncoding;
  /** Of messages and reasons in the output. */
  readonly language: Language;
  /** The member of a record in which its text is. */
  readonly field: string;
  /** The pages of a folder are issues: an article that goes on on another page becomes one. */
  readonly issues?: IssueWork;
}

/** What is known of issues beforehand. */
export interface IssueWork {
  /** How names of files tell paper, date and page; the usual ways when left out. */
  readonly fileNames?: readonly string[];
  /** What editors said of links between pages, by `linkKey`. */
  readonly rulings?: readonly (readonly [key: string, same: boolean])[];
}

/** One page: a file, or an entry of an archive. */
export interface PageTask {
  readonly kind: 'page';
  readonly work: Work;
  /** What it is called in reports and in the output. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When the file was last changed, as ISO 8601 text. */
  readonly modified?: string;
  readonly sidecar?: Sidecar;
  /** Where its files go; without it the answer has the text. */
  readonly place?: Place;
}

/** Pages that lie together: issues of a paper, nearly always one. */
export interface IssueTask {
  readonly kind: 'issue';
  readonly work: Work;
  /** What it is called in the output. */
  readonly name: string;
  readonly files: readonly IssuePageBytes[];
  readonly place?: Place;
}

export interface IssuePageBytes extends Pick<PageTask, 'name' | 'bytes' | 'modified' | 'sidecar'> {
  /** Where it is, for a person. */
  readonly where: string;
}

export interface Place {
  readonly folder: string;
  /** The page's own path in the folder, with no ending. */
  readonly stem: string;
  /** The ending that its dump had. */
  readonly ending: string;
  /** Folders and files that are read: nothing is written there. */
  readonly inputs: readonly string[];
  /** Files that an earlier run made of the same page, which are written over; so is everything with `force`. */
  readonly own: readonly string[];
  readonly force: boolean;
}

/** Whole lines of a `.jsonl` file. */
export interface RecordsTask {
  readonly kind: 'records';
  readonly work: Work;
  readonly bytes: Uint8Array;
}

export type Task = PageTask | IssueTask | RecordsTask;

/** Bytes of what is to be read: the measure of time and memory. */
export function sizeOfTask(task: Task): number {
  return task.kind === 'issue' ? task.files.reduce((sum, { bytes }) => sum + bytes.length, 0) : task.bytes.length;
}

export interface PageDone {
  readonly kind: 'page';
  /** Paths in the folder, with `/`. */
  readonly files: readonly string[];
  /** The output itself, where no folder was named. */
  readonly text?: string;
  /** Dumps read; those that could not be are in `troubles`. */
  readonly texts: number;
  readonly troubles?: readonly { readonly where: string; readonly problem: Problem }[];
  /** UTF-16 units read. */
  readonly characters: number;
  /** Findings that are left to decide. */
  readonly left: number;
  /** Doubtful joins made, where the dump itself is wanted. */
  readonly doubtful: number;
  /** Characters that are no white space, all of which stand in the dump as it was put together. */
  readonly inPlace: number;
  /** Decisions that no longer fit, and those that others speak against. */
  readonly lost: number;
  readonly unmet: number;
}

export interface RecordsDone {
  readonly kind: 'records';
  /** A line for each record, in order. */
  readonly output: Uint8Array;
  readonly lines: number;
  readonly records: number;
  readonly characters: number;
  readonly left: number;
  /** `line` counts from 0 in what was given. */
  readonly problems: readonly { readonly line: number; readonly problem: Problem }[];
}

export interface TaskFailed {
  readonly kind: 'failed';
  /** The file that it was, where it was not the input itself. */
  readonly where?: string;
  readonly problem: Problem;
}

export type Answer = PageDone | RecordsDone | TaskFailed;
