import assert from 'node:assert/strict';
import { nativeTargets } from '../../../tools/packaging/native.mjs';

function bytes(...parts: (readonly [at: number, content: Buffer | string])[]): Buffer {
  const file = Buffer.alloc(256);
  for (const [at, content] of parts) file.set(Buffer.from(content), at);
  return file;
}
const number = (value: number, size: 2 | 4, order: 'LE' | 'BE' = 'LE'): Buffer => {
  const made = Buffer.alloc(size);
  if (order === 'LE') made.writeUIntLE(value, 0, size);
  else made.writeUIntBE(value, 0, size);
  return made;
};

describe('the target of a native file', () => {
  it('is read from an ELF header, with the C library it needs', () => {
    const elf = (machine: number, library: string): Buffer => bytes([0, Buffer.from([0x7f, 0x45, 0x4c, 0x46])], [18, number(machine, 2)], [100, library]);
    assert.deepEqual(nativeTargets(elf(0x3e, 'libc.so.6')), ['linux-x64']);
    assert.deepEqual(nativeTargets(elf(0xb7, 'libc.so.6')), ['linux-arm64']);
    assert.deepEqual(nativeTargets(elf(0xb7, 'libc.musl-aarch64.so.1')), ['alpine-arm64']);
    assert.deepEqual(nativeTargets(elf(0xf3, 'libc.so.6')), []);
  });

  it('is read from the header of a Windows library', () => {
    const pe = (machine: number): Buffer => bytes([0, 'MZ'], [0x3c, number(0x80, 4)], [0x80, 'PE\0\0'], [0x84, number(machine, 2)]);
    assert.deepEqual(nativeTargets(pe(0x8664)), ['win32-x64']);
    assert.deepEqual(nativeTargets(pe(0xaa64)), ['win32-arm64']);
    assert.deepEqual(nativeTargets(bytes([0, 'MZ'], [0x3c, number(0xffffff, 4)])), []);
  });

  it('is read from a Mach-O header, of one processor or of several', () => {
    const one = bytes([0, number(0xfeedfacf, 4)], [4, number(0x0100000c, 4)]);
    assert.deepEqual(nativeTargets(one), ['darwin-arm64']);
    const both = bytes([0, number(0xcafebabe, 4, 'BE')], [4, number(2, 4, 'BE')], [8, number(0x01000007, 4, 'BE')], [28, number(0x0100000c, 4, 'BE')]);
    assert.deepEqual(nativeTargets(both), ['darwin-x64', 'darwin-arm64']);
  });

  it('is none for anything else', () => {
    assert.deepEqual(nativeTargets(Buffer.alloc(0)), []);
    assert.deepEqual(nativeTargets(Buffer.from('#!/bin/sh\n'.repeat(20))), []);
    assert.deepEqual(nativeTargets(bytes([0, number(0xcafebabe, 4, 'BE')], [4, number(0xffffffff, 4, 'BE')])), []);
  });
});
