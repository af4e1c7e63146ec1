import type { ReactNode } from 'react'
import table from '../../ui/GroupedTable.module.css'
import { CellLabel, Sub } from '../../ui/GroupedTable.tsx'
import { IconWord } from '../../ui/IconWord.tsx'
import { longText } from '../../ui/long-words.ts'
import { MeasureLink } from '../../ui/MeasureLink.tsx'
import styles from './ActionTable.module.css'
import type { ActionRow } from './action-rows.ts'
import { History } from './History.tsx'

export interface ActionRowCellsProps {
  row: ActionRow
  /** whether its board stands above it */
  isGrouped: boolean
  children: ReactNode
}

export function ActionRowCells({ row, isGrouped, children }: ActionRowCellsProps) {
  const { id, action, raised, measure } = row
  return (
    <>
      <th role="rowheader" scope="row" className={longText(action.action)}>
        <span className={styles.asked}>{action.action}</span>
        <Sub>
          {id}, raised {raised}
        </Sub>
        {!isGrouped && <Sub>{action.board}</Sub>}
      </th>
      <td role="cell">
        <CellLabel>Owner</CellLabel>
        {action.ownerRole}
      </td>
      <td role="cell">
        <StatusCell row={row}>{children}</StatusCell>
      </td>
      <td role="cell" className={action.whatChanged === null ? styles.nothing : longText(action.whatChanged)}>
        <CellLabel>What changed</CellLabel>
        <span className={action.whatChanged ? styles.asked : 'muted'}>
          {action.whatChanged ?? 'Nothing recorded yet'}
        </span>
      </td>
      <td role="cell">
        <CellLabel>Measure, before and after</CellLabel>
        {measure ? (
          <MeasureLink className={table.measure} id={measure.id}>
            {measure.name}
          </MeasureLink>
        ) : (
          <span className="muted">No measure is linked</span>
        )}
        {row.milestone && <Sub>Milestone: {row.milestone.title}</Sub>}
        {row.beside && <Sub>{row.beside}</Sub>}
      </td>
    </>
  )
}

function StatusCell({ row, children }: { row: ActionRow; children: ReactNode }) {
  const { mark, state, due, closed, carried, released } = row
  return (
    <>
      <IconWord icon={mark.icon} tone={mark.tone}>
        <b>{mark.word}</b>
        {state && `, ${state.toLowerCase()}`}
        <Sub>{closed ? closedWords(row) : `Due ${due}`}</Sub>
        {carried && <Sub>{carried}</Sub>}
        {released && <Sub>{released}</Sub>}
      </IconWord>
      <div className={styles.below}>
        <History row={row} />
        {children}
      </div>
    </>
  )
}

/** 'Closed 11 Sep 2025'; the date that it was due, where it was late */
function closedWords({ mark, closed, due, action }: ActionRow): string {
  const isLate = action.closed !== null && action.closed > action.due
  return `${mark.word} ${closed}${isLate ? `, was due ${due}` : ''}`
}
