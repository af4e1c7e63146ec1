import { type ImprovementDirection, judgeAssurance, judgePoint } from './judgement.ts'
import { fitXmr, type XmrFit, type XmrOptions } from './limits.ts'
import { isPresent, type Observation } from './observation.ts'
import type { Assurance, PointType } from './point-types.ts'
import { labelPoints, type RuleOptions } from './rules.ts'
import type { SpecialCause } from './special-causes.ts'

/** A baseline fixed on fewer rows than this would say more than it knows. */
export const smallestBaseline = 12

/** Segments of fewer rows, missing ones counted, have trial limits: shown, and likely to move. */
const trialLimitRows = 13

export interface ControlChartInput {
  /** in date order */
  values: readonly Observation[]
  improvementDirection: ImprovementDirection
  target: number | null
  /** positions at which a new segment starts */
  rebaseAt: readonly number[]
  /** set limits from the first so many rows of each segment */
  fixAfterNPoints: number | null
  /** limits of the last segment rest on its rows before this position alone; on all of them where left out */
  baselineEnd?: number | null
}

/** All of them off: what the reference does, but for `screenOutliers`, which it has on. */
export interface ControlChartOptions extends XmrOptions, RuleOptions {
  /** judge variation at the last row that has a value, not at the last row */
  dropTrailingMissing: boolean
}

export const referenceOptions: ControlChartOptions = {
  screenOutliers: true,
  zeroWidthForConstant: false,
  trendEndByItsTrend: false,
  dropTrailingMissing: false,
}

interface ControlSegment extends XmrFit {
  /** position of its first row */
  start: number
  /** position after its last row */
  end: number
  hasTrialLimits: boolean
}

interface ControlPoint {
  segment: number
  cause: SpecialCause
  type: PointType
}

export interface ControlChart {
  segments: ControlSegment[]
  /** one for each value */
  points: ControlPoint[]
  variation: PointType
  assurance: Assurance | null
}

/**
 * The whole XmR analysis of one series after spc.md: cut at re-baselines, limits and rules inside each
 * segment only, one label for each point, variation of the last row, assurance by the last segment's limits.
 * Linear in the number of points. Throws a RangeError for a baseline of fewer than 12 rows.
 *
 * @example 20, 22, 21, 25, 22 with target 30, increase → common cause, consistent_fail (upper limit 28.65)
 */
export function analyseControlChart(
  input: ControlChartInput,
  options: ControlChartOptions = referenceOptions,
): ControlChart {
  const { fixAfterNPoints, baselineEnd: lastEnd } = input
  if (fixAfterNPoints !== null && !(fixAfterNPoints >= smallestBaseline)) {
    throw new RangeError(`fixAfterNPoints is ${fixAfterNPoints}: give 12 or more, or leave it out`)
  }
  const segments = cutSegments(input.values.length, input.rebaseAt).map(({ start, end }) => {
    const ownEnd = end === input.values.length ? (lastEnd ?? end) : end
    const baselineEnd = Math.min(ownEnd, start + (fixAfterNPoints ?? end))
    const fit = fitXmr(input.values.slice(start, baselineEnd), options)
    return { start, end, hasTrialLimits: end - start < trialLimitRows, ...fit }
  })
  const points = segments.flatMap((segment, index) =>
    labelPoints(input.values.slice(segment.start, segment.end), segment, options).map((label) => ({
      segment: index,
      cause: label.cause,
      type: judgePoint(label.direction, input.improvementDirection),
    })),
  )
  const last = options.dropTrailingMissing ? input.values.findLastIndex(isPresent) : points.length - 1
  return {
    segments,
    points,
    variation: points[last]?.type ?? 'common_cause',
    assurance: judgeAssurance(input.target, segments.at(-1)?.limits ?? null, input.improvementDirection),
  }
}

/** Cuts before every rebase position inside the series; position 0, repeats and strangers add none. */
export function cutSegments(rows: number, rebaseAt: readonly number[]): { start: number; end: number }[] {
  const cuts = [...new Set(rebaseAt)].filter((at) => Number.isInteger(at) && at > 0 && at < rows)
  const starts = [0, ...cuts.sort((a, b) => a - b)]
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? rows }))
}
