import { unitPhrase } from '../../domain/measures/format.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import { formatRound } from '../../domain/trends/axis.ts'
import type { TrendModel } from '../../domain/trends/trend.ts'
import { shorten, textWidth } from '../type/text-width.ts'
import styles from './chart.module.css'
import { type Frame, fontSize, type Scales } from './plot.ts'

export interface AxisMarksProps {
  model: TrendModel
  frame: Frame
  scales: Scales
}

/** Grid, axis lines, ticks and their words. */
export function AxisMarks({ model, frame, scales }: AxisMarksProps) {
  const { plot } = frame
  const right = plot.x + plot.width
  const bottom = plot.y + plot.height
  const every = labelEvery(model.axis.ticks.length, plot.height)
  return (
    <g>
      {model.axis.ticks.map((tick, index) => (
        <g key={tick}>
          <path
            className={tick === model.axis.lower ? styles.axis : styles.grid}
            d={`M${plot.x} ${scales.y(tick)}H${right}`}
          />
          {index % every === 0 && (
            <text className={styles.label} x={plot.x - 7} y={scales.y(tick) + 5} textAnchor="end">
              {formatRound(model.measure, tick)}
            </text>
          )}
        </g>
      ))}
      <text className={`${styles.label} ${styles.strong}`} x={0} y={13}>
        {axisTitle(model, frame.width)}
      </text>
      {timeTexts(model, scales).map(({ key, tick, text, x }) => (
        <g key={key}>
          {tick !== null && <path className={styles.axis} d={`M${tick} ${bottom}v6`} />}
          {text && (
            <text className={styles.label} x={x} y={bottom + 21} textAnchor="middle">
              {text}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

/** Each how many-th tick has its number: all of them, but on a plot so low that they would stand over each other. */
function labelEvery(ticks: number, height: number): number {
  const apart = height / Math.max(1, ticks - 1)
  return Math.max(1, Math.ceil((1.2 * fontSize) / apart))
}

function axisTitle({ measure, axis }: TrendModel, width: number): string {
  const phrase = unitPhrase(measure)
  const title = capital(phrase)
  if (axis.startsAtZero) return shorten(title, width, fontSize, true)
  const note = `Axis starts at ${formatRound(measure, axis.lower)}, not zero`
  const whole = `${title}. ${note}`
  return textWidth(whole, fontSize, true) <= width ? whole : shorten(note, width, fontSize, true)
}

/** Every label in the longest form that keeps clear of the one before; one without room is left out. */
function timeTexts(model: TrendModel, scales: Scales) {
  let clearFrom = Number.NEGATIVE_INFINITY
  return model.timeLabels.map((label) => {
    const x = (scales.x(label.start) + scales.x(label.end)) / 2
    const isStretch = label.end - label.start > 100
    const room = isStretch ? scales.x(label.end) - scales.x(label.start) : Number.POSITIVE_INFINITY
    const text = label.forms.find((form) => {
      const half = textWidth(form, fontSize) / 2
      return half * 2 <= room && x - half >= clearFrom
    })
    if (text) clearFrom = x + textWidth(text, fontSize) / 2 + 8
    return {
      key: label.start,
      tick: label.tick === null ? null : scales.x(label.tick),
      text: text ?? null,
      x,
    }
  })
}
