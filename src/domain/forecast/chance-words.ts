import type { Frequency } from '../periods/period.ts'

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

/** 'for 3 months running'; 'in one month' where a single period is all that is asked */
export function runningInWords(sustain: number, frequency: Frequency): string {
  return sustain === 1 ? `in one ${frequency}` : `for ${sustain} ${frequency}s running`
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
