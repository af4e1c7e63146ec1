import type { FoundRows } from '../../src/contract/found-rows.ts'
import type { LoadProblem } from '../../src/contract/loads.ts'
import { kindOfProblem } from '../../src/domain/loads/problem-kinds.ts'
import { type CsvRow, findField, isBlank, lastLineOf } from '../../src/ingest/csv-row.ts'
import { columnsOf, type FileMapping } from '../../src/ingest/mapping.ts'
import { readHeadedTable } from './read-table.ts'
import { columnsOfFile } from './record-files.ts'
import { shownCell } from './shown-cell.ts'
import { fileOfContract, type SortedSources } from './sort-sources.ts'
import { recordsOf, type SourceFile } from './source-file.ts'

/** A table that was read in a load, and the mapping that says how. */
export interface ReadTable {
  source: SourceFile
  mapping: FileMapping | null
}

/** Every table of a load that something describes. */
export function tablesOf({ records, observations, mapped }: SortedSources): ReadTable[] {
  return [...[...observations, ...records.values()].map((source) => ({ source, mapping: null })), ...mapped]
}

/** Places that are shown of one kind of problem, in one file. */
const mostOfKind = 12
/** Columns up to which a table is shown whole; of a wider one the first, and those beside what was found. */
const [mostColumns, mostFirst, mostBeside] = [14, 3, 2]

interface Found {
  /** among those of the load */
  problem: number
  place: LoadProblem
}

interface Mark extends Found {
  row: CsvRow
  /** -1: the whole row */
  column: number
}

/**
 * The rows in which something was found, of tables in which nobody is: whoever calls this has had them looked through.
 * A table is read again as far as its last place, and no cell of another row leaves it.
 */
export async function findRows(
  tables: readonly ReadTable[],
  problems: readonly LoadProblem[],
): Promise<FoundRows[]> {
  const found: FoundRows[] = []
  for (const table of new Map(tables.map((one) => [one.source.label, one])).values()) {
    const wanted = someOfEachKind(problems, table.source.label)
    const rows = wanted.length > 0 ? await rowsAt(table, wanted) : null
    if (rows) found.push(rows)
  }
  return found
}

function someOfEachKind(problems: readonly LoadProblem[], label: string): Found[] {
  const placed = problems
    .map((place, problem) => ({ place, problem }))
    .filter(({ place }) => place.file === label && (place.line > 0 || place.cell !== undefined))
  const kinds = Map.groupBy(placed, ({ place: { severity, message } }) => severity + kindOfProblem(message))
  return [...kinds.values()].flatMap((alike) => alike.slice(0, mostOfKind))
}

async function rowsAt({ source, mapping }: ReadTable, wanted: readonly Found[]): Promise<FoundRows | null> {
  const last = Math.max(...wanted.map(({ place }) => place.line))
  const named = wanted.some(({ place }) => place.line === 0)
  const required = mapping ? columnsOf(mapping) : columnsOfFile.get(fileOfContract(source) ?? '')?.required
  const reading = {
    wanted: new Set(required),
    headerRows: mapping?.headerRows ?? 1,
    records: recordsOf(source, mapping),
  }
  let header: CsvRow | null = null
  const marks: Mark[] = []
  for await (const row of readHeadedTable(source, () => undefined, reading)) {
    if (isBlank(row)) continue
    header ??= row
    marks.push(...marksIn(row, wanted))
    if (!named && row.line > last) break
  }
  return header && marks.length > 0 ? asShown(source.label, header, marks) : null
}

function marksIn(row: CsvRow, wanted: readonly Found[]): Mark[] {
  const end = lastLineOf(row)
  return wanted.flatMap((found) => {
    const { line, cell } = found.place
    if (line < row.line || line > end) return []
    // of a sheet, a place without a cell is the row
    const column = row.cellOf && cell === undefined ? -1 : findField(row, found.place)
    return line === 0 && column < 0 ? [] : [{ ...found, row, column }]
  })
}

function asShown(file: string, header: CsvRow, marks: readonly Mark[]): FoundRows {
  const rows = [...new Set(marks.map(({ row }) => row))].filter((row) => row !== header)
  const numbers = shownColumns(
    header.fields.length,
    marks.map(({ column }) => column),
  )
  return {
    file,
    columns: numbers.map((index) => ({ number: index + 1, name: shownCell(header.fields[index] ?? '') })),
    rows: rows.map(({ line, fields }) => ({
      line,
      cells: numbers.map((index) => shownCell(fields[index] ?? '')),
    })),
    marks: marks.map(({ problem, row, column }) => ({
      problem,
      row: rows.indexOf(row),
      column: numbers.indexOf(column),
    })),
  }
}

function shownColumns(count: number, marked: readonly number[]): number[] {
  const all = Array.from({ length: count }, (_, index) => index)
  if (count <= mostColumns) return all
  return all.filter(
    (index) => index < mostFirst || marked.some((one) => one >= 0 && Math.abs(one - index) <= mostBeside),
  )
}
