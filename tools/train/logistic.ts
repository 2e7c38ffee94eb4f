/**
 * Fits P(right) = logistic(slope × margin + offset) by Newton's method, with a little ridge so that separable
 * samples give a finite slope. Margins count up to 15: beyond that nothing is learned.
 */
export function fitLogistic(samples: readonly (readonly [margin: number, right: boolean])[]): { slope: number; offset: number } {
  let slope = 0.5;
  let offset = 0;
  for (let round = 0; round < 50; round++) {
    let g0 = -0.001 * offset;
    let g1 = -0.001 * slope;
    let h00 = 0.001;
    let h01 = 0;
    let h11 = 0.001;
    for (const [margin, right] of samples) {
      const x = Math.min(15, margin);
      const p = 1 / (1 + Math.exp(-(slope * x + offset)));
      const error = (right ? 1 : 0) - p;
      const w = p * (1 - p);
      g0 += error;
      g1 += error * x;
      h00 += w;
      h01 += w * x;
      h11 += w * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    if (Math.abs(determinant) < 1e-12) break;
    offset += (h11 * g0 - h01 * g1) / determinant;
    slope += (h00 * g1 - h01 * g0) / determinant;
  }
  const round3 = (value: number): number => Math.round(value * 1000) / 1000;
  return { slope: round3(slope), offset: round3(offset) };
}
