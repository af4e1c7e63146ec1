import type { TrendModel } from '../../domain/trends/trend.ts'
import styles from './chart.module.css'
import type { Plot, Scales } from './plot.ts'

export interface LimitMarksProps {
  model: Pick<TrendModel, 'limits'>
  plot: Plot
  scales: Scales
}

/** The ribbon of usual values with its limits and mean, broken where limits start again. */
export function LimitMarks({ model, plot, scales }: LimitMarksProps) {
  return (
    <g>
      {model.limits.map((stretch) => {
        const left = scales.x(stretch.start)
        const right = scales.x(stretch.end)
        // a limit that the measure can never pass is the edge of the plot, and no line
        const top = stretch.drawnUpper === null ? plot.y : scales.y(stretch.drawnUpper)
        const bottom = stretch.drawnLower === null ? plot.y + plot.height : scales.y(stretch.drawnLower)
        return (
          <g key={stretch.start}>
            <rect className={styles.ribbon} x={left} y={top} width={right - left} height={bottom - top} />
            {stretch.drawnUpper !== null && <path className={styles.limit} d={`M${left} ${top}H${right}`} />}
            {stretch.drawnLower !== null && (
              <path className={styles.limit} d={`M${left} ${bottom}H${right}`} />
            )}
            <path className={styles.mean} d={`M${left} ${scales.y(stretch.mean)}H${right}`} />
          </g>
        )
      })}
    </g>
  )
}
