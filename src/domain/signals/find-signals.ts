import type { Observation } from '../spc/observation.ts'
import { type Change, changesOf } from './change.ts'
import { countSpike, plainerOf } from './count-spike.ts'
import { falseDiscoveryRates } from './false-discovery.ts'
import { type CategoryCounts, changesInMix, type MixChange } from './mix.ts'
import { type KnownOfSeries, prepareSeries } from './prepare-series.ts'
import { isSmallList, smallListChange } from './small-list.ts'

/** Share of false alarms that is borne among the flags; how it was chosen: docs/calculations.md#emerging-issues. */
export const bearableFalseAlarms = 0.075

export interface Judged<Found> {
  /** null where the series cannot be tested: too few months, too many missing, or too small counts */
  change: Found | null
  chance: number
  falseAlarmRate: number
  isFlagged: boolean
}

export type { KnownOfSeries } from './prepare-series.ts'
export type Signal = Judged<Change>
export type MixSignal = Judged<MixChange>

/**
 * Tests every series of a family for recent change, together: the more series are looked at, the stronger
 * each must be. Values are those of consecutive months since the last re-baseline. Gaps are crossed in a
 * straight line, and a season that the data show is taken off first. Counts of few cases are tested for a jump in
 * the last month by themselves as well.
 */
export function findSignals(
  family: readonly (readonly Observation[])[],
  known: readonly KnownOfSeries[] = [],
): Signal[] {
  return findSignalsAndMixes(family, [], known).signals
}

/**
 * The same, with one more member of the family for every measure of categories: whether its mix has changed.
 * Each is given as the counts of its categories over the same months.
 */
export function findSignalsAndMixes(
  family: readonly (readonly Observation[])[],
  measures: readonly CategoryCounts[],
  known: readonly KnownOfSeries[] = [],
): { signals: Signal[]; mixes: MixSignal[] } {
  const changes = changesByKind(family, known)
  const mixes = changesInMix(measures)
  const rates = falseDiscoveryRates([...changes, ...mixes].map((change) => change?.chance ?? 1))
  return {
    signals: changes.map((change, index) => judge(change, rates[index])),
    mixes: mixes.map((change, index) => judge(change, rates[changes.length + index])),
  }
}

/** Lists learn from lists how lists move, and all others from each other. */
function changesByKind(
  family: readonly (readonly Observation[])[],
  known: readonly KnownOfSeries[],
): (Change | null)[] {
  const changes: (Change | null)[] = family.map(() => null)
  for (const kind of ['list', 'other'] as const) {
    const rows = [...family.keys()].filter((index) => (known[index]?.isList === true) === (kind === 'list'))
    const prepared = rows.map((index) => prepareSeries(family[index] ?? [], known[index]))
    for (const [place, { change, likeness }] of changesOf(prepared, kind).entries()) {
      const index = rows[place] ?? 0
      const values = family[index] ?? []
      changes[index] =
        kind === 'list' && isSmallList(values)
          ? smallListChange(values)
          : plainerOf(change, countSpike(values, kind === 'list' ? likeness : 0))
    }
  }
  return changes
}

function judge<Found extends { chance: number }>(change: Found | null, rate = 1): Judged<Found> {
  return {
    change,
    chance: change?.chance ?? 1,
    falseAlarmRate: rate,
    isFlagged: change !== null && rate <= bearableFalseAlarms,
  }
}
