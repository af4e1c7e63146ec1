import { type Frequency, periodsInMonths } from '../periods/period.ts'
import { shownPercent } from './chance-words.ts'
import { notLikely, type ReachChances, type ReachedTarget, type Stays } from './reached-target.ts'

/**
 * What a chance of less than one half is called where it is not small enough to be "not likely" (reached-target.ts).
 * @example 0.3 → 'less likely than not'; 0.48, shown as 50% → 'about as likely as not'
 */
export function oddsName(chance: number): string {
  return isLessLikely(chance) ? 'less likely than not' : 'about as likely as not'
}

/** Whether it is so small that nothing beside it may take the event for granted. */
export function isLessLikely(chance: number): boolean {
  return shownPercent(chance) < asLikelyFrom
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

type Often = Pick<ReachChances, 'inOne' | 'metLately' | 'heldLately'>

/** How often a target is met in a period, as it is foretold, and no more often than figures of the last two years met it. */
export function oftenMet({ inOne, metLately, heldLately }: Often): number {
  return heldLately ? Math.min(inOne, metLately / heldLately) : inOne
}

/**
 * How often a target is met by single figures that come and go; where what is published would tell another number, none.
 * @example 0.27 of a month → 'is met in about 3 of 12 months, by chance'; 0.04 → '… about 1 of 24 months …'; 0.15 and one
 * of 12 figures → '… about 1 of 12 months …'; 0.02 of a quarter → 'may be met in a single quarter, by chance'
 */
export function nowAndThenInWords(reach: Often, frequency: Frequency): string {
  if (reach.heldLately === 0) return 'is met now and then, by chance'
  const inOne = oftenMet(reach)
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

/** Not likely to be met in every period to come, and the forecast leads there: what has to be looked at before it is lost. */
export function beingLost(reach: ReachedTarget): Stays | null {
  if (reach.kind !== 'kept' || !reach.stays) return null
  const { isLeading, chance } = reach.stays
  return isLeading && shownPercent(chance) <= notLikely.kept ? reach.stays : null
}
