import type { Cells } from '../cells.ts'
import { findNameFault } from '../name-fault.ts'
import type { RecordFile } from '../record-file.ts'

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
  read: (cells) => ({
    dimension: cells.needed('dimension'),
    member: named(cells, 'member', cells.needed('member')),
    alias: named(cells, 'alias', cells.text('alias')),
    validFrom: cells.date('valid_from'),
    validTo: cells.date('valid_to'),
  }),
  identify: ({ dimension, member, alias, validFrom }) =>
    `${dimension}\u001f${member}\u001f${alias ?? ''}\u001f${validFrom ?? ''}`,
}

/** A name as it is given; one that cannot be a name is reported. */
function named<Given extends string | null>(cells: Cells, column: string, given: Given): Given {
  const fault = given === null ? null : findNameFault(given)
  if (fault) cells.fault(column, `${column} ${fault.message}`, fault.remedy)
  return given
}
