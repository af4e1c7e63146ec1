import { shownPercent } from '../forecast/chance-words.ts'
import { notLikely } from '../forecast/reached-target.ts'

/** What is to be expected of the measure of a milestone that is not done yet, whatever its delivery. */
export const impactOutlooks = ['likely', 'uncertain', 'unlikely', 'year-not-over', 'unknown'] as const
export type ImpactOutlook = (typeof impactOutlooks)[number]

/** Chances, in percent, up to which an outlook is called unlikely, as of any target, and from which likely. */
export const unlikelyTo = notLikely.kept
export const likelyFrom = 100 - unlikelyTo

/**
 * Decided by the chance as it is shown (chance-words.ts rounds it to five in a hundred), so that one chance never has
 * two words.
 *
 * @example 0.1 → 'unlikely'; 0.21, shown as 20% → 'unlikely'; 0.5 → 'uncertain'
 */
export function impactOutlookOf(chance: number | null): ImpactOutlook {
  if (chance === null) return 'unknown'
  const shown = shownPercent(chance)
  if (shown >= likelyFrom) return 'likely'
  return shown <= unlikelyTo ? 'unlikely' : 'uncertain'
}

export const impactOutlookWords: Record<ImpactOutlook, { short: string; sentence: string }> = {
  likely: {
    short: 'impact likely',
    sentence: 'Its measure of success is not met yet, and is likely to be by its date if nothing changes.',
  },
  uncertain: {
    short: 'impact uncertain',
    sentence: 'Its measure of success is not met yet, and may or may not be by its date if nothing changes.',
  },
  unlikely: {
    short: 'impact unlikely',
    sentence:
      'Its measure of success is not met yet, and is not likely to be by its date if nothing changes.',
  },
  'year-not-over': {
    short: 'year not over',
    sentence: 'Its measure of success is of a year that is not over.',
  },
  unknown: {
    short: 'measure not met',
    sentence: 'Its measure of success is not met yet; the chance of that by its date cannot be told.',
  },
}
