import type { CoarserSpan } from '../disclosure/coarser-figures.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { nounOfMany } from '../measures/count-nouns.ts'
import { isSnapshot } from '../measures/measure.ts'
import { periodContaining } from '../periods/period.ts'

type Named = Pick<DescribedKpi, 'name' | 'unit' | 'aggregation'>

/** What the figures of a coarser series are of, as a sentence can go on. @example 'in each quarter' */
export function coarserInWords({ aggregation }: Pick<Named, 'aggregation'>, span: CoarserSpan): string {
  const ends = isSnapshot(aggregation) ? ', its month ends added up' : ''
  return span === 3 ? `in each quarter${ends}` : `in the twelve months to the end of each quarter${ends}`
}

/** Why there are quarters at all, as every page says it. */
export const whyCoarser = 'since single months can be too small to publish'

/** @example 'in quarters' */
export const shortOfSpan: Record<CoarserSpan, string> = { 3: 'in quarters', 12: 'in twelve months at a time' }

/**
 * A measure as its quarters, or the twelve months to the end of each, are counted. A target and a plan are promises for
 * months, and are not held against these. Windows of twelve months hold most of what the one before held, like a list.
 */
export function coarserMeasure(kpi: DescribedKpi, span: CoarserSpan): DescribedKpi {
  const { unit, aggregation } = kpi
  const quarterOf = (month: string) => periodContaining('quarter', month)
  const noun = nounOfMany(kpi)
  const ends = isSnapshot(aggregation)
    ? `, counted at each of ${span === 3 ? 'three' : 'twelve'} month ends`
    : ''
  const counted = `${noun ?? 'cases'}${ends || (span === 12 ? ' in twelve months' : '')}`
  return {
    ...kpi,
    name: `${kpi.name}, ${coarserInWords(kpi, span)}`,
    frequency: 'quarter',
    aggregation: span === 12 ? 'P' : unit === 'count' ? 'S' : 'W',
    ...(unit === 'count' && counted !== noun ? { one: null, many: counted } : {}),
    targets: [],
    baselines: kpi.baselines.map(({ period, reason }) => ({ period: quarterOf(period), reason })),
    latestPeriod: kpi.latestPeriod && quarterOf(kpi.latestPeriod),
  }
}
