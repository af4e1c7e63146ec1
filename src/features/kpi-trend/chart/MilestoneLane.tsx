import { dateOfDayNumber } from '../../../domain/periods/calendar.ts'
import { formatDate } from '../../../domain/periods/labels.ts'
import { Icon } from '../../../ui/Icon.tsx'
import type { TrendModel } from '../chart-model.ts'
import { laneRowHeight, placeLane } from '../layout/place-lane.ts'
import { fontSize, frameFor, scalesFor } from '../layout/plot.ts'
import { textWidth } from '../layout/text-width.ts'
import styles from './chart.module.css'

const headHeight = 24
const footHeight = 22

export interface MilestoneLaneProps {
  model: TrendModel
  width: number
  /** ids of milestones that the measure can be shown before and after */
  comparable: ReadonlySet<string>
  selected: string | null
  onSelect: (id: string | null) => void
}

/**
 * Milestones under the plot, on its time axis. The list beside it says the same in words; a row whose milestone is
 * done is a button that shows the measure before and after it.
 */
export function MilestoneLane({ model, width, comparable, selected, onSelect }: MilestoneLaneProps) {
  const { plot } = frameFor(model, width)
  const { x } = scalesFor(model, plot)
  const within = model.milestones.filter(
    ({ baselineDay, currentDay }) =>
      Math.min(baselineDay, currentDay) >= model.firstDay &&
      Math.max(baselineDay, currentDay) <= model.lastDay,
  )
  if (within.length === 0) return null
  const isEditionShown = model.asOfDay >= model.firstDay && model.asOfDay <= model.lastDay
  const rows = placeLane(within, x, plot, width, isEditionShown ? x(model.asOfDay) : null)
  const bottom = headHeight + rows.length * laneRowHeight
  const editionWords = `This edition's data, ${formatDate(dateOfDayNumber(model.asOfDay))}`
  const half = textWidth(editionWords, fontSize) / 2
  return (
    <div className={styles.laneBox}>
      <svg className={styles.lane} width={width} height={bottom + footHeight} aria-hidden="true">
        <text className={`${styles.label} ${styles.strong}`} x={0} y={14}>
          Milestones
        </text>
        <text className={styles.label} x={90} y={14}>
          hollow diamond: date first promised; line: slip; shape: current date and status
        </text>
        <g transform={`translate(0 ${headHeight})`}>
          {isEditionShown && (
            <path className={styles.now} d={`M${x(model.asOfDay)} 0V${bottom - headHeight}`} />
          )}
          {rows.map((row) => (
            <g key={row.milestone.id}>
              <path className={styles.laneRule} d={`M${plot.x} ${row.y + laneRowHeight / 2}H${width}`} />
              {Math.abs(row.currentX - row.baselineX) > 13 && (
                <>
                  <path className={styles.slip} d={`M${row.baselineX} ${row.y}H${row.currentX}`} />
                  <path className={styles.baseline} d={`M${row.baselineX} ${row.y - 5}l5 5l-5 5l-5 -5Z`} />
                </>
              )}
              <g transform={`translate(${row.currentX - 8} ${row.y - 8})`}>
                <circle className={styles.knock} cx={8} cy={8} r={9} />
                <Icon name={row.milestone.delivery} size={16} className={`tone-${row.milestone.delivery}`} />
              </g>
              <text
                className={`${styles.label} ${styles.ink}`}
                x={row.text.x}
                y={row.y + 5}
                textAnchor={row.text.anchor}
              >
                {row.text.title}
                <tspan className={styles.mutedSpan}>: {row.text.detail}</tspan>
              </text>
            </g>
          ))}
        </g>
        {isEditionShown && (
          <text
            className={styles.label}
            x={Math.min(Math.max(x(model.asOfDay), half), width - half)}
            y={bottom + 16}
            textAnchor="middle"
          >
            {editionWords}
          </text>
        )}
      </svg>
      {rows
        .filter(({ milestone }) => comparable.has(milestone.id))
        .map(({ milestone, y }) => (
          <button
            key={milestone.id}
            type="button"
            className={styles.laneButton}
            style={{ top: headHeight + y - laneRowHeight / 2, height: laneRowHeight }}
            aria-label={`Before and after: ${milestone.title}`}
            aria-pressed={milestone.id === selected}
            onClick={() => onSelect(milestone.id === selected ? null : milestone.id)}
          />
        ))}
    </div>
  )
}
