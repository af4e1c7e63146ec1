import type { Assurance } from '../spc/judgement.ts'
import type { RunChartReason } from '../spc/suitability.ts'
import type { SpecialCauseMeaning, SpecialCauseSign } from './finding-state.ts'

/**
 * From state to words, as tables that a person can read. Each is a clause that follows a value and its
 * comparison. No word of change stands outside the special-cause tables.
 */

export const commonCauseWords = 'there is no evidence of real change'

export const noLimitsWords = 'the figures vary too little to set limits, so change is not judged'

export const notJudgedWords: Record<RunChartReason, string> = {
  'too-few-points': 'there are too few points to judge',
  'not-monthly': 'there are too few figures in a year to tell change from noise',
  'year-to-date': 'figures that add up through the year are not judged against limits',
  'rare-count': 'counts this small move too much by chance to judge',
  'few-cases': 'a median of so few cases moves too much by chance to judge',
  'trending-stock': 'a list that carries over and is trending is not judged against limits',
}

export const meaningWords: Record<SpecialCauseMeaning, string> = {
  improvement: 'there is evidence of real improvement',
  concern: 'there is evidence that this is getting worse',
  neutral: 'there is evidence of real change',
}

export const signWords: Record<SpecialCauseSign, string> = {
  'outside-high': 'the figure is above its usual range',
  'outside-low': 'the figure is below its usual range',
  rising: 'it is part of a rise of at least seven figures in a row',
  falling: 'it is part of a fall of at least seven figures in a row',
  'near-high': 'two of three figures are close to the top of the usual range',
  'near-low': 'two of three figures are close to the bottom of the usual range',
  above: 'at least seven figures in a row are above the mean',
  below: 'at least seven figures in a row are below the mean',
}

export const assuranceWords: Record<Assurance, (target: string) => string> = {
  consistent_pass: (target) => `the target of ${target} is likely to be met while nothing changes`,
  consistent_fail: (target) => `the target of ${target} is not likely to be met unless something changes`,
  inconsistent: (target) => `the target of ${target} may be met or missed by chance`,
}
