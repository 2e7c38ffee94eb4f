// @ts-check
// Tells for which target a native file was built, by its header. A VSIX with another platform's file would install and then do without.

/** Machines by their number in the header: ELF e_machine, PE Machine, Mach-O cputype. */
const machines = {
  elf: new Map([[0x3e, 'x64'], [0xb7, 'arm64'], [0x28, 'armhf']]),
  pe: new Map([[0x8664, 'x64'], [0xaa64, 'arm64']]),
  mach: new Map([[0x01000007, 'x64'], [0x0100000c, 'arm64']]),
};

/**
 * The targets that a native file runs on; empty where it is none that is known. A file for Linux names the C library it needs: musl is
 * Alpine's. A universal file of macOS runs on both kinds of processor.
 * @param {Buffer} bytes the whole file
 * @returns {string[]}
 */
export function nativeTargets(bytes) {
  if (bytes.length < 64) return [];
  const magic = bytes.readUInt32BE(0);
  if (magic === 0x7f454c46) {
    const machine = machines.elf.get(bytes.readUInt16LE(18));
    return machine === undefined ? [] : [`${bytes.includes('libc.musl') ? 'alpine' : 'linux'}-${machine}`];
  }
  if (magic === 0xcffaedfe) return named('darwin', machines.mach.get(bytes.readUInt32LE(4)));
  if (magic === 0xcafebabe) {
    // A list of parts, each of 20 bytes that begin with its processor; more than a few is no such file.
    const count = Math.min(bytes.readUInt32BE(4), Math.floor((bytes.length - 8) / 20), 8);
    return Array.from({ length: count }, (_, part) => named('darwin', machines.mach.get(bytes.readUInt32BE(8 + 20 * part)))).flat();
  }
  if (bytes.toString('latin1', 0, 2) === 'MZ') {
    const header = bytes.readUInt32LE(0x3c);
    const isPe = header + 6 <= bytes.length && bytes.toString('latin1', header, header + 4) === 'PE\0\0';
    return isPe ? named('win32', machines.pe.get(bytes.readUInt16LE(header + 4))) : [];
  }
  return [];
}

/** @param {string} platform @param {string | undefined} machine */
function named(platform, machine) {
  return machine === undefined ? [] : [`${platform}-${machine}`];
}
