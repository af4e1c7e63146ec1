import { countOf } from '../../domain/measures/format.ts'
import type { PlanRow } from './plan-rows.ts'

/**
 * What was promised, what was delivered and whether it worked, in one sentence.
 *
 * @example 40 milestones, 17 complete of which 5 show no effect yet, 4 late → '17 of 40 milestones are complete;
 * 5 of those show no effect yet, and 4 others are late'
 */
export function writePlanFinding(rows: readonly PlanRow[]): string {
  if (rows.length === 0) return 'This edition holds no milestones'
  const complete = rows.filter(({ delivery }) => delivery === 'complete').length
  const late = rows.filter(({ delivery }) => delivery === 'late').length
  const done = `${complete === 0 ? 'None' : complete} of ${countOf(rows.length, 'milestone')} ${complete <= 1 ? 'is' : 'are'} complete`
  const lateWords =
    late === 0
      ? 'none is late'
      : `${late}${complete > 0 ? ` ${late === 1 ? 'other is' : 'others are'}` : late === 1 ? ' is' : ' are'} late`
  const effect = complete > 0 ? effectWords(rows) : null
  return effect === null ? `${done}, and ${lateWords}` : `${done}; ${effect}, and ${lateWords}`
}

/** Null where impact is not known of any milestone. */
function effectWords(rows: readonly PlanRow[]): string | null {
  if (rows.every(({ impact }) => impact === null)) return null
  const without = rows.filter(({ impact }) => impact?.group === 'no-effect').length
  if (without === 0) return 'none of those is known to have had no effect'
  return `${without} of those ${without === 1 ? 'shows' : 'show'} no effect yet`
}
