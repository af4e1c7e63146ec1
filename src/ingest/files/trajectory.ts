import { frequencyOf, isPeriod } from '../../domain/periods/period.ts'
import { frequencyRemedy } from '../frequency-words.ts'
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
    cells.needed('kpi_id')
    const kpi = cells.known('kpi_id', known.kpis.keys(), 'measure') ?? ''
    const period = cells.needed('period')
    const frequency = known.kpis.get(kpi)?.frequency
    if (period && frequency && !(isPeriod(period) && frequencyOf(period) === frequency)) {
      cells.fault(
        'period',
        `"${period}" is no ${frequency}, and ${kpi} has one figure a ${frequency}`,
        frequencyRemedy[frequency],
      )
    }
    const planned = cells.number('planned')
    if (planned === null && cells.isSound()) {
      cells.fault('planned', 'planned is empty', 'give the planned value, or leave the row out')
    }
    return { kpi, period, planned: planned ?? 0, approvedBy: cells.needed('approved_by') }
  },
  identify: ({ kpi, period }) => `${kpi} ${period}`,
}
