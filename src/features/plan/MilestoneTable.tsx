import { countOf } from '../../domain/measures/format.ts'
import { MilestoneRow } from './MilestoneRow.tsx'
import styles from './MilestoneTable.module.css'
import type { RowGroup } from './select-rows.ts'
import { TimelineAxis } from './TimelineMarks.tsx'
import type { Timeline } from './timeline.ts'

export interface MilestoneTableProps {
  groups: readonly RowGroup[]
  timeline: Timeline
}

/** Delivery beside impact, milestone by milestone, on one time axis; on a narrow screen, a list of cards. */
export function MilestoneTable({ groups, timeline }: MilestoneTableProps) {
  return (
    // roles are given because the table becomes a list of cards on a narrow screen
    <table className={styles.plan} role="table">
      <caption className="visually-hidden">
        Milestones: dates promised and current, delivery, and impact on the measure
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Milestone and owner
          </th>
          <th role="columnheader" scope="col" className={styles.time}>
            <span className="visually-hidden">Dates</span>
            <TimelineAxis timeline={timeline} />
          </th>
          <th role="columnheader" scope="col">
            Delivery
          </th>
          <th role="columnheader" scope="col">
            Impact
          </th>
        </tr>
      </thead>
      {groups.map(({ workstream, rows }) => (
        <tbody key={workstream?.id ?? 'all'} role="rowgroup">
          {workstream && (
            <tr role="row" className={styles.group}>
              <th role="rowheader" scope="rowgroup" colSpan={4}>
                <h3 className="heading-3">{workstream.name}</h3>{' '}
                <span>
                  {[workstream.board, countOf(rows.length, 'milestone')].filter(Boolean).join(', ')}
                </span>
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <MilestoneRow key={row.id} row={row} timeline={timeline} isGrouped={workstream !== null} />
          ))}
        </tbody>
      ))}
    </table>
  )
}
