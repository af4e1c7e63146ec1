import { type Intervention, interventionKinds } from '../../domain/plans/plan.ts'
import type { RecordFile } from '../record-file.ts'

/** interventions.csv: bands, re-baselinings and changes of definition. Without kpi_id: every measure. */
export const interventionsFile: RecordFile<Intervention> = {
  columns: { required: ['id', 'kpi_id', 'kind', 'start', 'end', 'title', 'reason'], optional: [] },
  read(cells, known) {
    const start = cells.neededDate('start')
    const end = cells.date('end')
    if (end !== null && start && end < start) {
      cells.fault(
        'end',
        `it ends on ${end}, before it starts`,
        `give a day from ${start}, or leave end empty`,
      )
    }
    return {
      id: cells.needed('id'),
      kpi: cells.known('kpi_id', known.kpis, 'measure'),
      kind: cells.choice('kind', interventionKinds),
      start,
      end,
      title: cells.needed('title'),
      reason: cells.needed('reason'),
    }
  },
  identify: ({ id }) => id,
}
