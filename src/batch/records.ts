import type { Engine } from '../core/index';
import { decode } from '../node/encoding';
import { analyse, givesText, leftOf, writeJson, writeText } from './page';
import { problemOf, type Problem } from './problem';
import { idOf, readRecord, stringOf, withMember } from './record';
import type { RecordsDone, RecordsTask, Work } from './task';
import { sayTrouble } from './words';

/** The members that are added to a record. */
export const resultMember = 'restitch';
export const errorMember = 'error';

const LINE_END = 0x0a;

/**
 * Cleans the text of each record: one line out for each line in, in order, blank lines aside. A record that cannot be read gives a
 * line of its own, with what is wrong in `error`, and never stops the others. What comes out of a line depends on that line alone.
 */
export function doRecords({ work: asked, bytes }: RecordsTask, engine: Engine): RecordsDone {
  const work: Work = { ...asked, bare: asked.format === 'markdown' };
  const output: string[] = [];
  const problems: { line: number; problem: Problem }[] = [];
  let line = 0;
  let characters = 0;
  let left = 0;
  let records = 0;
  for (let at = 0; at < bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_END, at);
    const stop = end === -1 ? bytes.length : end;
    const own = bytes.subarray(at, stop);
    at = stop + 1;
    if (isBlank(own)) continue;
    records += 1;
    const done = doRecord(own, work, engine);
    output.push(done.json, '\n');
    characters += done.characters;
    left += done.left;
    if (done.problem !== undefined) problems.push({ line, problem: done.problem });
  }
  return { kind: 'records', output: new TextEncoder().encode(output.join('')), lines: line, records, characters, left, problems };
}

interface RecordDone {
  readonly json: string;
  readonly characters: number;
  readonly left: number;
  readonly problem?: Problem;
}

function doRecord(bytes: Uint8Array, work: Work, engine: Engine): RecordDone {
  let line: string;
  try {
    line = decode(bytes, 'utf-8').text;
  } catch (error) {
    // The bytes are kept, in the one form that holds any: nothing of the input is lost.
    return refused(problemOf(error), { inputBase64: Buffer.from(bytes).toString('base64') }, work);
  }
  try {
    return cleaned(line, work, engine);
  } catch (error) {
    return refused(problemOf(error), { input: line }, work);
  }
}

function cleaned(line: string, work: Work, engine: Engine): RecordDone {
  const record = readRecord(line);
  const text = stringOf(record, work.field);
  if (text === undefined) {
    const problem: Problem = { code: 'NoField', field: work.field };
    return { json: withMember(record, errorMember, errorOf(problem, work)), characters: 0, left: 0, problem };
  }
  const analysed = analyse(text, { name: idOf(record), encoding: 'utf-8' }, work, engine);
  const json = givesText(work) ? withMember(record, work.field, JSON.stringify(writeText(analysed, work))) : withMember(record, resultMember, writeJson(analysed, work));
  return { json, characters: text.length, left: leftOf(analysed) };
}

function refused(problem: Problem, input: object, work: Work): RecordDone {
  return { json: JSON.stringify({ [errorMember]: JSON.parse(errorOf(problem, work)) as unknown, ...input }), characters: 0, left: 0, problem };
}

/** The line that stands for a record of which nothing could be read, with its end. */
export function refusedLine(problem: Problem, work: Work): string {
  return `${refused(problem, {}, work).json}\n`;
}

/** The line that stands for a record over which a thread was lost: its text is kept. */
export function lostLine(problem: Problem, bytes: Uint8Array, work: Work): string {
  const line = bytes.at(-1) === LINE_END ? bytes.subarray(0, -1) : bytes;
  return `${refused(problem, { inputBase64: Buffer.from(line).toString('base64') }, work).json}\n`;
}

function errorOf(problem: Problem, { language }: Work): string {
  return JSON.stringify({ code: problem.code, message: sayTrouble(problem, language) });
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
