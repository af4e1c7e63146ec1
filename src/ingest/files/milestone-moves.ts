import type { MilestoneMove } from '../../domain/plans/plan.ts'
import type { RecordFile } from '../record-file.ts'

export interface MoveRow extends MilestoneMove {
  milestone: string
}

/** milestone-moves.csv: each change of a milestone's date, with its reason and who approved it. */
export const milestoneMovesFile: RecordFile<MoveRow> = {
  columns: { required: ['milestone_id', 'from', 'to', 'reason', 'approver', 'moved_on'], optional: [] },
  read(cells, known) {
    cells.needed('milestone_id')
    return {
      milestone: cells.known('milestone_id', known.milestones, 'milestone') ?? '',
      from: cells.neededDate('from'),
      to: cells.neededDate('to'),
      reason: cells.needed('reason'),
      approver: cells.needed('approver'),
      movedOn: cells.neededDate('moved_on'),
    }
  },
  identify: ({ milestone, movedOn, from, to }) => `${milestone} ${movedOn} ${from} ${to}`,
}
