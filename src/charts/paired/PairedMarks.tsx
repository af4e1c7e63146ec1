import type { PairedChart, PairedModel } from '../../domain/trends/together/paired-model.ts'
import { ActualMarks } from '../trend/ActualMarks.tsx'
import { Clipped } from '../trend/Clipped.tsx'
import marks from '../trend/chart.module.css'
import { LimitMarks } from '../trend/LimitMarks.tsx'
import type { Plot, Scales } from '../trend/plot.ts'
import styles from './paired.module.css'
import { ticksOf } from './paired-layout.ts'

export interface PairedMarksProps {
  chart: PairedChart
  model: PairedModel
  plot: Plot
  scales: Scales
  /** of the whole chart, plot and edges, in px */
  height: number
}

type EventMarksProps = Pick<PairedMarksProps, 'model' | 'scales' | 'height'>

/** What is drawn of one measure, on the page and in a picture of it alike. */
export function PairedMarks({ chart, model, plot, scales, height }: PairedMarksProps) {
  return (
    <>
      <Surges model={model} scales={scales} height={height} />
      <Ticks chart={chart} plot={plot} scales={scales} />
      <Clipped isNeeded={chart.offScale.length > 0} plot={plot}>
        <LimitMarks model={chart} plot={plot} scales={scales} />
      </Clipped>
      <EventRules model={model} scales={scales} height={height} />
      <Clipped isNeeded={chart.offScale.length > 0} plot={plot}>
        {chart.segments.map((segment) => (
          <path
            key={segment[0]?.day}
            className={styles.line}
            d={`M${segment.map(({ day, value }) => `${scales.x(day)} ${scales.y(value)}`).join('L')}`}
          />
        ))}
      </Clipped>
      <ActualMarks
        model={{ points: chart.points, showRevisions: false, showSignals: true }}
        plot={plot}
        scales={scales}
      />
    </>
  )
}

/** From edge to edge, so that each meets the one in the chart below. */
function Surges({ model, scales, height }: EventMarksProps) {
  return model.bands.map(({ id, start, end }) => (
    <rect
      key={id}
      className={marks.band}
      x={scales.x(start)}
      y={0}
      width={scales.x(end) - scales.x(start)}
      height={height}
    />
  ))
}

/** Where a surge began and ended, and what was completed: over the usual range, under the line. */
function EventRules({ model, scales, height }: EventMarksProps) {
  const rule = (day: number) => `M${scales.x(day)} 0V${height}`
  return (
    <>
      {model.bands.map(({ id, start, end }) => (
        <path key={id} className={styles.edge} d={`${rule(start)}${rule(end)}`} />
      ))}
      {model.milestones.map(({ id, day }) => (
        <path key={id} className={marks.change} d={rule(day)} />
      ))}
    </>
  )
}

function Ticks({ chart, plot, scales }: Pick<PairedMarksProps, 'chart' | 'plot' | 'scales'>) {
  return (
    <g>
      {ticksOf(chart).map(({ value, label }) => (
        <g key={value}>
          <path
            className={value === chart.axis.lower ? marks.axis : marks.grid}
            d={`M${plot.x} ${scales.y(value)}h${plot.width}`}
          />
          <text className={marks.label} x={plot.x - 7} y={scales.y(value) + 5} textAnchor="end">
            {label.text}
          </text>
        </g>
      ))}
    </g>
  )
}
