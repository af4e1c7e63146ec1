import type { PairedModel } from '../../domain/trends/together/paired-model.ts'
import marks from '../trend/chart.module.css'
import { type Plot, scalesFor } from '../trend/plot.ts'
import { layTimeWords } from '../trend/time-words.ts'
import { type EventLane, layEvents } from './paired-layout.ts'

export interface PairedAxisProps {
  model: PairedModel
  plot: Plot
  width: number
}

export const axisHeight = 24

/** Names of the surges, numbers of the milestones, over the rules that run through all charts. */
export function EventsAbove(props: PairedAxisProps) {
  const { labels, height } = layEvents(props.model, daysIn(props), props.width)
  return (
    <svg
      className={marks.lane}
      width={props.width}
      height={height}
      viewBox={`0 0 ${props.width} ${height}`}
      aria-hidden="true"
    >
      <EventLabels labels={labels} />
    </svg>
  )
}

export function EventLabels({ labels }: Pick<EventLane, 'labels'>) {
  return labels.map((label) => (
    <text key={label.id} className={marks.label} x={label.x} y={label.y} textAnchor={label.anchor}>
      {label.text}
    </text>
  ))
}

/** The one time axis, below the last chart. */
export function TimeBelow(props: PairedAxisProps) {
  return (
    <svg
      className={marks.lane}
      width={props.width}
      height={axisHeight}
      viewBox={`0 0 ${props.width} ${axisHeight}`}
      aria-hidden="true"
    >
      <TimeLabels {...props} />
    </svg>
  )
}

export function TimeLabels(props: PairedAxisProps) {
  const x = daysIn(props)
  const within = { left: 0, right: props.width }
  return layTimeWords(props.model.timeLabels, x, within).map(({ day, words, tickFromWords }) => (
    <g key={day}>
      {tickFromWords !== null && <path className={marks.axis} d={`M${x(day) + tickFromWords} 0v6`} />}
      {words !== null && (
        <text className={marks.label} x={x(day)} y={19} textAnchor="middle">
          {words}
        </text>
      )}
    </g>
  ))
}

/** Where a day stands, on every chart alike. */
export function daysIn({ model, plot }: PairedAxisProps): (day: number) => number {
  return scalesFor({ ...model, axis: noValues }, plot).x
}

/** Only days are asked of these scales. */
const noValues = { lower: 0, upper: 1, ticks: [], startsAtZero: true }
