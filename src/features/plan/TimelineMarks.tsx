import { colourOf } from '../../domain/plans/colour-of.ts'
import { iconShapes } from '../../ui/icon-shapes.tsx'
import type { PlanRow } from './plan-rows.ts'
import styles from './Timeline.module.css'
import type { Timeline } from './timeline.ts'

/** The months of the timeline, and the edition's day. Every position is a share of the width, so it fits any. */
export function TimelineAxis({ timeline }: { timeline: Timeline }) {
  const { ticks, now } = timeline
  return (
    <svg className={styles.axis} aria-hidden="true">
      {ticks.map(({ month, at, label, isYear }) => (
        <g key={month}>
          <line className={styles.tick} x1={`${at}%`} x2={`${at}%`} y1="2.25em" y2="100%" />
          <text
            className={isYear ? styles.label : styles.withinYear}
            x={`${at}%`}
            y="2em"
            textAnchor="middle"
          >
            {label}
          </text>
        </g>
      ))}
      <line className={styles.now} x1={`${now}%`} x2={`${now}%`} y1="2.25em" y2="100%" />
      <text
        className={styles.nowLabel}
        x={`${now}%`}
        y="0.8em"
        textAnchor={now > 75 ? 'end' : now < 25 ? 'start' : 'middle'}
      >
        This edition
      </text>
    </svg>
  )
}

/** One milestone: a hollow diamond where it was promised, its slip, and the shape of its status where it stands. */
export function TimelineLane({ row, timeline }: { row: PlanRow; timeline: Timeline }) {
  const { at, ticks, now } = timeline
  const baseline = at(row.baselineDue)
  const current = at(row.current)
  return (
    <svg className={styles.lane} aria-hidden="true">
      {ticks.map((tick) => (
        <line
          key={tick.month}
          className={styles.grid}
          x1={`${tick.at}%`}
          x2={`${tick.at}%`}
          y1="0"
          y2="100%"
        />
      ))}
      <line className={styles.now} x1={`${now}%`} x2={`${now}%`} y1="0" y2="100%" />
      <line className={styles.slip} x1={`${baseline}%`} x2={`${at(row.slipEnd)}%`} y1="50%" y2="50%" />
      <svg x={`${baseline}%`} y="50%" overflow="visible" aria-hidden="true">
        <path className={styles.baseline} d="M0-5.5 5.5 0 0 5.5-5.5 0Z" />
      </svg>
      <svg x={`${current}%`} y="50%" overflow="visible" aria-hidden="true">
        <circle className={styles.knock} r="11" />
        {/* not an Icon: WebKit takes no rem for an SVG inside another, and draws it as wide as the lane */}
        <svg
          className={`icon tone-${colourOf(row.brag)}`}
          x="-0.5625em"
          y="-0.5625em"
          width="1.125em"
          height="1.125em"
          viewBox="0 0 24 24"
          aria-hidden="true"
        >
          {iconShapes[row.delivery]}
        </svg>
      </svg>
    </svg>
  )
}
