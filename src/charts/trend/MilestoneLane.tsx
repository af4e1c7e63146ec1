import type { TrendModel } from '../../domain/trends/trend.ts'
import styles from './chart.module.css'
import { LaneMarks, laneHeight, layPageLane } from './LaneMarks.tsx'

export interface MilestoneLaneProps {
  model: TrendModel
  width: number
  /** ids of milestones that the measure can be shown before and after */
  comparable: ReadonlySet<string>
  selected: string | null
  onSelect: (id: string | null) => void
}

/**
 * Milestones under the plot, on its time axis. The list below says the same in words; a row whose milestone is
 * done is a button that shows the measure before and after it.
 */
export function MilestoneLane({ model, width, comparable, selected, onSelect }: MilestoneLaneProps) {
  const lane = layPageLane(model, width)
  if (!lane) return null
  return (
    <div className={styles.laneBox}>
      <svg className={styles.lane} width={width} height={laneHeight(lane)} aria-hidden="true">
        <LaneMarks lane={lane} width={width} />
      </svg>
      {lane.rows
        .filter(({ milestone }) => comparable.has(milestone.id))
        .map(({ milestone, y }) => (
          <button
            key={milestone.id}
            type="button"
            className={styles.laneButton}
            style={{ top: lane.headHeight + y - lane.rowHeight / 2, height: lane.rowHeight }}
            aria-label={`Before and after: ${milestone.title}`}
            aria-pressed={milestone.id === selected}
            onClick={() => onSelect(milestone.id === selected ? null : milestone.id)}
          />
        ))}
    </div>
  )
}
