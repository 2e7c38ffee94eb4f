import { BatchError } from './problem';

/**
 * One JSON object as it was written. What is not asked for is never parsed and written again: an id of twenty digits, which a
 * JavaScript number cannot hold, comes out as it went in.
 */
export interface JsonRecord {
  readonly raw: string;
  /** Where each member's name and value stand in `raw`, by its name; of two with the same name the last, as `JSON.parse` has it. */
  readonly members: ReadonlyMap<string, Member>;
}

interface Member {
  /** From its name, quotation marks included. */
  readonly start: number;
  readonly value: number;
  readonly end: number;
}

/** Of JSON already known to be valid: white space, and what can stand between brackets. */
const SPACE = /[ \t\r\n]*/y;
const PLAIN = /[^"{}[\],\s]+/y;

/** @throws BatchError when the line is no JSON object */
export function readRecord(line: string): JsonRecord {
  const raw = line.trim();
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch (cause) {
    throw new BatchError({ code: 'NotJson' }, { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BatchError({ code: 'NotAnObject' });
  const members = new Map<string, Member>();
  let at = after(SPACE, raw, 1);
  while (raw[at] === '"') {
    const start = at;
    at = endOfString(raw, at);
    const name = JSON.parse(raw.slice(start, at)) as string;
    const begin = after(SPACE, raw, after(SPACE, raw, at) + 1);
    const end = endOfValue(raw, begin);
    members.set(name, { start, value: begin, end });
    at = after(SPACE, raw, end);
    if (raw[at] === ',') at = after(SPACE, raw, at + 1);
  }
  return { raw, members };
}

function after(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** Behind the string that begins at `from`. No pattern: one that repeats a group keeps a place for each time, and a record may hold millions of escapes. */
function endOfString(raw: string, from: number): number {
  for (let at = raw.indexOf('"', from + 1); at >= 0; at = raw.indexOf('"', at + 1)) {
    let slashes = 0;
    while (raw[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return raw.length;
}

function endOfValue(raw: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    const sign = raw[at];
    if (sign === '"') at = endOfString(raw, at);
    else if (sign === '{' || sign === '[') {
      depth += 1;
      at += 1;
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
      at += 1;
    } else if (depth > 0 && (sign === ',' || sign === ':')) at += 1;
    else {
      const next = after(PLAIN, raw, at);
      at = next > at ? next : after(SPACE, raw, at);
    }
  } while (depth > 0);
  return at;
}

/** The string that a member holds; undefined when there is no such member, or something else in it. */
export function stringOf({ raw, members }: JsonRecord, name: string): string | undefined {
  const member = members.get(name);
  if (member === undefined || raw[member.value] !== '"') return undefined;
  return JSON.parse(raw.slice(member.value, member.end)) as string;
}

/** The record's own name for itself: its member `id`, a string or a number as written; empty when it has none. */
export function idOf(record: JsonRecord): string {
  const member = record.members.get('id');
  if (member === undefined) return '';
  const written = record.raw.slice(member.value, member.end);
  return stringOf(record, 'id') ?? (/^[-\d]/u.test(written) ? written : '');
}

/** The record with one member given another value, or added at the end. All else stays as it was written. @param json the value, as JSON */
export function withMember({ raw, members }: JsonRecord, name: string, json: string): string {
  const member = members.get(name);
  if (member !== undefined) return raw.slice(0, member.value) + json + raw.slice(member.end);
  return `${raw.slice(0, -1)}${members.size === 0 ? '' : ','}${JSON.stringify(name)}:${json}}`;
}
