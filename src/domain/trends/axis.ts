import { formatValue, type Measured } from '../measures/format.ts'

export interface ValueAxis {
  lower: number
  upper: number
  ticks: number[]
  /** an axis that does not start at zero says so */
  startsAtZero: boolean
}

const niceSteps = [1, 2, 2.5, 5, 10]

/**
 * A value axis that holds every value given, on steps of 1, 2, 2.5 or 5 times a power of ten.
 *
 * Counts and money start at zero. Other units do too, unless all values lie in the upper half of what the axis
 * would span; percentages then never pass 100 unless a value does. Without values: 0 to 1.
 *
 * @example counts 277 to 511 → 0, 100 … 600; percentages 88 to 96 → 86, 88 … 98
 */
export function buildValueAxis(measure: Measured, values: readonly number[]): ValueAxis {
  if (values.length === 0) return { lower: 0, upper: 1, ticks: [0, 1], startsAtZero: true }
  const least = Math.min(...values)
  const most = Math.max(...values)
  const mustStartAtZero = measure.unit === 'count' || measure.unit === 'pounds'
  const isFarFromZero = least > 0 && least > most / 2
  const from = mustStartAtZero || !isFarFromZero ? Math.min(0, least) : least
  const to = Math.max(most, 0)
  const step = niceStep((to - from || Math.abs(to) || 1) / 5, measure)
  const room = from === least && from > 0 ? step / 4 : 0
  let lower = Math.floor((from - room) / step) * step
  if (lower < 0 && least >= 0) lower = 0
  let upper = Math.ceil(to / step - 1e-9) * step
  // the highest value needs air for its label
  if (upper - to < step / 4) upper += step
  if (measure.unit === 'percent' && most <= 100) upper = Math.min(upper, 100)
  if (upper <= lower) upper = lower + step
  return { lower, upper, ticks: ticksBetween(lower, upper, step), startsAtZero: lower <= 0 }
}

function niceStep(rough: number, measure: Measured): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const nice = (niceSteps.find((step) => step * power >= rough - 1e-9) ?? 10) * power
  // whole numbers have no half steps
  return measure.decimals === 0 ? Math.max(1, Number.isInteger(nice) ? nice : Math.ceil(nice)) : nice
}

function ticksBetween(lower: number, upper: number, step: number): number[] {
  const count = Math.floor((upper - lower) / step + 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => Number((lower + index * step).toFixed(6)))
}

/** A round number without decimals that say nothing. @example 20 of a measure with one decimal → '20%' */
export function formatRound(measure: Measured, value: number): string {
  return formatValue(
    { ...measure, decimals: Number.isInteger(value) ? 0 : Math.max(1, measure.decimals) },
    value,
  )
}
