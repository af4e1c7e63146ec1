import type { TargetClaim } from '../../findings/claim-of.ts'
import { lastingShiftFrom } from '../../spc/lasting-shift.ts'
import { runChartReasons } from '../../spc/suitability.ts'
import { assuranceOf, sinceLastingShift } from '../beside-limits.ts'
import { readerOptions } from '../chart-series.ts'
import { type JudgedSeries, levelOf } from '../judge-series.ts'

/**
 * The same verdict in both sets, told alike: why no limits suit, since when a level has lasted, what may still change,
 * and what limits say of the target. Where the figures received do not say it too, it is not told.
 */
export function toldAlike(own: JudgedSeries, exact: JudgedSeries): JudgedSeries {
  return withTheSameClaim(
    withTheSameDoubt(withTheSameReason(withTheSameLevel(own, exact), exact), exact),
    exact,
  )
}

/** Where rounding alone makes figures look as if they did not move, that is the reason, and not how they move. */
function withTheSameReason(own: JudgedSeries, exact: JudgedSeries): JudgedSeries {
  const { byMethod } = own.variation
  if (byMethod?.because !== 'mostly-level' || exact.variation.byMethod?.because === 'mostly-level') return own
  const told = { ...byMethod, because: 'rounded' as const, reason: runChartReasons.rounded }
  return { ...own, variation: { ...own.variation, byMethod: told } }
}

/**
 * Since when a level has lasted is told as the figures received have it, in means and limits of those published; where
 * they do not show it from there on, or the figures received show none, no level is told.
 */
function withTheSameLevel(own: JudgedSeries, exact: JudgedSeries): JudgedSeries {
  const { charted, state, variation } = own
  const { chart, grid, shift } = charted
  const { change } = state
  const start = exact.charted.shift?.start ?? null
  if (change.kind !== 'special-cause' || !shift || shift.start === start) return own
  const level = start === null ? null : lastingShiftFrom(start, chart, grid.values, readerOptions)
  if (!level) {
    const { level: _, ...rest } = variation
    return {
      ...own,
      charted: { ...charted, shift: null },
      state: { change: { ...change, shift: null }, claim: null },
      variation: { ...rest, assurance: null, claim: null },
    }
  }
  const since = { ...charted, shift: level }
  const told = sinceLastingShift(since, change)
  return {
    ...own,
    charted: since,
    state: told,
    variation: {
      ...variation,
      assurance: assuranceOf(since, told),
      claim: told.claim,
      ...levelOf(told.change),
    },
  }
}

/** What may still change is told of a verdict in one set as in the other. */
function withTheSameDoubt(own: JudgedSeries, exact: JudgedSeries): JudgedSeries {
  const { change } = own.state
  if (change.kind !== 'by-method') return own
  const { isProvisional: _, ...rest } = change
  const told = isProvisional(exact) ? { ...rest, isProvisional: true } : rest
  return { ...own, state: { ...own.state, change: told } }
}

export function isProvisional({ state: { change } }: JudgedSeries): boolean {
  if (change.kind === 'by-method') return change.isProvisional === true
  return change.kind === 'special-cause' && (change.provisional ?? 0) > 0
}

/** What limits say of the target is told where those of the figures received say it too. */
function withTheSameClaim(
  own: JudgedSeries,
  { variation: { assurance, claim } }: JudgedSeries,
): JudgedSeries {
  const { state, variation } = own
  const isAlike =
    variation.assurance === assurance &&
    variation.claim?.kind === claim?.kind &&
    runOf(variation.claim) === runOf(claim)
  if (isAlike) return own
  return {
    ...own,
    state: { ...state, claim: null },
    variation: { ...variation, assurance: null, claim: null },
  }
}

function runOf(claim: TargetClaim | null | undefined): number | null {
  return claim && 'figures' in claim ? claim.figures : null
}
