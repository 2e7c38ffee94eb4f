import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ngramBytes } from '../../src/core/stitch/ngram';
import { ENCODED, ENCODER_HEADER, ENCODER_MAGIC, keysAt, rowsOf, TABLES } from '../../src/core/stitch/dualEncoder';
import { DIMENSIONS, VECTORS_HEADER, VECTORS_MAGIC, vectorsBytes } from '../../src/core/stitch/vectors';

/** The parts of a model file, each made by a tool of its own. */
export interface ModelParts {
  readonly ngrams: Uint8Array;
  readonly vectors: Uint8Array;
  readonly encoder: Uint8Array;
}

/** @returns the parts of the model file there, empty where there is none */
export function readParts(file: string): ModelParts {
  if (!existsSync(file)) return { ngrams: new Uint8Array(0), vectors: vectorBytes([], new Int8Array(0)), encoder: NO_ENCODER };
  const bytes = readFileSync(file);
  const length = ngramBytes(bytes);
  const vectors = length + vectorsBytes(bytes.subarray(length));
  return { ngrams: bytes.subarray(0, length), vectors: bytes.subarray(length, vectors), encoder: bytes.subarray(vectors) };
}

/** The bytes of a model file. */
export const joinParts = ({ ngrams, vectors, encoder }: ModelParts): Uint8Array => Buffer.concat([ngrams, vectors, encoder]);

/** Writes a model file with the parts given; the others stay as they were. */
export function writeParts(file: string, parts: Partial<ModelParts>): void {
  writeFileSync(file, joinParts({ ...readParts(file), ...parts }));
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

/**
 * The encoder's part of a model file.
 * @param characters the codes of the second row of each table and those behind it; bigrams likewise by their keys
 * @param before the rows of what is expected, `behind` those of what is brought
 * @param unit what a product of two sides is multiplied with
 */
export function encoderBytes(characters: readonly number[], bigrams: readonly number[], before: Int8Array, behind: Int8Array, unit: number): Uint8Array {
  const keys = keysAt(characters.length + 1);
  const rows = keys + bigrams.length * 4;
  const bytes = new Uint8Array(rows + before.length + behind.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, ENCODER_MAGIC, true);
  view.setUint16(4, ENCODED, true);
  view.setUint16(6, TABLES, true);
  view.setUint32(8, characters.length + 1, true);
  view.setUint32(12, bigrams.length + 1, true);
  view.setFloat32(16, unit, true);
  characters.forEach((code, i) => { view.setUint16(ENCODER_HEADER + i * 2, code, true); });
  bigrams.forEach((key, i) => { view.setInt32(keys + i * 4, key, true); });
  for (const [part, at] of [[before, rows], [behind, rows + before.length]] as const) bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
  return bytes;
}

/** An encoder that knows nothing. */
export const NO_ENCODER = encoderBytes([], [], new Int8Array(rowsOf(1, 1) * ENCODED), new Int8Array(rowsOf(1, 1) * ENCODED), 0);
