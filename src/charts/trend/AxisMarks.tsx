import { unitPhrase } from '../../domain/measures/format.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import { formatRound } from '../../domain/trends/axis.ts'
import type { TrendModel } from '../../domain/trends/trend.ts'
import { wordsWidth } from '../type/words-width.ts'
import { shorten } from '../type/wrap-words.ts'
import styles from './chart.module.css'
import { type Frame, fontSize, type Scales, scalesFor } from './plot.ts'
import { layTimeWords, type TimeWords } from './time-words.ts'

export interface AxisMarksProps {
  model: TrendModel
  frame: Frame
  scales: Scales
}

/** Grid, ticks and their words in a picture; on the page the library's own axes ask for them one by one. */
export function AxisMarks({ model, frame, scales }: AxisMarksProps) {
  const { plot } = frame
  return (
    <g>
      {model.axis.ticks.map((tick) => (
        <GridLine
          key={tick}
          from={plot.x}
          to={plot.x + plot.width}
          y={scales.y(tick)}
          isAxis={tick === model.axis.lower}
        />
      ))}
      {valueWords(model, frame).map((words, index) => (
        <ValueTick
          key={model.axis.ticks[index]}
          x={plot.x}
          y={scales.y(model.axis.ticks[index] ?? 0)}
          words={words}
        />
      ))}
      <AxisTitle model={model} width={frame.width} />
      {timeWords(model, frame).map((time) => (
        <TimeTick key={time.day} x={scales.x(time.day)} y={plot.y + plot.height} time={time} />
      ))}
    </g>
  )
}

export function GridLine({ from, to, y, isAxis }: { from: number; to: number; y: number; isAxis: boolean }) {
  return <path className={isAxis ? styles.axis : styles.grid} d={`M${from} ${y}H${to}`} />
}

/** The words of a value, beside the edge of the plot. */
export function ValueTick({ x, y, words }: { x: number; y: number; words: string | null }) {
  if (words === null) return null
  return (
    <text className={styles.label} x={x - 7} y={y + 5} textAnchor="end">
      {words}
    </text>
  )
}

/** The words of a stretch of time below the plot, and the tick at its end. */
export function TimeTick({ x, y, time }: { x: number; y: number; time: TimeWords }) {
  return (
    <g>
      {time.tickFromWords !== null && (
        <path className={styles.axis} d={`M${x + time.tickFromWords} ${y}v6`} />
      )}
      {time.words !== null && (
        <text className={styles.label} x={x} y={y + 21} textAnchor="middle">
          {time.words}
        </text>
      )}
    </g>
  )
}

/** What the values are, above the plot. */
export function AxisTitle({ model, width }: { model: TrendModel; width: number }) {
  return (
    <text className={`${styles.label} ${styles.strong}`} x={0} y={13}>
      {titleWords(model, width)}
    </text>
  )
}

function titleWords({ measure, axis }: TrendModel, width: number): string {
  const title = capital(unitPhrase(measure))
  if (axis.startsAtZero) return shorten(title, width, 'strong', fontSize)
  const note = `Axis starts at ${formatRound(measure, axis.lower)}, not zero`
  const whole = `${title}. ${note}`
  return wordsWidth(whole, 'strong', fontSize) <= width ? whole : shorten(note, width, 'strong', fontSize)
}

/** The words of each tick of the values: of all of them, but on a plot so low that they would stand over each other. */
export function valueWords({ measure, axis: { ticks } }: TrendModel, { plot }: Frame): (string | null)[] {
  const apart = plot.height / Math.max(1, ticks.length - 1)
  const every = Math.max(1, Math.ceil((1.2 * fontSize) / apart))
  return ticks.map((tick, index) => (index % every === 0 ? formatRound(measure, tick) : null))
}

export function timeWords(model: TrendModel, { plot }: Frame): TimeWords[] {
  return layTimeWords(model.timeLabels, scalesFor(model, plot).x)
}
