import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ngramBytes } from '../../src/core/stitch/ngram';
import { DIMENSIONS, VECTORS_HEADER, VECTORS_MAGIC } from '../../src/core/stitch/vectors';

/** The parts of a model file, each made by a tool of its own. */
export interface ModelParts {
  readonly ngrams: Uint8Array;
  readonly vectors: Uint8Array;
}

/** @returns the parts of the model file there, empty where there is none */
export function readParts(file: string): ModelParts {
  if (!existsSync(file)) return { ngrams: new Uint8Array(0), vectors: new Uint8Array(0) };
  const bytes = readFileSync(file);
  const length = ngramBytes(bytes);
  return { ngrams: bytes.subarray(0, length), vectors: bytes.subarray(length) };
}

/** Writes a model file with the parts given; the others stay as they were. */
export function writeParts(file: string, parts: Partial<ModelParts>): void {
  const { ngrams, vectors } = { ...readParts(file), ...parts };
  writeFileSync(file, Buffer.concat([ngrams, vectors]));
}

/** The vectors' part of a model file. @param rows `keys.length × DIMENSIONS`, key by key */
export function vectorBytes(keys: readonly number[], rows: Int8Array): Uint8Array {
  const bytes = new Uint8Array(VECTORS_HEADER + keys.length * (4 + DIMENSIONS));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, VECTORS_MAGIC, true);
  view.setUint16(4, DIMENSIONS, true);
  view.setUint32(8, keys.length, true);
  keys.forEach((key, row) => { view.setInt32(VECTORS_HEADER + row * 4, key, true); });
  bytes.set(new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength), VECTORS_HEADER + keys.length * 4);
  return bytes;
}
