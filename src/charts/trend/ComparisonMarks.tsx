import type { TrendModel } from '../../domain/trends/trend.ts'
import styles from './chart.module.css'
import type { Plot, Scales } from './plot.ts'

export interface ComparisonMarksProps {
  model: TrendModel
  plot: Plot
  scales: Scales
}

/** The means before and after the chosen change, and how far the estimate leaves the level open. */
export function ComparisonMarks({ model: { comparison }, plot, scales }: ComparisonMarksProps) {
  if (!comparison) return null
  const { interval } = comparison
  return (
    <g>
      <path className={styles.chosen} d={`M${scales.x(comparison.day)} ${plot.y}v${plot.height}`} />
      {[comparison.before, comparison.after].map(
        (side) =>
          side && (
            <path
              key={side.words}
              className={styles.sideMean}
              d={`M${scales.x(side.start)} ${scales.y(side.mean)}H${scales.x(side.end)}`}
            />
          ),
      )}
      {interval && (
        <path
          className={styles.interval}
          d={`M${scales.x(interval.day) - 5} ${scales.y(interval.upper)}h10m-5 0V${scales.y(interval.lower)}m-5 0h10`}
        />
      )}
    </g>
  )
}
