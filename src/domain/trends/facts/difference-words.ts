import { formatDifference, type Measured } from '../../measures/format.ts'
import type { PlanPosition } from '../../trajectory/position.ts'

/** '21 fewer', '3 percentage points higher'; null where the two show the same. */
export function differenceInWords(kpi: Measured, difference: number): string | null {
  const size = formatDifference(kpi, difference)
  if (!/[1-9]/.test(size)) return null
  const isCount = kpi.unit === 'count'
  return `${size} ${difference < 0 ? (isCount ? 'fewer' : 'lower') : isCount ? 'more' : 'higher'}`
}

export function gapInWords(kpi: Measured, position: Extract<PlanPosition, { kind: 'position' }>): string {
  if (position.standing === 'level') return 'level with plan'
  return `${formatDifference(kpi, position.gap)} ${position.gap > 0 ? 'above' : 'below'} plan`
}
