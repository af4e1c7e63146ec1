import type { KpiDefinition } from './measure.ts'

/**
 * Where values of a measure can lie: a share from 0 to 100, anything else from 0; a balance of money, and a change or
 * a variance, anywhere. Where the mean of its figures lies beyond, the measure can too: a budget is spent to 102%.
 */
export function possibleRange(
  { unit, negative }: Pick<KpiDefinition, 'unit' | 'negative'>,
  mean: number,
): { lower: number; upper: number } {
  return {
    lower: negative || unit === 'pounds' || mean < 0 ? Number.NEGATIVE_INFINITY : 0,
    upper: unit === 'percent' && !negative && mean <= 100 ? 100 : Number.POSITIVE_INFINITY,
  }
}
