import chart from '../../../charts/trend/chart.module.css'
import { frameFor, keepOnPlot, scalesFor } from '../../../charts/trend/plot.ts'
import { periodIndexAt } from '../../../domain/periods/period-at.ts'
import { readPoint } from '../../../domain/trends/point-words.ts'
import type { TrendPoint } from '../../../domain/trends/points.ts'
import type { TrendModel } from '../../../domain/trends/trend.ts'
import { useTimeCursor } from '../../../stores/time-cursor.ts'
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

/** The rule and the ring alone, laid over a chart that is not drawn again as the reader moves. */
export function TrendCursor({ model, width }: { model: TrendModel; width: number }) {
  const active = useActivePoint(model.points)
  if (!active) return null
  const { plot, height } = frameFor(model, width)
  const { x, y } = scalesFor(model, plot)
  return (
    <svg
      className={styles.cursor}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path className={chart.cursor} d={`M${x(active.day)} ${plot.y}v${plot.height}`} />
      {active.value !== null && (
        <circle className={chart.ring} cx={x(active.day)} cy={keepOnPlot(y(active.value), plot)} r={8} />
      )}
    </svg>
  )
}

/** What stands where the reader points; the latest point at first. */
export function TrendReading({ model }: { model: TrendModel }) {
  const shown = useActivePoint(model.points) ?? model.points.at(-1)
  return <p className={styles.reading}>{shown ? readPoint(model.measure, shown) : ''}</p>
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
