import { breakBetween, type DefinitionBreak } from '../../domain/figures/comparability.ts'
import type { SeriesPoint } from '../../domain/figures/figure.ts'
import { dayNumber } from '../../domain/periods/calendar.ts'
import { addPeriods, lastMonthOf, periodEnd } from '../../domain/periods/period.ts'
import { scorecardMonths } from '../../domain/scorecard/scorecard.ts'

export const sparklineSize = { width: 142, height: 40 } as const
/** room for the last point on the right, and for stroke widths */
const inset = { x: 4, right: 6, y: 6 } as const

export interface SparklineModel {
  /** one path for each unbroken run; a missing month is a gap */
  paths: string[]
  /** figures that stand alone between two gaps */
  dots: { x: number; y: number }[]
  last: { x: number; y: number; isProvisional: boolean } | null
  target: { y: number; beyond: 'above' | 'below' | null } | null
  /** where a definition changed */
  breaks: number[]
}

/**
 * A series of three years in 142 × 40 px. Scaled to its own figures; the target is part of the scale while it
 * lies within one span of them, and sits on the edge with an arrow when it is further off, so that the shape
 * is never flattened.
 */
export function layOutSparkline(
  points: readonly SeriesPoint[],
  target: number | null,
  breaks: readonly DefinitionBreak[] = [],
): SparklineModel {
  const shown = points.filter((point) => point.value !== null)
  const lastPoint = points.at(-1)
  if (!shown.length || !lastPoint) return { paths: [], dots: [], last: null, target: null, breaks: [] }
  const values = shown.map((point) => point.value ?? 0)
  const low = Math.min(...values)
  const high = Math.max(...values)
  const span = high - low || Math.abs(high) || 1
  const near = target !== null && target >= low - span && target <= high + span
  const bottom = near ? Math.min(low, target) : low
  const top = near ? Math.max(high, target) : high
  const scaleY = scale(bottom, top, sparklineSize.height - inset.y, inset.y)
  const end = dayNumber(periodEnd(lastPoint.period))
  const start = dayNumber(periodEnd(addPeriods(lastMonthOf(lastPoint.period), 1 - scorecardMonths)))
  const scaleX = scale(start, end, inset.x, sparklineSize.width - inset.right)
  const place = (point: SeriesPoint) => ({
    x: round(scaleX(dayNumber(periodEnd(point.period)))),
    y: round(scaleY(point.value ?? 0)),
  })

  const runs = unbrokenRuns(points, breaks)
  return {
    paths: runs
      .filter((run) => run.length > 1)
      .map((run) => `M${run.map((point) => `${place(point).x} ${place(point).y}`).join('L')}`),
    dots: runs.filter((run) => run.length === 1).flatMap((run) => run.map(place)),
    last: lastPoint.value === null ? null : { ...place(lastPoint), isProvisional: lastPoint.provisional },
    target: target === null ? null : placeTarget(target, bottom, top, near, scaleY),
    breaks: breaks
      .map(({ date }) => dayNumber(date))
      .filter((day) => day > start && day <= end)
      .map((day) => round(scaleX(day))),
  }
}

function placeTarget(
  target: number,
  bottom: number,
  top: number,
  near: boolean,
  scaleY: (value: number) => number,
): NonNullable<SparklineModel['target']> {
  if (near) return { y: round(scaleY(target)), beyond: null }
  return target > top
    ? { y: 1, beyond: 'above' }
    : { y: sparklineSize.height - 1, beyond: target < bottom ? 'below' : null }
}

/** A line never runs over a missing month, nor from one definition to another. */
function unbrokenRuns(points: readonly SeriesPoint[], breaks: readonly DefinitionBreak[]): SeriesPoint[][] {
  const runs: SeriesPoint[][] = []
  let before: SeriesPoint | undefined
  for (const point of points) {
    const current = runs.at(-1)
    const follows =
      before !== undefined &&
      addPeriods(before.period, 1) === point.period &&
      !breakBetween(breaks, before.period, point.period)
    if (point.value !== null && current && before?.value != null && follows) current.push(point)
    else if (point.value !== null) runs.push([point])
    before = point
  }
  return runs
}

function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  const span = to - from
  return (value) => (span === 0 ? (start + end) / 2 : start + ((value - from) / span) * (end - start))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
