import { type Action, openActionFor } from '../../domain/actions/action.ts'
import type { TestedSeries } from '../../domain/analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Milestone } from '../../domain/plans/plan.ts'

/** A measure with a recent change that nobody has been asked about. */
export interface UncoveredMeasure {
  kpi: string
  name: string
  /** the strongest of its changes, in words */
  sentence: string
  /** how many of its series are flagged */
  series: number
}

/**
 * Measures with flagged changes to ask about and no action that still asks for something, the strongest first. An
 * improvement is nothing to ask about.
 *
 * @example two flagged series of ot-waiting, A09 on it closed → one measure, of two series
 */
export function findUncovered(
  signals: readonly TestedSeries[],
  actions: readonly Action[],
  milestones: readonly Pick<Milestone, 'id' | 'kpi'>[],
  kpis: readonly Pick<DescribedKpi, 'id' | 'name'>[],
): UncoveredMeasure[] {
  const names = new Map(kpis.map(({ id, name }) => [id, name]))
  const measures = new Map<string, UncoveredMeasure>()
  for (const { kpi, flagged, change } of signals) {
    if (!flagged || change === null || change.meaning === 'improvement') continue
    if (openActionFor(kpi, actions, milestones)) continue
    const known = measures.get(kpi)
    if (known) known.series += 1
    else measures.set(kpi, { kpi, name: names.get(kpi) ?? kpi, sentence: change.sentence, series: 1 })
  }
  return [...measures.values()]
}
