import { decimalsOf } from '../measures/format.ts'
import type { ExhibitColumn } from './exhibit.ts'

/** More decimals than any measure is shown with. */
const most = 6

/**
 * How many decimals a number of a column is shown with. A column of several measures has none in common: people are
 * counted whole beside shares with a decimal.
 *
 * @example 414 in a column of decimals 'each' → 0; 42.5 in the same → 1
 */
export function cellDecimals({ decimals = 0 }: ExhibitColumn, cell: number): number {
  return Math.min(most, decimals === 'each' ? decimalsOf(cell) : decimals)
}
