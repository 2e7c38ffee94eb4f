/** `xsd:dateTime` with a zone, as the Web Annotation model writes instants; fractions of a second to nine digits. */
const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))$/u;

/**
 * An instant as milliseconds since 1970, with fractions.
 * @returns `undefined` for what is no instant
 */
export function milliseconds(instant: string): number | undefined {
  const parts = form.exec(instant);
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (month < 1 || month > 12 || day < 1 || day > days || hour > 23 || minute > 59 || second > 60) return undefined;
  const zone = parts[8] === undefined ? 0 : (parts[8] === '-' ? -1 : 1) * (Number(parts[9]) * 60 + Number(parts[10]));
  const fraction = Number(`0.${parts[7] ?? '0'}`) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute - zone, second) + fraction;
}

/** Orders instants; the same instant in two writings is ordered by its writing, so that the order is total. */
export function byInstant(a: string, b: string): number {
  return (milliseconds(a) ?? 0) - (milliseconds(b) ?? 0) || (a < b ? -1 : a > b ? 1 : 0);
}

/** `wanted`, or the next millisecond behind `before` where that is later: what is newer must say so, whatever the clocks. */
export function laterThan(before: string, wanted: string): string {
  if (byInstant(wanted, before) > 0) return wanted;
  const known = milliseconds(before);
  return known === undefined ? wanted : new Date(Math.floor(known) + 1).toISOString();
}
