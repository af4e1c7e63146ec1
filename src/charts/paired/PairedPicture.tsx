import type { PictureSize } from '../../domain/exhibits/exhibit.ts'
import { unitPhrase } from '../../domain/measures/format.ts'
import type { PairedChart, PairedModel } from '../../domain/trends/together/paired-model.ts'
import { readShort } from '../../domain/trends/together/paired-words.ts'
import styles from '../multiples/multiples.module.css'
import { fontSize } from '../trend/plot.ts'
import { wordsWidth } from '../type/words-width.ts'
import { shorten } from '../type/wrap-words.ts'
import { axisHeight, daysIn, EventLabels, TimeLabels } from './PairedAxis.tsx'
import { PairedMarks } from './PairedMarks.tsx'
import { layEvents, plotIn, scalesOf } from './paired-layout.ts'

/** a line for the name and the latest figure above each chart */
const headHeight = 20
/** less height than this shows no movement */
const leastHeight = 52
const noteHeight = 20
const gap = 32
/** a narrower column has no room for a name and a figure in one line */
const leastWidth = 300

/** How the charts are put: one column, or two where one has no room for all of them. */
function layCharts(model: PairedModel, size: PictureSize) {
  const laid = (columns: number) => {
    const width = (size.width - gap * (columns - 1)) / columns
    const lane = layEvents(model, daysIn({ model, plot: plotIn(model, width, 0), width }), width)
    const room = size.height - lane.height - axisHeight
    const rowsIn = (height: number) => Math.max(1, Math.floor(height / (headHeight + leastHeight)))
    const isCut = columns * rowsIn(room) < model.charts.length
    const rows = isCut ? rowsIn(room - noteHeight) : Math.ceil(model.charts.length / columns)
    const step = (room - (isCut ? noteHeight : 0)) / rows
    return { columns, width, lane, rows, step, isCut }
  }
  const one = laid(1)
  return one.isCut && size.width >= 2 * leastWidth + gap ? laid(2) : one
}

/** The charts on one time axis, as many as the room holds; it says where some are left out. */
export function PairedPicture({ model, size }: { model: PairedModel; size: PictureSize }) {
  const { charts } = model
  const { columns, width, lane, rows, step, isCut } = layCharts(model, size)
  const shown = charts.slice(0, columns * rows)
  return (
    <g fontFamily="var(--font-text)" fontSize={fontSize}>
      {Array.from({ length: columns }, (_, column) => shown.slice(column * rows, (column + 1) * rows)).map(
        (some, column) => (
          <g key={some[0]?.id ?? column} transform={`translate(${column * (width + gap)} 0)`}>
            <EventLabels labels={lane.labels} />
            {some.map((chart, row) => (
              <g key={chart.id} transform={`translate(0 ${lane.height + row * step})`}>
                <NamedChart chart={chart} model={model} width={width} height={step} />
              </g>
            ))}
            <g transform={`translate(0 ${lane.height + some.length * step})`}>
              <TimeLabels model={model} plot={plotIn(model, width, 0)} width={width} />
            </g>
          </g>
        ),
      )}
      {isCut && (
        <text className={styles.label} x={0} y={size.height - 4}>
          {shown.length} of {charts.length}, in the order of the page, which shows them all.
        </text>
      )}
    </g>
  )
}

interface NamedChartProps {
  chart: PairedChart
  model: PairedModel
  width: number
  height: number
}

function NamedChart({ chart, model, width, height }: NamedChartProps) {
  const { figure, at } = readShort(chart, null)
  const widthOf = (text: string) => wordsWidth(text, 'strong', fontSize)
  // the axis says when, where name and day do not both fit
  const reading = widthOf(`${chart.name}  ${figure} ${at}`) <= width ? `${figure} ${at}` : figure
  const room = width - widthOf(reading) - 8
  const withUnit = `${chart.name}, ${unitPhrase(chart.kpi)}`
  const titles = [
    ...(chart.axis.startsAtZero
      ? []
      : [`${withUnit}; axis not from zero`, `${chart.name}; axis not from zero`]),
    withUnit,
    chart.name,
  ]
  const plotHeight = height - headHeight
  const plot = plotIn(model, width, plotHeight)
  return (
    <>
      <text className={styles.name} x={0} y={14}>
        {titles.find((title) => widthOf(title) <= room) ?? shorten(chart.name, room, 'strong', fontSize)}
      </text>
      <text className={styles.name} x={width} y={14} textAnchor="end">
        {reading}
      </text>
      <g transform={`translate(0 ${headHeight})`}>
        <PairedMarks
          chart={chart}
          model={model}
          plot={plot}
          scales={scalesOf(chart, model, plot)}
          height={plotHeight}
        />
      </g>
    </>
  )
}
