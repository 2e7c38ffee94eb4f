/** Characters that some file system reserves, in their own width. */
const RESERVED = /[<>:"/\\|?*]+/gu;

/** Controls, marks that turn the direction of writing, other signs without a shape, and halves of characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}]+/gu;

/** Names that Windows keeps for devices, with or without an ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³]) *(?:\.|$)/iu;

/**
 * A headline as a file name: Chinese stays as it is, reserved characters become `_`. It is in Unicode's composed form, as most systems keep it.
 * @param longest in bytes of UTF-8, without an ending; most file systems take 255 in all
 * @returns never empty, never `.` or `..`, with no ending of its own
 */
export function fileNameOf(title: string, longest = 120): string {
  const plain = title
    .replace(/\s+/gu, ' ')
    .replace(UNPRINTABLE, '')
    .replace(/ +/gu, ' ')
    .normalize('NFC')
    .replace(RESERVED, '_')
    .replace(/^[ .]+/u, '');
  const short = withoutTail(cutToBytes(plain, longest));
  if (short === '') return 'untitled';
  // A dash in front is an option to many commands.
  return DEVICE.test(short) || short.startsWith('-') ? `_${withoutTail(cutToBytes(short, longest - 1))}` : short;
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
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > longest) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/**
 * Gives each name once: `a`, `a-2`, `a-3`. Two names that differ only in case, in width or in how their characters are composed are one, as they are on some
 * file systems.
 */
export function createNamer(): (name: string) => string {
  const given = new Set<string>();
  return (name) => {
    let candidate = name;
    for (let number = 2; given.has(folded(candidate)); number += 1) candidate = `${name}-${number}`;
    given.add(folded(candidate));
    return candidate;
  };
}

/** Upper case first: ß and SS, ſ and S are one. */
function folded(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}
