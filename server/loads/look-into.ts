import type { CsvRow } from '../../src/ingest/csv-row.ts'
import { separators } from '../../src/ingest/dialect.ts'
import { columnsOf, type FileMapping } from '../../src/ingest/mapping.ts'
import { problemAt, type Report } from '../../src/ingest/problem.ts'
import { findHeader } from '../../src/ingest/suggest/find-header.ts'
import type { LookedInto } from '../../src/ingest/suggest/suggest-mapping.ts'
import { readTable } from './read-table.ts'
import { recordsOf, type SourceFile } from './source-file.ts'

/** A table as far as it was looked into. */
export interface Look extends LookedInto {
  /** of the first row of the header */
  line: number
}

/** Rows that a mapping is proposed from. */
const mostRows = 300

/** The header of a table that nobody has described, and some rows below it; null where none is found. */
export async function lookInto(
  source: SourceFile,
  isOneOfSeveral: boolean,
  standing: readonly FileMapping[],
  report: Report,
): Promise<Look | null> {
  const { name: file, sheet } = source
  // names that mappings in use ask for show the header, and what separates it, better than any guess
  const wanted = new Set(standing.flatMap(columnsOf))
  const rows = await firstRows(source, wanted, report)
  const header = findHeader(rows.map(({ fields }) => fields))
  if (!header) {
    const at = problemAt({ file: source.label, line: 0, column: 0 })
    report(
      at.error(
        'no table was found in it: a row of names above rows of figures',
        'look whether it is the right file',
      ),
    )
    return null
  }
  return {
    file,
    sheet: sheet && isOneOfSeveral ? sheet.name : null,
    line: rows[header.at]?.line ?? 1,
    headerRows: header.headerRows,
    names: header.names.map((name) => name.trim()),
    rows: rows.slice(header.at + header.headerRows).map(({ fields }) => fields),
  }
}

async function firstRows(source: SourceFile, wanted: ReadonlySet<string>, report: Report): Promise<CsvRow[]> {
  const records = /\.json$/i.test(source.name)
    ? recordsOf(source, { file: source.name, outputs: [] })
    : undefined
  const rows: CsvRow[] = []
  for await (const row of readTable(source, report, { wanted, titles: 'kept', records })) {
    rows.push(row)
    if (rows.length === mostRows) break
  }
  return source.sheet || records !== undefined ? rows : separated(rows)
}

/** Where commas do not make a table of it, whatever does; quotation marks are left to the load itself. */
function separated(rows: readonly CsvRow[]): CsvRow[] {
  const widest = (split: (row: CsvRow) => readonly string[]) =>
    Math.max(0, ...rows.map((row) => split(row).length))
  if (widest(({ fields }) => fields) > 2) return [...rows]
  const [best] = separators
    .filter((one) => one !== ',')
    .map((one) => ({ one, width: widest(({ raw }) => raw.split(one)) }))
    .toSorted((a, b) => b.width - a.width)
  if (!best || best.width <= widest(({ fields }) => fields)) return [...rows]
  return rows.map((row) => ({
    ...row,
    fields: row.raw.replace(/\r?\n$/, '').split(best.one),
    separator: best.one,
  }))
}
