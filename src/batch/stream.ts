import { inOrder } from './inOrder';
import { wholeLines, type Lines } from './lines';
import type { Pool } from './pool';
import type { Problem } from './problem';
import { refusedLine } from './records';
import { oneBadLine } from './recordsOut';
import { longestLine } from './steps';
import type { Answer, Work } from './task';

/** What became of a stream of records. */
export interface StreamSummary {
  readonly records: number;
  readonly bad: number;
  readonly undecided: number;
  /** A thread failed, and what it had is missing. */
  readonly broken?: Problem;
}

export interface StreamEvents {
  /** Takes whole lines. Whether more is wanted. */
  readonly write: (output: Uint8Array) => Promise<boolean>;
  /** A record that could not be read; its line, from 1. */
  readonly onTrouble: (line: number, problem: Problem) => void;
  readonly signal: AbortSignal;
}

/**
 * The filter: a JSON object a line in, a JSON object a line out, in the same order, each as soon as it is done and those before it are
 * out. Input is read only as fast as output is taken. What comes out for a line depends on that line alone, so an input cut at line
 * ends and given to many filters gives the same bytes as one.
 */
export async function runStream(input: AsyncIterable<Uint8Array>, work: Work, pool: Pool, { write, onTrouble, signal }: StreamEvents): Promise<StreamSummary> {
  let lines = 0;
  let records = 0;
  let bad = 0;
  let undecided = 0;
  const run = async (piece: Lines): Promise<Answer> =>
    'bytes' in piece
      ? pool.run({ kind: 'records', work, bytes: piece.bytes })
      : oneBadLine({ code: 'LineTooLong', limit: longestLine }, refusedLine({ code: 'LineTooLong', limit: longestLine }, work));
  const weigh = (piece: Lines): number => ('bytes' in piece ? piece.bytes.length : 0);
  for await (const [, answer] of inOrder(wholeLines(input, longestLine), run, weigh, { most: pool.jobs * 4, heaviest: 64 * 1024 * 1024 })) {
    if (answer.kind === 'failed') return { records, bad, undecided, broken: answer.problem };
    if (answer.kind !== 'records') continue;
    for (const { line, problem } of answer.problems) onTrouble(lines + line + 1, problem);
    lines += answer.lines;
    records += answer.records;
    bad += answer.problems.length;
    undecided += answer.left > 0 ? 1 : 0;
    if (!(await write(answer.output)) || signal.aborted) break;
  }
  return { records, bad, undecided };
}
