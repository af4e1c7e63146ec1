import { formatValueInWords, type Measured } from '../measures/format.ts'
import type { FigureState } from './figure-changes.ts'

/** What a figure said, or that it says nothing and why: '72 days', '[c] withheld', '[x] not available'. */
export function stateWords(
  measure: Measured,
  { value, availability }: Pick<FigureState, 'value' | 'availability'>,
): string {
  if (availability === 'suppressed') return '[c] withheld'
  return value === null ? '[x] not available' : formatValueInWords(measure, value)
}
