import { findSeasonality } from '../forecast/seasonality.ts'
import { chanceOfLargerT } from '../signals/tail-chances.ts'
import { isPresent, type Observation } from '../spc/observation.ts'
import { fitLeastSquares } from './least-squares.ts'

/** Present values needed on either side. */
export const fewestEitherSide = 12
/** Months looked at on either side: further away, a straight line is no longer a fair summary. */
const furthestMonths = 60
/** Level and slope are two questions: with a 98% interval each, both hold together at least 96% of the time. */
export const missedByInterval = 0.02
const largestLikeness = 0.9
/** A season must be this plain (ratio of variances) to cost eleven degrees of freedom. */
const plainSeason = 4

interface Effect {
  size: number
  /** 98% interval */
  lower: number
  upper: number
  /** whether the interval excludes no change */
  isClaimed: boolean
}

export type BeforeAndAfter =
  | {
      kind: 'estimated'
      /** the change at the month itself, against the line that went before */
      level: Effect
      /** the change in what the series gains or loses each month */
      slope: Effect
    }
  | { kind: 'too-few-points'; before: number; after: number; need: number }
  | { kind: 'overlaps'; other: number }
  | { kind: 'not-estimable' }

/**
 * Change in level and slope at a month, by segmented regression: value = level + slope × month + change of
 * both from the month on (+ month of the year where a season is plain), by generalised least squares with
 * lag-one autocorrelation (Prais and Winsten). The autocorrelation is corrected for its downward bias and
 * taken one standard error higher, because residuals look more independent than they are.
 *
 * At most 60 months either side; fewer than 12 values on a side, or another intervention within 12 months,
 * refuse. Missing months are left out. It says what came after, never what it was because of.
 *
 * @example 24 months around 50, then 24 around 40 → level about −10, slope about 0
 */
export function compareBeforeAndAfter(
  values: readonly Observation[],
  at: number,
  others: readonly number[] = [],
): BeforeAndAfter {
  const near = others.find((other) => other !== at && Math.abs(other - at) < fewestEitherSide)
  if (near !== undefined) return { kind: 'overlaps', other: near }
  const start = Math.max(0, at - furthestMonths, ...others.filter((other) => other < at))
  const end = Math.min(values.length, at + furthestMonths, ...others.filter((other) => other > at))
  const months = values.flatMap((value, row) =>
    row >= start && row < end && isPresent(value) ? [{ row, value }] : [],
  )
  const before = months.filter(({ row }) => row < at).length
  const after = months.length - before
  if (before < fewestEitherSide || after < fewestEitherSide) {
    return { kind: 'too-few-points', before, after, need: fewestEitherSide }
  }
  return estimate(months, at)
}

interface Month {
  row: number
  value: number
}

function estimate(months: readonly Month[], at: number): BeforeAndAfter {
  const outcomes = months.map(({ value }) => value)
  const seasons = seasonColumns(months, at)
  const rows = months.map(({ row }, index) => {
    const since = row - at
    return [1, since, since >= 0 ? 1 : 0, Math.max(0, since), ...(seasons[index] ?? [])]
  })
  const plain = fitLeastSquares(rows, outcomes)
  if (plain === null) return { kind: 'not-estimable' }
  const likeness = likenessOfResiduals(plain.residuals)
  const columns = rows.map((row, index) => withoutLikeness(row, rows[index - 1], likeness))
  const fit = fitLeastSquares(
    columns,
    outcomes.map((value, index) => {
      const previous = outcomes[index - 1]
      return withoutLikeness([value], previous === undefined ? undefined : [previous], likeness)[0] ?? value
    }),
  )
  if (fit === null) return { kind: 'not-estimable' }
  const effectAt = (column: number) =>
    effectOf(fit.coefficients[column] ?? 0, fit.standardErrors[column] ?? 0, fit.freedom)
  return { kind: 'estimated', level: effectAt(2), slope: effectAt(3) }
}

/** Eleven columns for the months of the year, where what is left of a straight line shows a plain season. */
function seasonColumns(months: readonly Month[], at: number): number[][] {
  const line = fitLeastSquares(
    months.map(({ row }) => [1, row - at, row >= at ? 1 : 0, Math.max(0, row - at)]),
    months.map(({ value }) => value),
  )
  const isConsecutive = months.every(({ row }, index) => row === (months[0]?.row ?? 0) + index)
  if (line === null || !isConsecutive || findSeasonality(line.residuals, plainSeason).trust === 0) {
    return months.map(() => [])
  }
  return months.map(({ row }) => Array.from({ length: 11 }, (_, month) => (row % 12 === month ? 1 : 0)))
}

/** Each side has a line of its own taken off, which lowers r by about (4 + 8 × likeness) ÷ n. */
function likenessOfResiduals(residuals: readonly number[]): number {
  let squares = 0
  let products = 0
  for (const [row, residual] of residuals.entries()) {
    squares += residual ** 2
    products += residual * (residuals[row - 1] ?? 0)
  }
  if (squares === 0) return 0
  const count = residuals.length
  const unbiased = (products / squares + 4 / count) / (1 - 8 / count)
  const error = Math.sqrt(Math.max(0.1, 1 - unbiased ** 2) / count)
  return Math.min(largestLikeness, Math.max(0, unbiased + error))
}

function withoutLikeness(
  row: readonly number[],
  previous: readonly number[] | undefined,
  likeness: number,
): number[] {
  if (previous === undefined) return row.map((value) => value * Math.sqrt(1 - likeness ** 2))
  return row.map((value, column) => value - likeness * (previous[column] ?? 0))
}

function effectOf(size: number, error: number, freedom: number): Effect {
  const reach = reachOfInterval(freedom) * error
  const lower = size - reach
  const upper = size + reach
  return { size, lower, upper, isClaimed: lower > 0 || upper < 0 }
}

/** The t that is exceeded, either way, with a chance of 2%: found by halving. */
function reachOfInterval(freedom: number): number {
  let low = 0
  let high = 100
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2
    if (chanceOfLargerT(middle, freedom) > missedByInterval) low = middle
    else high = middle
  }
  return high
}
