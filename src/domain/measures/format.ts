import { isPlural, nounAfter, nounOfMany } from './count-nouns.ts'
import { decimalsWritten, type HeldAgainst } from './decimals-beside.ts'
import { type KpiDefinition, type RateBase, rateBaseOf, type Target, type Unit } from './measure.ts'

/** Numbers as they are shown. Rounding happens here and nowhere earlier. */

/**
 * A rate says what it is per; other units have nothing to say. Where targets are known, no figure is written as one
 * that it is not (decimals-beside.ts).
 */
export type Measured = (
  | { unit: Exclude<Unit, 'rate'>; decimals: number }
  | { unit: 'rate'; decimals: number; per: RateBase | null }
) &
  HeldAgainst &
  Pick<KpiDefinition, 'negative'>
export type MeasuredInWords = Measured &
  Pick<KpiDefinition, 'aggregation' | 'frequency' | 'numerator' | 'denominator' | 'one' | 'many'>

const minus = '\u2212'

/**
 * 1234.5, 1 → '1,234.5'; −12 → '−12' with a true minus; never '−0'. Written out rather than asked of the
 * browser's locale data, whose first use costs a page more than drawing its 48 rows.
 */
export function formatNumber(value: number, decimals: number): string {
  const text = Math.abs(value)
    .toFixed(decimals)
    .replace(/\d(?=(\d{3})+(?!\d))(?<!\.\d*)/g, '$&,')
  return value < 0 && /[1-9]/.test(text) ? `${minus}${text}` : text
}

/**
 * Money is told in whole pounds or with its pence, whatever decimals it is rounded to: 12.5 is £12.50, and 12.0 is £12.
 * Nothing is shown that was rounded away.
 */
function numberOf({ unit, decimals }: Measured, value: number): string {
  if (unit !== 'pounds' || decimals === 0) return formatNumber(value, decimals)
  const rounded = Number(value.toFixed(decimals))
  return formatNumber(rounded, Number.isInteger(rounded) ? 0 : Math.max(2, decimals))
}

/**
 * A value as it stands in a table: '309', '42%', '19.9', '£1,200'. Days carry no unit: the row names it.
 * @example of whole percents with a target of 100: 99.5 → '99.5%', and not the '100%' that it misses
 */
export function formatValue(measure: Measured, value: number): string {
  const number = numberOf({ ...measure, decimals: decimalsWritten(measure, value) }, value)
  if (measure.unit === 'percent') return `${number}%`
  if (measure.unit === 'pounds')
    return number.startsWith(minus) ? `${minus}£${number.slice(1)}` : `£${number}`
  return number
}

/** For a mean, a limit or a forecast: nobody counted it, so it is written in the decimals of its measure. */
export function workedOut<Of extends Measured>(measure: Of): Of {
  return { ...measure, targets: [], isWorkedOut: true }
}

/**
 * Whether two figures that differ by this are level: their difference would be shown as nought. The one rule, for
 * a year, a plan and a target alike, so that nothing is "0 above".
 */
export function isLevel({ decimals }: Pick<Measured, 'decimals'>, difference: number): boolean {
  return !/[1-9]/.test(Math.abs(difference).toFixed(decimals))
}

/** A difference with its sign: '+6', '−12', '0'; percentages differ in percentage points: '+1 pt', money in pounds: '−£40'. */
export function formatChange(measure: Measured, change: number): string {
  const number = numberOf(measure, change)
  const signed = isLevel(measure, change) || number.startsWith(minus) ? number : `+${number}`
  if (measure.unit === 'percent') return `${signed} ${isPlural(number) ? 'pts' : 'pt'}`
  if (measure.unit === 'pounds') return signed.replace(/^([+\u2212]?)/, '$1£')
  return signed
}

/** Exactly one is one day, and neither one day nor days with a nought behind it. */
function countable(number: string): string {
  return /^\u2212?1\.0+$/.test(number) ? number.replace(/\.0+$/, '') : number
}

/** The size of a difference in words, without its sign: '12', '1 day', '3.5 percentage points', '£40'. */
export function formatDifference(measure: Measured, difference: number): string {
  const number = countable(numberOf(measure, Math.abs(difference)))
  switch (measure.unit) {
    case 'percent':
      return `${number} percentage ${isPlural(number) ? 'points' : 'point'}`
    case 'days':
      return `${number} ${isPlural(number) ? 'days' : 'day'}`
    case 'working-days':
      return `${number} working ${isPlural(number) ? 'days' : 'day'}`
    case 'pounds':
      return `£${number}`
    case 'count':
    case 'rate':
    case 'ratio':
      return number
  }
}

