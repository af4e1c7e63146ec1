import type { Kpi } from '../../src/contract/kpis.ts'
import { type KpiDefinition, rateBaseOf } from '../../src/domain/measures/measure.ts'

interface Pair {
  our: KpiDefinition
  their: Kpi
}

/** Why figures of one measure cannot stand beside those of another; null where their definitions allow it. */
export function faultOfPair(our: KpiDefinition, their: Kpi): string | null {
  if (our.unit !== their.unit) return `counts in ${their.unit} there, and in ${our.unit} here: take it out`
  if (our.unit === 'rate' && rateBaseOf(our) !== rateBaseOf(their)) {
    return `is per ${rateBaseOf(their)} there, and per ${rateBaseOf(our)} here: take it out`
  }
  if (our.aggregation !== their.aggregation)
    return `is a measure of kind ${their.aggregation} there, and ${our.aggregation} here: take it out`
  if (our.aggregation === 'X')
    return 'counts several categories for one case, and has no figure for the whole: take it out'
  if (our.aggregation === 'M' && (our.percentile ?? null) !== (their.percentile ?? null))
    return 'is another percentile there than here: take it out'
  return null
}

/** What differs and may, so that whoever publishes knows: each with what to do. */
export function toldOfPair({ our, their }: Pair): [string, string][] {
  const told: [string, string][] = []
  if (our.direction !== their.direction)
    told.push([
      `of ${our.id} another direction is better there than here`,
      'they may mean different things: read both definitions',
    ])
  if (our.decimals > their.decimals)
    told.push([
      `figures of ${our.id} come with ${their.decimals} decimals, and officers are shown ${our.decimals} here`,
      'read none of them as more exact than it came',
    ])
  return told
}
