import { countOf } from '../../domain/measures/format.ts'
import table from '../../ui/GroupedTable.module.css'
import { GroupHead } from '../../ui/GroupedTable.tsx'
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
    <table className={`${table.table} ${styles.plan}`} role="table">
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
            <GroupHead
              title={workstream.name}
              note={[workstream.board, countOf(rows.length, 'milestone')].filter(Boolean).join(', ')}
              columns={4}
            />
          )}
          {rows.map((row) => (
            <MilestoneRow key={row.id} row={row} timeline={timeline} isGrouped={workstream !== null} />
          ))}
        </tbody>
      ))}
    </table>
  )
}
