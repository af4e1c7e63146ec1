/** Ordinary least squares: coefficients with their standard errors. */
export interface LeastSquares {
  coefficients: number[]
  /** one for each coefficient */
  standardErrors: number[]
  residuals: number[]
  freedom: number
}

/** Null where the columns say the same thing twice, or there are too few rows to say anything. */
export function fitLeastSquares(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
): LeastSquares | null {
  const columns = rows[0]?.length ?? 0
  const freedom = rows.length - columns
  if (columns === 0 || freedom < 1) return null
  const inverse = inverted(crossProduct(rows, rows))
  if (inverse === null) return null
  const moments = Array.from({ length: columns }, (_, column) =>
    rows.reduce((sum, row, index) => sum + (row[column] ?? 0) * (outcomes[index] ?? 0), 0),
  )
  const coefficients = inverse.map((line) => dot(line, moments))
  const residuals = rows.map((row, index) => (outcomes[index] ?? 0) - dot(row, coefficients))
  const variance = dot(residuals, residuals) / freedom
  const standardErrors = inverse.map((line, column) => Math.sqrt(Math.max(0, variance * (line[column] ?? 0))))
  return { coefficients, standardErrors, residuals, freedom }
}

function crossProduct(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  const columns = a[0]?.length ?? 0
  const product = Array.from({ length: columns }, () => Array<number>(columns).fill(0))
  for (const [index, row] of a.entries()) {
    const other = b[index] ?? []
    for (const [line, values] of product.entries()) {
      for (const column of values.keys()) {
        values[column] = (values[column] ?? 0) + (row[line] ?? 0) * (other[column] ?? 0)
      }
    }
  }
  return product
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}

/** Gauss and Jordan with row exchange; null where the matrix has no inverse. */
function inverted(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length
  const work = matrix.map((line, index) => [...line, ...line.map((_, column) => (column === index ? 1 : 0))])
  for (let pivot = 0; pivot < size; pivot += 1) {
    const largest = work
      .slice(pivot)
      .reduce(
        (best, line, offset) =>
          Math.abs(line[pivot] ?? 0) > Math.abs(work[best]?.[pivot] ?? 0) ? pivot + offset : best,
        pivot,
      )
    const chosen = work[largest]
    const displaced = work[pivot]
    const head = chosen?.[pivot] ?? 0
    if (!chosen || !displaced || Math.abs(head) < 1e-12 * Math.abs(matrix[pivot]?.[pivot] ?? 1)) return null
    work[largest] = displaced
    work[pivot] = chosen.map((value) => value / head)
    for (const [index, line] of work.entries()) {
      const factor = line[pivot] ?? 0
      if (index !== pivot)
        work[index] = line.map((value, column) => value - factor * (work[pivot]?.[column] ?? 0))
    }
  }
  return work.map((line) => line.slice(size))
}
