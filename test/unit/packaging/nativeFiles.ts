// The beginnings of native files, as far as they say for what they were built; what is behind them is zeros.

/** Zeros with parts written over them. */
export function bytes(...parts: (readonly [at: number, content: Buffer | string])[]): Buffer {
  const file = Buffer.alloc(256);
  for (const [at, content] of parts) file.set(Buffer.from(content), at);
  return file;
}

export const number = (value: number, size: 2 | 4, order: 'LE' | 'BE' = 'LE'): Buffer => {
  const made = Buffer.alloc(size);
  if (order === 'LE') made.writeUIntLE(value, 0, size);
  else made.writeUIntBE(value, 0, size);
  return made;
};

/** Linux and Alpine: a processor by its number, and the C library that the file names. */
export const elf = (machine: number, library: string): Buffer => bytes([0, Buffer.from([0x7f, 0x45, 0x4c, 0x46])], [18, number(machine, 2)], [100, library]);

/** Windows. */
export const pe = (machine: number): Buffer => bytes([0, 'MZ'], [0x3c, number(0x80, 4)], [0x80, 'PE\0\0'], [0x84, number(machine, 2)]);

/** macOS: one processor. */
export const mach = (machine: number): Buffer => bytes([0, number(0xfeedfacf, 4)], [4, number(machine, 4)]);

/** macOS: two processors. */
export const universal = (first: number, second: number): Buffer =>
  bytes([0, number(0xcafebabe, 4, 'BE')], [4, number(2, 4, 'BE')], [8, number(first, 4, 'BE')], [28, number(second, 4, 'BE')]);
