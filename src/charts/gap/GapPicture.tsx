import type { PictureSize } from '../../domain/exhibits/exhibit.ts'
import type { DrawnGap } from '../../domain/gaps/gap-model.ts'
import { formatNumber } from '../../domain/measures/format.ts'
import styles from './gap.module.css'

const margin = { left: 48, right: 16, top: 30, bottom: 26 }

type Run = DrawnGap['runs'][number]

/** A gap over time: the line, the interval around it, and nought, where there is none. */
export function GapPicture({ gap, label, size }: { gap: DrawnGap; label: string; size: PictureSize }) {
  const { runs, firstDay, lastDay, ticks } = gap
  const [low = 0, high = 0] = [ticks[0], ticks.at(-1)]
  const right = size.width - margin.right
  const base = size.height - margin.bottom
  const x = (day: number) =>
    margin.left + ((right - margin.left) * (day - firstDay)) / (lastDay - firstDay || 1)
  const y = (value: number) => base - ((base - margin.top) * (value - low)) / (high - low || 1)
  const path = (value: (one: Run[number]) => number, run: Run) =>
    run.map((one) => `${x(one.day)} ${y(value(one))}`).join('L')
  const last = runs.at(-1)?.at(-1)
  return (
    <g fontFamily="var(--font-text)" fontSize={14}>
      <text className={styles.name} x={0} y={14}>
        {`${label} less everybody else, percentage points`}
      </text>
      {runs.map((run) => (
        <path
          key={run[0]?.day}
          className={styles.band}
          d={`M${path(({ upper }) => upper, run)}L${path(({ lower }) => lower, run.toReversed())}Z`}
        />
      ))}
      {ticks.map((tick) => (
        <g key={tick}>
          <path
            className={tick === 0 ? styles.nought : styles.grid}
            d={`M${margin.left} ${y(tick)}H${right}`}
          />
          <text className={styles.label} x={margin.left - 7} y={y(tick) + 5} textAnchor="end">
            {`${tick > 0 ? '+' : ''}${formatNumber(tick, 0)}`}
          </text>
        </g>
      ))}
      {runs.map((run) => (
        <g key={run[0]?.day}>
          <path className={styles.edge} d={`M${path(({ upper }) => upper, run)}`} />
          <path className={styles.edge} d={`M${path(({ lower }) => lower, run)}`} />
          <path className={styles.line} d={`M${path(({ difference }) => difference, run)}`} />
          {run.length === 1 && run[0] && <LoneYear year={run[0]} x={x} y={y} />}
        </g>
      ))}
      {last && <circle className={styles.dot} cx={x(last.day)} cy={y(last.difference)} r={4} />}
      <text className={styles.label} x={margin.left} y={size.height - 6}>
        {`Year to ${gap.from}`}
      </text>
      {lastDay > firstDay && (
        <text className={styles.label} x={right} y={size.height - 6} textAnchor="end">
          {`Year to ${gap.to}`}
        </text>
      )}
    </g>
  )
}

interface LoneYearProps {
  year: Run[number]
  x: (day: number) => number
  y: (value: number) => number
}

/** A year between two that are not known has no line: its interval stands upright. */
function LoneYear({ year, x, y }: LoneYearProps) {
  return (
    <>
      <path className={styles.edge} d={`M${x(year.day)} ${y(year.upper)}V${y(year.lower)}`} />
      <circle className={styles.dot} cx={x(year.day)} cy={y(year.difference)} r={2.5} />
    </>
  )
}
