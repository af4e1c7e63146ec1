import { longestCell, mostColumns } from '../../src/contract/bounds.ts'
import { type CsvRow, sheetRow } from '../../src/ingest/csv-row.ts'
import { joinHeader } from '../../src/ingest/joined-header.ts'
import { problemAt, type Report } from '../../src/ingest/problem.ts'
import { cellAddress } from '../../src/ingest/sheets/cell-address.ts'
import { reportSkipped } from './report-skipped.ts'
import type { PackedRow } from './sheets/sheet.ts'
import { UnreadableWorkbookError } from './sheets/unreadable-workbook.ts'
import type { SourceFile, SourceSheet } from './source-file.ts'
import type { TableReading } from './table-reading.ts'

/** Rows in which a header may stand, below titles and blank rows. */
const mostHeadRows = 20

export const emptySheet = 'the sheet is empty'

/** The rows of a sheet, as those of a CSV file: its titles skipped, its values and never its formulas. */
export async function* readSheet(
  source: SourceFile & { sheet: SourceSheet },
  report: Report,
  { wanted, titles, headerRows }: Omit<TableReading, 'records' | 'isGuessed'>,
): AsyncGenerator<CsvRow> {
  const file = source.label
  const said = createSayings(file, source.sheet, report)
  const whole = problemAt({ file, line: 0, column: 0 })
  /** rows in which the header is looked for; null once it was found */
  let head: PackedRow[] | null = titles === 'kept' ? null : []
  let width = titles === 'kept' ? mostColumns : 0
  let isEmpty = true
  const header = (rows: PackedRow[]): PackedRow[] => {
    const at = findHeader(rows, wanted, headerRows)
    const kept = rows.slice(at)
    reportSkipped(file, at > 0 ? (kept[0]?.line ?? 1) : 1, report)
    width = Math.max(0, ...kept.slice(0, headerRows).map(({ cells }) => cells.length))
    return kept
  }
  try {
    for await (const row of source.sheet.rows(titles === 'kept' ? 'once' : 'in-each')) {
      if (isBeyondBounds(file, row, report)) return
      if (row.cells.every((cell) => cell.trim() === '')) continue
      isEmpty = false
      said.take(row)
      if (head === null) {
        yield given(row, width, said.beside)
        continue
      }
      head.push(row)
      if (head.length < mostHeadRows) continue
      for (const one of header(head)) yield given(one, width, said.beside)
      head = null
    }
  } catch (error) {
    if (!(error instanceof UnreadableWorkbookError)) throw error
    report(whole.error(error.message, error.remedy))
    return
  }
  for (const one of head === null ? [] : header(head)) yield given(one, width, said.beside)
  if (isEmpty) report(whole.error(emptySheet, 'export it again, or leave it out of the load'))
  if (titles === 'skipped') said.end()
}

/** As wide as the header: a sheet has no end of its rows, and what stands beside its table is none of it. */
function given(
  { line, cells, covered }: PackedRow,
  width: number,
  beside: (line: number, column: number) => void,
) {
  const extra = cells.findIndex((cell, index) => index >= width && cell.trim() !== '')
  if (extra >= 0) beside(line, extra)
  const fields = cells.slice(0, width)
  if (width < mostColumns) while (fields.length < width) fields.push('')
  return sheetRow(line, fields, covered)
}

/** Where the header begins: the row, or the rows together, that name most of the columns that are asked for. */
function findHeader(rows: readonly PackedRow[], wanted: ReadonlySet<string>, headerRows: number): number {
  const least = Math.min(2, wanted.size)
  let best = { at: 0, score: 0 }
  if (least === 0) return 0
  rows.forEach((_, at) => {
    const names = new Set(joinRows(rows.slice(at, at + headerRows)))
    const score = [...wanted].filter((name) => names.has(name)).length
    if (score >= least && score > best.score) best = { at, score }
  })
  return best.at
}

function joinRows(rows: readonly PackedRow[]): string[] {
  return joinHeader(
    rows.map(({ cells }) => cells),
    (index) => (rows[index]?.covered.size ?? 0) > 0,
  )
}

function isBeyondBounds(file: string, { line, cells }: PackedRow, report: Report): boolean {
  const longCell = cells.findIndex(({ length }) => length > longestCell)
  if (cells.length <= mostColumns && longCell < 0) return false
  const column = longCell < 0 ? mostColumns : longCell
  const at = problemAt({ file, line, column: column + 1, cell: cellAddress(line, column) })
  report(
    longCell < 0
      ? at.error(
          `a cell stands in column ${cells.length}, and a table may have ${mostColumns} columns`,
          'load the columns that are needed, or one row to a figure',
        )
      : at.error(
          `the cell has ${cells[longCell]?.length} characters, and a cell may have ${longestCell}`,
          'shorten it',
        ),
  )
  return true
}

/** What is said once of a sheet: hidden rows, columns and sheets are read, cells beside the table are not. */
function createSayings(file: string, { isHidden }: SourceSheet, report: Report) {
  const whole = problemAt({ file, line: 0, column: 0 })
  let hidden: { line: number; rows: number } | null = null
  let behind: { line: number; column: number } | null = null
  const columns = new Set<number>()
  let uncalculated: { line: number; column: number; cells: number } | null = null
  let beside: { line: number; column: number } | null = null
  const at = ({ line, column }: { line: number; column: number }) =>
    problemAt({ file, line, column: column + 1, cell: cellAddress(line, column) })
  return {
    take(row: PackedRow) {
      if (row.isHidden) hidden = { line: hidden?.line ?? row.line, rows: (hidden?.rows ?? 0) + 1 }
      for (const column of row.hiddenColumns) {
        if ((row.cells[column] ?? '').trim() === '') continue
        columns.add(column)
        behind ??= { line: row.line, column }
      }
      const [first] = row.uncalculated
      if (first === undefined) return
      const cells = (uncalculated?.cells ?? 0) + row.uncalculated.length
      uncalculated = { line: row.line, column: first, ...uncalculated, cells }
    },
    beside(line: number, column: number) {
      beside ??= { line, column }
    },
    end() {
      if (isHidden)
        report(whole.notice('the sheet is hidden, and was read', 'nothing, if it is the one that is meant'))
      if (hidden) {
        report(
          problemAt({ file, line: hidden.line, column: 0 }).notice(
            `${hidden.rows === 1 ? 'a hidden row was' : `${hidden.rows} hidden rows were`} read like the others`,
            'nothing, if a filter hides them; else take them out',
          ),
        )
      }
      if (behind) {
        report(
          at(behind).notice(
            `${columns.size === 1 ? 'a hidden column was' : `${columns.size} hidden columns were`} read like the others`,
            'nothing, if its figures are meant; else take it out',
          ),
        )
      }
      if (uncalculated) {
        report(
          at(uncalculated).error(
            `${uncalculated.cells === 1 ? 'a formula was' : `${uncalculated.cells} formulas were`} never calculated, so there is no value`,
            'open the workbook in a spreadsheet and save it',
          ),
        )
      }
      if (beside)
        report(at(beside).notice('what stands beside the table is left out', 'nothing, if it is a note'))
    },
  }
}
