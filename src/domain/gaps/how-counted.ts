import type { KpiDefinition } from '../measures/measure.ts'

/**
 * Who stands behind the figures of a year.
 * - `once`: what happened in each period, so that a year holds more cases than a month.
 * - `again`: the same people in one period after another (everybody on the last day of a month, or since April): a
 *   year knows no more of them than a period does.
 * - `never-together`: counted once over another span than the period, and so never put together.
 */
export type HowCounted = 'once' | 'again' | 'never-together'

const happenedInPeriod = /\bin the (month|quarter|year)\b/i

/**
 * How the cases of a share are counted over the periods of a year. The dictionary says so in words alone; what does
 * not say that it happened in the period is taken for the same people again, because that claims less.
 *
 * @example 'Of the assessments that started in the month, …' → 'once'; 'Of the adults with support on the last day of
 * the month, …' → 'again'
 */
export function howCounted({
  aggregation,
  definition,
}: Pick<KpiDefinition, 'aggregation' | 'definition'>): HowCounted {
  if (aggregation !== 'W') return 'never-together'
  return happenedInPeriod.test(definition) ? 'once' : 'again'
}
