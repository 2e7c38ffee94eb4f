import { clauseEnd, sentenceEnd } from './clauses';
import { acrossEdge } from './crossing';
import { lostStops } from './lostStops';
import { misreadStops } from './misreadStops';
import type { NgramModel } from './ngram';
import type { Node } from './node';
import { REACH, readHead, readTails, type TailReading } from './reading';

/** What tells a full stop that was lost or misread at a piece's end. */
export type MissedStop = Pick<Node, 'stop' | 'lost' | 'sentenceEnd'>;

export const NO_STOP: MissedStop = { stop: 0, lost: 0, sentenceEnd: 0 };

const FULL_STOP = 0x3002;

/** What is asked about a piece's end. */
type Ending = Pick<Node, 'piece' | 'end' | 'misread'> & { readonly far: readonly number[] };

/**
 * Where stops may have been lost or misread: by the place of each piece that ends with none, or with a sign that may be one.
 * @param fresh `Node.fresh` of all pieces
 */
export function stopsOf(endings: readonly Ending[], tails: readonly TailReading[], fresh: readonly number[], model: NgramModel): Map<number, MissedStop> {
  const stops = new Map<number, MissedStop>();
  const bare = endings.flatMap(({ end }, at) => (end === 'bare' ? [at] : []));
  const fullStop = readHead([FULL_STOP], model);
  const missed = acrossEdge(bare.flatMap((at) => tails[at] ?? []), fullStop, model);
  const lost = lostStops(bare.map((at, i) => ({ stop: missed[i] ?? 0, clauseEnd: clauseEnd(endings[at]?.piece.text ?? ''), freshBelow: fresh[at + 1] ?? 0 })));
  bare.forEach((at, i) => stops.set(at, { stop: missed[i] ?? 0, lost: lost[i] ?? 0, sentenceEnd: 0 }));
  const ends = misreadOf(endings, fullStop, model);
  const misread = misreadStops(ends.map(({ at, ...end }) => ({ ...end, freshBelow: fresh[at + 1] ?? 0 })), endings.filter(({ end }) => end === 'sentence').length, bare.length);
  ends.forEach(({ at, stop, sentence }, i) => stops.set(at, { stop, lost: misread[i] ?? 0, sentenceEnd: sentence }));
  return stops;
}

/** The ends that may be misread stops. */
function misreadOf(endings: readonly Ending[], fullStop: ReturnType<typeof readHead>, model: NgramModel) {
  const ends = endings.flatMap(({ misread: sign, piece: { text }, far }, at) => {
    // Points are no more than what stands before them, in normal form.
    const isRead = far.length > 0 && !/[.．]$/u.test(text);
    return sign === undefined ? [] : [{ at, sign, before: isRead ? far.slice(-1 - REACH, -1) : far.slice(-REACH), code: isRead ? (far[far.length - 1] ?? 0) : 0, sentence: sentenceEnd(text) }];
  });
  const before = readTails(ends.map((end) => end.before), model);
  const asStop = acrossEdge(before, fullStop, model);
  const asRead = new Map([...new Set(ends.map(({ code }) => code))].filter((code) => code !== 0).map((code) => [code, acrossEdge(before, readHead([code], model), model)]));
  return ends.map(({ at, sign, code, sentence }, i) => ({ at, sign, sentence, stop: (asStop[i] ?? 0) - (asRead.get(code)?.[i] ?? 0) }));
}
