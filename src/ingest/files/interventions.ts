import { type Intervention, interventionKinds } from '../../domain/plans/plan.ts'
import type { RecordFile } from '../record-file.ts'

/** In the column kind: a recorded re-baseline is taken back, by its id alone. */
export const takenBack = 'taken-back'

/** One row: an intervention, or the id of one that is taken back; its other fields say nothing then. */
export interface InterventionRow extends Omit<Intervention, 'kind'> {
  kind: Intervention['kind'] | typeof takenBack
}

/** interventions.csv: bands, re-baselinings and changes of definition. Without kpi_id: every measure. */
export const interventionsFile: RecordFile<InterventionRow> = {
  columns: { required: ['id', 'kpi_id', 'kind', 'start', 'end', 'title', 'reason'], optional: [] },
  read(cells, known) {
    const kind = cells.choice('kind', [...interventionKinds, takenBack])
    if (kind === takenBack)
      return { id: cells.needed('id'), kpi: null, kind, start: '', end: null, title: '', reason: '' }
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
      kind,
      start,
      end,
      title: cells.needed('title'),
      reason: cells.needed('reason'),
    }
  },
  identify: ({ id }) => id,
}

/** What rows bring to the plan, those apart that take something back. */
export function interventionsOf(rows: readonly InterventionRow[]): Intervention[] {
  return rows.flatMap(({ kind, ...row }) => (kind === takenBack ? [] : { ...row, kind }))
}
