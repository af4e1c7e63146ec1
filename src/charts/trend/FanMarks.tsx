import type { TrendModel } from '../../domain/trends/trend.ts'
import styles from './chart.module.css'
import type { Scales } from './plot.ts'

interface Ahead {
  day: number
  median: number
  lower80: number
  upper80: number
  lower95: number
  upper95: number
}

/** The forecast: its most likely course inside a band of 8 chances in 10, inside one of 19 in 20. */
export function FanMarks({ model, scales }: { model: TrendModel; scales: Scales }) {
  const { origin, points } = model.fan
  if (points.length === 0) return null
  const start: Ahead[] = origin
    ? [
        {
          day: origin.day,
          median: origin.value,
          lower80: origin.value,
          upper80: origin.value,
          lower95: origin.value,
          upper95: origin.value,
        },
      ]
    : []
  const ahead: Ahead[] = [...start, ...points]
  const line = (levelOf: (at: Ahead) => number) =>
    ahead.map((at, index) => `${index ? 'L' : 'M'}${scales.x(at.day)} ${scales.y(levelOf(at))}`).join('')
  const band = (lowerOf: (at: Ahead) => number, upperOf: (at: Ahead) => number) =>
    `${line(upperOf)}${ahead
      .toReversed()
      .map((at) => `L${scales.x(at.day)} ${scales.y(lowerOf(at))}`)
      .join('')}Z`
  return (
    <g>
      <path
        className={styles.fanOuter}
        d={band(
          ({ lower95 }) => lower95,
          ({ upper95 }) => upper95,
        )}
      />
      <path
        className={styles.fanInner}
        d={band(
          ({ lower80 }) => lower80,
          ({ upper80 }) => upper80,
        )}
      />
      <path className={styles.forecast} d={line(({ median }) => median)} />
    </g>
  )
}
