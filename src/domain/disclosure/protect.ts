import type { Figure } from '../figures/figure.ts'
import {
  borough,
  comparatorDimension,
  isCompound,
  type KpiDefinition,
  meetsTarget,
  type RateBase,
  rateBaseOf,
} from '../measures/measure.ts'
import { type DisclosurePolicy, isSmall, proposedPolicy, roundCount } from './policy.ts'
import type { OwnRule } from './withholding.ts'

type Protected = Pick<KpiDefinition, 'unit' | 'aggregation' | 'sdc' | 'id' | 'decimals'> & {
  per?: RateBase | null
  percentile?: number | null | undefined
  receivedDecimals?: number | undefined
  targets?: KpiDefinition['targets'] | undefined
  direction?: KpiDefinition['direction'] | undefined
}

/** Team figures and compounds of two dimensions (`type+town`) are never in the protected set. */
export function mayHoldDimension(dimension: string): boolean {
  return dimension !== 'team' && !isCompound(dimension)
}

/** Whether the protected set rounds and withholds figures of a measure at all. */
export function needsProtection({ sdc }: Pick<KpiDefinition, 'sdc'>): boolean {
  return sdc !== 'none' && sdc !== 'already-published'
}

/** Whether the protected set holds other figures of a measure than were received. */
export function roundsFigures(kpi: Pick<KpiDefinition, 'sdc'> & RoundedMeasure): boolean {
  return needsProtection(kpi) && roundingStep(kpi) > 0
}

/** What says how figures of a measure are rounded. */
type RoundedMeasure = Pick<KpiDefinition, 'unit' | 'decimals' | 'receivedDecimals'> & {
  per?: RateBase | null
  percentile?: number | null | undefined
}

/**
 * What figures of a protected measure are rounded to: counts and money to the nearest five, shares and rates to whole
 * numbers; 0 for ratios, and for days that are told in the decimals of their definition.
 *
 * @example a rate per 1,000, of two decimals → 0.01; a ninetieth percentile of days, of one decimal → 1
 */
export function roundingStep(measure: RoundedMeasure, policy: DisclosurePolicy = proposedPolicy): number {
  switch (measure.unit) {
    case 'count':
    case 'pounds':
      return policy.roundTo
    case 'percent':
    case 'rate':
      return 10 ** -protectedDecimals(measure)
    case 'days':
    case 'working-days':
      return isToldCoarser(measure) ? 10 ** -protectedDecimals(measure) : 0
    case 'ratio':
      return 0
  }
}

/**
 * Rules 1 to 3 of the disclosure policy: the protected form of an exact figure by itself, or null where the
 * protected set has no such figure at all. Calculated from true values, then protected; nothing is ever
 * aggregated from protected values. What others give away of it is the business of protect-edition.
 *
 * @example count 3 → suppressed; count 412 → 410; 28 of 64 (43.8%) → 44%, from about 30 of 65
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

/**
 * A definition as the protected set holds it: shares and days are written as finely as they are told, so that nobody
 * reads 13.00 where nothing is known behind the point. Of days it says how finely they were received: of those that are
 * told coarser nothing is told that rounding could move (roundingStep).
 *
 * @example a share of one decimal → of none; a ninetieth percentile of two → of none, received with two
 */
export function protectDefinition<Definition extends RoundedMeasure & Pick<KpiDefinition, 'sdc'>>(
  kpi: Definition,
): Definition {
  if (!needsProtection(kpi)) return kpi
  switch (kpi.unit) {
    case 'percent':
      return { ...kpi, decimals: 0 }
    case 'days':
    case 'working-days':
      return isToldCoarser(kpi)
        ? { ...kpi, decimals: protectedDecimals(kpi), receivedDecimals: receivedDecimals(kpi) }
        : kpi
    default:
      return kpi
  }
}

/** Whether figures of days are told in fewer decimals than they were received in. */
function isToldCoarser(measure: RoundedMeasure): boolean {
  return protectedDecimals(measure) < receivedDecimals(measure)
}

function receivedDecimals({ decimals, receivedDecimals = decimals }: RoundedMeasure): number {
  return receivedDecimals
}

/** Which rule withholds a figure that is there, by itself; null where it is shown. */
export function ruleAgainst(
  kpi: Protected,
  figure: Figure,
  policy: DisclosurePolicy = proposedPolicy,
): OwnRule | null {
  if (!needsProtection(kpi) || figure.availability !== 'present' || figure.value === null) return null
  switch (kpi.unit) {
    case 'count':
      return isSmall(figure.value, policy) ? 'small-count' : null
    case 'pounds':
      return isSmall(figure.value, policy) ? 'small-count' : ruleAgainstMoney(kpi, figure, policy)
    case 'percent':
    case 'ratio':
    case 'rate':
      return ruleAgainstShare(kpi, figure, policy)
    case 'days':
    case 'working-days':
      if (figure.n === null) return 'no-counts'
      if (figure.n >= (leastCases(kpi, policy) ?? 0)) return null
      return isMedian(kpi) ? 'few-for-median' : 'few-for-percentile'
  }
}

/** How many cases a median or percentile needs to be shown; null of what is neither. */
export function leastCases(
  kpi: Pick<Protected, 'unit' | 'percentile'>,
  policy: DisclosurePolicy,
): number | null {
  if (kpi.unit !== 'days' && kpi.unit !== 'working-days') return null
  return isMedian(kpi) ? policy.leastForMedian : policy.leastForTail
}

