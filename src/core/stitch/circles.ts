import type { Assignment } from './assignment';

/** Pairs whose loss is worked out exactly while circles are opened; a hostile page may have hundreds of circles. */
const TRIALS = 80;

/** Losses nearer than this are one: often two pairs lose the same, and which is opened must not hang on the last digit. */
const ALIKE = 1e-9;

/** The best assignment without circles of pieces that follow one another; the assignment itself when it has none. */
export function withoutCircles(uncut: Assignment): Assignment {
  let circle = findCircle(uncut);
  if (circle === undefined) return uncut;
  const matching = uncut.copy();
  let trials = 0;
  // Each round forbids one pair of at most n × n; in practice a few. Each time the one that costs least.
  for (; circle !== undefined; circle = findCircle(matching)) {
    let row = -1;
    let least = Infinity;
    for (const at of circle) {
      const column = matching.partnerOf(at) ?? 0;
      const loss = trials++ < TRIALS && !matching.isTired ? matching.margin(at, column) : matching.gain(at, column);
      if (row >= 0 && loss > least - ALIKE) continue;
      row = at;
      least = loss;
    }
    const column = matching.partnerOf(row) ?? 0;
    if (trials < TRIALS && !matching.isTired) matching.forbid(row, column);
    else matching.drop(row, column);
  }
  return matching;
}

/** A circle of two pieces or more, if there is one. */
function findCircle(matching: Assignment): number[] | undefined {
  const seen = new Int32Array(matching.n).fill(-1);
  for (let start = 0; start < matching.n; start++) {
    let at: number | undefined = start;
    while (at !== undefined && seen[at] === -1) {
      seen[at] = start;
      at = matching.partnerOf(at);
    }
    // Back where this walk has been: and not at a piece that follows itself, which stands alone.
    if (at === undefined || seen[at] !== start || matching.partnerOf(at) === at) continue;
    const circle = [at];
    for (let next = matching.partnerOf(at); next !== undefined && next !== at; next = matching.partnerOf(next)) circle.push(next);
    return circle;
  }
  return undefined;
}
