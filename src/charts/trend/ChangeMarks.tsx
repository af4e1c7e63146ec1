import type { TrendModel } from '../../domain/trends/trend.ts'
import styles from './chart.module.css'
import type { Plot, Scales } from './plot.ts'

export interface ChangeMarksProps {
  model: TrendModel
  plot: Plot
  scales: Scales
}

/** Surges as bands with a bracket. */
export function BandMarks({ model, plot, scales }: ChangeMarksProps) {
  return (
    <g>
      {model.bands.map((band) => {
        const x = scales.x(band.start)
        const width = scales.x(band.end) - x
        return (
          <g key={band.id}>
            <rect className={styles.band} x={x} y={plot.y} width={width} height={plot.height} />
            <path className={styles.bracket} d={`M${x} ${plot.y + 6}v-6h${width}v6`} />
          </g>
        )
      })}
    </g>
  )
}

/** Recorded changes as dotted rules. */
export function RuleMarks({ model, plot, scales }: ChangeMarksProps) {
  const bottom = plot.y + plot.height
  return (
    <g>
      {model.rules.map((rule) => (
        <path key={rule.id} className={styles.change} d={`M${scales.x(rule.day)} ${plot.y - 4}V${bottom}`} />
      ))}
    </g>
  )
}
