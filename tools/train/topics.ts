/** Which half of the tuning corpus a topic belongs to. */
export type Fold = 0 | 1;

/**
 * The half of a topic, by the sum of its name's characters, so that it never changes. What is measured on one half is measured with
 * weights that were learned from the other (cross-fitting), so that no topic measures what it taught.
 */
export function foldOf(source: string): Fold {
  let sum = 0;
  for (const char of source.replace(/^[^/]*\//u, '')) sum += char.codePointAt(0) ?? 0;
  return sum % 2 === 1 ? 1 : 0;
}
