import { periodsBetween } from '../periods/period.ts'
import { signOfCause } from '../spc/signs.ts'
import type { SeriesAnalysis, SpecialPoint } from './edition-analysis.ts'

/**
 * The first of the figures of the latest sign, one period after the other: what was out of the usual before, and had come
 * back to it, is another change. Of two of three near a limit the third may lie between them.
 */
export function beganIn({
  special,
  variation,
}: Pick<SeriesAnalysis, 'special' | 'variation'>): string | null {
  const own = special.filter(({ type }) => type === variation)
  const start = own.findLastIndex(({ period }, row) => {
    const before = own[row - 1]
    if (!before) return true
    const apart = periodsBetween(before.period, period)
    return apart > (isOfThree(own[row]) && isOfThree(before) ? 2 : 1)
  })
  return own[start]?.period ?? null
}

function isOfThree(point: SpecialPoint | undefined): boolean {
  const sign = point && signOfCause[point.cause]
  return sign === 'near-high' || sign === 'near-low'
}
