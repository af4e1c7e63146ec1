import { isPresent, type Observation } from '../spc/observation.ts'
import { fitLeastSquares } from '../statistics/least-squares.ts'
import { type Movement, plainMove } from './find-movement.ts'

/** Of fewer no pace can be told. */
export const fewestSteps = 3
/** One step of so much of a movement, twice its even share and more than noise hides, is no pace of it. */
const shareOfStep = 1 / 3
const evenShares = 2

/**
 * The one step that made much of a movement, and how much; null where its steps share it, as far as noise lets tell.
 *
 * @example 79 149 126 305 1,325 1,539 1,832 2,606 → the step to 1,325, two fifths
 */
export function stepOf(
  values: readonly Observation[],
  { from, to }: Pick<Movement, 'from' | 'to'>,
): { row: number; share: number } | null {
  const whole = changeBetween(values, from, to)
  const rows = Array.from({ length: to - from }, (_, step) => from + 1 + step)
  const shareAt = (row: number) => changeBetween(values, row - 1, row) / whole
  const row = rows.reduce((largest, one) => (shareAt(one) > shareAt(largest) ? one : largest), from + 1)
  const share = shareAt(row)
  const isLarge = share > Math.max(shareOfStep, evenShares / (to - from))
  return isLarge && share * Math.abs(whole) > plainMove(values) ? { row, share } : null
}

/**
 * Where a movement that might be told as faster from a row on took a step instead, there or after it, and went on as
 * before: a straight line with one step in it fits its figures better than one that bends. Null where it bends.
 *
 * @example 3 a month for two years, 30 at once, and 3 a month again → the row of the 30; 3 a month and then 8 → null
 */
export function rowOfStep(
  values: readonly Observation[],
  { from, to }: Pick<Movement, 'from' | 'to'>,
  since: number,
): number | null {
  const rows = Array.from({ length: to - from + 1 }, (_, row) => from + row).filter((row) =>
    isPresent(values[row]),
  )
  const outcomes = rows.map((row) => values[row] ?? 0)
  const leftWith = (column: (row: number) => number) =>
    fitLeastSquares(
      rows.map((row) => [1, row - from, column(row)]),
      outcomes,
    )?.residuals.reduce((sum, residual) => sum + residual ** 2, 0) ?? Number.POSITIVE_INFINITY
  const places = rows.filter((row) => row > from + 1 && row > since - fewestSteps && row < to)
  const stepped = places.map((place) => leftWith((row) => (row >= place ? 1 : 0)))
  const bent = places.map((place) => leftWith((row) => Math.max(0, row - place)))
  const least = Math.min(...stepped)
  return least < Math.min(...bent) ? (places[stepped.indexOf(least)] ?? null) : null
}

/** None over a gap: in which month it came is not known. */
function changeBetween(values: readonly Observation[], from: number, to: number): number {
  const [was, is] = [values[from], values[to]]
  return isPresent(was) && isPresent(is) ? is - was : 0
}
