import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { EventsAbove, TimeBelow } from '../../../charts/paired/PairedAxis.tsx'
import styles from '../../../charts/paired/paired.module.css'
import { plotOf } from '../../../charts/paired/paired-layout.ts'
import type { Plot } from '../../../charts/trend/plot.ts'
import { unitPhrase } from '../../../domain/measures/format.ts'
import { borough } from '../../../domain/measures/measure.ts'
import { formatPeriod } from '../../../domain/periods/labels.ts'
import { formatRound } from '../../../domain/trends/axis.ts'
import type { PairedChart, PairedModel } from '../../../domain/trends/together/paired-model.ts'
import {
  eventsInWords,
  marksInWords,
  readMonth,
  readShort,
} from '../../../domain/trends/together/paired-words.ts'
import type { TrendModel } from '../../../domain/trends/trend.ts'
import { useTimeCursor } from '../../../stores/time-cursor.ts'
import { MonthSlider } from '../../../ui/MonthSlider.tsx'
import { useWidth } from '../../../ui/use-width.ts'
import { PairedPlot } from './PairedPlot.tsx'

export interface PairedFigureProps {
  model: PairedModel
  main: TrendModel
}

/** The charts under each other with what each reads in the month that is pointed at. */
export function PairedFigure({ model, main }: PairedFigureProps) {
  const [ref, width] = useWidth()
  const plot = width ? plotOf(model, main, width) : null
  return (
    <div className={styles.figure}>
      <div className={styles.row}>
        <div ref={ref} className={styles.lane}>
          {width && plot && <EventsAbove model={model} plot={plot} width={width} />}
        </div>
      </div>
      <ul>
        {model.charts.map((chart) => (
          <li key={chart.id} className={styles.row}>
            <ChartWords chart={chart} />
            <div className={styles.plot}>
              {width && plot && <PairedPlot chart={chart} model={model} plot={plot} width={width} />}
            </div>
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <div>
          {width && plot && <TimeBelow model={model} plot={plot} width={width} />}
          <Slider model={model} style={width && plot ? alongAxis(model, plot, width) : {}} />
        </div>
      </div>
      <Key model={model} />
    </div>
  )
}

function ChartWords({ chart }: { chart: PairedChart }) {
  const { kpi, name, dimension, member } = chart
  const part = dimension === borough.dimension ? {} : { dimension, member }
  return (
    <div className={styles.words}>
      <h3 className={styles.name}>
        {chart.isThisPage ? (
          `${name} (this page)`
        ) : (
          <Link to="/kpis/$id" params={{ id: kpi.id }} search={part}>
            {name}
          </Link>
        )}
      </h3>
      <Reading chart={chart} />
      <p className={styles.unit}>
        {unitPhrase(kpi)}
        {chart.axis.startsAtZero ? '' : `; axis starts at ${formatRound(kpi, chart.axis.lower)}, not zero`}
        {chart.offScale.map((words) => `. ${words}`)}
      </p>
      {chart.headline && <p className={styles.headline}>{chart.headline}</p>}
    </div>
  )
}

/** One short line, whatever the month: nothing moves as the reader does. */
function Reading({ chart }: { chart: PairedChart }) {
  const month = useTimeCursor((cursor) => cursor.month)
  const { figure, at } = readShort(chart, month)
  return (
    <p className={styles.reading}>
      <strong className="figures">{figure}</strong> {at}
    </p>
  )
}

const halfThumb = 12

/** From the first point to the last, so that the thumb stands below the month that it means. */
function alongAxis({ charts, firstDay, lastDay }: PairedModel, plot: Plot, width: number): CSSProperties {
  const days = charts.flatMap(({ points }) => points.map(({ day }) => day))
  const place = (day: number) => plot.x + (plot.width * (day - firstDay)) / (lastDay - firstDay || 1)
  const left = place(Math.min(...days)) - halfThumb
  return { marginLeft: left, width: Math.min(place(Math.max(...days)) + halfThumb, width) - left }
}

function Slider({ model, style }: { model: PairedModel; style: CSSProperties }) {
  const { months } = model
  const { point, leave } = useTimeCursor.getState()
  const found = useTimeCursor(({ month }) => (month === null ? -1 : months.indexOf(month)))
  const active = found < 0 ? months.length - 1 : found
  return (
    <MonthSlider
      label="Every chart is read at"
      months={months.map(formatPeriod)}
      active={active}
      reading={readMonth(model, months[active] ?? '')}
      onMove={(index) => {
        const chosen = months[index]
        if (chosen) point(chosen)
      }}
      onLeave={leave}
      style={style}
    />
  )
}

/** What the marks, the rules and the bands are, in words for everybody. */
function Key({ model }: { model: PairedModel }) {
  return [marksInWords(model), eventsInWords(model)].map(
    (words) =>
      words && (
        <p key={words} className={styles.key}>
          {words}
        </p>
      ),
  )
}
