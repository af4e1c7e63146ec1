import { claimedWays } from '../../interventions/claimed-ways.ts'
import { writeChangeWords } from '../change-words.ts'
import type { MeasureContext } from '../chart-series.ts'
import type { ChangeAnalysis } from '../edition-analysis.ts'

const hiddenByRounding: ChangeAnalysis['estimate'] = {
  kind: 'not-suited',
  reason: 'The figures shown are rounded, and rounding hides what those received say of it.',
}

/**
 * Before and after, told in published figures where those received lead to the same: an estimate that claims the same
 * of level and direction, or the same reason for none.
 */
export function alignChange(
  context: MeasureContext,
  own: ChangeAnalysis,
  received: ChangeAnalysis | undefined,
): ChangeAnalysis {
  if (!received || claimOf(own) === claimOf(received)) return own
  const change = { ...own, estimate: hiddenByRounding }
  return { ...change, sentence: writeChangeWords(context, change, null) }
}

/** @example level claimed lower, slope not claimed → 'worked out -1 0' */
function claimOf({ estimate }: ChangeAnalysis): string {
  const ways = claimedWays(estimate)
  return ways ? `worked out ${ways.level} ${ways.slope}` : estimate.kind
}
