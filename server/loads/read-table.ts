import { type CsvRow, isBlank, joinHeaderRows } from '../../src/ingest/csv-row.ts'
import type { Report } from '../../src/ingest/problem.ts'
import { readCsv } from './read-csv.ts'
import { readJsonTable } from './read-json-table.ts'
import { readSheet } from './read-sheet.ts'
import type { SourceFile } from './source-file.ts'
import type { TableReading } from './table-reading.ts'

/** As `readTable`, with one header row: the first ones joined, where several head the columns together. */
export async function* readHeadedTable(
  source: SourceFile,
  report: Report,
  reading: Omit<TableReading, 'titles' | 'isGuessed'> & { records: string | undefined },
): AsyncGenerator<CsvRow> {
  const head: CsvRow[] = []
  for await (const row of readTable(source, report, reading)) {
    if (head.length >= reading.headerRows) yield row
    else if (!isBlank(row)) {
      head.push(row)
      const header = head.length === reading.headerRows ? joinHeaderRows(head) : null
      if (header) yield header
    }
  }
}

/**
 * The rows of a table, whatever it is kept in: a file of text, a sheet of a workbook, or records of JSON. What makes it unreadable is
 * reported, and ends it.
 */
export async function* readTable(
  source: SourceFile,
  report: Report,
  {
    wanted = new Set(),
    titles = 'skipped',
    headerRows = 1,
    records,
    isGuessed = false,
  }: Partial<TableReading> = {},
): AsyncGenerator<CsvRow> {
  const { sheet } = source
  if (sheet) yield* readSheet({ ...source, sheet }, report, { wanted, titles, headerRows })
  else if (records !== undefined) yield* readJsonTable(source, records, report)
  else yield* readCsv(source, report, wanted, titles, headerRows, isGuessed)
}
