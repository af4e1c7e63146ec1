import { type ReactNode, useEffect, useRef } from 'react'
import { countOf } from '../../domain/measures/format.ts'
import table from '../../ui/GroupedTable.module.css'
import { GroupHead } from '../../ui/GroupedTable.tsx'
import { ActionRowCells } from './ActionRowCells.tsx'
import styles from './ActionTable.module.css'
import type { ActionRow } from './action-rows.ts'
import type { ActionGroup } from './select-actions.ts'

export interface ActionTableProps {
  groups: readonly ActionGroup[]
  /** the action that the address points at: the page goes to it */
  pointed: string | undefined
  /** stands beneath an action's status, for those who may change it */
  controls?: ((row: ActionRow) => ReactNode) | undefined
}

/** What was asked for and what became of it; on a narrow screen, a list of cards. */
export function ActionTable({ groups, pointed, controls }: ActionTableProps) {
  return (
    // roles are given because the table becomes a list of cards on a narrow screen
    <table className={`${table.table} ${styles.actions}`} role="table">
      <caption className="visually-hidden">
        Actions: what was asked for, by whom it is owned, when it is due, what became of it
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {['Action', 'Owner', 'Status', 'What changed', 'Measure, before and after'].map((head) => (
            <th key={head} role="columnheader" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ board, rows }) => (
        <tbody key={board ?? 'all'} role="rowgroup">
          {board !== null && <GroupHead title={board} note={groupCount(rows)} columns={5} />}
          {rows.map((row) => (
            <Row key={row.id} row={row} isPointed={row.id === pointed}>
              <ActionRowCells row={row} isGrouped={board !== null}>
                {controls?.(row)}
              </ActionRowCells>
            </Row>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Row({ row, isPointed, children }: { row: ActionRow; isPointed: boolean; children: ReactNode }) {
  const element = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (!isPointed || !element.current) return
    element.current.focus({ preventScroll: true })
    element.current.scrollIntoView({ block: 'center' })
  }, [isPointed])
  return (
    <tr
      ref={element}
      role="row"
      id={`action-${row.id}`}
      className={isPointed ? `${table.row} ${table.marked}` : table.row}
      // the page goes here after a link, and after a change was saved
      tabIndex={isPointed ? -1 : undefined}
    >
      {children}
    </tr>
  )
}

function groupCount(rows: readonly ActionRow[]): string {
  const unsettled = rows.filter((row) => row.isUnsettled).length
  return `${countOf(rows.length, 'action')}, ${unsettled === 0 ? 'all settled' : `${unsettled} still to be settled`}`
}
