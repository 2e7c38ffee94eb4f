import type { DecidedRole } from '../page/decision';
import type { FindingCode } from '../page/model';
import { canonical } from './canonical';
import { milliseconds } from './instant';
import { quotedWhole, type Passage } from './passage';
import { passagesOf, type Body, type Entry, type Foreign } from './remembered';
import { Misshapen, type Shape } from './shape';
import { motivations, own } from './vocabulary';

const roles: readonly DecidedRole[] = ['headline', 'kicker', 'deck', 'subhead', 'standingHead', 'caption', 'furniture', 'body'];
const codes: readonly FindingCode[] = ['split-paragraph', 'stray-fragment', 'unmarked-headline', 'standing-head', 'jump-line'];

/** An item as an entry; or kept as it is, with the place of what was not understood if it says it is ours. */
interface Read {
  readonly entry?: Entry;
  readonly foreign?: Foreign;
  readonly problem?: string;
}

/** Fields of an annotation that are written anew each time. */
const known: ReadonlySet<string> = new Set([
  'id', 'type', 'motivation', 'created', 'modified', 'creator', 'body', 'target', own.resolved, own.step, own.anchored,
]);

/** @throws Misshapen for what is no JSON object at all */
export function readItem(item: Shape): Read {
  const fields = item.record();
  try {
    const body = readBody(item);
    if (body !== undefined) return { entry: readEntry(item, body) };
  } catch (error) {
    if (!(error instanceof Misshapen)) throw error;
    return { foreign: asForeign(fields), problem: error.path };
  }
  return { foreign: asForeign(fields) };
}

export function readInstant(at: Shape): string {
  if (milliseconds(at.text()) === undefined) throw new Misshapen(at.path);
  return at.text();
}

function asForeign(item: Readonly<Record<string, unknown>>): Foreign {
  const { id, modified } = item;
  return {
    id: typeof id === 'string' ? id : canonical(item),
    modified: typeof modified === 'string' && milliseconds(modified) !== undefined ? modified : '1970-01-01T00:00:00Z',
    item,
  };
}

/** What the annotation says; `undefined` where it is none of ours. */
function readBody(item: Shape): Body | undefined {
  const [first] = item.field('body').isAbsent ? [] : item.field('body').items();
  if (first === undefined || typeof first.value !== 'object') return undefined;
  const motivation = item.field('motivation');
  if (first.field('type').says('TextualBody')) {
    if (motivation.says(motivations.note)) return { kind: 'note', text: first.field('value').text(), resolved: item.field(own.resolved).value === true };
    if (motivation.says(motivations.answer)) return { kind: 'answer', text: first.field('value').text(), to: item.field('target').text() };
    return undefined;
  }
  if (!first.field('type').says(own.decision)) return undefined;
  const kind = first.field(own.kind).oneOf(['join', 'follow', 'split', 'begin', 'apart', 'role', 'ignore', 'reviewed']);
  if (kind === 'apart') return { kind, as: first.field(own.as).oneOf(['join', 'follow']) };
  if (kind === 'role') return { kind, role: first.field(own.role).oneOf(roles) };
  if (kind === 'ignore') return { kind, code: first.field(own.code).oneOf(codes) };
  return { kind };
}

function readEntry(item: Shape, body: Body): Entry {
  const created = readInstant(item.field('created'));
  const modified = item.field('modified').isAbsent ? created : readInstant(item.field('modified'));
  const creator = item.field('creator');
  const step = item.field(own.step);
  const anchored = item.field(own.anchored);
  return {
    id: item.field('id').text(),
    created,
    modified,
    anchored: anchored.isAbsent ? modified : readInstant(anchored),
    ...(creator.isAbsent ? {} : { creator: typeof creator.value === 'string' ? creator.value : creator.field('name').text() }),
    ...(step.isAbsent ? {} : { step: step.text() }),
    body,
    passages: readPassages(item.field('target'), passagesOf(body)),
    rest: Object.fromEntries(Object.entries(item.record()).filter(([key]) => !known.has(key))),
  };
}

function readPassages(target: Shape, count: number): Passage[] {
  if (count === 0) return [];
  const targets = target.items();
  if (targets.length !== count) throw new Misshapen(target.path);
  // The order of an array means nothing in JSON-LD, so each side says which it is.
  const rightFirst = count === 2 && targets[0]?.field(own.side).value === 'right';
  return (rightFirst ? [...targets].reverse() : targets).map((one) => readPassage(one.field('selector')));
}

function readPassage(selector: Shape): Passage {
  const selectors = selector.items();
  const ofType = (type: string): Shape | undefined => selectors.find((one) => one.field('type').says(type));
  const place = ofType('TextPositionSelector');
  const start = place?.field('start').count() ?? 0;
  const end = place?.field('end').count() ?? start;
  const position = [start, Math.max(start, end)] as const;
  const range = ofType('RangeSelector');
  if (range !== undefined) {
    const head = readQuote(range.field('startSelector'));
    const behind = readQuote(range.field('endSelector'));
    return { head: head.exact, tail: behind.prefix, prefix: head.prefix, suffix: behind.exact + behind.suffix, position };
  }
  const quote = ofType('TextQuoteSelector');
  if (quote === undefined) throw new Misshapen(selector.path);
  const { exact, prefix, suffix } = readQuote(quote);
  const ends = exact.length > quotedWhole ? { head: exact.slice(0, quotedWhole / 2), tail: exact.slice(-quotedWhole / 2) } : { head: exact };
  return { ...ends, prefix, suffix, position };
}

function readQuote(quote: Shape): { readonly exact: string; readonly prefix: string; readonly suffix: string } {
  return { exact: quote.field('exact').text(), prefix: quote.field('prefix').textOr(''), suffix: quote.field('suffix').textOr('') };
}
