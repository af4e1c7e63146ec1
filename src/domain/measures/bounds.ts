import type { Unit } from './measure.ts'

/** What a value can be: percentages 0 to 100, counts from 0; null on a side that is open. */
export interface Bounds {
  lower: number | null
  upper: number | null
}

/** What the values of a measure can be; a bound that figures have already crossed is none. */
export function boundsOf(unit: Unit, values: readonly number[]): Bounds {
  const isPercent = unit === 'percent'
  const isBounded = unit !== 'pounds'
  return {
    lower: isBounded && values.every((value) => value >= 0) ? 0 : null,
    upper: isPercent && values.every((value) => value <= 100) ? 100 : null,
  }
}
