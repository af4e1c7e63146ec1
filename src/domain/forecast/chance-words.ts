import { type Frequency, periodsInMonths } from '../periods/period.ts'

/** Smaller chances are told alike, and so are those that leave less. */
export const leastTold = 0.05

/**
 * A chance for a reader, never more exact than it is: rounded to five in a hundred, as a share of whole numbers.
 * @example 0.21 → 'About 1 in 5 (20%)'; 0.03 → 'Less than 5%'; 0.97 → 'More than 95%'
 */
export function chanceInWords(chance: number): string {
  if (chance < leastTold) return 'Less than 5%'
  if (chance > 1 - leastTold) return 'More than 95%'
  const percent = shownPercent(chance)
  const share = sharesOfPercent[percent]
  return share ? `About ${share} (${percent}%)` : `About ${percent}%`
}

/**
 * As it is shown: what is said of a chance is decided by this, so that no word stands beside a number that denies it.
 */
export function shownPercent(chance: number): number {
  return Math.round(chance * 20) * 5
}

/**
 * What a chance of less than one half is called where it is not small enough to be "not likely" (reached-target.ts).
 * @example 0.3 → 'less likely than not'; 0.48, shown as 50% → 'about as likely as not'
 */
export function oddsName(chance: number): string {
  return shownPercent(chance) < asLikelyFrom ? 'less likely than not' : 'about as likely as not'
}

/** In percent, as it is shown. */
const asLikelyFrom = 45

/**
 * What a chance is called of which any may come: as an outlook of a target or a promise is, from its ends inwards.
 * @example 0.9 → 'likely'; 0.7 → 'more likely than not'; 0.1 → 'not likely'
 */
export function likelihoodName(chance: number, notLikelyTo: number): string {
  const shown = shownPercent(chance)
  if (shown <= notLikelyTo) return 'not likely'
  if (shown >= 100 - notLikelyTo) return 'likely'
  return shown > 100 - asLikelyFrom ? 'more likely than not' : oddsName(chance)
}

/** 'for 3 months running'; 'in one month' where a single period is all that is asked */
export function runningInWords(sustain: number, frequency: Frequency): string {
  return sustain === 1 ? `in one ${frequency}` : `for ${sustain} ${frequency}s running`
}

/**
 * How often a target is met by single figures that come and go.
 * @example (0.27, 'month') → 'is met in about 3 of 12 months, by chance'; (0.04, 'month') → '… about 1 of 24 months …';
 * (0.02, 'quarter') → 'may be met in a single quarter, by chance'
 */
export function nowAndThenInWords(inOne: number, frequency: Frequency): string {
  const inYear = periodsInMonths(frequency, 12)
  // one of 24 is not told as one of 12
  const of = inOne * inYear < leastInYear[frequency] ? 2 * inYear : inYear
  const met = Math.round(inOne * of)
  return met === 0
    ? `may be met in a single ${frequency}, by chance`
    : `is met in about ${met} of ${of} ${frequency}s, by chance`
}

/** Fewer in a year are told of two years. The two fall where tellableInOne rounds, so that it changes no word. */
const leastInYear: Record<Frequency, number> = { month: 0.75, quarter: 0.5, year: 0 }

/** How often, as it is put into words, and no finer: months of a year, or of two where there are so few. */
export function tellableInOne(inOne: number): number {
  const of = inOne * 12 < leastInYear.month ? 24 : 12
  return Math.round(inOne * of) / of
}

const sharesOfPercent: Record<number, string> = {
  5: '1 in 20',
  10: '1 in 10',
  20: '1 in 5',
  25: '1 in 4',
  30: '3 in 10',
  40: '2 in 5',
  50: '1 in 2',
  60: '3 in 5',
  70: '7 in 10',
  75: '3 in 4',
  80: '4 in 5',
  90: '9 in 10',
}
