/** What front matter holds. */
export type YamlValue = string | number | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined };

/** What a reader of YAML 1.1 may take for a line end or refuse, in or out of quotation marks. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A value on one line of YAML. Every text is in double quotation marks, where nothing is read as anything else (no date, no `no`, no anchor, no comment);
 * this is JSON too, with signs escaped that YAML has no room for, or that turn the direction of a line.
 */
export function yaml(value: YamlValue): string {
  if (typeof value === 'string') return JSON.stringify(value).replace(UNPRINTABLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (typeof value === 'number') return String(value);
  if (isList(value)) return `[${value.map(yaml).join(', ')}]`;
  return `{${Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [`${yaml(key)}: ${yaml(one)}`])).join(', ')}}`;
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/** Front matter: one line for each key that has a value; keys are plain words. */
export function frontMatter(entries: Readonly<Record<string, YamlValue | undefined>>): string {
  const lines = Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${yaml(value)}`]));
  return `---\n${lines.join('\n')}\n---\n`;
}
