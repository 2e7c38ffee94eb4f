import type { Stamp } from '../../core';

let last = 0;

/** Now; later than any time given before, so that what was decided first also reads so. */
export function now(): string {
  last = Math.max(Date.now(), last + 1);
  return new Date(last).toISOString();
}

/** A new IRI of its own. */
export function newId(): string {
  // Version 4 of RFC 9562. `randomUUID` is missing where a browser holds the page for insecure.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, i) => (i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0')).join('');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The stamp of what is decided now, signed with a name where there is one. */
export function stampOf(creator: string): Stamp {
  return { newId, time: now(), ...(creator === '' ? {} : { creator }) };
}
