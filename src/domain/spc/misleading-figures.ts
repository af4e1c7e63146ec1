import { accurateMean } from './accurate-mean.ts'
import { analyseControlChart, type ControlChart, referenceOptions } from './control-chart.ts'
import { isPresent, type Observation, presentValues } from './observation.ts'

/** Of fewer figures nobody can say where limits would be without one of them. */
const fewestFigures = 12
/** A figure is far where it lies so many times as far beyond the others as all of them differ by. */
const farRanges = 2
/** A mean that is drawn away by a third of the distance to a limit leaves five in six of the others on one side. */
const drawnAway = 1 / 3

/**
 * The rows of one or two figures on which all rests that limits say of the others; empty where there are none. They lie
 * beyond all others by twice all that those differ by, and either draw the mean of the others away by a third of the
 * distance to their limits, or the latest of the others shows a special cause beside them and none, or the contrary
 * one, without them. Then "seven months below the mean" speaks of one figure and not of seven. Method:
 * docs/calculations.md#one-figure-far-outside-all-others.
 *
 * @example 14 figures of 28 to 33 and 60 for the fourth → [3]; 120 and 130 among 36 of them → both; 45 alone → []
 */
export function findMisleadingFigures(values: readonly Observation[]): number[] {
  const rows = [...values.keys()].filter((row) => isPresent(values[row]))
  if (rows.length < fewestFigures) return []
  const ordered = rows.toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const candidates = [
    ordered.slice(-1),
    ordered.slice(0, 1),
    ordered.slice(-2),
    ordered.slice(0, 2),
    [...ordered.slice(0, 1), ...ordered.slice(-1)],
  ]
  const found = candidates.find((candidate) => misleads(values, candidate)) ?? []
  return found.toSorted((a, b) => a - b)
}

function misleads(values: readonly Observation[], rows: readonly number[]): boolean {
  // taken out rather than left as gaps: a gap would end the run around it
  const others = values.filter((_, row) => !rows.includes(row))
  if (!rows.every((row) => isFar(values[row], presentValues(others)))) return false
  const without = chartOf(others)
  const [segment] = without.segments
  if (!segment?.limits || segment.mean === null) return false
  const { mean } = segment
  const width = segment.limits.upper - mean
  if (width === 0) return false
  const drawn = Math.abs((accurateMean(presentValues(values)) ?? mean) - mean)
  if (drawn > drawnAway * width) return true
  const told = latestOf(chartOf(values))
  return !rows.includes(values.length - 1) && told !== 'common_cause' && told !== latestOf(without)
}

function isFar(value: Observation | undefined, others: readonly number[]): boolean {
  const [least, most] = [Math.min(...others), Math.max(...others)]
  return isPresent(value) && Math.max(value - most, least - value) >= farRanges * (most - least)
}

function latestOf(chart: ControlChart) {
  return chart.points.at(-1)?.type ?? 'common_cause'
}

function chartOf(values: readonly Observation[]): ControlChart {
  return analyseControlChart(
    { values, improvementDirection: 'neutral', target: null, rebaseAt: [], fixAfterNPoints: null },
    referenceOptions,
  )
}
