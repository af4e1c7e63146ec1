import { countOf } from '../../domain/measures/format.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import { colourOf } from '../../domain/plans/colour-of.ts'
import { endedWithStop } from '../../domain/plans/move-words.ts'
import table from '../../ui/GroupedTable.module.css'
import { CellLabel, Sub } from '../../ui/GroupedTable.tsx'
import { IconWord } from '../../ui/IconWord.tsx'
import { MeasureLink } from '../../ui/MeasureLink.tsx'
import { groupMarks } from './impact-groups.ts'
import styles from './MilestoneTable.module.css'
import type { PlanRow } from './plan-rows.ts'
import { TimelineLane } from './TimelineMarks.tsx'
import type { Timeline } from './timeline.ts'

export interface MilestoneRowProps {
  row: PlanRow
  timeline: Timeline
  /** whether its workstream stands above it */
  isGrouped: boolean
}

export function MilestoneRow({ row, timeline, isGrouped }: MilestoneRowProps) {
  const isWithoutEffect = row.impact?.group === 'no-effect'
  return (
    <tr role="row" className={isWithoutEffect ? `${table.row} ${table.marked}` : table.row}>
      <th role="rowheader" scope="row">
        {row.title} <Sub>{row.owner}</Sub>
        {!isGrouped && <Sub>{row.workstream.name}</Sub>}
      </th>
      <td role="cell" className={styles.time}>
        <TimelineLane row={row} timeline={timeline} />
        <Sub>{row.dates}</Sub>
      </td>
      <td role="cell">
        <DeliveryCell row={row} />
      </td>
      <td role="cell">
        <ImpactCell row={row} />
      </td>
    </tr>
  )
}

function DeliveryCell({ row }: { row: PlanRow }) {
  const { delivery, word, brag, rule, slip, differs, moves, notes } = row
  const more = [moves.length > 0 && countOf(moves.length, 'move'), notes.length > 0 && 'officers’ notes']
    .filter(Boolean)
    .join(' and ')
  return (
    <>
      <IconWord icon={delivery} tone={colourOf(brag)}>
        <CellLabel>Delivery: </CellLabel>
        <b>{word}</b> ({brag})
        <Sub>
          {[slip, rule]
            .filter(Boolean)
            .map((part) => asSentence(part))
            .join(' ')}
        </Sub>
        {differs && <Sub>{differs}</Sub>}
      </IconWord>
      {more && (
        <details className={`${table.more} ${styles.more}`}>
          <summary>
            {asSentence(more, '')}
            <span className="visually-hidden">: {row.title}</span>
          </summary>
          <ul>
            {moves.map(({ on, dates, reason, approver }) => (
              <li key={on + dates}>
                <b>{dates}.</b> {endedWithStop(reason)} Approved by {approver}, {on}.
              </li>
            ))}
            {notes.map(({ term, text }) => (
              <li key={term}>
                <b>{term}:</b> {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function ImpactCell({ row: { impact, kpi } }: { row: PlanRow }) {
  const measure = kpi && (
    <MeasureLink className={table.measure} id={kpi.id}>
      {kpi.name}
    </MeasureLink>
  )
  if (!impact) return measure ?? <Sub>No measure is linked</Sub>
  const { icon, tone } = groupMarks[impact.group]
  return (
    <IconWord icon={icon} tone={tone}>
      <CellLabel>Impact: </CellLabel>
      <b>{impact.word}</b>
      {measure}
      {impact.group !== 'no-figure' && impact.promise && <Sub>Promised: {impact.promise}</Sub>}
      <Sub>
        {impact.standing}
        {impact.chanceText && ` Chance by its date, if nothing changes: ${impact.chanceText}.`}
      </Sub>
    </IconWord>
  )
}

function asSentence(text: string, end = '.'): string {
  return `${capital(text).replace(/\.$/, '')}${end}`
}
