/** Ordinary least squares: coefficients with their standard errors. */
export interface LeastSquares {
  coefficients: number[]
  /** one for each coefficient */
  standardErrors: number[]
  /** what they would be were the variance of a row known to be 1 */
  unitErrors: number[]
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
  const byColumn = Array.from({ length: columns }, (_, column) => rows.map((row) => row[column] ?? 0))
  const unit = byColumn.map((_, column) => byColumn.map((_, other) => (other === column ? 1 : 0)))
  const solved = eliminate(
    normalEquations(byColumn, outcomes).map((line, row) => [...line, ...(unit[row] ?? [])]),
  )
  if (solved === null) return null
  // nothing is 0, never the −0 that JSON does not keep
  const coefficients = solved.map((line) => (line[columns] ?? 0) + 0)
  const residuals = rows.map((row, index) => (outcomes[index] ?? 0) - dot(row, coefficients))
  const variance = dot(residuals, residuals) / freedom
  const unitErrors = solved.map((line, column) => Math.sqrt(Math.max(0, line[columns + 1 + column] ?? 0)))
  const standardErrors = unitErrors.map((error) => error * Math.sqrt(variance))
  return { coefficients, standardErrors, unitErrors, residuals, freedom }
}

/** The sizes of a few columns alone, for what is fitted hundreds of times; none of them is a sum of the others. */
export function sizesOfColumns(values: readonly number[], columns: readonly (readonly number[])[]): number[] {
  const solved = eliminate(normalEquations(columns, values))
  return columns.map((_, row) => solved?.[row]?.at(-1) ?? 0)
}

/** Each column beside each, and beside the outcomes. */
function normalEquations(columns: readonly (readonly number[])[], outcomes: readonly number[]): number[][] {
  return columns.map((column) => [...columns.map((other) => dot(column, other)), dot(column, outcomes)])
}

/** Gauss and Jordan with row exchange, of a square with more beside it; null where the square has no inverse. */
function eliminate(lines: number[][]): number[][] | null {
  const scale = lines.map((line, row) => Math.abs(line[row] ?? 0))
  for (let pivot = 0; pivot < lines.length; pivot += 1) {
    let best = pivot
    for (let row = pivot + 1; row < lines.length; row += 1) {
      if (Math.abs(lines[row]?.[pivot] ?? 0) > Math.abs(lines[best]?.[pivot] ?? 0)) best = row
    }
    const chosen = lines[best]
    const displaced = lines[pivot]
    const head = chosen?.[pivot] ?? 0
    if (!chosen || !displaced || head === 0 || Math.abs(head) < 1e-12 * (scale[pivot] ?? 1)) return null
    lines[best] = displaced
    lines[pivot] = chosen
    for (let column = 0; column < chosen.length; column += 1) chosen[column] = (chosen[column] ?? 0) / head
    for (const line of lines) {
      if (line === chosen) continue
      const factor = line[pivot] ?? 0
      if (factor === 0) continue
      for (let column = 0; column < chosen.length; column += 1)
        line[column] = (line[column] ?? 0) - factor * (chosen[column] ?? 0)
    }
  }
  return lines
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let row = 0; row < a.length; row += 1) sum += (a[row] ?? 0) * (b[row] ?? 0)
  return sum
}
