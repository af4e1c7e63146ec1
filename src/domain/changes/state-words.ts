import { decimalsApart } from '../findings/tell-apart.ts'
import { apart } from '../measures/apart.ts'
import { formatValueInWords, type Measured } from '../measures/format.ts'
import type { FigureDifference, FigureState } from './figure-changes.ts'

/** What a figure said, or that it says nothing and why: '72 days', '[c] withheld', '[x] not available'. */
export function stateWords(
  measure: Measured,
  { value, availability }: Pick<FigureState, 'value' | 'availability'>,
): string {
  if (availability === 'suppressed') return '[c] withheld'
  return value === null ? '[x] not available' : formatValueInWords(measure, value)
}

/**
 * The measure as each of two states of one figure is written: both as finely as their difference, since one that is
 * listed as changed has not changed by nought. The difference is null where either says nothing.
 */
export function writtenApart<Of extends Measured>(
  measure: Of,
  { before, after }: Pick<FigureDifference, 'before' | 'after'>,
): { before: Of; after: Of; difference: { by: number; measure: Of } | null } {
  const [was, is] = [before?.value ?? null, after?.value ?? null]
  if (was === null || is === null) return { before: measure, after: measure, difference: null }
  const decimals = decimalsApart(measure.decimals, is, was) ?? measure.decimals
  const seen = apart<Of>({ ...measure, decimals }, is - was, was)
  return { before: seen.other, after: seen.figure, difference: seen }
}
