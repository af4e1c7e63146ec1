import { accurateMean } from './accurate-mean.ts'
import { analyseControlChart, type ControlChart, type ControlChartOptions } from './control-chart.ts'
import type { ProcessLimits } from './limits.ts'
import { isPresent, type Observation, presentValues } from './observation.ts'
import { isHigh, signOfCause } from './signs.ts'

/** A shift lasts once so many figures in a row show it: a year of months. */
const lastingFigures = 12

/** A slope further from none than so many of its standard errors is plain. */
const steadyErrors = 2

export interface LastingShift {
  /** the first row of the level since */
  start: number
  /** mean of the figures before it in the same stretch; null where there are none */
  before: number | null
  mean: number
  limits: ProcessLimits
  isTrial: boolean
}

/**
 * A shift that has lasted: twelve figures or more, up to the latest, all outside the limits of their stretch on one
 * side or all on one side of its mean; against limits of their own none of the last twelve shows a special cause, nor
 * does a straight line through those twelve rise or fall plainly (its slope within two standard errors of none).
 * Limits of the whole stretch mix two levels then, and describe neither. Null anywhere else: where figures still
 * move, there is no level to judge by. The chart itself stays as it is, cut at recorded changes alone.
 *
 * @example 23 figures about 95 and 19 about 98.3, none of them plainly apart from the rest → start 23, mean 98.3
 */
export function findLastingShift(
  chart: ControlChart,
  values: readonly Observation[],
  options: ControlChartOptions,
): LastingShift | null {
  const segment = chart.segments.at(-1)
  const latest = chart.points.at(-1)
  if (!segment?.limits || segment.mean === null || !latest || latest.cause === 'Common Cause') return null
  const side = isHigh(signOfCause[latest.cause]) ? 1 : -1
  const limit = side > 0 ? segment.limits.upper : segment.limits.lower
  const own = values.slice(segment.start)
  const run =
    [limit, segment.mean]
      .map((line) => runBeyond(own, line, side))
      .find((length) => length >= lastingFigures && length < own.length) ?? 0
  if (run === 0) return null
  const start = values.length - run
  const since = analyseControlChart(
    {
      values: values.slice(start),
      improvementDirection: 'neutral',
      target: null,
      rebaseAt: [],
      fixAfterNPoints: null,
    },
    options,
  )
  const [level] = since.segments
  const isQuiet = since.points.slice(-lastingFigures).every(({ type }) => type === 'common_cause')
  if (!isQuiet || isOnTheMove(values.slice(-lastingFigures)) || !level?.limits || level.mean === null)
    return null
  const before = accurateMean(presentValues(values.slice(segment.start, start)))
  return { start, before, mean: level.mean, limits: level.limits, isTrial: level.hasTrialLimits }
}

/** Rules of limits are slow to see a slope, and a reader is not. */
function isOnTheMove(latest: readonly Observation[]): boolean {
  const values = presentValues(latest)
  const middle = (values.length - 1) / 2
  const mean = accurateMean(values) ?? 0
  let [products, rows, squares] = [0, 0, 0]
  for (const [row, value] of values.entries()) {
    products += (row - middle) * (value - mean)
    rows += (row - middle) ** 2
    squares += (value - mean) ** 2
  }
  const left = squares - products ** 2 / rows
  return (products / rows) ** 2 > steadyErrors ** 2 * (left / (values.length - 2) / rows)
}

/** How many figures at the end lie beyond a line on one side; a gap ends it. */
function runBeyond(values: readonly Observation[], line: number, side: 1 | -1): number {
  const isBeyond = (value: Observation) => isPresent(value) && (value - line) * side > 0
  return values.length - 1 - values.findLastIndex((value) => !isBeyond(value))
}
