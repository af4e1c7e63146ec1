import { isOrAre } from '../measures/format.ts'
import { isMilestoneOverdue, judgeMilestone } from './judge-milestone.ts'
import type { Milestone } from './plan.ts'

export interface MilestoneCounts {
  total: number
  complete: number
  /** of those that are not complete, the red: overdue, slipped too far, moved too often, or in need of a decision */
  offTrack: number
  /** of those off track, the ones whose date has passed */
  overdue: number
}

/** Milestones as of a day, counted once for every page that tells how many. */
export function countMilestones(milestones: readonly Milestone[], asOf: string): MilestoneCounts {
  const deliveries = milestones.map((milestone) => judgeMilestone(milestone, asOf).delivery)
  return {
    total: milestones.length,
    complete: deliveries.filter((delivery) => delivery === 'complete').length,
    offTrack: deliveries.filter((delivery) => delivery === 'late').length,
    overdue: milestones.filter((milestone) => isMilestoneOverdue(milestone, asOf)).length,
  }
}

/**
 * How many are off track and how many of those overdue, with the verb.
 * @example 4, 1 → 'four are off track, one of them overdue'; 1, 1 → 'one is off track and overdue'; 0 → 'none is off track'
 */
export function offTrackInWords(
  { offTrack, overdue }: Pick<MilestoneCounts, 'offTrack' | 'overdue'>,
  write: (count: number) => string,
  noun = '',
): string {
  if (offTrack === 0) return 'none is off track'
  const opening = `${write(offTrack)}${noun} ${isOrAre(offTrack)} off track`
  if (offTrack === 1) return overdue === 1 ? `${opening} and overdue` : `${opening}, not overdue`
  const ofThem = overdue === 0 ? 'none' : overdue === offTrack ? 'all' : write(overdue)
  return `${opening}, ${ofThem} of them overdue`
}
