import type { RiskReview } from '../../domain/plans/plan.ts'
import type { RecordFile } from '../record-file.ts'

export interface ReviewRow extends RiskReview {
  risk: string
}

/** risk-reviews.csv: how a risk was scored on a day. */
export const riskReviewsFile: RecordFile<ReviewRow> = {
  columns: { required: ['risk_id', 'reviewed_on', 'likelihood', 'impact', 'note'], optional: [] },
  read(cells, known) {
    cells.needed('risk_id')
    cells.needed('likelihood')
    cells.needed('impact')
    return {
      risk: cells.known('risk_id', known.risks, 'risk') ?? '',
      reviewedOn: cells.neededDate('reviewed_on'),
      likelihood: cells.integer('likelihood', 1, 5) ?? 1,
      impact: cells.integer('impact', 1, 5) ?? 1,
      note: cells.text('note') ?? '',
    }
  },
  identify: ({ risk, reviewedOn }) => `${risk} ${reviewedOn}`,
}
