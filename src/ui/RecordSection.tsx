import type { ReactNode } from 'react'
import styles from './RecordSection.module.css'
import { RecordTable, type RecordTableProps } from './RecordTable.tsx'

export interface RecordSectionProps<Row> extends RecordTableProps<Row> {
  id: string
  title: string
  /** how many, in words */
  count: string
  /** what is said in place of an empty table */
  empty: ReactNode
  /** stands above the table */
  note?: ReactNode
  onDownload: () => void
}

/** One question, its records and their download; where there are none, a sentence that says so. */
export function RecordSection<Row>(props: RecordSectionProps<Row>) {
  const { id, title, count, empty, note, onDownload, ...table } = props
  const hasRows = table.rows.length > 0
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 className="heading-2" id={id}>
          {title}
        </h2>
        {hasRows && <p>{count}</p>}
        {hasRows && (
          <button
            type="button"
            className={`button end ${styles.download}`}
            aria-label={`Download CSV: ${title}`}
            onClick={onDownload}
          >
            Download CSV
          </button>
        )}
      </div>
      {note && <div className={styles.note}>{note}</div>}
      {hasRows ? <RecordTable {...table} /> : <p className={styles.empty}>{empty}</p>}
    </section>
  )
}
