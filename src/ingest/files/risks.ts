import type { Risk } from '../../domain/plans/plan.ts'
import type { RecordFile } from '../record-file.ts'

/** risks.csv: the register, with the score that each risk is to come down to. */
export const risksFile: RecordFile<Risk> = {
  columns: {
    required: ['id', 'title', 'owner_role', 'kpi_id', 'target_likelihood', 'target_impact'],
    optional: [],
  },
  read(cells, known) {
    cells.needed('target_likelihood')
    cells.needed('target_impact')
    return {
      id: cells.needed('id'),
      title: cells.needed('title'),
      ownerRole: cells.needed('owner_role'),
      kpi: cells.known('kpi_id', known.kpis, 'measure'),
      targetLikelihood: cells.integer('target_likelihood', 1, 5) ?? 1,
      targetImpact: cells.integer('target_impact', 1, 5) ?? 1,
      reviews: [],
    }
  },
  identify: ({ id }) => id,
}
