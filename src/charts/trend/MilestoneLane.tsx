import type { TrendModel } from '../../domain/trends/trend.ts'
import { AtWidths } from './AtWidths.tsx'
import styles from './chart.module.css'
import { LaneMarks, laneHeight, layPageLane } from './LaneMarks.tsx'

const anyWidth = 800

export interface MilestoneLaneProps {
  model: TrendModel
  /** null where it is not known yet: the picture is then there for each usual one */
  width: number | null
  /** ids of milestones that the measure can be shown before and after */
  comparable: ReadonlySet<string>
  selected: string | null
  onSelect: (id: string | null) => void
}

/**
 * Milestones under the plot, on its time axis. The list below says the same in words; a row whose milestone is
 * done is a button that shows the measure before and after it. The buttons stay what they are when the picture is drawn
 * anew: a press on one that goes between down and up would be lost.
 */
export function MilestoneLane({ model, width, comparable, selected, onSelect }: MilestoneLaneProps) {
  // of any width: where a row lies hangs on those above it alone
  const lane = layPageLane(model, width ?? anyWidth)
  if (!lane) return null
  return (
    <div className={styles.laneBox}>
      {width ? (
        <LanePicture model={model} width={width} />
      ) : (
        <AtWidths>{(usual) => <LanePicture model={model} width={usual} />}</AtWidths>
      )}
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

function LanePicture({ model, width }: { model: TrendModel; width: number }) {
  const lane = layPageLane(model, width)
  return (
    lane && (
      <svg className={styles.lane} width={width} height={laneHeight(lane)} aria-hidden="true">
        <LaneMarks lane={lane} width={width} />
      </svg>
    )
  )
}
