import type { CsvRow } from '../csv-row.ts'
import type { Columns } from '../header.ts'
import { saysTotal, totalOf } from '../left-out.ts'
import type { MappingOutput } from '../mapping.ts'
import type { TextSource } from './sources.ts'

/** Different texts of a column that are kept, so that a subtotal is known by what it adds up. */
const mostTexts = 1000

/**
 * Finds rows that add up others of the file, by any of their texts, read or not: where rows are combined, such a row
 * would be added to what it is the sum of. A text that the mapping names itself is meant as it is, and the member and
 * the period make figures of their own.
 */
export function createTotalFinder(columns: Columns) {
  const names = new Map([...columns].map(([name, index]) => [index, name]))
  const before = new Map<number, Set<string>>()

  function isTotal(text: string, index: number): boolean {
    if (saysTotal(text)) return true
    const seen = before.get(index) ?? new Set()
    before.set(index, seen)
    const of = totalOf(text)
    if (of !== null) return seen.has(of)
    if (seen.size < mostTexts) seen.add(text)
    return false
  }

  /** names of the columns in which the row says that it adds up others */
  return (row: CsvRow): string[] =>
    row.fields.flatMap((field, index) => {
      const text = field.trim()
      return /\p{L}/u.test(text) && isTotal(text, index) ? [names.get(index) ?? ''] : []
    })
}

/** Whether an output means a row of totals: it chooses it, renames it, or makes a member or a period of it. */
export function isMeantBy(
  { filters = [], kpi, dimension, member, memberLabel, period }: MappingOutput,
  column: string,
  text: string,
): boolean {
  if (period.column === column || isOfColumn(member, column)) return true
  const isRenamed = [kpi, dimension, memberLabel].some(
    (source) => isOfColumn(source, column) && Object.hasOwn(renamingOf(source), text),
  )
  return isRenamed || filters.some((filter) => filter.column === column && filter.oneOf?.includes(text))
}

function isOfColumn(source: TextSource | undefined, column: string): boolean {
  return typeof source === 'object' && 'column' in source && source.column === column
}

function renamingOf(source: TextSource | undefined): Readonly<Record<string, string>> {
  return (typeof source === 'object' && source.values) || {}
}
