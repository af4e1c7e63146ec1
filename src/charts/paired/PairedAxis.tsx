import type { PairedModel } from '../../domain/trends/together/paired-model.ts'
import marks from '../trend/chart.module.css'
import { fontSize, type Plot, scalesFor } from '../trend/plot.ts'
import { textWidth } from '../type/text-width.ts'
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
  let clearFrom = 0
  const labels = props.model.timeLabels.map(({ start, end, tick, forms }) => {
    const middle = (x(start) + x(end)) / 2
    const isStretch = end - start > 100
    const room = isStretch ? x(end) - x(start) : Number.POSITIVE_INFINITY
    const text = forms.find((form) => {
      const size = textWidth(form, fontSize)
      return size <= room && middle - size / 2 >= clearFrom && middle + size / 2 <= props.width
    })
    if (text) clearFrom = middle + textWidth(text, fontSize) / 2 + 8
    return { key: start, tick, text, middle }
  })
  return labels.map(({ key, tick, text, middle }) => (
    <g key={key}>
      {tick !== null && <path className={marks.axis} d={`M${x(tick)} 0v6`} />}
      {text && (
        <text className={marks.label} x={middle} y={19} textAnchor="middle">
          {text}
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
