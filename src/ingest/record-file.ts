import { type Cells, type RefusedIds, readCells } from './cells.ts'
import { type CsvRow, isBlank } from './csv-row.ts'
import { type ColumnSet, type Columns, readHeader, watchRepeatedHeader } from './header.ts'
import { isFooter, reportFooters } from './left-out.ts'
import { longestName } from './observed.ts'
import { problemAt, type Report, wholeRow } from './problem.ts'
import { watchRowLengths } from './row-lengths.ts'
import { createProposer } from './say-cell.ts'

/** Ids that the cells of a file may name: those of this load and of the edition it stands on. */
export interface KnownIds {
  kpis: ReadonlyMap<string, { frequency: 'month' | 'quarter' | 'year' }>
  milestones: ReadonlySet<string>
  risks: ReadonlySet<string>
  /** ids and names */
  workstreams: ReadonlySet<string>
  refused?: RefusedIds
}

/** One kind of file whose records are few: definitions and the plan. */
export interface RecordFile<Item> {
  columns: ColumnSet
  read: (cells: Cells, known: KnownIds) => Item
  /** what a file may say only once */
  identify: (item: Item) => string
}

/** What names a record: an id, or a few texts and dates together. In characters. */
const longestKey = 3 * longestName

/** A record that was read, with the place that later faults of it are told at. */
export interface Placed<Item> {
  item: Item
  cells: Cells
}

/**
 * Reads all records of a file, header first. A record that says the same as an earlier one is dropped with a
 * notice; one that says something else of the same thing is an error that names both lines.
 *
 * @param refused takes the names of rows that have a fault, with their lines
 */
export async function readRecords<Item>(
  file: string,
  rows: AsyncIterable<CsvRow>,
  kind: RecordFile<Item>,
  known: KnownIds,
  report: Report,
  refused: Map<string, number> = new Map(),
): Promise<Placed<Item>[]> {
  const found = new Map<string, { placed: Placed<Item>; line: number; said: string }>()
  const propose = createProposer()
  let columns: Columns | null = null
  let lengths: ReturnType<typeof watchRowLengths> | null = null
  let header: ReturnType<typeof watchRepeatedHeader> | null = null
  const footers: number[] = []
  for await (const row of rows) {
    if (isBlank(row)) continue
    if (!lengths) {
      columns = readHeader(file, row, kind.columns, report)
      lengths = watchRowLengths(file, row.fields.length, report)
      header = watchRepeatedHeader(file, row, report)
      continue
    }
    if (!columns) break
    if (header?.isAgain(row)) continue
    if (isFooter(row, footers.length > 0)) {
      footers.push(row.line)
      continue
    }
    if (!lengths.fits(row)) continue
    const cells = readCells(file, row, columns, report, propose, known.refused)
    const item = kind.read(cells, known)
    const key = kind.identify(item)
    if (!cells.isSound()) {
      refused.set(key, row.line)
      continue
    }
    if (key.length > longestKey) {
      const at = problemAt({ file, line: row.line, column: wholeRow })
      report(at.error(`the row is named by ${key.length} characters`, 'shorten its id'))
      continue
    }
    const said = JSON.stringify(item)
    const before = found.get(key)
    if (!before) found.set(key, { placed: { item, cells }, line: row.line, said })
    else reportRepeat(file, row.line, before.line, before.said === said, report)
  }
  lengths?.end()
  header?.end()
  reportFooters(file, footers, report)
  return [...found.values()].map(({ placed }) => placed)
}

export function reportRepeat(
  file: string,
  line: number,
  firstLine: number,
  isSame: boolean,
  report: Report,
  firstFile = file,
) {
  const at = problemAt({ file, line, column: wholeRow })
  const first = firstFile === file ? `line ${firstLine}` : `${firstFile} line ${firstLine}`
  report(
    isSame
      ? at.notice(`the row repeats ${first}`, 'nothing: it is read once')
      : at.error(
          `the row contradicts ${first}: the same thing with other content`,
          `keep one of the two: line ${line} or ${first}`,
        ),
  )
}
