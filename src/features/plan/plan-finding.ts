import { isOrAre, numberInWords } from '../../domain/measures/format.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import { type MilestoneCounts, offTrackInWords } from '../../domain/plans/count-milestones.ts'
import type { PlanRow } from './plan-rows.ts'

/**
 * What was promised, what was delivered and whether it worked, in one sentence.
 *
 * @example 40 milestones, 17 complete of which 5 show no effect yet, 4 off track → '17 of 40 milestones are complete;
 * five of those show no effect yet, and four others are off track, one of them overdue. Of all, three measures of
 * success missed their dates'
 */
export function writePlanFinding(rows: readonly PlanRow[]): string {
  if (rows.length === 0) return 'This edition holds no milestones'
  const counts = countRows(rows)
  const { complete, total } = counts
  const others = complete === 0 ? '' : counts.offTrack === 1 ? ' other' : ' others'
  const done = `${complete === 0 ? 'None' : capital(numberInWords(complete))} of ${numberInWords(total)} ${total === 1 ? 'milestone' : 'milestones'} ${complete === 0 ? 'is' : isOrAre(complete)} complete`
  const offTrack = offTrackInWords(counts, numberInWords, others)
  const effect = complete > 0 ? effectWords(rows) : null
  const told = effect === null ? `${done}, and ${offTrack}` : `${done}; ${effect}, and ${offTrack}`
  return [told, ...missedWords(rows)].join('. ')
}

/** Whatever stands now: a date that was set for a measure and has passed without it, of all milestones. */
function missedWords(rows: readonly PlanRow[]): string[] {
  const missed = rows.filter(({ impact }) => impact?.isDateMissed).length
  if (missed === 0) return []
  const words = missed === 1 ? 'measure of success missed its date' : 'measures of success missed their dates'
  return [`Of all, ${numberInWords(missed)} ${words}`]
}

/** The same counts as the overview's, of the rows as they are judged already. */
export function countRows(rows: readonly PlanRow[]): MilestoneCounts {
  return {
    total: rows.length,
    complete: rows.filter(({ isComplete }) => isComplete).length,
    offTrack: rows.filter(({ delivery }) => delivery === 'late').length,
    overdue: rows.filter(({ isOverdue }) => isOverdue).length,
  }
}

/** Null where impact is not known of any milestone. */
function effectWords(rows: readonly PlanRow[]): string | null {
  if (rows.every(({ impact }) => impact === null)) return null
  const without = rows.filter(({ impact }) => impact?.group === 'no-effect').length
  if (without === 0) return 'none of those is known to have had no effect'
  return `${numberInWords(without)} of those ${without === 1 ? 'shows' : 'show'} no effect yet`
}
