import { readOwnPeriod } from '../read-own-period.ts'
import type { RecordFile } from '../record-file.ts'

export interface TrajectoryRow {
  kpi: string
  period: string
  planned: number
  approvedBy: string
}

/** trajectory.csv: the planned value of a measure in each period. */
export const trajectoryFile: RecordFile<TrajectoryRow> = {
  columns: { required: ['kpi_id', 'period', 'planned', 'approved_by'], optional: [] },
  read(cells, known) {
    const { kpi, period } = readOwnPeriod(cells, known)
    const planned = cells.number('planned')
    if (planned === null && cells.isSound()) {
      cells.fault('planned', 'planned is empty', 'give the planned value, or leave the row out')
    }
    return { kpi, period, planned: planned ?? 0, approvedBy: cells.needed('approved_by') }
  },
  identify: ({ kpi, period }) => `${kpi} ${period}`,
}
