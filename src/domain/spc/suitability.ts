import { type Aggregation, carriesOver, type Unit } from '../measures/measure.ts'
import { findMovement } from '../movement/find-movement.ts'
import type { Frequency } from '../periods/period.ts'
import { medianOf } from '../statistics/centre.ts'
import { neighbourCorrelation } from '../statistics/likeness.ts'
import { findFarFigures } from './far-figures.ts'
import { findMisleadingFigures } from './misleading-figures.ts'
import { changesOf, isFullOfGaps, isPresent, type Observation, presentValues } from './observation.ts'
import type { RunChartReason } from './run-chart-causes.ts'
import { figuresWithoutSeason } from './season.ts'

/** Limits are drawn from 12 points on; below that a plain run chart. */
export const fewestPoints = 12
/** Counts that are typically smaller than this are rare events, and their limits are meaningless. */
export const rareCount = 5
/** A median needs this many cases behind it before it is steady enough for limits. */
export const fewestCases = 8
/** Limits stand 5.32 mean ranges apart; a trend longer than that crosses from one to the other. */
const limitsApart = 2 * 2.66
/**
 * A move since the last turn is sought out among many, so it must be half as long again, and half a year old: of
 * lists of which each month is like the last (0.5), and which go nowhere, 2 in 1,000 have one.
 */
const turnsApart = 1.5
const fewestSinceTurn = 6
/** Steps that undo each other by more than this are of figures that are drawn back to a mean. */
const mostUndone = -0.35

export interface MeasuredSeries {
  /** of the segment that is judged, in date order */
  values: readonly Observation[]
  /** cases behind each value, where known */
  cases: readonly (number | null)[]
  frequency: Frequency
  aggregation: Aggregation
  unit: Unit
  isYearToDate: boolean
  /** of a share of cases, what each figure is made of, where that is known */
  shares?: readonly ShareOfCases[]
}

export interface ShareOfCases {
  met: number
  of: number
}

export type Suitability =
  | { kind: 'control-chart' }
  | { kind: 'run-chart'; because: RunChartReason; reason: string }

/** Why a run chart is drawn instead, in words. */
export const runChartReasons: Record<RunChartReason, string> = {
  'too-few-points': 'There are fewer than 12 points, which is too few for limits.',
  'one-far-figure':
    'One figure stands far outside all others. Limits cannot be trusted until it is confirmed or left out.',
  'two-far-figures':
    'Two figures stand far outside all others. Limits cannot be trusted until they are confirmed or left out.',
  'not-monthly': 'Limits are drawn of monthly figures alone, and these are not.',
  'year-to-date': 'The figures add up through the year, so each month contains the ones before it.',
  'full-of-gaps':
    'Over a quarter of the figures are missing or withheld, so limits would be set by the rest.',
  'rare-count':
    'The counts are typically under 5, where chance alone moves them a lot and limits mean little.',
  'few-cases': 'Each figure is a median of few cases, where one case can move it a lot.',
  'share-of-few':
    'Each figure is a share of few cases: typically under 5 of them are met, or under 5 are not, where one case moves it a lot.',
  category: 'Each figure is part of all cases of its month, so it is judged by its share of them.',
  season:
    'The figures follow the time of year, so one range for all months would call a usual month unusual.',
  'mostly-level': 'Most figures are the same as the one before, so limits would be falsely tight.',
  'trending-stock':
    'The figures carry over from month to month and are trending, so limits would be falsely tight.',
  'carries-over':
    'Most of each figure is carried over from the one before, so limits about a mean would be falsely tight.',
  rounded: 'The figures published are rounded or withheld in part, so no limits are drawn from them.',
}

/**
 * Whether limits may be drawn for a series at all; if not, a run chart and the reason in words.
 *
 * The first reason that applies counts: fewer than 12 present values; one or two of them far outside all others
 * (far-figures.ts), unless the counts are rare; not monthly; year to date; over a quarter missing or withheld, the
 * withheld being the small ones; a count whose median is under 5; a median (M) whose typical number of cases is under
 * 8; a share of cases with under 5 on its rarer side, on average; a category of cases that are counted; a plain season
 * (season.ts); a stock (P, or people D) whose straight line through the values rises or falls, over the series, by more than the
 * limits stand apart, or which has moved by half as much again since it last turned, in six months or more; a stock
 * whose steps do not undo each other; figures of
 * which half or more are the same as the one before. Missing values are left out. Source: domain.md, section 4. Method:
 * docs/calculations.md#when-limits-are-not-drawn.
 *
 * @example eleven monthly values → run chart, 'There are fewer than 12 points, which is too few for limits.'
 */
export function judgeSuitability(series: MeasuredSeries): Suitability {
  const because = runChartReason(series)
  return because === null
    ? { kind: 'control-chart' }
    : { kind: 'run-chart', because, reason: runChartReasons[because] }
}

/** Whether limits are withheld because of a doubted figure, and nothing else that rests on the figures may be told. */
export function isDoubted(suitability: Suitability | undefined): boolean {
  if (suitability?.kind !== 'run-chart') return false
  return suitability.because === 'one-far-figure' || suitability.because === 'two-far-figures'
}

/**
 * Rows that stand far outside all others (far-figures.ts), or on which all rests that limits would say of the others
 * (misleading-figures.ts); of rare counts none, which jump by themselves.
 */
