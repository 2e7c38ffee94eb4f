import assert from 'node:assert/strict';
import { nativeTargets } from '../../../tools/packaging/native.mjs';
import { bytes, elf, mach, number, pe, universal } from './nativeFiles';

describe('the target of a native file', () => {
  it('is read from an ELF header, with the C library it needs', () => {
    assert.deepEqual(nativeTargets(elf(0x3e, 'libc.so.6')), ['linux-x64']);
    assert.deepEqual(nativeTargets(elf(0xb7, 'libc.so.6')), ['linux-arm64']);
    assert.deepEqual(nativeTargets(elf(0xb7, 'libc.musl-aarch64.so.1')), ['alpine-arm64']);
    assert.deepEqual(nativeTargets(elf(0xf3, 'libc.so.6')), []);
  });

  it('is read from the header of a Windows library', () => {
    assert.deepEqual(nativeTargets(pe(0x8664)), ['win32-x64']);
    assert.deepEqual(nativeTargets(pe(0xaa64)), ['win32-arm64']);
    assert.deepEqual(nativeTargets(bytes([0, 'MZ'], [0x3c, number(0xffffff, 4)])), []);
  });

  it('is read from a Mach-O header, of one processor or of several', () => {
    assert.deepEqual(nativeTargets(mach(0x0100000c)), ['darwin-arm64']);
    assert.deepEqual(nativeTargets(universal(0x01000007, 0x0100000c)), ['darwin-x64', 'darwin-arm64']);
  });

  it('is none for anything else', () => {
    assert.deepEqual(nativeTargets(Buffer.alloc(0)), []);
    assert.deepEqual(nativeTargets(Buffer.from('#!/bin/sh\n'.repeat(20))), []);
    assert.deepEqual(nativeTargets(bytes([0, number(0xcafebabe, 4, 'BE')], [4, number(0xffffffff, 4, 'BE')])), []);
  });
});
