/**
 * Limits look at the whole stretch, a reader at the last year: special cause for the better in a figure that is
 * worse than a year before is a meaning of its own, so that nobody is told of an improvement while things slip. So is
 * one of figures that have gone the other way three times running: "getting worse" is said of none that get better.
 */
export const specialCauseMeanings = [
  'improvement',
  'concern',
  'neutral',
  // no more than that: rounding hides on which side of a year before the figure lies
  'better',
  'worse',
  'high',
  'low',
  'high-not-on-year',
  'low-not-on-year',
  'high-not-of-late',
  'low-not-of-late',
  'better-not-on-year',
  'worse-not-on-year',
  'better-not-of-late',
  'worse-not-of-late',
  // three times running in the figures received, where rounding hides one of the steps
  'high-not-lately',
  'low-not-lately',
  'better-not-lately',
  'worse-not-lately',
] as const
export type SpecialCauseMeaning = (typeof specialCauseMeanings)[number]

/** Which way a change points, where nothing speaks against it. */
export type PlainMeaning = Extract<SpecialCauseMeaning, 'improvement' | 'concern' | 'neutral'>

/** What a change means, and the words of its title for it, where these are not those of its type. */
export interface ToldMeaning {
  kind: SpecialCauseMeaning
  words: string
  /** of what was flagged among all that was tested: which way; absent of what limits or another method find */
  direction?: 1 | -1 | undefined
}

/** Whether it weighs the stretch against the year or the last figures, and claims neither improvement nor concern. */
export function isHedged(meaning: SpecialCauseMeaning): boolean {
  return meaning !== 'improvement' && meaning !== 'concern' && meaning !== 'neutral'
}
