import type { Cells } from '../cells.ts'
import { findNameFault } from '../name-fault.ts'
import type { Placed, RecordFile } from '../record-file.ts'

export interface MemberRow {
  dimension: string
  member: string
  /** another name that files give this member */
  alias: string | null
  validFrom: string | null
  validTo: string | null
}

/** members.csv: the members of a dimension, and other names that they have in files, with the days they hold. */
export const membersFile: RecordFile<MemberRow> = {
  columns: { required: ['dimension', 'member'], optional: ['alias', 'valid_from', 'valid_to'] },
  read(cells) {
    const validFrom = cells.date('valid_from')
    const validTo = cells.date('valid_to')
    if (validFrom !== null && validTo !== null && validTo < validFrom)
      cells.fault(
        'valid_to',
        `it ends on ${validTo}, before it begins`,
        `give a day from ${validFrom}, or leave it empty`,
      )
    return {
      dimension: cells.needed('dimension'),
      member: named(cells, 'member', cells.needed('member')),
      alias: named(cells, 'alias', cells.text('alias')),
      validFrom,
      validTo,
    }
  },
  identify: ({ dimension, member, alias, validFrom }) =>
    `${dimension}\u001f${member}\u001f${alias ?? ''}\u001f${validFrom ?? ''}`,
}

/** A name as it is given; one that cannot be a name is reported. */
function named<Given extends string | null>(cells: Cells, column: string, given: Given): Given {
  const fault = given === null ? null : findNameFault(given)
  if (fault) cells.fault(column, `${column} ${fault.message}`, fault.remedy)
  return given
}

/** One name is of one member on any day, and none that another member has for itself. */
export function checkAliases(rows: readonly Placed<MemberRow>[]) {
  const members = new Set(rows.map(({ item }) => `${item.dimension}\u001f${item.member}`))
  const before = new Map<string, MemberRow[]>()
  for (const { item, cells } of rows) {
    if (item.alias === null) continue
    const key = `${item.dimension}\u001f${item.alias}`
    const isUndated = item.validFrom === null && item.validTo === null
    if (isUndated && item.alias !== item.member && members.has(key)) {
      cells.fault(
        'alias',
        'the alias is a member of the dimension itself',
        'give it to one of the two; of one that was renamed, say from when (valid_from)',
      )
    }
    const others = before.get(key) ?? []
    before.set(key, [...others, item])
    if (others.some((other) => other.member !== item.member && overlaps(other, item))) {
      cells.fault(
        'alias',
        'the alias is that of another member on the same days',
        'give each the days on which it holds (valid_from, valid_to), or take one out',
      )
    }
  }
}

function overlaps(one: MemberRow, other: MemberRow): boolean {
  const beginsInTime = ({ validFrom }: MemberRow, { validTo }: MemberRow) =>
    validFrom === null || validTo === null || validFrom <= validTo
  return beginsInTime(one, other) && beginsInTime(other, one)
}
