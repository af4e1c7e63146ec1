/** A column of a table, with what stands in it. */
export interface NamedColumn {
  name: string
  cells: readonly string[]
}

/** What says who or where, rather than by which code or source. */
const saysName = /name|town|team|area|ward|locality|region|group|type|category|reason|service/i
const saysOther = /code|url|source|note|comment|\bid\b|link/i

/**
 * The column whose texts are most likely the members: with the period, each of its texts stands once. Null where the
 * period alone tells the rows apart, or there is no such column; `isKey` says whether any two rows are of the same.
 */
export function chooseMember(
  texts: readonly NamedColumn[],
  periods: readonly string[] | null,
  rows: number,
): { member: NamedColumn | null; isKey: boolean } {
  const isUnique = (column: NamedColumn | null) => {
    const keys = Array.from(
      { length: rows },
      (_, row) => `${periods?.[row] ?? ''}\u001f${column?.cells[row] ?? ''}`,
    )
    return new Set(keys).size === rows
  }
  if (isUnique(null)) return { member: null, isKey: true }
  const weight = (column: NamedColumn) =>
    (isUnique(column) ? 4 : 0) + (saysName.test(column.name) ? 2 : 0) - (saysOther.test(column.name) ? 3 : 0)
  const [member = null] = texts.toSorted(
    (a, b) => weight(b) - weight(a) || new Set(a.cells).size - new Set(b.cells).size,
  )
  return { member, isKey: isUnique(member) }
}
