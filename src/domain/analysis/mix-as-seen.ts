import type { Change } from '../signals/change.ts'
import type { MixChange } from '../signals/mix.ts'
import { presentValues } from '../spc/observation.ts'
import { meanOf } from '../statistics/centre.ts'
import { asSeen } from './as-seen.ts'
import { type MixMember, sharesOf } from './flagged-change.ts'

/**
 * Since when a share has another level: as its category by itself, where that was flagged for the same, since two
 * months beside each other would be told of one change; else from its first month that went its way.
 *
 * @param alone what was flagged of the category by itself, of the same months; null where nothing was
 */
export function mixAsSeen(
  change: MixChange,
  mix: MixMember,
  alone: Pick<Change, 'kind' | 'direction' | 'months' | 'expected'> | null,
): MixChange {
  if (change.isDrift) return change
  const { direction } = change
  const shares = sharesOf(mix, change.category)
  const isSame = alone?.kind === 'step' && alone.direction === direction && alone.expected === null
  const { months } = isSame
    ? alone
    : asSeen({ kind: 'step', direction, months: change.months, expected: null }, shares)
  const [before, since] = [shares.slice(0, -months), shares.slice(-months)].map(presentValues)
  return before?.length && since?.length
    ? { ...change, months, before: meanOf(before), after: meanOf(since) }
    : change
}
