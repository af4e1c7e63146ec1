import { Link } from '@tanstack/react-router'
import { formatRound } from './model/axis.ts'
import styles from './SmallMultiples.module.css'
import type { Multiple, SmallMultiplesModel } from './small-multiples.ts'

export interface SmallMultiplesProps {
  model: SmallMultiplesModel
  dimension: string
  /** the member whose trend is drawn large */
  chosen: string | null
}

const picture = { width: 240, height: 104, left: 44, right: 10, top: 10, bottom: 22 }

export function SmallMultiples({ model, dimension, chosen }: SmallMultiplesProps) {
  return (
    <ul className={styles.multiples}>
      {model.multiples.map((multiple) => (
        <li key={multiple.member}>
          <figure>
            <figcaption>
              <Link
                to="."
                search={(before: Record<string, string>) => ({
                  ...before,
                  dimension,
                  member: multiple.member,
                })}
                aria-current={multiple.member === chosen ? 'true' : undefined}
              >
                {multiple.label}
              </Link>{' '}
              <span className="figures">{multiple.latest}</span>
            </figcaption>
            <MultiplePicture multiple={multiple} model={model} />
          </figure>
        </li>
      ))}
    </ul>
  )
}

function MultiplePicture({ multiple, model }: { multiple: Multiple; model: SmallMultiplesModel }) {
  const { width, height, left, right, top, bottom } = picture
  const { axis, firstDay, lastDay } = model
  const base = height - bottom
  const x = (day: number) => left + ((width - left - right) * (day - firstDay)) / (lastDay - firstDay || 1)
  const y = (value: number) => base - ((base - top) * (value - axis.lower)) / (axis.upper - axis.lower || 1)
  const middle = axis.ticks.length % 2 === 1 ? axis.ticks[(axis.ticks.length - 1) / 2] : undefined
  const ticks = [axis.lower, ...(middle === undefined ? [] : [middle]), axis.upper]
  const last = multiple.points.at(-1)
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${multiple.label}, ${multiple.reading}`}
    >
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
      {last && last.value !== null && (
        <circle
          className={last.provisional ? styles.hollow : styles.dot}
          cx={x(last.day)}
          cy={y(last.value)}
          r={3.5}
        />
      )}
    </svg>
  )
}
