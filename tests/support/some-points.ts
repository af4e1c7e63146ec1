import { addPeriods } from '../../src/domain/periods/period.ts'
import type { SuccessPoint } from '../../src/domain/plans/success-history.ts'

/** Final figures one after the other from a period on; null is a missing one. */
export function somePoints(
  from: string,
  values: readonly (number | null)[],
  changes: Partial<SuccessPoint> = {},
): SuccessPoint[] {
  return values.map((value, step) => ({
    period: addPeriods(from, step),
    value,
    provisional: false,
    availability: value === null ? 'missing' : 'present',
    ...changes,
  }))
}
