import type { Figure } from '../figures/figure.ts'
import {
  comparatorDimension,
  isCompound,
  type KpiDefinition,
  type RateBase,
  rateBaseOf,
} from '../measures/measure.ts'

/**
 * Rules 1 to 3 of the disclosure policy: what the protected set may hold of an exact figure.
 * Calculated from true values, then protected; nothing is ever aggregated from protected values.
 */
export interface DisclosurePolicy {
  /** counts from 1 up to this are withheld */
  smallCount: number
  /** all other counts are rounded to the nearest multiple of this */
  roundTo: number
  /** a share needs at least this many in its denominator */
  leastDenominator: number
  /** a median needs at least this many cases */
  leastForMedian: number
  /** a percentile in the tail needs at least this many cases */
  leastForTail: number
}

export const proposedPolicy: DisclosurePolicy = {
  smallCount: 4,
  roundTo: 5,
  leastDenominator: 20,
  leastForMedian: 8,
  leastForTail: 20,
}

type Protected = Pick<KpiDefinition, 'unit' | 'aggregation' | 'sdc' | 'id' | 'decimals'> & {
  per?: RateBase | null
}

/** Team figures and compounds of two dimensions (`type+town`) are never in the protected set. */
export function mayHoldDimension(dimension: string): boolean {
  return dimension !== 'team' && !isCompound(dimension)
}

/** Whether the protected set rounds and withholds figures of a measure at all. */
export function needsProtection({ sdc }: Pick<KpiDefinition, 'sdc'>): boolean {
  return sdc !== 'none' && sdc !== 'already-published'
}

/**
 * The protected form of an exact figure, or null where the protected set has no such figure at all.
 *
 * @example count 3 → suppressed; count 412 → 410; 28 of 64 (43.8%) → 30 of 65, 46%
 */
export function protectFigure(
  kpi: Protected,
  figure: Figure,
  policy: DisclosurePolicy = proposedPolicy,
): Figure | null {
  if (figure.dimension === comparatorDimension) return figure
  if (!mayHoldDimension(figure.dimension)) return null
  if (!needsProtection(kpi)) return figure
  if (figure.availability !== 'present' || figure.value === null) return withhold(figure, figure.availability)
  return protectValue(kpi, figure, figure.value, policy)
}

/** A definition as the protected set holds it: its shares are whole percents, and shown as such. */
export function protectDefinition<Definition extends Pick<KpiDefinition, 'unit' | 'sdc' | 'decimals'>>(
  kpi: Definition,
): Definition {
  return kpi.unit === 'percent' && needsProtection(kpi) ? { ...kpi, decimals: 0 } : kpi
}

function protectValue(kpi: Protected, figure: Figure, value: number, policy: DisclosurePolicy): Figure {
  switch (kpi.unit) {
    case 'count':
    case 'pounds':
      return isSmall(value, policy)
        ? withhold(figure)
        : { ...figure, ...roundCounts(figure, policy), value: round(value, policy) }
    case 'percent':
    case 'ratio':
    case 'rate':
      return protectShare(kpi, figure, policy)
    case 'days':
    case 'working-days': {
      const least = kpi.id.endsWith('-p90') ? policy.leastForTail : policy.leastForMedian
      return figure.n === null || figure.n < least
        ? withhold(figure)
        : { ...figure, ...roundCounts(figure, policy) }
    }
  }
}

function protectShare(kpi: Protected, figure: Figure, policy: DisclosurePolicy): Figure {
  const { numerator, denominator } = figure
  // without its counts nobody can tell whether a share is safe
  if (numerator === null || denominator === null || denominator < policy.leastDenominator)
    return withhold(figure)
  if (isSmall(numerator, policy)) return withhold(figure)
  if (kpi.unit === 'percent' && isSmall(denominator - numerator, policy)) return withhold(figure)
  const counts = roundCounts(figure, policy)
  const above = round(numerator, policy)
  const below = round(denominator, policy)
  // multiplied before it is divided: 115 of 200 is 57.5 and rounds to 58, where 100 × 0.575 is 57.499…
  const value =
    kpi.unit === 'percent'
      ? Math.round((100 * above) / below)
      : kpi.unit === 'rate'
        ? protectedRate(kpi, above, below)
        : roundTo(above / below, kpi.decimals)
  return { ...figure, ...counts, value }
}

/** No finer than a whole number per 100,000, whatever the rate is per: 2 decimals per 1,000. */
function protectedRate(kpi: Protected, above: number, below: number): number {
  const base = rateBaseOf(kpi)
  return roundTo((base * above) / below, Math.min(kpi.decimals, Math.log10(100_000 / base)))
}

function roundCounts(figure: Figure, policy: DisclosurePolicy) {
  return {
    numerator: safeCount(figure.numerator, policy),
    denominator: safeCount(figure.denominator, policy),
    n: safeCount(figure.n, policy),
  }
}

/** A count that goes with a value: rounded, or left out where it is small. */
function safeCount(count: number | null, policy: DisclosurePolicy): number | null {
  return count === null || isSmall(count, policy) ? null : round(count, policy)
}

function isSmall(count: number, policy: DisclosurePolicy): boolean {
  return count > 0 && count <= policy.smallCount
}

function round(count: number, policy: DisclosurePolicy): number {
  return Math.round(count / policy.roundTo) * policy.roundTo
}

function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

function withhold(figure: Figure, availability: Figure['availability'] = 'suppressed'): Figure {
  return { ...figure, value: null, numerator: null, denominator: null, n: null, availability }
}
