import { nearestId } from '../domain/measures/nearest-id.ts'
import { type CsvRow, locateField } from './csv-row.ts'
import { problemAt, type Report } from './problem.ts'

export interface ColumnSet {
  required: readonly string[]
  optional: readonly string[]
}

/** Column names with their place in a record. */
export type Columns = ReadonlyMap<string, number>

/**
 * The columns that a header row names, in any order; null where one is missing or stands twice. Columns that
 * nobody asked for are reported, and ignored.
 */
export function readHeader(file: string, row: CsvRow, wanted: ColumnSet, report: Report): Columns | null {
  const columns = new Map<string, number>()
  let isSound = true
  row.fields.forEach((field, index) => {
    const name = field.trim()
    const at = problemAt({ file, ...locateField(row, index) })
    if (columns.has(name) && name) {
      report(at.error(`the column ${name} stands twice`, 'remove one of the two'))
      isSound = false
    } else columns.set(name, index)
  })
  const missing = wanted.required.filter((name) => !columns.has(name))
  const known = [...wanted.required, ...wanted.optional]
  for (const [name, index] of columns) {
    if (known.includes(name)) continue
    const at = problemAt({ file, ...locateField(row, index) })
    const meant = nearestId(
      name,
      known.filter((column) => !columns.has(column)),
    )
    report(
      name
        ? at.notice(
            `the column ${name} is not known and is ignored`,
            meant ? `if it is ${meant}, rename it` : 'nothing, if it is not needed',
          )
        : at.notice('a column without a name is ignored', 'give it a name if it is needed'),
    )
  }
  if (missing.length) {
    const at = problemAt({ file, line: row.line, column: 1 })
    report(
      at.error(
        `${missing.length === 1 ? 'the column' : 'the columns'} ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
        otherSeparator(row) ??
          `add ${missing.length === 1 ? 'it' : 'them'} to the header row; this file has ${[...columns.keys()].filter(Boolean).join(', ') || 'no columns'}`,
      ),
    )
  }
  return isSound && !missing.length ? columns : null
}

/** What to do where the whole header stands in one field because something else than a comma separates it. */
function otherSeparator({ fields }: CsvRow): string | null {
  const [only = ''] = fields
  if (fields.length > 1) return null
  const separator = only.includes(';') ? 'semicolons' : only.includes('\t') ? 'tabs' : null
  return separator && `the file separates its fields by ${separator}: save it as "CSV UTF-8" with commas`
}
