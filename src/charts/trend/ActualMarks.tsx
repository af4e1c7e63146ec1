import type { TrendPoint } from '../../domain/trends/points.ts'
import { type SignalShape, shapeOf } from '../../domain/trends/signal-words.ts'
import type { TrendModel } from '../../domain/trends/trend.ts'
import styles from './chart.module.css'
import { keepOnPlot, type Plot, type Scales } from './plot.ts'

export interface ActualMarksProps {
  model: Pick<TrendModel, 'points' | 'showRevisions' | 'showSignals'>
  plot: Plot
  scales: Scales
}

/**
 * A mark per period: dot, hollow when provisional, × on the axis when missing, hatched box when withheld; larger
 * disc, diamond or square where it stands out from chance; an arrow at the edge where it lies beyond the scale.
 */
export function ActualMarks({ model, plot, scales }: ActualMarksProps) {
  return (
    <g>
      {model.points.map((point) => (
        <PointMark
          key={point.period}
          point={point}
          scales={scales}
          plot={plot}
          showsRevision={model.showRevisions}
          showsSignal={model.showSignals}
          isDense={plot.width / model.points.length < 7}
        />
      ))}
    </g>
  )
}

/** Shapes around a point, larger than its dot: which one says what the signal means. */
export const outlines: Record<SignalShape, (x: number, y: number, size: number) => string> = {
  disc: (x, y, size) =>
    `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0Z`,
  diamond: (x, y, size) => {
    const reach = size * 1.25
    return `M${x} ${y - reach}l${reach} ${reach}l${-reach} ${reach}l${-reach} ${-reach}Z`
  },
  square: (x, y, size) => `M${x - size * 0.9} ${y - size * 0.9}h${size * 1.8}v${size * 1.8}h${-size * 1.8}Z`,
}

/** At the plot's edge, for a figure beyond it. */
function arrowAt(x: number, edge: number, isAbove: boolean): string {
  return isAbove ? `M${x} ${edge}l5 9h-10Z` : `M${x} ${edge}l5 -9h-10Z`
}

interface PointMarkProps {
  point: TrendPoint
  scales: Scales
  plot: Plot
  showsRevision: boolean
  showsSignal: boolean
  isDense: boolean
}

function PointMark({ point, scales, plot, showsRevision, showsSignal, isDense }: PointMarkProps) {
  const x = scales.x(point.day)
  const axisY = plot.y + plot.height
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
  const edge = keepOnPlot(y, plot)
  if (Math.abs(y - edge) > 0.5) return <path className={styles.offScale} d={arrowAt(x, edge, y < edge)} />
  const signal = showsSignal ? (point.judgement?.signal ?? null) : null
  const shape = signal && shapeOf(signal.type)
  const old = showsRevision ? point.previousValue : null
  return (
    <>
      {old !== null && (
        <>
          <path className={styles.revised} d={`M${x} ${y}V${keepOnPlot(scales.y(old), plot)}`} />
          <circle className={styles.revisedOld} cx={x} cy={keepOnPlot(scales.y(old), plot)} r={3} />
        </>
      )}
      {shape ? (
        <path
          className={`${styles[shape]} ${point.provisional ? styles.hollowSignal : ''}`}
          d={outlines[shape](x, y, isDense ? 3 : 4.6)}
        />
      ) : point.provisional ? (
        <circle className={styles.hollow} cx={x} cy={y} r={4.2} />
      ) : (
        <circle className={styles.point} cx={x} cy={y} r={isDense ? 1.5 : 2.2} />
      )}
    </>
  )
}
