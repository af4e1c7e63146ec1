import { fillGaps } from '../forecast/prepare.ts'
import { findSeasonality, seasonAt } from '../forecast/seasonality.ts'
import type { Observation } from '../spc/observation.ts'
import { falseDiscoveryRates } from './false-discovery.ts'
import { likenessOf } from './likeness.ts'
import { type Change, strongestChange } from './strongest-change.ts'

/** Share of false alarms that is borne among the flags; how it was chosen: docs/calculations.md#emerging-issues. */
export const bearableFalseAlarms = 0.06

/** A season must be plainer here than for a forecast: one that is not there would make noise look like change. */
const plainSeason = 4

export interface Signal {
  /** null where the series cannot be tested: too few months, or most of them alike */
  change: Change | null
  chance: number
  falseAlarmRate: number
  isFlagged: boolean
}

/**
 * Tests every series of a family for recent change, together: the more series are looked at, the stronger
 * each must be. Values are those of consecutive months since the last re-baseline. Gaps are crossed in a
 * straight line, and a season that the data show is taken off first.
 */
export function findSignals(family: readonly (readonly Observation[])[]): Signal[] {
  const filled = family.map(withoutSeason)
  const likeness = likenessOf(filled)
  const changes = filled.map((values, index) => strongestChange(values, likeness[index] ?? 0))
  const chances = changes.map((change) => change?.chance ?? 1)
  const rates = falseDiscoveryRates(chances)
  return changes.map((change, index) => {
    const falseAlarmRate = rates[index] ?? 1
    return {
      change,
      chance: chances[index] ?? 1,
      falseAlarmRate,
      isFlagged: change !== null && falseAlarmRate <= bearableFalseAlarms,
    }
  })
}

/** A forecast follows a season with caution; here a remnant of it would look like change, so all of it goes. */
function withoutSeason(values: readonly Observation[]): number[] {
  const filled = fillGaps(values)
  const season = findSeasonality(filled, plainSeason)
  if (season.trust === 0) return filled
  return filled.map((value, row) => value - seasonAt(season, row) / season.trust)
}
