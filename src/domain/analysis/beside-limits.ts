import { isOverdue } from '../editions/holdings.ts'
import { countFiguresOfSign, countFiguresTold } from '../findings/figures-of-sign.ts'
import { type ChangeState, type FindingState, meaningOf, type OnYear } from '../findings/finding-state.ts'
import { nothingSince, type Seen, seenInWords } from '../findings/method-words.ts'
import { judgeTargetClaim } from '../findings/target-claim.ts'
import { judgeAssurance } from '../spc/judgement.ts'
import { takeInLevels } from '../spc/mixed-limits.ts'
import type { Assurance } from '../spc/point-types.ts'
import { runLength } from '../spc/rules.ts'
import { isHigh, type SpecialCauseSign } from '../spc/signs.ts'
import type { ChartedSeries, MeasureContext } from './chart-series.ts'
import { figuresJudged, type MethodVerdict } from './judge-by-method.ts'
import { partOf } from './series-grid.ts'

/**
 * What limits of the whole stretch do not say: what another method says where they do not suit, and the level that
 * figures have kept since a lasting shift, by which the target is judged; where limits start anew; and how far a sign
 * rests on figures that may still change.
 *
 * @param provisional how many figures, up to the latest, are provisional
 */
export function besideLimits(
  context: MeasureContext,
  charted: ChartedSeries,
  state: FindingState,
  byMethod: MethodVerdict | null,
  onYear: OnYear,
  provisional = 0,
): FindingState {
  const { change } = state
  // while a newer figure is not there neither change nor target is judged, by limits no more than without them
  if (isOverdue(context.kpi, context.asOf) && change.kind !== 'latest-missing') {
    return { change: { kind: 'not-judged', because: 'overdue' }, claim: null }
  }
  switch (change.kind) {
    case 'not-judged':
      return byMethod ? { ...state, change: changeByMethod(context, charted, byMethod, onYear) } : state
    case 'special-cause': {
      const { chart, grid } = charted
      const figures = countFiguresTold(chart, grid.values, change.sign, context.kpi.decimals)
      const told = { ...change, figures }
      return charted.shift
        ? sinceLastingShift(charted, told)
        : { ...state, change: withLevelLeft(withProvisional(told, charted, provisional), charted) }
    }
    case 'common-cause': {
      const start = charted.chart.segments.at(-1)?.start ?? 0
      const since = charted.grid.periods[start]
      return start > 0 && since !== undefined ? { ...state, change: { ...change, since } } : state
    }
    case 'by-method':
    case 'latest-missing':
    case 'flagged':
    case 'no-limits':
      return state
  }
}

type SpecialCauseState = Extract<ChangeState, { kind: 'special-cause' }>

function withLevelLeft(change: SpecialCauseState, { leftLevel, grid }: ChartedSeries): SpecialCauseState {
  const levelSince = leftLevel === null ? undefined : grid.periods[leftLevel]
  return levelSince === undefined ? change : { ...change, levelSince }
}

/**
 * What a sign needs: a figure outside, two of three near a limit, seven in a row. Where final figures alone make a run
 * of seven on the same side of the mean, the verdict stands whatever becomes of those that may still change.
 */
function withProvisional(
  change: SpecialCauseState,
  { chart, grid }: ChartedSeries,
  provisional: number,
): SpecialCauseState {
  const run = countFiguresOfSign(chart, grid.values, isHigh(change.sign) ? 'above' : 'below')
  if (run - provisional >= runLength) return change
  const needed = needsFigures[change.sign]
  const own = Math.min(provisional, change.figures)
  return own > 0 && change.figures - own < needed ? { ...change, provisional: own } : change
}

/** So many figures make a sign. */
export const needsFigures: Record<SpecialCauseSign, number> = {
  'outside-high': 1,
  'outside-low': 1,
  'near-high': 2,
  'near-low': 2,
  above: runLength,
  below: runLength,
  rising: runLength,
  falling: runLength,
}

/**
 * Whether the target can be relied on, by the level since a lasting shift where there is one. Null where limits are not
 * those of today, since the latest figure shows a change or they take in more than one level; and where the figures
 * deny what limits say.
 */
export function assuranceOf(charted: ChartedSeries, { change, claim }: FindingState): Assurance | null {
  const { chart, grid, shift } = charted
  const segment = chart.segments.at(-1)
  const isOfToday =
    shift !== null ||
    (change.kind !== 'flagged' &&
      chart.points.at(-1)?.type === 'common_cause' &&
      !(segment?.limits && takeInLevels(grid.values.slice(segment.start), segment.limits)))
  const isDenied = claim?.kind === 'met-in-some' || claim?.kind === 'met-now' || claim?.kind === 'missed-now'
  return isOfToday && !isDenied ? assuranceOfLimits(charted) : null
}

function assuranceOfLimits({ chart, shift, target, improvement }: ChartedSeries): Assurance | null {
  return shift ? judgeAssurance(target, shift.limits, improvement) : chart.assurance
}

function changeByMethod(
  { kpi }: MeasureContext,
  charted: ChartedSeries,
  { variation, side, seen, provisional }: MethodVerdict,
  onYear: OnYear,
): ChangeState {
  const { grid, chart } = charted
  const start = chart.segments.at(-1)?.start ?? 0
  const own = partOf(grid, start)
  const first = own.periods[0]
  const meaning = meaningOf(
    variation,
    side > 0,
    figuresJudged(charted, own),
    charted.judgedAs === 'gains' || isOfChange(seen) ? null : onYear,
  )
  const ofSeason = charted.judgedAs === 'season'
  const isAnew = start > 0 && meaning === null && seen.kind === 'nothing' && first !== undefined
  return {
    kind: 'by-method',
    meaning,
    seen: isAnew ? nothingSince(first) : seenInWords(kpi, own, seen, ofSeason),
    ...(provisional > 0 ? { provisional } : {}),
    ...(ofSeason ? { isSeasonal: true } : {}),
  }
}

/** Of a list its changes are judged and not where it stands, which a year before may lie on either side. */
function isOfChange(seen: Seen): boolean {
  return seen.kind === 'moved' || seen.kind === 'movement' || (seen.kind === 'climb' && seen.of === 'season')
}

/** A special cause told as the level that has lasted, and the target judged by that. */
export function sinceLastingShift(charted: ChartedSeries, change: SpecialCauseState): FindingState {
  return { change: { ...change, shift: shiftOf(charted) }, claim: claimSince(charted) }
}

function shiftOf({ grid, shift }: ChartedSeries) {
  const since = shift && grid.periods[shift.start]
  if (!shift || since === undefined || since === null) return null
  const { before, mean, limits, isTrial } = shift
  return { since, before, mean, lower: limits.lower, upper: limits.upper, isTrial }
}

function claimSince(charted: ChartedSeries) {
  return judgeTargetClaim(assuranceOfLimits(charted), charted.grid.values.slice(charted.countsFrom), charted)
}
