/** Whether articles on a topic tune the weights; the others measure them. By the sum of the name's characters, so that it never changes. */
export function isTuningTopic(source: string): boolean {
  let sum = 0;
  for (const char of source.replace(/^[^/]*\//u, '')) sum += char.codePointAt(0) ?? 0;
  return sum % 2 === 1;
}
