import { nearestDay } from '../../../charts/nearest-day.ts'
import { PairedMarks } from '../../../charts/paired/PairedMarks.tsx'
import styles from '../../../charts/paired/paired.module.css'
import { chartHeight, scalesOf } from '../../../charts/paired/paired-layout.ts'
import marks from '../../../charts/trend/chart.module.css'
import type { Plot, Scales } from '../../../charts/trend/plot.ts'
import { lastMonthOf } from '../../../domain/periods/period.ts'
import type { PairedChart, PairedModel } from '../../../domain/trends/together/paired-model.ts'
import { describeChart } from '../../../domain/trends/together/paired-words.ts'
import { useTimeCursor } from '../../../stores/time-cursor.ts'
import { readAtPointer } from '../../../ui/chart-pointer.ts'
import { NamedImage } from '../../../ui/NamedImage.tsx'
import { useActivePoint } from '../trend/TrendCursor.tsx'

export interface PairedPlotProps {
  chart: PairedChart
  model: PairedModel
  plot: Plot
  width: number
}

/** One measure with its usual range, and with what runs through all charts. */
export function PairedPlot({ chart, model, plot, width }: PairedPlotProps) {
  const scales = scalesOf(chart, model, plot)
  const { point, leave } = useTimeCursor.getState()
  const pointer = readAtPointer((share) => {
    const nearest = nearestDay(chart.points, scales.x, share * width)
    if (nearest) point(lastMonthOf(nearest.period))
  }, leave)
  const frame = { width, height: chartHeight, viewBox: `0 0 ${width} ${chartHeight}` }
  return (
    <div className={styles.pointed} {...pointer}>
      <NamedImage className={marks.lane} {...frame} name={describeChart(chart, chart.kpi)}>
        <PairedMarks chart={chart} model={model} plot={plot} scales={scales} height={chartHeight} />
      </NamedImage>
      <svg className={styles.cursor} {...frame} aria-hidden="true">
        <Cursor chart={chart} scales={scales} />
      </svg>
    </div>
  )
}

function Cursor({ chart, scales }: { chart: PairedChart; scales: Scales }) {
  const active = useActivePoint(chart.points)
  if (!active) return null
  return (
    <>
      <path className={marks.cursor} d={`M${scales.x(active.day)} 0V${chartHeight}`} />
      {active.value !== null && (
        <circle className={marks.ring} cx={scales.x(active.day)} cy={scales.y(active.value)} r={7} />
      )}
    </>
  )
}
