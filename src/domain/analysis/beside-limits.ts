import { type ChangeState, type FindingState, meaningOf } from '../findings/finding-state.ts'
import { seenInWords } from '../findings/method-words.ts'
import { judgeTargetClaim } from '../findings/target-claim.ts'
import { judgeAssurance } from '../spc/judgement.ts'
import type { Observation } from '../spc/observation.ts'
import type { Assurance } from '../spc/point-types.ts'
import type { ChartedSeries, MeasureContext } from './chart-series.ts'
import type { MethodVerdict } from './judge-by-method.ts'
import { partOf } from './series-grid.ts'

/**
 * What limits of the whole stretch do not say: what another method says where they do not suit, and the level that figures have kept since a lasting shift, by which the target is judged.
 */
export function besideLimits(
  context: MeasureContext,
  charted: ChartedSeries,
  state: FindingState,
  byMethod: MethodVerdict | null,
  yearBefore: Observation,
): FindingState {
  const { change } = state
  switch (change.kind) {
    case 'not-judged':
      return byMethod ? { ...state, change: changeByMethod(context, charted, byMethod, yearBefore) } : state
    case 'special-cause':
      return charted.shift
        ? { change: { ...change, shift: shiftOf(charted) }, claim: claimSince(charted) }
        : state
    case 'by-method':
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

function changeByMethod(
  { kpi }: MeasureContext,
  { grid, chart }: ChartedSeries,
  { variation, side, seen }: MethodVerdict,
  yearBefore: Observation,
): ChangeState {
  const own = partOf(grid, chart.segments.at(-1)?.start ?? 0)
  return {
    kind: 'by-method',
    meaning: meaningOf(variation, side > 0, own.values, yearBefore),
    seen: seenInWords(kpi, own, seen),
  }
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
