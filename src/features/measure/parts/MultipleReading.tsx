import styles from '../../../charts/multiples/multiples.module.css'
import { nearestDay } from '../../../charts/nearest-day.ts'
import marks from '../../../charts/trend/chart.module.css'
import type { Scales } from '../../../charts/trend/plot.ts'
import { formatValue } from '../../../domain/measures/format.ts'
import { formatPeriod } from '../../../domain/periods/labels.ts'
import { lastMonthOf } from '../../../domain/periods/period.ts'
import { periodIndexAt } from '../../../domain/periods/period-at.ts'
import type { Multiple, SmallMultiplesModel } from '../../../domain/trends/parts/small-multiples.ts'
import { shorthandOf, statusOf } from '../../../domain/trends/point-words.ts'
import type { TrendPoint } from '../../../domain/trends/points.ts'
import { useTimeCursor } from '../../../stores/time-cursor.ts'
import { readAtPointer } from '../../../ui/chart-pointer.ts'
import { MonthSlider } from '../../../ui/MonthSlider.tsx'
import { useActivePoint } from '../trend/TrendCursor.tsx'

type Measure = SmallMultiplesModel['measure']

/** The figure of the month that is read, the latest at first. */
export function MultipleFigure({ multiple, measure }: { multiple: Multiple; measure: Measure }) {
  const active = useActivePoint(multiple.points)
  return (
    <span className={`figures ${styles.figure}`}>{active ? inShort(measure, active) : multiple.latest}</span>
  )
}

function inShort(measure: Measure, point: TrendPoint): string {
  return [...(point.value === null ? [] : [formatValue(measure, point.value)]), ...shorthandOf(point)].join(
    ' ',
  )
}

export interface MultipleCursorProps {
  points: readonly TrendPoint[]
  scales: Scales
  size: { width: number; height: number; left: number; top: number; bottom: number }
}

/** The same month on every picture, with its name on the axis; laid over a picture that is not drawn again. */
export function MultipleCursor({ points, scales, size }: MultipleCursorProps) {
  const active = useActivePoint(points)
  const { width, height, left, top, bottom } = size
  const half = 38
  const x = active ? scales.x(active.day) : 0
  return (
    <svg className={styles.cursor} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {active && (
        <>
          <path className={marks.cursor} d={`M${x} ${top - 4}V${height - bottom}`} />
          {/* the ends of the axis give way to the month that is read */}
          <rect
            className={styles.plate}
            x={left}
            y={height - bottom + 2}
            width={width - left}
            height={bottom - 2}
          />
          <text
            className={`${styles.label} ${styles.month}`}
            x={Math.min(Math.max(x, half), width - half)}
            y={height - 4}
            textAnchor="middle"
          >
            {active.label}
          </text>
          {active.value !== null && (
            <circle className={marks.ring} cx={x} cy={scales.y(active.value)} r={6} />
          )}
        </>
      )}
    </svg>
  )
}

/** Reads the pictures where a mouse or a finger is. */
export function pointerOver(points: readonly TrendPoint[], scales: Scales, width: number) {
  const { point, leave } = useTimeCursor.getState()
  return readAtPointer((share) => {
    const nearest = nearestDay(points, scales.x, share * width)
    if (nearest) point(lastMonthOf(nearest.period))
  }, leave)
}

/** The pictures by the keyboard: every figure of a period in one sentence. */
export function MultiplesSlider({ model: { multiples, measure } }: { model: SmallMultiplesModel }) {
  const periods = (multiples[0]?.points ?? []).map(({ period }) => period)
  const row = useTimeCursor(({ month }) => (month ? periodIndexAt(periods, month) : -1))
  const { point, leave } = useTimeCursor.getState()
  const active = row < 0 ? periods.length - 1 : row
  const months = periods.map(formatPeriod)
  const figures = multiples.map(({ label, points }) => `${label} ${spoken(measure, points[active])}`)
  return (
    <div className={styles.slider}>
      <MonthSlider
        label="Every picture is read at"
        months={months}
        active={active}
        reading={`${months[active] ?? ''}: ${figures.join('; ')}`}
        onMove={(index) => {
          const period = periods[index]
          if (period) point(lastMonthOf(period))
        }}
        onLeave={leave}
      />
    </div>
  )
}

/** @example '76, provisional'; 'withheld' */
function spoken(measure: Measure, point: TrendPoint | undefined): string {
  if (!point) return 'missing'
  const status = statusOf(point)
  if (point.value === null) return status.toLowerCase()
  return [formatValue(measure, point.value), ...(status === 'Final' ? [] : [status.toLowerCase()])].join(', ')
}
