import { formatRound } from '../../domain/trends/axis.ts'
import type { Multiple, SmallMultiplesModel } from '../../domain/trends/parts/small-multiples.ts'
import type { TrendPoint } from '../../domain/trends/points.ts'
import { type SignalShape, shapeOf } from '../../domain/trends/signal-words.ts'
import { outlines } from '../trend/ActualMarks.tsx'
import chart from '../trend/chart.module.css'
import type { Scales } from '../trend/plot.ts'
import { multipleScales, multipleSize } from './multiple-layout.ts'
import styles from './multiples.module.css'

export interface MultipleMarksProps {
  multiple: Multiple
  model: SmallMultiplesModel
}

/** One member as drawn: usual range, axis, line, points that stand out, the latest figure. */
export function MultipleMarks({ multiple, model }: MultipleMarksProps) {
  const { width, height, left, right } = multipleSize
  const scales = multipleScales(model)
  const { x, y } = scales
  const { axis } = model
  const middle = axis.ticks.length % 2 === 1 ? axis.ticks[(axis.ticks.length - 1) / 2] : undefined
  const ticks = [axis.lower, ...(middle === undefined ? [] : [middle]), axis.upper]
  const last = multiple.points.at(-1)
  return (
    <>
      <RangeMarks multiple={multiple} scales={scales} />
      {ticks.map((tick) => (
        <g key={tick}>
          <path
            className={tick === axis.lower ? styles.axis : styles.grid}
            d={`M${left} ${y(tick)}H${width - right}`}
          />
          <text className={styles.label} x={left - 6} y={y(tick) + 4} textAnchor="end">
            {formatRound(model.measure, tick)}
          </text>
        </g>
      ))}
      <text className={styles.label} x={left} y={height - 4}>
        {model.from}
      </text>
      <text className={styles.label} x={width - right + 8} y={height - 4} textAnchor="end">
        {model.to}
      </text>
      {multiple.segments.map((segment) => (
        <path
          key={segment[0]?.day}
          className={styles.line}
          d={segment.map(({ day, value }, index) => `${index ? 'L' : 'M'}${x(day)} ${y(value)}`).join('')}
        />
      ))}
      {multiple.segments
        .filter(({ length }) => length === 1)
        .map(([point]) =>
          point ? (
            <circle key={point.day} className={styles.dot} cx={x(point.day)} cy={y(point.value)} r={1.6} />
          ) : null,
        )}
      <SignalMarks multiple={multiple} scales={scales} />
      {last && last.value !== null && !shapeAt(last) && (
        <circle
          className={last.provisional ? styles.hollow : styles.dot}
          cx={x(last.day)}
          cy={y(last.value)}
          r={3.5}
        />
      )}
    </>
  )
}

function RangeMarks({ multiple, scales: { x, y } }: { multiple: Multiple; scales: Scales }) {
  const base = multipleSize.height - multipleSize.bottom
  return multiple.limits.map(({ start, end, mean, drawnLower, drawnUpper }) => {
    const upper = drawnUpper === null ? multipleSize.top : y(drawnUpper)
    const lower = drawnLower === null ? base : y(drawnLower)
    const across = `H${x(end)}`
    return (
      <g key={start}>
        <rect
          className={chart.ribbon}
          x={x(start)}
          y={upper}
          width={x(end) - x(start)}
          height={lower - upper}
        />
        {drawnUpper !== null && <path className={chart.limit} d={`M${x(start)} ${upper}${across}`} />}
        {drawnLower !== null && <path className={chart.limit} d={`M${x(start)} ${lower}${across}`} />}
        <path className={chart.mean} d={`M${x(start)} ${y(mean)}${across}`} />
      </g>
    )
  })
}

/** Disc, diamond or square where a figure stands out from chance; the latest one's is its mark, and larger. */
function SignalMarks({ multiple: { points }, scales: { x, y } }: { multiple: Multiple; scales: Scales }) {
  return points.map((point, index) => {
    const shape = shapeAt(point)
    if (point.value === null || !shape) return null
    const size = index === points.length - 1 ? 3.5 : 2.6
    return (
      <path
        key={point.period}
        className={`${chart[shape]} ${point.provisional ? chart.hollowSignal : ''}`}
        d={outlines[shape](x(point.day), y(point.value), size)}
      />
    )
  })
}

function shapeAt({ value, judgement }: TrendPoint): SignalShape | null {
  const signal = value === null ? null : judgement?.signal
  return signal ? shapeOf(signal.type) : null
}
