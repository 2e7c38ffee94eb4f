/**
 * The probability of each pair in a random assignment whose log-probability is the sum of its gains, by belief
 * propagation (exact on trees; on bipartite matchings it minimises the Bethe free energy, which is convex there:
 * Vontobel 2013, "The Bethe permanent of a nonnegative matrix").
 * @param gains `n × n`; the diagonal is the gain of standing alone
 * @returns `n × n` probabilities
 */
export function marginals(gains: Float64Array, n: number, rounds = 24): Float64Array {
  const weight = gains.map((gain) => (gain < -40 ? 0 : Math.exp(Math.min(40, gain))));
  // What each row tells its columns, and each column its rows: how free it would be without the pair.
  let fromRow = new Float64Array(n * n).fill(0.5);
  let fromColumn = new Float64Array(n * n).fill(0.5);
  for (let round = 0; round < rounds; round++) {
    const row = new Float64Array(n * n);
    const column = new Float64Array(n * n);
    for (let a = 0; a < n; a++) {
      spread(n, (b) => a * n + b, weight, fromColumn, row);
      spread(n, (b) => b * n + a, weight, fromRow, column);
    }
    for (let i = 0; i < n * n; i++) {
      // Damped in the logarithm, so that two pieces which insist on each other settle.
      row[i] = Math.sqrt((row[i] ?? 0) * (fromRow[i] ?? 0));
      column[i] = Math.sqrt((column[i] ?? 0) * (fromColumn[i] ?? 0));
    }
    fromRow = row;
    fromColumn = column;
  }
  return weight.map((one, i) => {
    const odds = one * (fromRow[i] ?? 0) * (fromColumn[i] ?? 0);
    return odds / (1 + odds);
  });
}

/** 1 / (1 + what all others together claim), for each; without cancellation where one claims nearly all. */
function spread(n: number, at: (i: number) => number, weight: Float64Array, message: Float64Array, out: Float64Array): void {
  let sum = 0;
  let most = 0;
  let mostAt = -1;
  for (let i = 0; i < n; i++) {
    const claim = (weight[at(i)] ?? 0) * (message[at(i)] ?? 0);
    sum += claim;
    if (claim > most) {
      most = claim;
      mostAt = i;
    }
  }
  let rest = 0;
  for (let i = 0; i < n; i++) if (i !== mostAt) rest += (weight[at(i)] ?? 0) * (message[at(i)] ?? 0);
  for (let i = 0; i < n; i++) {
    const own = (weight[at(i)] ?? 0) * (message[at(i)] ?? 0);
    out[at(i)] = 1 / (1 + (i === mostAt ? rest : sum - own));
  }
}
