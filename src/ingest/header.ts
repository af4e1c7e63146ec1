import { type CsvRow, locateField } from './csv-row.ts'
import { problemAt, type Report, wholeRow } from './problem.ts'
import { createProposer } from './say-cell.ts'

export interface ColumnSet {
  required: readonly string[]
  optional: readonly string[]
  /** columns that nobody reads, and that are told in another place */
  unused?: readonly string[]
}

/** Column names with their place in a record. */
export type Columns = ReadonlyMap<string, number>

/**
 * The columns that a header row names, in any order; null where one is missing or one that is read stands twice. Columns that
 * nobody asked for are reported, and ignored: by name only where the row surely is a header, since the first line of
 * a file without one is data.
 */
export function readHeader(file: string, row: CsvRow, wanted: ColumnSet, report: Report): Columns | null {
  const columns = new Map<string, number>()
  const known = new Set([...wanted.required, ...wanted.optional])
  const unused = new Set(wanted.unused)
  const at = (index: number) => problemAt({ file, ...locateField(row, index) })
  let isSound = true
  row.fields.forEach((field, index) => {
    const name = field.trim()
    if (!columns.has(name)) columns.set(name, index)
    else if (known.has(name)) {
      report(
        at(index).error(
          `the column ${name} stands twice`,
          'give one of the two another name, or leave it out',
        ),
      )
      isSound = false
    }
  })
  const missing = wanted.required.filter((name) => !columns.has(name))
  const absent = [...known].filter((name) => !columns.has(name))
  const propose = createProposer()
  for (const [name, index] of columns) {
    if (known.has(name) || unused.has(name)) continue
    const meant = name && absent.length > 0 ? propose(name, absent) : null
    report(
      name
        ? at(index).notice(
            `the column ${missing.length ? '' : `${headerInWords(name)} `}is not known and is ignored`,
            meant ? `if it is ${meant}, rename it` : 'nothing, if it is not needed',
          )
        : at(index).notice('a column without a name is ignored', 'give it a name if it is needed'),
    )
  }
  if (missing.length) {
    const one = missing.length === 1
    report(
      problemAt({ file, line: row.line, column: wholeRow }).error(
        `${one ? 'the column' : 'the columns'} ${missing.join(', ')} ${one ? 'is' : 'are'} missing`,
        otherSeparator(row) ??
          `add ${one ? 'it' : 'them'} to the header row; the first row of this file has ${known.size - absent.length} of the columns that it may have`,
      ),
    )
  }
  return isSound && !missing.length ? columns : null
}

const longestHeader = 40

/** A column's name in a message: a short one as it is, a longer one by its beginning. */
export function headerInWords(name: string): string {
  return name.length <= longestHeader ? name : `${name.slice(0, longestHeader)}…`
}

/** What to do where the whole header stands in one field because something else than a comma separates it. */
function otherSeparator({ fields }: CsvRow): string | null {
  const [only = ''] = fields
  if (fields.length > 1) return null
  const separator = only.includes(';') ? 'semicolons' : only.includes('\t') ? 'tabs' : null
  return separator && `the file separates its fields by ${separator}: save it as "CSV UTF-8" with commas`
}
