import { isOverdue } from '../editions/holdings.ts'
import type { FindingState } from '../findings/finding-state.ts'
import { judgeTargetClaim } from '../findings/target-claim.ts'
import { findMovement } from '../movement/find-movement.ts'
import { movementInWords } from '../movement/movement-words.ts'
import { judgeAssurance } from '../spc/judgement.ts'
import type { Assurance } from '../spc/point-types.ts'
import type { ChartedSeries, MeasureContext } from './chart-series.ts'
import { partOf } from './series-grid.ts'

/**
 * What limits of the whole stretch do not say and a reader sees all the same: how a list that trends has moved, and
 * the level that figures have kept since a lasting shift, by which the target is judged.
 */
export function besideLimits(
  context: MeasureContext,
  charted: ChartedSeries,
  state: FindingState,
): FindingState {
  const { change } = state
  switch (change.kind) {
    case 'not-judged':
      return change.because === 'trending-stock' && !isOverdue(context.kpi, context.asOf)
        ? { ...state, change: { ...change, movement: movementOf(context, charted) } }
        : state
    case 'special-cause':
      return charted.shift
        ? { change: { ...change, shift: shiftOf(charted) }, claim: claimSince(charted) }
        : state
    case 'latest-missing':
    case 'flagged':
    case 'no-limits':
    case 'common-cause':
      return state
  }
}

/** Whether the target can be relied on, by the level since a lasting shift where there is one. */
export function assuranceOf({ chart, shift, target, improvement }: ChartedSeries): Assurance | null {
  return shift ? judgeAssurance(target, shift.limits, improvement) : chart.assurance
}

function movementOf({ kpi }: MeasureContext, { grid, chart }: ChartedSeries) {
  const own = partOf(grid, chart.segments.at(-1)?.start ?? 0)
  const movement = findMovement(own.values)
  return movement && movementInWords(kpi, own, movement)
}

function shiftOf({ grid, shift }: ChartedSeries) {
  const since = shift && grid.periods[shift.start]
  if (!shift || since === undefined || since === null) return null
  const { before, mean, limits, isTrial } = shift
  return { since, before, mean, lower: limits.lower, upper: limits.upper, isTrial }
}

function claimSince(charted: ChartedSeries) {
  const own = charted.grid.values.slice(charted.chart.segments.at(-1)?.start)
  return judgeTargetClaim(assuranceOf(charted), own, charted)
}
