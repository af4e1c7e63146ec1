import type { PointType } from '../spc/point-types.ts'
import type { PlainMeaning } from './meanings.ts'

/**
 * What the tests of the whole edition found of a series is told in its title, its verdict, its row and what needs
 * attention alike: in place of what its own method finds where that is nothing; and a concern also in place of an
 * improvement that limits find, which may be of long ago. Beside it, where both mean the same. Of two other answers to
 * one question the series' own is told, and the flag is not.
 *
 * @param own what limits, or another method, find of the latest figure; null where nothing is judged
 */
export function isFlagTold(meaning: PlainMeaning, own: PointType | null, isByMethod: boolean): boolean {
  return replacesOwn(meaning, own, isByMethod) || (own !== null && meaningOfType[own] === meaning)
}

/** Whether it stands in the place of what the series' own method finds. */
export function replacesOwn(meaning: PlainMeaning, own: PointType | null, isByMethod: boolean): boolean {
  if (own === null || own === 'common_cause') return true
  return meaning === 'concern' && meaningOfType[own] !== 'concern' && !isByMethod
}

const meaningOfType: Record<PointType, PlainMeaning | null> = {
  common_cause: null,
  special_cause_improvement: 'improvement',
  special_cause_concern: 'concern',
  special_cause_neutral_high: 'neutral',
  special_cause_neutral_low: 'neutral',
}
