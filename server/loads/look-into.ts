import type { CsvRow } from '../../src/ingest/csv-row.ts'
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
  /** its rows, as far as they were looked through */
  below: readonly CsvRow[]
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
  const below = rows.slice(header.at + header.headerRows)
  return {
    file,
    sheet: sheet && isOneOfSeveral ? sheet.name : null,
    line: rows[header.at]?.line ?? 1,
    headerRows: header.headerRows,
    names: header.names.map((name) => name.trim()),
    rows: below.map(({ fields }) => fields),
    below,
  }
}

/** The first rows of a table, titles and header among them. */
export async function firstRows(
  source: SourceFile,
  wanted: ReadonlySet<string>,
  report: Report,
  records = recordsOf(source, { file: source.name, outputs: [] }),
): Promise<CsvRow[]> {
  const rows: CsvRow[] = []
  for await (const row of readTable(source, report, { wanted, titles: 'kept', records, isGuessed: true })) {
    rows.push(row)
    if (rows.length === mostRows) break
  }
  return rows
}
