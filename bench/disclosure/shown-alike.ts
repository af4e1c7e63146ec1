import { proposedPolicy, roundingInterval } from '../../src/domain/disclosure/policy.ts'
import { needsProtection } from '../../src/domain/disclosure/protect.ts'
import type { SeriesPoint } from '../../src/domain/figures/figure.ts'
import { type KpiDefinition, rateBaseOf } from '../../src/domain/measures/measure.ts'

type Veilable = Pick<KpiDefinition, 'unit' | 'sdc' | 'decimals' | 'per'>

/** A figure that the panel sees rounded or not at all, with the others that it would see alike. */
export interface Veiled {
  row: number
  /** withheld, a count under ten, or any other */
  size: 'withheld' | 'under-ten' | 'larger'
  /** which of its numbers it is, and what that is */
  name: 'value' | 'numerator' | 'remainder'
  truth: number
  others: { count: number; point: SeriesPoint }[]
}

/** Of each figure of a series as it was received, which others would be published as it is: each could be the true one. */
export function veiledOf(
  kpi: Veilable,
  received: readonly SeriesPoint[],
  published: readonly SeriesPoint[],
): Veiled[] {
  if (!needsProtection(kpi)) return []
  const shown = new Map(published.map((point) => [point.period, point]))
  return received.flatMap((point, row): Veiled[] => {
    const told = shown.get(point.period)
    if (!told || point.value === null) return []
    if (kpi.unit === 'count') return veiledCount(point, told, row)
    return point.numerator !== null && point.denominator !== null ? veiledShare(kpi, point, told, row) : []
  })
}

function veiledCount(point: SeriesPoint, told: SeriesPoint, row: number): Veiled[] {
  const truth = point.value ?? 0
  const isWithheld = told.value === null
  if (told.value === 0 || (isWithheld && (truth < 1 || truth > proposedPolicy.smallCount))) return []
  const { lower, upper } = isWithheld
    ? { lower: 1, upper: proposedPolicy.smallCount }
    : roundingInterval(told.value ?? 0, true, proposedPolicy)
  const others = range(lower, upper).filter((value) => value !== truth)
  const isSmall = (told.value ?? 0) < proposedPolicy.wholeIntervalBelow
  const size = isWithheld ? 'withheld' : isSmall ? 'under-ten' : 'larger'
  return [
    {
      row,
      size,
      name: 'value',
      truth,
      others: others.map((count) => ({ count, point: { ...point, value: count } })),
    },
  ]
}

/** Of a share its numerator moves, or what is left over where that is small, and its denominator stays: somebody may know that one. */
function veiledShare(kpi: Veilable, point: SeriesPoint, told: SeriesPoint, row: number): Veiled[] {
  const [numerator, denominator] = [point.numerator ?? 0, point.denominator ?? 0]
  const shareOf = (count: number) => {
    const base = kpi.unit === 'percent' ? 100 : kpi.unit === 'rate' ? rateBaseOf(kpi) : 1
    return Number(((base * count) / denominator).toFixed(kpi.decimals))
  }
  const withNumerator = (count: number) => ({ ...point, value: shareOf(count), numerator: count })
  const isSmallCount = (count: number) => count >= 1 && count <= proposedPolicy.smallCount
  if (told.value === null) {
    const small = (name: 'numerator' | 'remainder', truth: number): Veiled[] =>
      isSmallCount(truth)
        ? [
            {
              ...{ row, name, truth, size: 'withheld' },
              others: range(1, Math.min(denominator, proposedPolicy.smallCount))
                .filter((count) => count !== truth)
                .map((count) => ({
                  count,
                  point: withNumerator(name === 'numerator' ? count : denominator - count),
                })),
            },
          ]
        : []
    const rest = kpi.unit === 'percent' ? small('remainder', denominator - numerator) : []
    return [...small('numerator', numerator), ...rest]
  }
  const others = range(Math.max(0, numerator - 9), numerator + 9).filter(
    (count) =>
      count !== numerator &&
      count <= denominator &&
      (kpi.unit !== 'percent' || Math.round((100 * count) / denominator) === told.value),
  )
  return [
    {
      ...{ row, name: 'numerator', truth: numerator },
      size: numerator < proposedPolicy.wholeIntervalBelow ? 'under-ten' : 'larger',
      others: others.map((count) => ({ count, point: withNumerator(count) })),
    },
  ]
}

function range(from: number, to: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.floor(to) - Math.ceil(from) + 1) },
    (_, step) => Math.ceil(from) + step,
  )
}
