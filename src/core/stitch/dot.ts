/**
 * The product of two vectors that stand in longer arrays, from `i` and from `j` on.
 * @param length a multiple of four
 */
export function dot(a: Float64Array, i: number, b: Float64Array, j: number, length: number): number {
  // Four sums side by side: one would wait for itself at each step.
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let at = 0; at < length; at += 4) {
    first += (a[i + at] ?? 0) * (b[j + at] ?? 0);
    second += (a[i + at + 1] ?? 0) * (b[j + at + 1] ?? 0);
    third += (a[i + at + 2] ?? 0) * (b[j + at + 2] ?? 0);
    fourth += (a[i + at + 3] ?? 0) * (b[j + at + 3] ?? 0);
  }
  return first + second + third + fourth;
}
