import type { ReactNode } from 'react'
import { breaksWords, longText } from './long-words.ts'
import styles from './RecordTable.module.css'

export interface RecordColumn<Row> {
  head: string
  /** the cell as plain text or number, for files */
  text: (row: Row) => string | number | null
  /** the cell as shown, where that is more than its text */
  shown?: (row: Row) => ReactNode
  isNumber?: boolean
  /** share of the width, beside the others' */
  width?: number
}

export interface RecordTableProps<Row> {
  caption: string
  /** the first one heads its row */
  columns: readonly RecordColumn<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

/** Records as rows; on a narrow screen, as cards in which each cell says what it is. */
export function RecordTable<Row>({ caption, columns, rows, keyOf }: RecordTableProps<Row>) {
  const breaking = columns.map(({ text }) => breaksWords(rows.map(text)))
  const total = columns.reduce((sum, { width = 1 }) => sum + width, 0)
  return (
    // roles are given because the table becomes a list of cards on a narrow screen
    <table className={styles.records} role="table">
      <caption className="visually-hidden">{caption}</caption>
      <colgroup>
        {columns.map(({ head, width = 1 }) => (
          <col key={head} style={{ width: `${(100 * width) / total}%` }} />
        ))}
      </colgroup>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ head, isNumber }) => (
            <th key={head} role="columnheader" scope="col" className={isNumber ? styles.number : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column, index) => (
              <Cell
                key={column.head}
                column={column}
                row={row}
                isHead={index === 0}
                breaking={breaking[index]}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Nothing to see: whoever listens is told so, and does not wonder what was missed. */
function isNothing(content: ReactNode): boolean {
  return content === null || content === undefined || content === false || content === ''
}

interface CellProps<Row> {
  column: RecordColumn<Row>
  row: Row
  isHead: boolean
  /** the class of cells that may break a long word */
  breaking: string | undefined
}

function Cell<Row>({ column: { head, text, shown, isNumber }, row, isHead, breaking }: CellProps<Row>) {
  const content = shown ? shown(row) : text(row)
  const long = longText(text(row))
  if (isHead) {
    return (
      <th role="rowheader" scope="row" className={breaking}>
        <div className={long}>{content}</div>
      </th>
    )
  }
  return (
    <td role="cell" className={isNumber ? styles.number : breaking}>
      {/* the column's head, where the columns are gone */}
      <span className={styles.label} aria-hidden="true">
        {head}
      </span>
      <div className={long ? `${styles.content} ${long}` : styles.content}>
        {isNothing(content) ? <span className="visually-hidden">empty</span> : content}
      </div>
    </td>
  )
}