/** A difference as it is said aloud: 'up 6 people waiting', 'down 3.5 percentage points', 'up £40', 'level'. */
export function formatChangeInWords(measure: MeasuredInWords, change: number): string {
  if (isLevel(measure, change)) return 'level'
  const size = formatDifference(measure, change)
  return [change > 0 ? 'up' : 'down', size, unitOfDifference(measure, size)].filter(Boolean).join(' ')
}

/** What `formatDifference` leaves to the name of the measure. */
function unitOfDifference(measure: MeasuredInWords, size: string): string | null {
  switch (measure.unit) {
    case 'count':
      return nounAfter(size, measure)
    case 'rate':
      return perInWords(measure)
    case 'ratio':
      return measure.numerator && measure.denominator && unitPhrase(measure)
    case 'percent':
    case 'days':
    case 'working-days':
    case 'pounds':
      return null
  }
}

/** A value in running text: '72 days', '42%', '309', '34.7 per 1,000'. */
export function formatValueInWords(measure: Measured, value: number): string {
  const shown = formatValue(measure, value)
  switch (measure.unit) {
    case 'days':
      return `${countable(shown)} ${isPlural(countable(shown)) ? 'days' : 'day'}`
    case 'working-days':
      return `${countable(shown)} working ${isPlural(countable(shown)) ? 'days' : 'day'}`
    case 'rate':
      return `${shown} ${perInWords(measure)}`
    case 'count':
    case 'percent':
    case 'ratio':
    case 'pounds':
      return shown
  }
}

/** What a rate is per, in words. @example { per: 1000 } → 'per 1,000' */
export function perInWords(rate: { per: RateBase | null }): string {
  return `per ${formatNumber(rateBaseOf(rate), 0)}`
}

/**
 * What a number of this measure counts, as a short phrase under its name.
 * @example 'people waiting, month end'; '% of assessments started'; 'days'; 'cases per FTE'
 */
export function unitPhrase(measure: MeasuredInWords): string {
  switch (measure.unit) {
    case 'count':
      return measure.aggregation === 'P'
        ? `${nounOfMany(measure) ?? 'number'}, ${measure.frequency} end`
        : (nounOfMany(measure) ?? 'number')
    case 'percent':
      return measure.denominator ? `% of ${measure.denominator}` : 'percent'
    case 'days':
      return 'days'
    case 'working-days':
      return 'working days'
    case 'rate':
      return [measure.numerator, perInWords(measure), measure.denominator ?? 'adults']
        .filter(Boolean)
        .join(' ')
    case 'ratio':
      return measure.numerator && measure.denominator
        ? `${measure.numerator} per ${measure.denominator}`
        : 'ratio'
    case 'pounds':
      return 'pounds'
  }
}

/**
 * '150', '80%', '18 to 22', 'at least 90%' (open band). A target is shown as it was set: 97.5 keeps its half,
 * and 80 gets no decimals because the measure has them.
 */
export function formatTarget(measure: Measured, target: Target): string {
  const shown = (value: number) => formatValue({ ...measure, decimals: decimalsOf(value) }, value)
  if (target.value !== null) return shown(target.value)
  if (target.lower !== null && target.upper !== null)
    return `${shown(target.lower)} to ${shown(target.upper)}`
  if (target.lower !== null) return `at least ${shown(target.lower)}`
  return target.upper === null ? '' : `at most ${shown(target.upper)}`
}

/** The decimals that a number was written with, binary noise apart. @example 97.5 → 1; 2.1 − 0.4 → 1 */
export function decimalsOf(value: number): number {
  return String(Number(value.toFixed(9))).split('.')[1]?.length ?? 0
}

/** 1, 'milestone' → '1 milestone'; 3 → '3 milestones'; an irregular plural is given. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(count, 0)} ${count === 1 ? noun : plural}`
}

const smallNumbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** Numbers to nine as words, in running text. */
export function numberInWords(count: number): string {
  return smallNumbers[count] ?? formatNumber(count, 0)
}

/** The verb that a count takes. @example 1 → 'is'; 0 → 'are' */
export function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are'
}

/** 'a'; 'a and b'; 'a, b and c' */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
