import type { TrendModel } from '../../domain/trends/trend.ts'
import styles from './chart.module.css'
import type { Scales } from './plot.ts'

/** Target history in steps, the planned path with a bar each period, and other places. */
export function PromiseMarks({ model, scales }: { model: TrendModel; scales: Scales }) {
  return (
    <g>
      {targetPaths(model, scales).map((path) => (
        <path key={path} className={styles.target} d={path} />
      ))}
      {model.comparators.map((line) => (
        <g key={line.member}>
          <path className={styles.comparator} d={pathThrough(line.points, scales)} />
          {line.isAnnual &&
            line.points.map((point) => (
              <circle
                key={point.period}
                className={styles.comparatorPoint}
                cx={scales.x(point.day)}
                cy={scales.y(point.value)}
                r={2.5}
              />
            ))}
        </g>
      ))}
      {model.planned.length > 0 && (
        <>
          <path className={styles.trajectory} d={pathThrough(model.planned, scales)} />
          {model.planned.map(({ day, value }) => (
            <path
              key={day}
              className={styles.trajectoryBar}
              d={`M${scales.x(day) - 3} ${scales.y(value)}h6`}
            />
          ))}
        </>
      )}
    </g>
  )
}

function pathThrough(points: readonly { day: number; value: number }[], { x, y }: Scales): string {
  return points.map(({ day, value }, index) => `${index ? 'L' : 'M'}${x(day)} ${y(value)}`).join('')
}

/** One path per level; a step joins the next where both have one value. */
function targetPaths({ targetSteps }: TrendModel, { x, y }: Scales): string[] {
  return targetSteps.flatMap((step, index) => {
    const next = targetSteps[index + 1]
    const joins = next?.start === step.end && next.levels.length === 1 && step.levels.length === 1
    return step.levels.map((level) => {
      const flat = `M${x(step.start)} ${y(level)}H${x(step.end)}`
      return joins && next?.levels[0] !== undefined ? `${flat}V${y(next.levels[0])}` : flat
    })
  })
}
