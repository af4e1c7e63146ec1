import type { Target } from '../measures/measure.ts'

/** A figure of a row is not written as the target that stands beside it and that it is not. */
export function besideTarget<Row extends { target: Target | null }>(row: Row): Row & { targets: Target[] } {
  return { ...row, targets: row.target ? [row.target] : [] }
}
