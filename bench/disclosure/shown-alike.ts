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
  others: SeriesPoint[]
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
  return [{ row, size, others: others.map((value) => ({ ...point, value })) }]
}

/** Of a share its numerator moves, and its denominator stays: somebody may know that one. */
function veiledShare(kpi: Veilable, point: SeriesPoint, told: SeriesPoint, row: number): Veiled[] {
  const [numerator, denominator] = [point.numerator ?? 0, point.denominator ?? 0]
  const shareOf = (count: number) => {
    const base = kpi.unit === 'percent' ? 100 : kpi.unit === 'rate' ? rateBaseOf(kpi) : 1
    return Number(((base * count) / denominator).toFixed(kpi.decimals))
  }
  const isWithheld = told.value === null
  const near = isWithheld
    ? range(1, proposedPolicy.smallCount)
    : range(Math.max(0, numerator - 9), numerator + 9)
  if (isWithheld && (numerator < 1 || numerator > proposedPolicy.smallCount)) return []
  const others = near.filter(
    (count) =>
      count !== numerator &&
      count <= denominator &&
      (isWithheld || kpi.unit !== 'percent' || Math.round((100 * count) / denominator) === told.value),
  )
  const size = isWithheld
    ? 'withheld'
    : numerator < proposedPolicy.wholeIntervalBelow
      ? 'under-ten'
      : 'larger'
  return [
    { row, size, others: others.map((count) => ({ ...point, value: shareOf(count), numerator: count })) },
  ]
}

function range(from: number, to: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.floor(to) - Math.ceil(from) + 1) },
    (_, step) => Math.ceil(from) + step,
  )
}
