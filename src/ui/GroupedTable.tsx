import type { ReactNode } from 'react'
import styles from './GroupedTable.module.css'

export interface GroupHeadProps {
  title: string
  /** what the group holds, in a few words */
  note: string
  columns: number
}

/** The row that names a group of records. */
export function GroupHead({ title, note, columns }: GroupHeadProps) {
  return (
    <tr role="row" className={styles.group}>
      <th role="rowheader" scope="rowgroup" colSpan={columns}>
        <h3 className="heading-3">{title}</h3> <span>{note}</span>
      </th>
    </tr>
  )
}

/** A second line within a cell. */
export function Sub({ children }: { children: ReactNode }) {
  return <span className={styles.sub}>{children}</span>
}

/** The column's head, where the columns are gone. */
export function CellLabel({ children }: { children: ReactNode }) {
  return (
    <span className={styles.label} aria-hidden="true">
      {children}
    </span>
  )
}
