import type { Figure } from '../figures/figure.ts'
import { type KpiDefinition, rateBaseOf } from '../measures/measure.ts'
import type { CoarserSpan } from './coarser-figures.ts'
import type { Interval } from './policy.ts'
import { needsProtection, shareDecimals } from './protect.ts'
import type { HiddenFor } from './withholding.ts'

export type DisclosureKpi = Pick<
  KpiDefinition,
  'id' | 'unit' | 'aggregation' | 'frequency' | 'sdc' | 'decimals' | 'per'
> & {
  percentile?: number | null | undefined
  addsUp?: readonly string[] | undefined
  targets?: KpiDefinition['targets'] | undefined
  direction?: KpiDefinition['direction'] | undefined
  /** of quarters, and of twelve months to the end of one: the measure whose months they add up */
  adds?: { kpi: string; span: CoarserSpan } | undefined
}

/** The true numbers that a figure rests on. The remainder of a share is its denominator less its numerator. */
export const quantityNames = ['value', 'numerator', 'denominator', 'remainder', 'n'] as const
export type QuantityName = (typeof quantityNames)[number]

/** A number that every figure of a measure rests on. */
export interface Named {
  kpi: string
  name: QuantityName
}

/** Such a number of the whole of a measure, by period and in order. */
export interface Wholes {
  kpi: DisclosureKpi
  name: QuantityName
  values: ReadonlyMap<string, number>
}

/** One figure, as it is and as the public sees it. */
export interface DisclosureCell {
  kpi: DisclosureKpi
  exact: Figure
  /** what the rules allow of the figure by itself */
  allowed: Figure
  /** what of it is hidden for the sake of others, and what each was hidden against */
  hidden: Map<'value' | 'numerator' | 'denominator' | 'n', HiddenFor> | null
  /** what is told: what is allowed, less what is hidden */
  shown: Figure
  /** a part of a count that is withheld for being small: withheld with it, none included */
  isPartOfSmall: boolean
  /** published in an earlier edition: nothing can be taken back */
  isFrozen: boolean
  /** where each number stands among the unknowns */
  unknowns: Partial<Record<QuantityName, number>>
}

/** The true numbers of a figure: a count has its value, a share its two counts and what is left, a median its cases. */
export function truthsOf(kpi: DisclosureKpi, figure: Figure): Partial<Record<QuantityName, number>> {
  if (figure.availability !== 'present' || figure.value === null) return {}
  const truths: Partial<Record<QuantityName, number>> = {}
  // what is bound is a number that is not below zero: money can be
  if (kpi.unit === 'count' || (kpi.unit === 'pounds' && figure.value >= 0)) truths.value = figure.value
  if (isDivided(kpi) && figure.numerator !== null && figure.denominator !== null) {
    truths.numerator = figure.numerator
    truths.denominator = figure.denominator
    if (kpi.unit === 'percent' && figure.numerator <= figure.denominator)
      truths.remainder = figure.denominator - figure.numerator
  }
  if (figure.n !== null) truths.n = figure.n
  return truths
}

export function isDivided({ unit }: Pick<KpiDefinition, 'unit'>): boolean {
  return unit === 'percent' || unit === 'rate' || unit === 'ratio'
}

/** Whether a measure is a median or percentile of cases: that one is shown says that they are not few. */
export function restsOnCases({ unit }: Pick<KpiDefinition, 'unit'>): boolean {
  return unit === 'days' || unit === 'working-days'
}

/** Whether a figure is one of cases that may be none: a median, a percentile or a share. */
export function isOfCases(kpi: Pick<KpiDefinition, 'unit'>): boolean {
  return isDivided(kpi) || restsOnCases(kpi)
}

/** Every number that is not below zero: what is known of a number of which nothing is said. */
export const anything: Interval = { lower: 0, upper: Number.POSITIVE_INFINITY }

/**
 * How a reader takes [c] of a count: as 1 to 4 wherever it stands; as 1 to 4 where that is why it stands there,
 * which nobody is told but somebody may guess; or as any number.
 */
export type ReadingOfWithheld = 'small' | 'reason' | 'any'

/** A share as two bounds on whole numbers: lower × denominator ≤ base × numerator ≤ upper × denominator. */
export interface ShareBounds {
  base: number
  lower: number
  upper: number
  /** a half is rounded up: of whole numbers, the upper bound itself is not reached */
  isOpenAbove: boolean
}

/**
 * What a shown share says of its counts; null where it says nothing, or something that they do not bear out.
 *
 * @example 44% → 87 × denominator ≤ 200 × numerator < 89 × denominator
 */
export function shareBounds({ kpi, shown, exact }: DisclosureCell): ShareBounds | null {
  const { numerator, denominator } = exact
  if (!isDivided(kpi) || shown.value === null || numerator === null || denominator === null) return null
  const scale = 2 * 10 ** shareDecimals(kpi)
  const base = scale * (kpi.unit === 'percent' ? 100 : kpi.unit === 'rate' ? rateBaseOf(kpi) : 1)
  const middle = Math.round(scale * shown.value)
  const isOpenAbove =
    needsProtection(kpi) &&
    kpi.unit === 'percent' &&
    Number.isInteger(numerator) &&
    Number.isInteger(denominator)
  const bounds = { base, lower: middle - 1, upper: middle + 1, isOpenAbove }
  const above = base * numerator
  const isTrue =
    above >= bounds.lower * denominator &&
    (isOpenAbove ? above < bounds.upper * denominator : above <= bounds.upper * denominator)
  return isTrue ? bounds : null
}

/** Whether two figures rest on the same numbers, whatever their standing. */
export function isSameTruth(one: Figure, other: Figure): boolean {
  return (
    one.value === other.value &&
    one.numerator === other.numerator &&
    one.denominator === other.denominator &&
    one.n === other.n &&
    one.availability === other.availability
  )
}
