import type { TargetClaim } from '../../findings/claim-of.ts'
import { countFiguresTold } from '../../findings/figures-of-sign.ts'
import { lastingShiftFrom } from '../../spc/lasting-shift.ts'
import { runChartReasons } from '../../spc/suitability.ts'
import { assuranceOf, needsFigures, sinceLastingShift } from '../beside-limits.ts'
import type { MeasureContext } from '../chart-series.ts'
import { type JudgedSeries, levelOf } from '../judge-series.ts'

/**
 * The same verdict in both sets, told alike: why no limits suit, since when a level has lasted, by which sign and for how
 * many figures, whether limits take in more than one level, what may still change, and what limits say of the target.
 * Where the figures received do not say it too, it is not told; null where limits would tell the change by another sign
 * than those of the figures received, where another method would, or where these are judged without any.
 */
export function toldAlike(
  { kpi }: Pick<MeasureContext, 'kpi'>,
  own: JudgedSeries,
  exact: JudgedSeries,
): JudgedSeries | null {
  if (exact.variation.byMethod && !own.variation.byMethod) return null
  if (!isTheSameSign(own, exact)) return null
  const told = withTheSameSign(withTheSameLevel(own, exact), exact, kpi.decimals)
  return (
    told &&
    withTheSameClaim(withTheSameDoubt(withTheSameReason(withTheSameLimits(told, exact), exact), exact), exact)
  )
}

/** Of a chart without limits "the last seven figures all high" and "the latest figure high" are two stories of one change. */
function isTheSameSign({ found: own }: JudgedSeries, { found: exact }: JudgedSeries): boolean {
  if (!own || !exact || !('of' in own.seen) || !('of' in exact.seen)) return true
  const [a, b] = [own.seen, exact.seen]
  return a.kind === b.kind && a.side === b.side && a.start === b.start && a.figures === b.figures
}

/** Whether the limits of now take in more than one level is judged from the figures received. */
function withTheSameLimits(own: JudgedSeries, exact: JudgedSeries): JudgedSeries {
  const latest = own.charted.grid.periods.at(-1)
  const received = exact.variation.segments.find(({ to }) => to === latest)
  if (!received) return own
  const isMixed = received.isMixed === true
  const segments = own.variation.segments.map((one) => (one.to === latest ? { ...one, isMixed } : one))
  const { change } = own.state
  const told = change.kind === 'special-cause' ? { ...change, isMixed } : change
  return {
    ...own,
    state: { ...own.state, change: told },
    variation: { ...own.variation, segments },
  }
}

/**
 * A change is told by the sign that officers read, where the figures published show it as well; null where they do not.
 * How many figures show it is not told of rounded ones: it may be another number, and which would tell something of them.
 */
function withTheSameSign(own: JudgedSeries, exact: JudgedSeries, decimals: number): JudgedSeries | null {
  const [{ change }, { change: received }] = [own.state, exact.state]
  if (change.kind !== 'special-cause' || received.kind !== 'special-cause') return own
  if (change.shift) return own
  const { sign } = received
  const { chart, grid } = own.charted
  const figures = sign === change.sign ? change.figures : countFiguresTold(chart, grid.values, sign, decimals)
  if (figures < needsFigures[sign]) return null
  const isAsReceived = grid.values.every((value, row) => value === exact.charted.grid.values[row])
  const { provisional: _, ...rest } = change
  const told = {
    ...rest,
    sign,
    figures,
    ...(isAsReceived ? {} : { isSevenOrMore: true }),
    ...(received.provisional ? { provisional: received.provisional } : {}),
  }
  const cause = exact.variation.special.at(-1)?.cause
  const special = own.variation.special.map((point) =>
    cause && sign !== change.sign && point.period === grid.periods.at(-1) ? { ...point, cause } : point,
  )
  return { ...own, state: { ...own.state, change: told }, variation: { ...own.variation, special } }
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
  const { chart, options, grid, shift } = charted
  const { change } = state
  const start = exact.charted.shift?.start ?? null
  if (change.kind !== 'special-cause' || (shift?.start ?? null) === start) return own
  const level = start === null ? null : lastingShiftFrom(start, chart, grid.values, options)
  if (!level && !shift) return own
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
  const { provisional: _, ...rest } = change
  return {
    ...own,
    state: { ...own.state, change: { ...rest, ...whatMayChange(exact), ...whetherOfLimits(exact) } },
  }
}

/** Nothing where the figures received are judged by another method as well. */
export function whetherOfLimits({ state: { change } }: JudgedSeries): { isOfLimits?: boolean } {
  return change.kind === 'special-cause' ? { isOfLimits: true } : {}
}

/** Nothing where the verdict can do without it. */
export function whatMayChange({ state: { change } }: JudgedSeries): { provisional?: number } {
  const isTold = change.kind === 'by-method' || change.kind === 'special-cause'
  return isTold && change.provisional ? { provisional: change.provisional } : {}
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
