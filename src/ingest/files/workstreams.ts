import type { Workstream } from '../../domain/plans/plan.ts'
import type { RecordFile } from '../record-file.ts'

/** workstreams.csv: the parts of the plan, each with its sponsor and board. */
export const workstreamsFile: RecordFile<Workstream> = {
  columns: { required: ['id', 'name', 'sponsor_role', 'board'], optional: [] },
  read: (cells) => ({
    id: cells.needed('id'),
    name: cells.needed('name'),
    sponsorRole: cells.needed('sponsor_role'),
    board: cells.needed('board'),
  }),
  identify: ({ id }) => id,
}