/** What few people cost, or are paid, on average or together, is near to what each of them does. */
function ruleAgainstMoney(
  { aggregation }: Protected,
  { denominator, n }: Figure,
  policy: DisclosurePolicy,
): OwnRule | null {
  if (aggregation !== 'W') return n !== null && isSmall(n, policy) ? 'small-share' : null
  const people = denominator ?? n
  if (people === null) return 'no-counts'
  return people < policy.leastForTail ? 'few-for-percentile' : null
}

function ruleAgainstShare(kpi: Protected, figure: Figure, policy: DisclosurePolicy): OwnRule | null {
  const { numerator, denominator } = figure
  // without its counts nobody can tell whether a share is safe
  if (numerator === null || denominator === null) return 'no-counts'
  if (denominator < policy.leastDenominator) return 'small-base'
  if (isSmall(numerator, policy)) return 'small-share'
  if (kpi.unit !== 'percent') return null
  if (isSmall(denominator - numerator, policy)) return 'small-share'
  const value = wholePercent(numerator, denominator)
  // none or all of a group is something known of each one in it
  return figure.dimension !== borough.dimension && (value === 0 || value === 100) ? 'none-or-all' : null
}

function protectValue(kpi: Protected, figure: Figure, value: number, policy: DisclosurePolicy): Figure {
  if (ruleAgainst(kpi, figure, policy)) return withhold(figure)
  const counts = roundCounts(figure, policy)
  switch (kpi.unit) {
    case 'count':
      return { ...figure, ...counts, value: roundCount(value, policy) }
    case 'pounds':
      return { ...figure, ...counts, ...noParts, value: roundCount(value, policy) }
    case 'percent':
      return { ...figure, ...counts, value: wholePercent(figure.numerator ?? 0, figure.denominator ?? 1) }
    case 'ratio':
    case 'rate': {
      const base = kpi.unit === 'rate' ? rateBaseOf(kpi) : 1
      const share = (base * (figure.numerator ?? 0)) / (figure.denominator ?? 1)
      return { ...figure, ...counts, value: roundTo(share, shareDecimals(kpi)) }
    }
    case 'days':
    case 'working-days':
      return { ...figure, ...counts, ...noParts, value: daysToTell(kpi, value) }
  }
}

/** An average beside its total, even a rounded one, says of how many it is. */
const noParts = { numerator: null, denominator: null }

/**
 * Days as far as they are told (protectedDecimals). Officers read whether a target is met from the figure as it was
 * received, and the panel from this one: where the nearest would say otherwise, the next one is told.
 *
 * @example an average of 28.4 days of no decimals → 28; with a target of at most 28 → 29
 */
function daysToTell(kpi: Protected, value: number): number {
  const decimals = protectedDecimals(kpi)
  const nearest = roundTo(value, decimals)
  const { targets = [], direction = 'neutral' } = kpi
  // of days rounded further than they are written, no such verdict is told that rounding could move (figuresBehind)
  if (isToldCoarser(kpi)) return nearest
  const isOtherwise = targets.some(
    (target) => meetsTarget(nearest, target, direction) !== meetsTarget(value, target, direction),
  )
  return isOtherwise ? roundTo(nearest + Math.sign(value - nearest) * 10 ** -decimals, decimals) : nearest
}

/** Multiplied before it is divided: 115 of 200 is 57.5 and rounds to 58, where 100 × 0.575 is 57.499… */
function wholePercent(numerator: number, denominator: number): number {
  return Math.round((100 * numerator) / denominator)
}

/** The decimals of a share as the protected set has it, or as it is defined where nothing is protected. */
export function shareDecimals(kpi: Pick<KpiDefinition, 'sdc'> & RoundedMeasure): number {
  return needsProtection(kpi) ? protectedDecimals(kpi) : kpi.decimals
}

/**
 * A percentage is protected to a whole number, a rate to a whole number per 100,000, a ratio as it is defined. Days are told
 * no finer than they are written, nor than a tenth, and a percentile between two waits in whole days: 13.6957 as an
 * average can only be of 23 cases, and a ninetieth percentile of 12.7 only of 14, 24 or 34.
 */
function protectedDecimals({ unit, decimals, per = null, percentile }: RoundedMeasure): number {
  switch (unit) {
    case 'percent':
      return 0
    case 'rate':
      // 2 decimals per 1,000
      return Math.min(decimals, Math.log10(100_000 / rateBaseOf({ per })))
    case 'days':
    case 'working-days':
      return Math.min(decimals, percentile == null || isMedian({ percentile }) ? 1 : 0)
    default:
      return decimals
  }
}

/** Half of the cases lie on each side of a median; another percentile, or one that nobody named, rests on few. */
function isMedian({ percentile }: Pick<Protected, 'percentile'>): boolean {
  return percentile === 50
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
  return count === null || isSmall(count, policy) ? null : roundCount(count, policy)
}

function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

/** A figure of which only its place is told. */
export function withhold(figure: Figure, availability: Figure['availability'] = 'suppressed'): Figure {
  return { ...figure, value: null, numerator: null, denominator: null, n: null, availability }
}
