import type { RunChartReason } from '../spc/run-chart-causes.ts'
import type { TargetClaim } from './claim-of.ts'
import { evidence } from './evidence-words.ts'
import type { NoLimitsReason } from './finding-state.ts'
import type { SpecialCauseMeaning } from './meanings.ts'

/**
 * From state to words, as tables that a person can read. Each is a clause that follows a value and its
 * comparison. Evidence of change has a table of its own
 * (evidence-words.ts), and so has each sign of it (sign-words.ts).
 */

/** Of a series that limits do not suit and the tests of the whole edition found. */
export const flaggedWords = 'flagged for recent change'

export const noLimitsWords: Record<NoLimitsReason, string> = {
  constant: 'the figures vary too little to set limits, so change is not judged',
  gaps: 'too few figures follow one another to set limits, so change is not judged',
}

export const notJudgedWords: Record<RunChartReason | 'overdue', string> = {
  overdue: 'a newer figure is overdue, so recent change is not judged',
  'too-few-points': 'there are too few points to judge',
  'one-far-figure': 'one figure stands far outside all others, so change is not judged until it is confirmed',
  'two-far-figures':
    'two figures stand far outside all others, so change is not judged until they are confirmed',
  'not-monthly': 'there are too few figures in a year to tell change from noise',
  'year-to-date': 'figures that add up through the year are not judged against limits',
  'full-of-gaps': 'too many figures are missing or withheld to judge change',
  'rare-count': 'counts this small move too much by chance to judge',
  'share-of-few': 'a share of so few cases moves too much by chance to judge',
  category: 'limits do not suit a category, which goes with the number of cases',
  season: 'limits do not suit figures that follow the time of year',
  'few-cases': 'a median of so few cases moves too much by chance to judge',
  'mostly-level': 'most figures are the same as the one before, so change is not judged',
  'trending-stock': 'limits do not suit a list, which carries over',
  'carries-over': 'limits do not suit a list, which carries over',
  rounded: 'whether this has changed is not told: rounding hides it, or it would show a small number',
}

export const meaningWords: Record<SpecialCauseMeaning, string> = {
  improvement: evidence.improvement.clause,
  concern: evidence.concern.clause,
  neutral: evidence.neutral.clause,
  better: 'this is better than usual, though as rounded level with a year before',
  worse: 'this is worse than usual, though as rounded level with a year before',
  high: 'this is higher than usual, though as rounded level with a year before',
  low: 'this is lower than usual, though as rounded level with a year before',
  'better-not-on-year': 'this is better than usual, but worse than a year before',
  'worse-not-on-year': 'this is worse than usual, but better than a year before',
  'better-not-of-late': 'this is better than usual, but has become worse three times running',
  'worse-not-of-late': 'this is worse than usual, but has become better three times running',
  'high-not-on-year': 'this is higher than usual, but lower than a year before',
  'low-not-on-year': 'this is lower than usual, but higher than a year before',
  'high-not-of-late': 'this is higher than usual, but has come down three times running',
  'low-not-of-late': 'this is lower than usual, but has gone up three times running',
  'better-not-lately': 'this is better than usual, but has become worse lately',
  'worse-not-lately': 'this is worse than usual, but has become better lately',
  'high-not-lately': 'this is higher than usual, but has come down lately',
  'low-not-lately': 'this is lower than usual, but has gone up lately',
}

/** Beside the same months of other years a figure is no more than usual for the time of year, or less. */
export function besideItsLike(words: string, isSeasonal = false): string {
  return isSeasonal ? words.replace('than usual', 'than usual for the time of year') : words
}

const better = { clause: 'this has been better than before', title: 'Better' }
const worse = { clause: 'this has been worse than before', title: 'Worse' }
const higher = { clause: 'this has been higher than before', title: 'Higher' }
const lower = { clause: 'this has been lower than before', title: 'Lower' }

