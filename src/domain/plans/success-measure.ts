import { usualSustain } from '../forecast/reached-target.ts'
import { nounOfMany } from '../measures/count-nouns.ts'
import { decimalsOf, formatValueInWords, type Measured } from '../measures/format.ts'
import type { KpiDefinition } from '../measures/measure.ts'
import { formatPeriod } from '../periods/labels.ts'
import { frequencyOf, periodsInMonths } from '../periods/period.ts'

export type SuccessCondition =
  | { kind: 'at-most'; value: number }
  | { kind: 'at-least'; value: number }
  /** both ends meet it */
  | { kind: 'between'; lower: number; upper: number }

export interface MeasurableSuccess {
  kind: 'condition'
  condition: SuccessCondition
  /** months in a row for which it must hold; 1 where nothing was said (periodsToKeep tells what counts then) */
  sustainedMonths: number
  /** the month by which it is to be reached; null where none was set */
  by: string | null
}

/** What a milestone promised of its measure. Text that is no condition is judged by the board. */
export type SuccessMeasure = { kind: 'none' } | { kind: 'text'; text: string } | MeasurableSuccess

const number = String.raw`([-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)`
const language = new RegExp(
  String.raw`^(?:(<=|>=|≤|≥)\s*${number}|between\s+${number}\s+and\s+${number})` +
    String.raw`(?:,?\s+for\s+([1-9]\d?)\s+months?)?(?:,?\s+by\s+(\d{4}-\d{2}))?$`,
  'i',
)

/**
 * Reads a success measure as the plan writes it: `<= 450`, `>= 80` or `between 18 and 22`, then
 * `for 3 months`, then `by 2026-03`, both optional. Anything else (another sign, a month that does not exist,
 * a band whose ends are the wrong way round) stays text: a guess at what was promised is worse than none.
 *
 * @example '<= 450 for 3 months by 2026-03' → at most 450, 3 months, by 2026-03
 */
export function parseSuccessMeasure(text: string | null): SuccessMeasure {
  const written = text?.trim() ?? ''
  if (written === '') return { kind: 'none' }
  const asText = { kind: 'text', text: written } as const
  const parts = language.exec(written)
  if (!parts) return asText
  const [, sign, value, lower, upper, months, by] = parts
  const condition = sign ? oneSided(sign, read(value)) : band(read(lower), read(upper))
  if (!condition || (by !== undefined && frequencyOf(by) !== 'month')) return asText
  return { kind: 'condition', condition, sustainedMonths: Number(months ?? 1), by: by ?? null }
}

function read(written: string | undefined): number {
  return Number(written?.replaceAll(',', '').replace('−', '-'))
}

function oneSided(sign: string, value: number): SuccessCondition {
  return { kind: sign === '<=' || sign === '≤' ? 'at-most' : 'at-least', value }
}

function band(lower: number, upper: number): SuccessCondition | null {
  return lower <= upper ? { kind: 'between', lower, upper } : null
}

/** A value that meets a condition, and one that does not. */
export function valuesBeside(condition: SuccessCondition): [meeting: number, beyond: number] {
  switch (condition.kind) {
    case 'at-most':
      return [condition.value, condition.value + 1]
    case 'at-least':
      return [condition.value, condition.value - 1]
    case 'between':
      return [condition.lower, condition.upper + 1]
  }
}

/** Far below any difference that a figure can have: 7 ÷ 25 × 100 comes out as 28.000000000000004. */
const arithmeticError = 1e-9

/**
 * How far a value is from meeting a condition: 0 where it meets it, above 0 where it is too high and below 0
 * where it is too low. Unrounded, but for the error of the arithmetic itself.
 *
 * @example 471 against at most 450 → 21; 16 against between 18 and 22 → −2
 */
export function distanceFromSuccess(condition: SuccessCondition, value: number): number {
  const [lower, upper] = endsOf(condition)
  const distance = value > upper ? value - upper : value < lower ? value - lower : 0
  return Math.abs(distance) <= arithmeticError * Math.max(1, Math.abs(value)) ? 0 : distance
}

function endsOf(condition: SuccessCondition): [lower: number, upper: number] {
  switch (condition.kind) {
    case 'at-most':
      return [-Infinity, condition.value]
    case 'at-least':
      return [condition.value, Infinity]
    case 'between':
      return [condition.lower, condition.upper]
  }
}

/**
 * The figures in a row that months of success ask for: a quarterly measure shows 3 months in one figure.
 * @example (3, 'quarter') → 1; (6, 'quarter') → 2
 */
export function periodsToSustain(sustainedMonths: number, frequency: KpiDefinition['frequency']): number {
  return Math.max(1, periodsInMonths(frequency, sustainedMonths))
}

/**
 * The figures in a row that count as kept up: as many as the promise says; where it says nothing, or one month,
 * 3 months, 2 quarters or 1 year.
 *
 * @example (1, 'month') → 3; (6, 'month') → 6; (3, 'quarter') → 1
 */
export function periodsToKeep(sustainedMonths: number, frequency: KpiDefinition['frequency']): number {
  return sustainedMonths > 1 ? periodsToSustain(sustainedMonths, frequency) : usualSustain[frequency]
}

type DescribedMeasure = Measured & Pick<KpiDefinition, 'numerator' | 'one' | 'many' | 'frequency'>

/**
 * A success measure as a phrase.
 * @example '450 or fewer people waiting, 3 months in a row, by Mar 2026'
 */
export function describeSuccessMeasure(measure: SuccessMeasure, kpi: DescribedMeasure): string {
  switch (measure.kind) {
    case 'none':
      return 'no measure of success was set'
    case 'text':
      return `${measure.text} (judged by the board)`
    case 'condition': {
      const needed = periodsToSustain(measure.sustainedMonths, kpi.frequency)
      const sustained = needed > 1 ? [`${needed} ${kpi.frequency}s in a row`] : []
      const by = measure.by === null ? [] : [`by ${formatPeriod(measure.by)}`]
      return [describeCondition(measure.condition, kpi), ...sustained, ...by].join(', ')
    }
  }
}

function describeCondition(condition: SuccessCondition, kpi: DescribedMeasure): string {
  const shown = (value: number) => formatValueInWords({ ...kpi, decimals: decimalsOf(value) }, value)
  const noun = kpi.unit === 'count' ? nounOfMany(kpi) : null
  const counted = noun ? ` ${noun}` : ''
  switch (condition.kind) {
    case 'at-most':
      if (kpi.unit === 'count' && condition.value === 0) return `no${counted || 'ne'}`
      return `${shown(condition.value)} or ${isCounted(kpi) ? 'fewer' : 'less'}${counted}`
    case 'at-least':
      return `${shown(condition.value)} or more${counted}`
    case 'between':
      return `between ${shown(condition.lower)} and ${shown(condition.upper)}${counted}`
  }
}

/** Things and days are fewer; shares, rates and money are less. */
function isCounted({ unit }: Measured): boolean {
  return unit === 'count' || unit === 'days' || unit === 'working-days'
}
