import { formatValue, formatValueInWords, type Measured } from '../measures/format.ts'
import { formatObservedAt } from '../periods/labels.ts'

/** One or two figures that stand far outside all others of their stretch (spc/far-figures.ts). */
export interface DoubtedFigures {
  figures: readonly { period: string; value: number }[]
  /** the smallest and the largest of all others */
  lowest: number
  highest: number
}

/**
 * Which figure stands far outside, by how much, and what follows: whether it is a mistake or an event nobody can
 * tell from the figures, so neither is said.
 *
 * @example 'The figure for Jun 2024, 9,000, stands far outside all others, which lie between 28 and 33. Until it is
 * confirmed or left out, limits cannot be trusted and nothing is said of change.'
 */
export function doubtedInWords(
  measure: Measured,
  isSnapshot: boolean,
  { figures, lowest, highest }: DoubtedFigures,
): string {
  const named = figures.map(
    ({ period, value }) => `${formatObservedAt(period, isSnapshot)}, ${formatValueInWords(measure, value)},`,
  )
  const isOne = named.length === 1
  const subject = isOne ? `The figure for ${named[0]} stands` : `The figures for ${named.join(' and ')} stand`
  const [low, high] = [formatValue(measure, lowest), formatValueInWords(measure, highest)]
  const others =
    formatValue(measure, highest) === low ? `which are all ${high}` : `which lie between ${low} and ${high}`
  return `${subject} far outside all others, ${others}. Until ${isOne ? 'it is' : 'they are'} confirmed or left out, limits cannot be trusted and nothing is said of change.`
}
