import { findSeasonality } from '../forecast/seasonality.ts'
import { isPresent, type Observation } from '../spc/observation.ts'
import { fitLeastSquares } from '../statistics/least-squares.ts'
import { reachOfT } from '../statistics/t-reach.ts'
import { likenessOfResiduals, wanders, withoutLikeness } from './alike-residuals.ts'
import { areFewCounts, type CountedChange, compareCounts, fewestCounts } from './compare-counts.ts'

/** Present values needed on either side. */
export const fewestEitherSide = 12
/** Months looked at on either side: further away, a straight line is no longer a fair summary. */
const furthestMonths = 60
/** Level and slope are two questions: with a 98% interval each, both hold together at least 96% of the time. */
export const confidence = 0.98
/** A plan asks of its lists many times, and a list wanders far: the three standard errors of a control chart. */
export const confidenceOfList = 0.997
/** From this likeness on so many values are judged as a series that wanders. */
const mayWanderFrom = (count: number) => Math.min(0.6, count / 100)
/** Level and slope on either side. */
const lines = 4
/** A season must be this plain (ratio of variances) to cost eleven degrees of freedom. */
const plainSeason = 4

interface Effect {
  size: number
  /** an interval that holds the truth this often, 0 to 1 */
  confidence: number
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
      /** what it gained or lost each month before; left out in an estimate of before it was told */
      slopeBefore?: number | undefined
    }
  /** few counts: by how many times, where an amount would reach below nought */
  | CountedChange
  | { kind: 'too-few-points'; before: number; after: number; need: number }
  | { kind: 'overlaps'; other: number }
  | { kind: 'not-estimable' }

/**
 * Change in level and slope at a month, by segmented regression: value = level + slope × month + change of
 * both from the month on (+ month of the year where a season is plain), by generalised least squares with
 * lag-one autocorrelation (Prais and Winsten), corrected for its downward bias and taken on the safe side.
 *
 * A list (`isList`) is what came in less what went out, added up: it wanders though nothing changes, whatever its
 * residuals look like, so it is judged by its monthly change.
 *
 * Few counts of what happened (`isCount`) go through regression for counts (`compareCounts`), from 15 values a side.
 *
 * At most 60 months either side; fewer than 12 values on a side, or another intervention within 12 months,
 * refuse. Missing months are left out, and so is the month itself where part of it came before (`isSplit`). It says
 * what came after, never what it was because of.
 *
 * @example 24 months around 50, then 24 around 40 → level about −10, slope about 0
 */
export function compareBeforeAndAfter(
  values: readonly Observation[],
  at: number,
  {
    others = [],
    isList = false,
    isCount = false,
    isSplit = false,
    periodsInYear = 12,
  }: {
    others?: readonly number[]
    isList?: boolean
    isCount?: boolean
    isSplit?: boolean
    periodsInYear?: number
  } = {},
): BeforeAndAfter {
  const near = others.find((other) => other !== at && Math.abs(other - at) < fewestEitherSide)
  if (near !== undefined) return { kind: 'overlaps', other: near }
  const start = Math.max(0, at - furthestMonths, ...others.filter((other) => other < at))
  const end = Math.min(values.length, at + furthestMonths, ...others.filter((other) => other > at))
  const months = values.flatMap((value, row) =>
    row >= start && row < end && !(isSplit && row === at) && isPresent(value) ? [{ row, value }] : [],
  )
  const before = months.filter(({ row }) => row < at).length
  const after = months.length - before
  const isOfFew = isCount && !isList && areFewCounts(months, at)
  const need = isOfFew ? fewestCounts : fewestEitherSide
  if (before < need || after < need) return { kind: 'too-few-points', before, after, need }
  const byAmounts = estimate(months, at, isList, periodsInYear)
  if (!isOfFew) return byAmounts
  const amountsTurned = byAmounts.kind === 'estimated' ? wayOf(byAmounts.slope) : 0
  return compareCounts(months, at, { confidence, periodsInYear, amountsTurned }) ?? { kind: 'not-estimable' }
}

/** Which way a claimed change goes; 0 where none is claimed. */
export function wayOf({ isClaimed, size }: Effect): -1 | 0 | 1 {
  if (!isClaimed) return 0
  return size > 0 ? 1 : -1
}

interface Month {
  row: number
  value: number
}

function estimate(
  months: readonly Month[],
  at: number,
  isList: boolean,
  periodsInYear: number,
): BeforeAndAfter {
  const outcomes = months.map(({ value }) => value)
  const seasons = seasonColumns(months, at, periodsInYear)
  const rows = months.map(({ row }, index) => {
    const since = row - at
    return [1, since, since >= 0 ? 1 : 0, Math.max(0, since), ...(seasons[index] ?? [])]
  })
  const plain = fitLeastSquares(rows, outcomes)
  if (plain === null) return { kind: 'not-estimable' }
  const likeness = isList
    ? wanders
    : likenessOfResiduals(plain.residuals, lines, mayWanderFrom(months.length))
  const apart = months.map(({ row }, index) => row - (months[index - 1]?.row ?? row - 1))
  const columns = rows.map((row, index) => withoutLikeness(row, rows[index - 1], likeness, apart[index]))
  const fit = fitLeastSquares(
    columns,
    outcomes.map((value, index) => {
      const previous = outcomes[index - 1]
      const before = previous === undefined ? undefined : [previous]
      return withoutLikeness([value], before, likeness, apart[index])[0] ?? value
    }),
  )
  if (fit === null) return { kind: 'not-estimable' }
  const effectAt = (column: number) =>
    effectOf(fit.coefficients[column] ?? 0, fit.standardErrors[column] ?? 0, {
      freedom: fit.freedom,
      confidence: isList ? confidenceOfList : confidence,
    })
  return {
    kind: 'estimated',
    level: effectAt(2),
    slope: effectAt(3),
    slopeBefore: fit.coefficients[1] ?? 0,
  }
}

/** One column fewer than periods of the year, where what is left of a straight line shows a plain season. */
function seasonColumns(months: readonly Month[], at: number, periodsInYear: number): number[][] {
  const line = fitLeastSquares(
    months.map(({ row }) => [1, row - at, row >= at ? 1 : 0, Math.max(0, row - at)]),
    months.map(({ value }) => value),
  )
  const left = line && residualsInOrder(months, line.residuals, at)
  if (left === null || findSeasonality(left, plainSeason, periodsInYear).trust === 0) {
    return months.map(() => [])
  }
  return months.map(({ row }) =>
    Array.from({ length: periodsInYear - 1 }, (_, month) => (row % periodsInYear === month ? 1 : 0)),
  )
}

/** One after the other; a month that belongs to neither side lies on its line. Null where any other is missing. */
function residualsInOrder(
  months: readonly Month[],
  residuals: readonly number[],
  at: number,
): number[] | null {
  const held = new Map(months.map(({ row }, index) => [row, residuals[index] ?? 0]))
  const [first, last] = [months[0]?.row ?? 0, months.at(-1)?.row ?? 0]
  const rows = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return rows.every((row) => held.has(row) || row === at) ? rows.map((row) => held.get(row) ?? 0) : null
}

interface Certainty {
  freedom: number
  confidence: number
}

function effectOf(size: number, error: number, { freedom, confidence }: Certainty): Effect {
  const reach = reachOfT(freedom, 1 - confidence) * error
  const lower = size - reach
  const upper = size + reach
  return { size, confidence, lower, upper, isClaimed: lower > 0 || upper < 0 }
}
