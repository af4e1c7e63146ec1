import { formatDate } from '../domain/periods/labels.ts'
import type { Intervention } from '../domain/plans/plan.ts'
import type { LoadedRecords } from './assemble.ts'
import { takenBack } from './files/interventions.ts'
import { problemAt, type Report } from './problem.ts'
import type { Standing } from './standing.ts'

/**
 * Asks for a reason where a re-baseline that stands would be taken back, or begin elsewhere: charts and verdicts of
 * everybody change with it. One that no row names stands as it was.
 */
export function watchBaselines(
  { interventions }: Pick<LoadedRecords, 'interventions'>,
  { plan }: Pick<Standing, 'plan'>,
  report: Report,
) {
  const recorded = plan.interventions.filter(({ kind }) => kind === 'rebaseline')
  const standing = new Map(recorded.map((one) => [one.id, one]))
  for (const { item, cells } of interventions) {
    const stood = standing.get(item.id)
    if (item.kind === takenBack && !stood) {
      cells.fault(
        'id',
        'no re-baseline stands under this id, and nothing else is taken back by a load',
        standing.size > 0 ? `give one of ${[...standing.keys()].join(', ')}` : 'leave the row out',
      )
    } else if (stood && (item.kind === takenBack || isElsewhere(item, stood))) {
      report(
        problemAt(cells.place('id')).asked(
          `limits of ${stood.kpi ?? 'every measure'} would ${item.kind === takenBack ? 'no longer start again' : 'start again elsewhere, and no longer'} on ${formatDate(stood.start)}`,
          'publish it with a reason, or leave the row out: what no row names stands as it was',
        ),
      )
    }
  }
}

function isElsewhere(
  item: Pick<Intervention, 'kpi' | 'start'> & { kind: string },
  stood: Intervention,
): boolean {
  return item.kind !== stood.kind || item.kpi !== stood.kpi || item.start !== stood.start
}
