import type { SpecialPoint } from '../analysis/edition-analysis.ts'
import { addPeriods } from '../periods/period.ts'
import { isHigh, type SpecialCauseSign, signOfCause } from '../spc/signs.ts'

/**
 * The sign of the latest figure as it is told: two of three near a limit that end a run on that side of the mean are
 * the run, also where some of it lie beyond the limit.
 *
 * @param special the figures that show a special cause, oldest first, up to the latest
 * @example below, below, outside-low, near-low, one month after the other → 'below'
 */
export function signToTell(
  special: readonly Pick<SpecialPoint, 'period' | 'cause'>[],
  sign: SpecialCauseSign,
): SpecialCauseSign {
  if (sign !== 'near-high' && sign !== 'near-low') return sign
  const run = isHigh(sign) ? 'above' : 'below'
  for (const [back, { period, cause }] of special.toReversed().entries()) {
    const own = signOfCause[cause]
    if (own === run) return run
    const before = special.at(-2 - back)
    const isOnThatSide = isHigh(own) === isHigh(sign) && own !== 'rising' && own !== 'falling'
    if (!isOnThatSide || !before || addPeriods(before.period, 1) !== period) return sign
  }
  return sign
}
