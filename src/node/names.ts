/** Characters that some file system reserves. */
const reserved = /[<>:"/\\|?*]+/gu;

/** Controls, marks that turn the direction of writing, and halves of characters. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}]+/gu;

/** Names that Windows keeps for devices, with or without an ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/**
 * A headline as a file name: Chinese stays as it is, reserved characters become `_`.
 * @param longest in bytes of UTF-8, without an ending; most file systems take 255 in all
 * @returns never empty, never `.` or `..`, with no ending of its own
 */
export function fileNameOf(title: string, longest = 120): string {
  const plain = title
    .replace(/\s+/gu, ' ')
    .replace(unprintable, '')
    .replace(reserved, '_')
    .replace(/^[ .]+/u, '');
  const short = withoutTail(cutToBytes(plain, longest));
  if (short === '') return 'untitled';
  return device.test(short) ? `_${short}` : short;
}

/** Windows drops dots and blanks at the end of a name. */
function withoutTail(name: string): string {
  let end = name.length;
  while (end > 0 && (name[end - 1] === ' ' || name[end - 1] === '.')) end -= 1;
  return name.slice(0, end);
}

/** Never inside a character. */
function cutToBytes(text: string, longest: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > longest) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** Gives each name once: `a`, `a-2`, `a-3`. Two names that differ in case only are one, as they are on some file systems. */
export function createNamer(): (name: string) => string {
  const given = new Set<string>();
  return (name) => {
    let candidate = name;
    for (let number = 2; given.has(candidate.toLowerCase()); number += 1) candidate = `${name}-${number}`;
    given.add(candidate.toLowerCase());
    return candidate;
  };
}
