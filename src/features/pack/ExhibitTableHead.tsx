import { cellDecimals } from '../../domain/exhibits/cell-decimals.ts'
import type { ExhibitColumn, ExhibitTable } from '../../domain/exhibits/exhibit.ts'
import { moreInWords, readerTable } from '../../domain/exhibits/reader-table.ts'
import { formatNumber } from '../../domain/measures/format.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import { keyboardStop } from '../../ui/keyboard-stop.ts'

/** on the screen it only shows which table it is; paper has room for more: two tables of nine with their notes fill a sheet */
const rowsOnScreen = 4
const rowsOnPaper = 9

/** The first rows of a table, and how many more there are. */
export function ExhibitTableHead({ table }: { table: ExhibitTable }) {
  const shown = readerTable(table)
  const columns = shown.columns.map((column, index) => ({ ...column, index }))
  // rows have no name of their own, and never change places
  const rows = shown.rows.slice(0, rowsOnPaper).map((cells, place) => ({ place, cells }))
  return (
    <section className="wide" aria-label={table.title} {...keyboardStop}>
      <table className="figure-table">
        <caption className="visually-hidden">{table.title}</caption>
        <thead>
          <tr>
            {columns.map(({ head, kind, index }) => (
              <th key={index} scope="col" className={kind === 'number' ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ place, cells }) => (
            <tr key={place} className={place < rowsOnScreen ? undefined : 'print-only'}>
              {columns.map((column) => (
                <td key={column.index} className={column.kind === 'number' ? 'number' : undefined}>
                  {cellText(column, cells[column.index] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows words={moreInWords(table, shown.rows.length - rowsOnScreen)} className="note screen-only" />
      <MoreRows words={moreInWords(table, shown.rows.length - rowsOnPaper)} className="note print-only" />
    </section>
  )
}

function MoreRows({ words, className }: { words: string | null; className: string }) {
  return words && <p className={className}>{words}</p>
}

function cellText(column: ExhibitColumn, cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return formatNumber(cell, cellDecimals(column, cell))
  return column.kind === 'date' ? formatDate(cell) : cell
}
