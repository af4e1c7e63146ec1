import type { TrendModel } from '../chart-model.ts'
import type { Plot, Scales } from '../layout/plot.ts'
import type { TrendPoint } from '../model/points.ts'
import styles from './chart.module.css'

export interface ActualMarksProps {
  model: TrendModel
  plot: Plot
  scales: Scales
  activePeriod: string | null
}

/** A mark per period: dot, hollow when provisional, × on the axis when missing, hatched box when withheld. */
export function ActualMarks({ model, plot, scales, activePeriod }: ActualMarksProps) {
  const active = model.points.find(({ period }) => period === activePeriod)
  return (
    <g>
      {active && <path className={styles.cursor} d={`M${scales.x(active.day)} ${plot.y}v${plot.height}`} />}
      {model.points.map((point) => (
        <PointMark
          key={point.period}
          point={point}
          scales={scales}
          axisY={plot.y + plot.height}
          showsRevision={model.showRevisions}
          isDense={plot.width / model.points.length < 7}
        />
      ))}
      {active && active.value !== null && (
        <circle className={styles.ring} cx={scales.x(active.day)} cy={scales.y(active.value)} r={8} />
      )}
    </g>
  )
}

interface PointMarkProps {
  point: TrendPoint
  scales: Scales
  axisY: number
  showsRevision: boolean
  isDense: boolean
}

function PointMark({ point, scales, axisY, showsRevision, isDense }: PointMarkProps) {
  const x = scales.x(point.day)
  if (point.value === null) {
    return point.availability === 'suppressed' ? (
      <path
        className={styles.withheld}
        d={`M${x - 4} ${axisY - 9}h8v6h-8ZM${x - 4} ${axisY - 3}l6 -6M${x} ${axisY - 3}l4 -4`}
      />
    ) : (
      <path className={styles.missing} d={`M${x - 4} ${axisY - 10}l8 8m0 -8l-8 8`} />
    )
  }
  const y = scales.y(point.value)
  const old = showsRevision ? point.previousValue : null
  return (
    <>
      {old !== null && (
        <>
          <path className={styles.revised} d={`M${x} ${y}V${scales.y(old)}`} />
          <circle className={styles.revisedOld} cx={x} cy={scales.y(old)} r={3} />
        </>
      )}
      {point.provisional ? (
        <circle className={styles.hollow} cx={x} cy={y} r={4.2} />
      ) : (
        <circle className={styles.point} cx={x} cy={y} r={isDense ? 1.5 : 2.2} />
      )}
    </>
  )
}
