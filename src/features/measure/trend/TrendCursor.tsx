import { nearestDay } from '../../../charts/nearest-day.ts'
import chart from '../../../charts/trend/chart.module.css'
import { type Frame, keepOnPlot, type Scales } from '../../../charts/trend/plot.ts'
import { lastMonthOf } from '../../../domain/periods/period.ts'
import { periodIndexAt } from '../../../domain/periods/period-at.ts'
import { readPoint } from '../../../domain/trends/point-words.ts'
import type { TrendPoint } from '../../../domain/trends/points.ts'
import type { TrendModel } from '../../../domain/trends/trend.ts'
import { useTimeCursor } from '../../../stores/time-cursor.ts'
import { readAtPointer } from '../../../ui/chart-pointer.ts'
import styles from './TrendFigure.module.css'

/** The point of a chart in the month that the reader stands on; null in none, or in one that it does not hold. */
export function useActivePoint(points: readonly TrendPoint[]): TrendPoint | null {
  const index = useTimeCursor(({ month }) =>
    month
      ? periodIndexAt(
          points.map(({ period }) => period),
          month,
        )
      : -1,
  )
  return points[index] ?? null
}

export interface TrendCursorProps {
  model: TrendModel
  frame: Frame
  /** those of the chart that it lies over */
  scales: Scales
}

/** Reads the chart wherever a pointer is, and shows which month is read, without drawing the chart again. */
export function TrendCursor(props: TrendCursorProps) {
  const { model, frame, scales } = props
  const { point, leave } = useTimeCursor.getState()
  const pointer = readAtPointer((share) => {
    const nearest = nearestDay(model.points, scales.x, share * frame.width)
    if (nearest) point(lastMonthOf(nearest.period))
  }, leave)
  return (
    <>
      <Cursor {...props} />
      <rect width={frame.width} height={frame.height} fill="none" pointerEvents="all" {...pointer} />
    </>
  )
}

function Cursor({ model, frame: { plot }, scales: { x, y } }: TrendCursorProps) {
  const active = useActivePoint(model.points)
  if (!active) return null
  return (
    <g className={styles.cursor}>
      <path className={chart.cursor} d={`M${x(active.day)} ${plot.y}v${plot.height}`} />
      {active.value !== null && (
        <circle className={chart.ring} cx={x(active.day)} cy={keepOnPlot(y(active.value), plot)} r={8} />
      )}
    </g>
  )
}

/** What stands where the reader points; the latest point at first. */
export function TrendReading({ model }: { model: TrendModel }) {
  const active = useActivePoint(model.points)
  const shown = active ?? model.points.at(-1)
  return (
    <p className={styles.reading} data-active={active !== null}>
      {shown ? readPoint(model.measure, shown) : ''}
    </p>
  )
}

/** The same for those who listen, once for every key. */
export function SpokenReading({ model }: { model: TrendModel }) {
  const isSpoken = useTimeCursor((cursor) => cursor.isSpoken)
  const active = useActivePoint(model.points)
  return (
    <p className="visually-hidden" aria-live="polite">
      {isSpoken && active ? readPoint(model.measure, active) : ''}
    </p>
  )
}
