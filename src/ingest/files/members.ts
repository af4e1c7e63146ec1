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
    member: cells.needed('member'),
    alias: cells.text('alias'),
    validFrom: cells.date('valid_from'),
    validTo: cells.date('valid_to'),
  }),
  identify: ({ dimension, member, alias, validFrom }) =>
    `${dimension}\u001f${member}\u001f${alias ?? ''}\u001f${validFrom ?? ''}`,
}
