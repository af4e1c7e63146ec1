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

/** Flagged changes that are no improvement: those of emerging issues "to ask about", whether an action covers them or not. */
export function changesToAsk(signals: readonly TestedSeries[]) {
  return signals.flatMap(({ kpi, flagged, change }) =>
    flagged && change !== null && change.meaning !== 'improvement' ? [{ kpi, change }] : [],
  )
}

/** What is said where no measure is left without an action: not the same where nothing changed and where all is covered. */
export function writeAllCovered(signals: readonly TestedSeries[]): string {
  const measures = new Set(changesToAsk(signals).map(({ kpi }) => kpi)).size
  if (measures === 0) return 'No measure shows a recent change to ask about.'
  if (measures === 1)
    return 'The one measure with a recent change to ask about has an action that is still open.'
  return `${measures === 2 ? 'Both' : `All ${measures}`} measures with a recent change to ask about have an action that is still open.`
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
  for (const { kpi, change } of changesToAsk(signals)) {
    if (openActionFor(kpi, actions, milestones)) continue
    const known = measures.get(kpi)
    if (known) known.series += 1
    else measures.set(kpi, { kpi, name: names.get(kpi) ?? kpi, sentence: change.sentence, series: 1 })
  }
  return [...measures.values()]
}
