import type { RowAnalysis, Segment, SpecialPoint } from '../../domain/analysis/edition-analysis.ts'
import { breakBetween, type DefinitionBreak } from '../../domain/figures/comparability.ts'
import type { SeriesPoint } from '../../domain/figures/figure.ts'
import { extentOf, isFar, sideOf } from '../../domain/figures/within-scale.ts'
import { dayNumber } from '../../domain/periods/calendar.ts'
import { addPeriods, lastMonthOf, periodEnd } from '../../domain/periods/period.ts'
import { scorecardMonths } from '../../domain/scorecard/scorecard-months.ts'

export const sparklineSize = { width: 142, height: 40 } as const
/** room for the last point on the right, and for stroke widths */
const inset = { x: 4, right: 6, y: 6 } as const

export interface SparklineModel {
  /** one path for each unbroken run; a missing month is a gap */
  paths: string[]
  /** figures that stand alone between two gaps */
  dots: { x: number; y: number }[]
  last: { x: number; y: number; mark: SignalMark | null; isProvisional: boolean } | null
  /** the usual range: a ribbon for each stretch, and its edges */
  ribbon: string
  limits: string
  /** earlier points that are not common cause, as one path for each shape */
  signals: { mark: SignalMark; path: string }[]
  target: { y: number; beyond: 'above' | 'below' | null } | null
  /** arrows at the edge, for figures that lie beyond the scale */
  beyond: string
  /** where a definition changed */
  breaks: number[]
}

const nothing: SparklineModel = {
  paths: [],
  dots: [],
  last: null,
  ribbon: '',
  limits: '',
  signals: [],
  target: null,
  beyond: '',
  breaks: [],
}

/**
 * A series of three years in 142 × 40 px. Scaled to its own figures and their usual range; the target is part of the scale while it
 * lies within one span of them, and sits on the edge with an arrow when it is further off, so that the shape
 * is never flattened.
 */
export function layOutSparkline(
  points: readonly SeriesPoint[],
  target: number | null,
  breaks: readonly DefinitionBreak[] = [],
  { segments, special }: Pick<RowAnalysis, 'segments' | 'special'> = { segments: [], special: [] },
): SparklineModel {
  const shown = points.filter((point) => point.value !== null)
  const lastPoint = points.at(-1)
  if (!shown.length || !lastPoint) return nothing
  const values = shown.map((point) => point.value ?? 0)
  const extent = extentOf(values) ?? { low: 0, high: 0 }
  const ranges = segments.map((segment) => withinReason(segment, Math.min(...values)))
  const edgesNear = ranges
    .flatMap(({ lower, upper }) => [lower, upper])
    .filter((edge) => !isFar(edge, extent))
  const low = Math.min(extent.low, ...edgesNear)
  const high = Math.max(extent.high, ...edgesNear)
  const span = high - low || Math.abs(high) || 1
  const near = target !== null && target >= low - span && target <= high + span
  const bottom = near ? Math.min(low, target) : low
  const top = near ? Math.max(high, target) : high
  const scaleY = scale(bottom, top, sparklineSize.height - inset.y, inset.y)
  const end = lastDayOf(lastPoint.period)
  const start = lastDayOf(addPeriods(lastMonthOf(lastPoint.period), 1 - scorecardMonths))
  const scaleX = scale(start, end, inset.x, sparklineSize.width - inset.right)
  const xOf = (period: string) => round(scaleX(Math.min(end, Math.max(start, lastDayOf(period)))))
  // a figure out of all proportion stands at the edge, with an arrow, and does not flatten the others
  const yOf = (value: number) => round(scaleY(Math.min(Math.max(value, bottom), top)))
  const place = (point: SeriesPoint) => ({ x: xOf(point.period), y: yOf(point.value ?? 0) })
  const edges = ranges.map(({ from, to, lower, upper }) => ({
    left: xOf(from),
    right: xOf(to),
    top: yOf(upper),
    bottom: yOf(lower),
  }))
  const marks = new Map(special.map((point) => [point.period, signalMarks[point.type]]))

  const runs = unbrokenRuns(points, breaks)
  return {
    paths: runs
      .filter((run) => run.length > 1)
      .map((run) => `M${run.map((point) => `${place(point).x} ${place(point).y}`).join('L')}`),
    dots: runs.filter((run) => run.length === 1).flatMap((run) => run.map(place)),
    last:
      lastPoint.value === null
        ? null
        : {
            ...place(lastPoint),
            mark: marks.get(lastPoint.period) ?? null,
            isProvisional: lastPoint.provisional,
          },
    ribbon: edges
      .map(({ left, right, top, bottom }) => `M${left} ${top}H${right}V${bottom}H${left}Z`)
      .join(''),
    limits: edges
      .map(({ left, right, top, bottom }) => `M${left} ${top}H${right}M${left} ${bottom}H${right}`)
      .join(''),
    signals: (['improvement', 'concern', 'neutral'] as const).flatMap((mark) => {
      const path = shown
        .filter((point) => point !== lastPoint && marks.get(point.period) === mark)
        .map((point) => markPath(mark, place(point), signalRadius))
        .join('')
      return path ? [{ mark, path }] : []
    }),
    target: target === null ? null : placeTarget(target, bottom, top, near, scaleY),
    beyond: shown
      .flatMap((point) => {
        const side = sideOf(point.value ?? 0, { low: bottom, high: top })
        return side ? [arrowPath(place(point).x, side)] : []
      })
      .join(''),
    breaks: breaks
      .map(({ date }) => dayNumber(date))
      .filter((day) => day > start && day <= end)
      .map((day) => round(scaleX(day))),
  }
}

/** The same few periods stand in every row, each several times. */
const lastDays = new Map<string, number>()

function lastDayOf(period: string): number {
  const day = lastDays.get(period) ?? dayNumber(periodEnd(period))
  lastDays.set(period, day)
  return day
}

/** As everywhere: a disc improves, a diamond concerns, a square is neither. */
export type SignalMark = 'improvement' | 'concern' | 'neutral'

const signalRadius = 1.9

const signalMarks: Record<SpecialPoint['type'], SignalMark | null> = {
  common_cause: null,
  special_cause_improvement: 'improvement',
  special_cause_concern: 'concern',
  special_cause_neutral_high: 'neutral',
  special_cause_neutral_low: 'neutral',
}

function arrowPath(x: number, side: 'above' | 'below'): string {
  return side === 'above'
    ? `M${round(x - 3)} 5L${x} 0L${round(x + 3)} 5Z`
    : `M${round(x - 3)} ${sparklineSize.height - 5}L${x} ${sparklineSize.height}L${round(x + 3)} ${sparklineSize.height - 5}Z`
}

export function markPath(
  mark: SignalMark | null,
  { x, y }: { x: number; y: number },
  radius: number,
): string {
  switch (mark) {
    case 'concern': {
      const reach = round(radius * 1.35)
      return `M${round(x - reach)} ${y}l${reach} ${-reach} ${reach} ${reach} ${-reach} ${reach}Z`
    }
    case 'neutral':
      return `M${round(x - radius)} ${round(y - radius)}h${2 * radius}v${2 * radius}h${-2 * radius}Z`
    case 'improvement':
    case null:
      return `M${round(x - radius)} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`
  }
}

/** Limits know no bounds; below nothing there is nothing to draw for figures that are never negative. */
function withinReason(segment: Segment, lowest: number): Segment {
  return lowest < 0 ? segment : { ...segment, lower: Math.max(0, segment.lower) }
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
