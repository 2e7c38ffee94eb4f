import type { Random } from '../eval/random';

/** A sparse matrix, row by row: documents and the terms in them. */
export interface SparseRows {
  /** Where each row begins in the two others; one more than there are rows. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/**
 * The subspace in which the terms of documents differ most: the leading right singular vectors of the matrix, in no order, by orthogonal
 * iteration from random vectors (Halko, Martinsson and Tropp 2011). Latent semantic analysis (Deerwester et al. 1990) takes the same.
 * @param columns how many terms there are
 * @returns `columns × rank`, term by term
 */
export function leadingSubspace(rows: SparseRows, columns: number, rank: number, random: Random, rounds = 5): Float32Array {
  let basis = Float32Array.from({ length: columns * rank }, () => random.between(-1, 1));
  orthonormalise(basis, columns, rank);
  for (let round = 0; round < rounds; round++) {
    basis = throughRows(rows, basis, columns, rank);
    orthonormalise(basis, columns, rank);
  }
  return basis;
}

/** What is left of the vectors of terms when they go through all documents and back. */
function throughRows({ starts, columns: at, values }: SparseRows, basis: Float32Array, columns: number, rank: number): Float32Array<ArrayBuffer> {
  const image = new Float32Array(columns * rank);
  const row = new Float64Array(rank);
  for (let document = 0; document + 1 < starts.length; document++) {
    const begin = starts[document]!;
    const end = starts[document + 1]!;
    row.fill(0);
    for (let i = begin; i < end; i++) for (let k = 0, from = at[i]! * rank; k < rank; k++) row[k] = row[k]! + values[i]! * basis[from + k]!;
    for (let i = begin; i < end; i++) for (let k = 0, to = at[i]! * rank; k < rank; k++) image[to + k] = image[to + k]! + values[i]! * row[k]!;
  }
  return image;
}

/** Makes the columns of a matrix orthogonal and of length 1 (modified Gram–Schmidt, twice: once leaves too much). */
function orthonormalise(matrix: Float32Array, rows: number, columns: number): void {
  for (let column = 0; column < columns; column++) {
    for (let again = 0; again < 2; again++) {
      for (let before = 0; before < column; before++) {
        let product = 0;
        for (let at = 0; at < rows * columns; at += columns) product += matrix[at + column]! * matrix[at + before]!;
        for (let at = 0; at < rows * columns; at += columns) matrix[at + column] = matrix[at + column]! - product * matrix[at + before]!;
      }
    }
    let square = 0;
    for (let at = column; at < rows * columns; at += columns) square += matrix[at]! ** 2;
    const scale = 1 / Math.max(1e-12, Math.sqrt(square));
    for (let at = column; at < rows * columns; at += columns) matrix[at] = matrix[at]! * scale;
  }
}
