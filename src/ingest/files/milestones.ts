import { bragStatuses, type Milestone, type Release } from '../../domain/plans/plan.ts'
import { parseSuccessMeasure } from '../../domain/plans/success-measure.ts'
import type { RecordFile } from '../record-file.ts'

const releases: readonly Release[] = ['public', 'officer']

/** milestones.csv: what the plan promises. Its moves come in milestone-moves.csv. */
export const milestonesFile: RecordFile<Milestone> = {
  columns: {
    required: [
      'id',
      'workstream',
      'title',
      'kpi_id',
      'success_measure',
      'owner_role',
      'baseline_due',
      'current_due',
      'completed',
      'status',
      'risk',
    ],
    optional: ['evidence', 'confidence', 'release'],
  },
  read(cells, known) {
    const workstream = cells.needed('workstream')
    if (workstream && known.workstreams.size && !known.workstreams.has(workstream)) {
      cells.known('workstream', known.workstreams, 'workstream')
    }
    const successMeasure = cells.text('success_measure')
    if (parseSuccessMeasure(successMeasure).kind === 'text' && /[\d<>≤≥]/.test(successMeasure ?? ''))
      cells.notice(
        'success_measure',
        'the success measure is no condition that can be read: it is shown as it stands, and left to the board',
        'to have it judged, write <= 450, >= 80 or between 18 and 22, then for 3 months and by 2026-03 where that was promised',
      )
    return {
      id: cells.needed('id'),
      workstream,
      title: cells.needed('title'),
      kpi: cells.known('kpi_id', known.kpis, 'measure'),
      successMeasure,
      ownerRole: cells.needed('owner_role'),
      baselineDue: cells.neededDate('baseline_due'),
      currentDue: cells.neededDate('current_due'),
      completed: cells.date('completed'),
      status: cells.choice('status', bragStatuses),
      risk: cells.text('risk'),
      evidence: cells.text('evidence'),
      confidence: cells.text('confidence'),
      release: cells.choice('release', releases, 'public'),
      moves: [],
    }
  },
  identify: ({ id }) => id,
}