/** Of a level that figures have kept for a year: what it is, up to since when. */
export const lastingWords: Record<SpecialCauseMeaning, { clause: string; title: string }> = {
  improvement: { clause: 'there is evidence of real improvement that has lasted', title: 'Real improvement' },
  concern: {
    clause: 'there is evidence of a change for the worse that has lasted',
    title: 'Worse',
  },
  neutral: { clause: 'there is evidence of real change that has lasted', title: 'Real change' },
  better,
  worse,
  high: higher,
  low: lower,
  'better-not-on-year': better,
  'worse-not-on-year': worse,
  'better-not-of-late': better,
  'worse-not-of-late': worse,
  'high-not-on-year': higher,
  'low-not-on-year': lower,
  'high-not-of-late': higher,
  'low-not-of-late': lower,
  'better-not-lately': better,
  'worse-not-lately': worse,
  'high-not-lately': higher,
  'low-not-lately': lower,
}

/** Titles of about ten words, from the same states. */

export const missingTitle = 'No latest figure, so recent change is not judged'

export const withheldTitle = 'Latest figure withheld, so recent change is not judged'

export const noLimitsTitles: Record<NoLimitsReason, string> = {
  constant: 'The figures vary too little to judge change',
  gaps: 'Too many gaps to judge change',
}

export const notJudgedTitles: Record<RunChartReason | 'overdue', string> = {
  overdue: 'A newer figure is overdue, so change is not judged',
  'too-few-points': 'Too few points to judge change',
  'one-far-figure': 'Not judged: one figure stands far outside all others',
  'two-far-figures': 'Not judged: two figures stand far outside all others',
  'not-monthly': 'Too few figures in a year to judge change',
  'year-to-date': 'Adds up through the year, so change is not judged',
  'full-of-gaps': 'Too many figures missing or withheld to judge change',
  'rare-count': 'Counts too small to judge change',
  'few-cases': 'Too few cases to judge change',
  'share-of-few': 'Too few cases to judge change',
  category: 'A category, not judged by limits',
  season: 'Follows the time of year, not judged by limits',
  'mostly-level': 'Too little movement to judge change',
  'trending-stock': 'A list, not judged by limits',
  'carries-over': 'A list, not judged by limits',
  rounded: 'Change is not told beside rounded figures',
}

export const meaningTitles: Record<SpecialCauseMeaning, string> = {
  improvement: 'Real improvement',
  concern: 'Getting worse',
  neutral: 'Real change',
  better: 'Better than usual, as rounded level on the year',
  worse: 'Worse than usual, as rounded level on the year',
  high: 'Higher than usual, as rounded level on the year',
  low: 'Lower than usual, as rounded level on the year',
  'better-not-on-year': 'Better than usual, but worse than a year before',
  'worse-not-on-year': 'Worse than usual, but better than a year before',
  'better-not-of-late': 'Better than usual, but worse three times running',
  'worse-not-of-late': 'Worse than usual, but better three times running',
  'high-not-on-year': 'Higher than usual, but lower than a year before',
  'low-not-on-year': 'Lower than usual, but higher than a year before',
  'high-not-of-late': 'Higher than usual, but down three times running',
  'low-not-of-late': 'Lower than usual, but up three times running',
  'better-not-lately': 'Better than usual, but worse lately',
  'worse-not-lately': 'Worse than usual, but better lately',
  'high-not-lately': 'Higher than usual, but down lately',
  'low-not-lately': 'Lower than usual, but up lately',
}

/** Only where the forecast leaves little chance of meeting it in any period (forecast/reached-target.ts). */
export const outOfReachTitle = 'target not likely to be met'

/** Added to the title of a series without evidence of change: a steady failure is the finding then. */
export function claimTitle(claim: TargetClaim | null): string | null {
  switch (claim?.kind) {
    case 'reliably-met':
      return 'usual range meets target'
    case 'reliably-missed':
      return 'usual range misses target'
    case 'met-in-all':
      return `target met in all ${claim.figures} figures`
    case 'missed-in-all':
      return `target missed in all ${claim.figures} figures`
    case 'met-in-last':
      return `target met in the last ${claim.figures} figures`
    case 'missed-in-last':
      return `target missed in the last ${claim.figures} figures`
    case 'met-in-some':
      return `target met in ${claim.figures} of ${claim.of}`
    case 'met-now':
      return 'target met now, not usually'
    case 'missed-now':
      return 'target missed now, not usually'
    case 'by-chance':
    case undefined:
      return null
  }
}