export function findDoubted(unit: Unit, values: readonly Observation[]): number[] {
  if (isRareCount(unit, presentValues(values))) return []
  const far = findFarFigures(values)
  return far.length > 0 ? far : findMisleadingFigures(values)
}

function isRareCount(unit: Unit, present: readonly number[]): boolean {
  return unit === 'count' && medianOf(present) < rareCount
}

function runChartReason(series: MeasuredSeries): RunChartReason | null {
  const present = presentValues(series.values)
  if (present.length < fewestPoints) return 'too-few-points'
  const doubted = findDoubted(series.unit, series.values).length
  if (doubted > 0) return doubted === 1 ? 'one-far-figure' : 'two-far-figures'
  if (series.frequency !== 'month') return 'not-monthly'
  if (series.isYearToDate) return 'year-to-date'
  if (isFullOfGaps(series.values)) return 'full-of-gaps'
  if (isRareCount(series.unit, present)) return 'rare-count'
  if (series.aggregation === 'M' && hasFewCases(series.cases)) return 'few-cases'
  if (areSharesOfFew(series.shares ?? [])) return 'share-of-few'
  if (isShareOfCases(series)) return 'category'
  if (figuresWithoutSeason(series.values)) return 'season'
  if (carriesOver(series.aggregation)) {
    if (trendsStrongly(series.values)) return 'trending-stock'
    if (wanders(series.values)) return 'carries-over'
  }
  if (isMostlyLevel(series.values)) return 'mostly-level'
  return null
}

/**
 * Half or more of the steps from one figure to the next are none: the mean range says little of the rest. A
 * constant series is another matter: it has no limits at all.
 */
export function isMostlyLevel(values: readonly Observation[]): boolean {
  let steps = 0
  let level = 0
  for (const [row, value] of values.entries()) {
    const before = values[row - 1]
    if (!isPresent(value) || !isPresent(before)) continue
    steps += 1
    if (value === before) level += 1
  }
  return level < steps && level * 2 >= steps
}

/**
 * Whether figures go on from where they are and are not drawn back to a mean: steps from one to the next undo each
 * other by half (correlation −0.5) where each figure is drawn anew, and by nothing in a list. Limits about a mean are
 * no use for one that wanders: half of the lists without any change have a latest figure "outside" them.
 */
function wanders(values: readonly Observation[]): boolean {
  const steps = presentValues(changesOf(values))
  return steps.some((step) => step !== steps[0]) && neighbourCorrelation(steps) > mostUndone
}

/**
 * Typically under 5 cases on the rarer side: figures can take few values, and those next to the mean come in runs. Money
 * and hours have no cases.
 */
function areSharesOfFew(shares: readonly ShareOfCases[]): boolean {
  const areCases = shares.every(
    ({ met, of }) => Number.isInteger(met) && Number.isInteger(of) && met >= 0 && met <= of,
  )
  if (shares.length === 0 || !areCases) return false
  const met = shares.reduce((sum, one) => sum + one.met, 0)
  const all = shares.reduce((sum, { of }) => sum + of, 0)
  return Math.min(met, all - met) / shares.length < rareCount
}

/** A part of cases that are counted in every period: it rises with them, and only its share says whether it has changed. */
export function isShareOfCases({
  aggregation,
  values,
  cases,
}: Pick<MeasuredSeries, 'aggregation' | 'values' | 'cases'>): boolean {
  return aggregation === 'X' && values.every((value, row) => !isPresent(value) || isPresent(cases[row]))
}

export function hasFewCases(cases: readonly (number | null)[]): boolean {
  const known = presentValues(cases)
  return known.length > 0 && medianOf(known) < fewestCases
}

/** Over the whole series, or since it last turned: of a list that rose and has fallen a straight line sees neither. */
function trendsStrongly(values: readonly Observation[]): boolean {
  let ranges = 0
  let rangeCount = 0
  const points: { row: number; value: number }[] = []
  for (const [row, value] of values.entries()) {
    if (!isPresent(value)) continue
    const before = values[row - 1]
    if (isPresent(before)) {
      ranges += Math.abs(value - before)
      rangeCount += 1
    }
    points.push({ row, value })
  }
  const rise = Math.abs(slopeOf(points)) * (values.length - 1)
  const apart = (limitsApart * ranges) / rangeCount
  return rangeCount > 0 && (rise > apart || moveSinceTurn(values) > turnsApart * apart)
}

function moveSinceTurn(values: readonly Observation[]): number {
  const movement = findMovement(values)
  const [from, to] = movement ? [values[movement.from], values[movement.to]] : []
  const isLong = movement !== null && movement.to - movement.from >= fewestSinceTurn
  return isLong && isPresent(from) && isPresent(to) ? Math.abs(to - from) : 0
}

/** Least-squares slope per row. */
function slopeOf(points: readonly { row: number; value: number }[]): number {
  const meanRow = points.reduce((sum, point) => sum + point.row, 0) / points.length
  const meanValue = points.reduce((sum, point) => sum + point.value, 0) / points.length
  let covariance = 0
  let variance = 0
  for (const { row, value } of points) {
    covariance += (row - meanRow) * (value - meanValue)
    variance += (row - meanRow) ** 2
  }
  return variance === 0 ? 0 : covariance / variance
}
