import { analyseControlChart, type ControlChart, type ControlChartOptions } from './control-chart.ts'
import { findLastingShift, lastingFigures } from './lasting-shift.ts'
import { isPresent, type Observation, presentValues } from './observation.ts'

/** So many latest figures at most are held against the level before them: two years of months. */
const mostFigures = 24

export interface LeftLevel {
  /** the first row of the level */
  start: number
  /** position after its last row: the first of those that have left it */
  end: number
}

/**
 * The level that had lasted until figures left it: found without the latest of them, which all lie outside its limits on
 * one side. Limits of the whole stretch take in the level before as well, and would call a figure usual, or better,
 * that is far from all that had been kept for a year. Within its limits the level may have moved. Null where no level had lasted, or the latest keeps to it.
 *
 * @example 24 figures about 250, 21 about 21, then 85 → start 24, end 45: 85 is above that level
 */
export function findLeftLevel(
  chart: ControlChart,
  values: readonly Observation[],
  options: ControlChartOptions,
): LeftLevel | null {
  const segment = chart.segments.at(-1)
  if (!segment?.limits || segment.mean === null) return null
  const most = Math.min(mostFigures, values.length - segment.start - lastingFigures - 1)
  for (let late = 1; late <= most; late += 1) {
    const end = values.length - late
    if (!liesOnOneSide(values.slice(Math.max(segment.start, end - lastingFigures), end), segment.mean))
      continue
    const before = values.slice(0, end)
    const level = findLastingShift(
      chartOf(before, segment.start, options),
      before,
      options,
      'special-cause',
      true,
    )
    if (level && liesOutside(values.slice(end), level.limits)) return { start: level.start, end }
  }
  return null
}

/** What is quick to see of a level that has lasted, but for one odd figure. */
function liesOnOneSide(values: readonly Observation[], mean: number): boolean {
  const present = presentValues(values)
  const above = present.filter((value) => value > mean).length
  return Math.max(above, present.length - above) >= lastingFigures - 1
}

function liesOutside(
  values: readonly Observation[],
  { lower, upper }: { lower: number; upper: number },
): boolean {
  const isAll = (isSo: (value: number) => boolean) => values.every((value) => isPresent(value) && isSo(value))
  return isAll((value) => value > upper) || isAll((value) => value < lower)
}

function chartOf(values: readonly Observation[], start: number, options: ControlChartOptions): ControlChart {
  return analyseControlChart(
    {
      values,
      improvementDirection: 'neutral',
      target: null,
      rebaseAt: [start],
      fixAfterNPoints: null,
    },
    options,
  )
}
