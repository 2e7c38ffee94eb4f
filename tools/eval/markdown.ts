/** A Markdown table whose source reads as a table, too. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, index) => Math.max(cell.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}

/** A share as 81.5 %. */
export const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

/** A measure as 0.944. */
export const three = (value: number): string => value.toFixed(3);
