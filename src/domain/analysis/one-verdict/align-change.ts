import type { Series } from '../../figures/figure.ts'
import { claimedWays } from '../../interventions/claimed-ways.ts'
import { writeChangeWords } from '../change-words.ts'
import type { MeasureContext } from '../chart-series.ts'
import { compareChanges } from '../compare-changes.ts'
import type { ChangeAnalysis } from '../edition-analysis.ts'
import { seriesShownAlike } from './shown-alike.ts'

const hiddenByRounding: ChangeAnalysis['estimate'] = {
  kind: 'not-suited',
  reason: 'Figures that are rounded or withheld hide what those received say of it.',
}

/**
 * Before and after, told in published figures where those received lead to the same: an estimate that claims the same
 * of level and direction, whatever each small figure is, or the same reason for none.
 */
export function alignChanges(
  context: MeasureContext,
  published: Series,
  received: Series,
  changes: readonly ChangeAnalysis[],
): ChangeAnalysis[] {
  return compareChanges(context, published).map((own) => {
    const isToldBy = (all: readonly ChangeAnalysis[]) => {
      const found = all.find(({ source, id }) => source === own.source && id === own.id)
      return !found || claimOf(found) === claimOf(own)
    }
    if (isToldBy(changes) && (!claimedWays(own.estimate) || isSteady(context, published, received, isToldBy)))
      return own
    const change = { ...own, estimate: hiddenByRounding }
    return { ...change, sentence: writeChangeWords(context, change, null) }
  })
}

/** Whoever knew all other figures could work a small one out of an estimate that another value of it would deny. */
function isSteady(
  context: MeasureContext,
  published: Series,
  received: Series,
  isToldBy: (changes: readonly ChangeAnalysis[]) => boolean,
): boolean {
  for (const other of seriesShownAlike(context.kpi.unit, received, published))
    if (!isToldBy(compareChanges({ ...context, isRounded: false }, other))) return false
  return true
}

/** @example level claimed lower, slope not claimed → 'worked out -1 0' */
function claimOf({ estimate }: ChangeAnalysis): string {
  const ways = claimedWays(estimate)
  return ways ? `worked out ${ways.level} ${ways.slope}` : estimate.kind
}
