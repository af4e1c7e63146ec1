import { joinHeader } from '../joined-header.ts'
import { isOfPattern } from '../mapping/cut-text.ts'
import { columnsOf, type FileMapping } from '../mapping.ts'
import { periodNames } from './pointed-of.ts'
import { canonicalJson } from './same-json.ts'

/** Rows in which a header may stand, below titles and blank rows. */
const mostHeadRows = 20

/** A table whose mapping is looked for. */
export interface Unrecognised {
  file: string
  /** of a workbook: which of its sheets */
  sheet: string | null
  /** whether its workbook shows no other */
  isOnlySheet: boolean
  /** the first of it, titles and header among them */
  rows: readonly (readonly string[])[]
}

/** How a table and a mapping go together. */
export type Match =
  /** columns and names: read without a question */
  | ({ kind: 'same' } & Header)
  /** columns alone: somebody has to say that it is the same extract */
  | ({ kind: 'other-name' } & Header)
  /** its name, and some of its columns: those that are gone are named */
  | ({ kind: 'columns-gone'; gone: readonly string[] } & Header)

/** Where a table's header begins in the rows that were looked through, and the columns that it names. */
export interface Header {
  at: number
  names: readonly string[]
}

/** Whether a mapping reads a table: by the columns that it asks for, and by the name of its file; null where not. */
export function matchMapping(table: Unrecognised, mapping: FileMapping): Match | null {
  const asked = columnsOf(mapping)
  const hasName = isOfName(table, mapping)
  const headers = headersOf(table.rows, mapping.headerRows ?? 1)
  const found = headers.find(({ names }) => reads(mapping, asked, names))
  if (found && hasName) return { kind: 'same', ...found }
  // few columns are those of many files
  if (found) return asked.length > 1 ? { kind: 'other-name', ...found } : null
  if (!hasName) return null
  const [nearest] = headers
    .map((header) => ({ ...header, gone: asked.filter((name) => !header.names.includes(name)) }))
    .toSorted((a, b) => a.gone.length - b.gone.length)
  return nearest && nearest.gone.length < asked.length ? { kind: 'columns-gone', ...nearest } : null
}

function reads(mapping: FileMapping, asked: readonly string[], names: readonly string[]): boolean {
  const isThere = new Set(names)
  if (!asked.every((name) => isThere.has(name))) return false
  const isOfHeaders = mapping.outputs.some(({ period }) => period.headers)
  return !isOfHeaders || periodNames(mapping, names).length > 0
}

/** What the columns of a table are known by, whatever their order; those of single periods come and go. */
export function columnsKey(names: readonly string[], mapping: FileMapping): string {
  const ofPeriods = new Set(periodNames(mapping, names))
  return canonicalJson([...new Set(names)].filter((name) => name !== '' && !ofPeriods.has(name)).toSorted())
}

function isOfName({ file, sheet, isOnlySheet }: Unrecognised, mapping: FileMapping): boolean {
  if (!isOfPattern(file, mapping.file)) return false
  if (sheet === null) return mapping.sheet === undefined
  return mapping.sheet === undefined ? isOnlySheet : isOfPattern(sheet, mapping.sheet)
}

function headersOf(rows: readonly (readonly string[])[], headerRows: number): Header[] {
  return rows
    .slice(0, mostHeadRows)
    .map((_, at) => ({ at, names: joinHeader(rows.slice(at, at + headerRows)).map((name) => name.trim()) }))
}
