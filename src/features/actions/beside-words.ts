import { fewestPeriods, type MeasureBeside } from '../../domain/actions/measure-beside.ts'
import { countOf, formatValueInWords, type Measured } from '../../domain/measures/format.ts'
import type { Frequency } from '../../domain/periods/period.ts'

type BesideMeasured = Measured & { frequency: Frequency }

/**
 * The measure before and after, as facts beside each other.
 *
 * @example 'Typical month: 329 before it was raised (12 months), 312 since it was closed (4 months).'
 */
export function writeBeside(
  beside: MeasureBeside,
  measure: BesideMeasured,
  audience: 'exact' | 'protected',
): string {
  const noun = measure.frequency
  if (beside.kind === 'not-comparable') {
    return `Before and after cannot be compared: the count was changed in between (${beside.break}).`
  }
  const sinceWords = beside.sinceDay === 'closed' ? 'since it was closed' : 'since it was raised'
  if (beside.kind === 'too-few') return tooFew(beside, noun, sinceWords)
  const { before, since } = beside
  // a middle between two rounded figures would look more precise than they are
  const about = audience === 'protected' ? 'about ' : ''
  const was = formatValueInWords(measure, before.value)
  const is = formatValueInWords(measure, since.value)
  return `Typical ${noun}: ${about}${was} before it was raised (${countOf(before.periods, noun)}), ${about}${is} ${sinceWords} (${countOf(since.periods, noun)}).`
}

function tooFew(
  { before, since, isLateEnough }: Extract<MeasureBeside, { kind: 'too-few' }>,
  noun: Frequency,
  sinceWords: string,
): string {
  // with figures that are missing or withheld, what is too few is not too early
  if (since < fewestPeriods && isLateEnough)
    return `Not compared: ${countOf(since, noun)} with a figure ${sinceWords}, where ${fewestPeriods} are needed.`
  return since < fewestPeriods
    ? `Too early to compare: ${since === 0 ? `no whole ${noun}` : countOf(since, noun)} ${sinceWords}, where ${fewestPeriods} are needed.`
    : `Not compared: ${countOf(before, noun)} with a figure before it was raised, where ${fewestPeriods} are needed.`
}
