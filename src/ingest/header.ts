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
          writtenAlmostSo(missing, [...columns.keys()]) ??
          `add ${one ? 'it' : 'them'} to the header row; the first row of this file has ${known.size - absent.length} of the columns that it may have`,
      ),
    )
  }
  return isSound && !missing.length ? columns : null
}

/** What to do where the header has the names that are missing, but for spaces, line breaks or capitals. */
function writtenAlmostSo(missing: readonly string[], given: readonly string[]): string | null {
  const bare = (name: string) => name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
  const places = new Map(given.map((name, index) => [bare(name), index + 1]))
  const found = missing.flatMap((name) => places.get(bare(name)) ?? [])
  const [only] = found
  if (only === undefined) return null
  return found.length === 1
    ? `field ${only} of the header is called so but for spaces, a line break or capitals: write both alike`
    : `fields ${found.join(', ')} of the header are called so but for spaces, line breaks or capitals: write them alike`
}

/**
 * Watches for the header to stand again, as each page of a report has it, and files that were put one behind the other:
 * such a row is no data, and is told once.
 */
export function watchRepeatedHeader(file: string, header: CsvRow, report: Report) {
  const names = header.fields.map((field) => field.trim())
  let first: CsvRow | null = null
  let rows = 0
  return {
    isAgain(row: CsvRow): boolean {
      if (!names.every((name, index) => name === (row.fields[index]?.trim() ?? ''))) return false
      first ??= row
      rows += 1
      return true
    },
    end() {
      if (!first) return
      report(
        problemAt({ file, line: first.line, column: wholeRow }).notice(
          `the header stands again here${rows > 1 ? ' and below' : ''}: it is read once`,
          'nothing, if these are pages of one report',
        ),
      )
    },
  }
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
