import type { FlaggedChange, TestedFamily, TestedSeries } from '../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'

/** What one edition says of a flagged series. */
type SignalState = Pick<FlaggedChange, 'kind' | 'direction' | 'since' | 'meaning' | 'sentence'>

export const signalChangeKinds = ['new', 'another', 'cleared'] as const

export interface SignalChange
  extends Pick<TestedSeries, 'kpi' | 'dimension' | 'member' | 'label' | 'tested'> {
  /** 'Town' for a member of that breakdown */
  dimensionLabel: string
  /** `another`: flagged in both editions, for a change that the earlier one could not have told of */
  change: (typeof signalChangeKinds)[number]
  /** null where the earlier edition did not flag it */
  before: SignalState | null
  /** null where the later edition does not flag it */
  after: SignalState | null
  /** whether the later edition could test it */
  isTested: boolean
}

export interface SignalChanges {
  changed: SignalChange[]
  /** series that both editions flag for the same change */
  standing: number
}

/**
 * Series that only one of two editions flags, and those that the later one flags for another change: one that
 * points the other way, or began after the earlier edition's figures ended. The month since when a change is told
 * of moves on with the months that are tested; that alone is no change. New ones in the order of the later
 * edition, strongest first, then cleared ones in the order of the earlier.
 *
 * @example flagged up since February, then up since March → standing; then down since July → another
 */
export function compareSignals(
  from: TestedFamily,
  to: TestedFamily,
  kpis: readonly Pick<DescribedKpi, 'id' | 'dimensions'>[],
): SignalChanges {
  const earlier = new Map(from.signals.map((series) => [keyOf(series), series]))
  const later = new Map(to.signals.map((series) => [keyOf(series), series]))
  const flaggedNow = to.signals.filter(({ change }) => change !== null)
  const raised = flaggedNow.flatMap((series) => flagBetween(earlier.get(keyOf(series)), series))
  const cleared = from.signals.flatMap((series) => clearedSince(series, later.get(keyOf(series))))
  return {
    changed: [...raised, ...cleared].map((change) => ({
      ...change,
      dimensionLabel: labelOf(kpis, change) ?? change.dimension,
    })),
    standing: flaggedNow.length - raised.length,
  }
}

type UnlabelledChange = Omit<SignalChange, 'dimensionLabel'>

function flagBetween(was: TestedSeries | undefined, is: TestedSeries): UnlabelledChange[] {
  const before = was?.change ?? null
  const after = is.change
  if (after === null || (before && isSameChange(before, after))) return []
  return [
    {
      ...nameOf(is),
      change: before ? 'another' : 'new',
      before: before && stateOf(before),
      after: stateOf(after),
      isTested: true,
    },
  ]
}

function clearedSince(was: TestedSeries, is: TestedSeries | undefined): UnlabelledChange[] {
  if (was.change === null || is?.change) return []
  return [
    {
      ...nameOf(was),
      change: 'cleared',
      before: stateOf(was.change),
      after: null,
      isTested: is !== undefined,
    },
  ]
}

function isSameChange(before: FlaggedChange, after: FlaggedChange): boolean {
  const lastKnown = before.history.at(-1)?.period ?? before.since
  return before.direction === after.direction && after.since <= lastKnown
}

function stateOf({ kind, direction, since, meaning, sentence }: FlaggedChange): SignalState {
  return { kind, direction, since, meaning, sentence }
}

function labelOf(
  kpis: readonly Pick<DescribedKpi, 'id' | 'dimensions'>[],
  { kpi, dimension }: UnlabelledChange,
) {
  return kpis.find(({ id }) => id === kpi)?.dimensions.find(({ id }) => id === dimension)?.label
}

function nameOf({ kpi, dimension, member, label, tested }: TestedSeries) {
  return { kpi, dimension, member, label, tested }
}

function keyOf({ kpi, dimension, member, tested }: TestedSeries): string {
  return [kpi, dimension, member, tested].join('\u001f')
}
