import type { ReactNode } from 'react'
import type { ExhibitRef } from '../domain/exhibits/exhibit-ref.ts'
import { RecordTable, type RecordTableProps } from '../ui/RecordTable.tsx'
import styles from './RecordSection.module.css'
import { TakeAway } from './take-away/TakeAway.tsx'

export interface RecordSectionProps<Row> extends RecordTableProps<Row> {
  id: string
  title: string
  /** how many, in words */
  count: string
  /** what is said in place of an empty table */
  empty: ReactNode
  /** stands above the table */
  note?: ReactNode
  /** explains marks of the table, and stands below it */
  marks?: string
  /** what is taken away of it */
  exhibit: ExhibitRef
}

/** One question, its records and what takes them away; where there are none, a sentence that says so. */
export function RecordSection<Row>(props: RecordSectionProps<Row>) {
  const { id, title, count, empty, note, marks, exhibit, ...table } = props
  const hasRows = table.rows.length > 0
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 className="heading-2" id={id}>
          {title}
        </h2>
        {hasRows && <p>{count}</p>}
        {hasRows && (
          <div className="end">
            <TakeAway exhibit={exhibit} title={title} isShown={hasRows} />
          </div>
        )}
      </div>
      {note && <div className={styles.note}>{note}</div>}
      {hasRows ? <RecordTable {...table} /> : <p className={styles.empty}>{empty}</p>}
      {hasRows && marks && <p className={styles.marks}>{marks}</p>}
    </section>
  )
}
