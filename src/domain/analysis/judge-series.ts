import { isOverdue } from '../editions/holdings.ts'
import { changeOnYear } from '../figures/change.ts'
import type { Series } from '../figures/figure.ts'
import { doubtedInWords } from '../findings/doubted-words.ts'
import {
  type ChangeState,
  type FindingState,
  type FlagInWords,
  findingState,
  type OnYear,
} from '../findings/finding-state.ts'
import { nothingSeen, seenInWords } from '../findings/method-words.ts'
import { apart } from '../measures/apart.ts'
import { type Measured, numberInWords } from '../measures/format.ts'
import { capital } from '../measures/letter-case.ts'
import { isSnapshot } from '../measures/measure.ts'
import { formatPeriod } from '../periods/labels.ts'
import { fewestToJudge } from '../spc/attribute/judge-latest.ts'
import { methodOfFamily } from '../spc/attribute/method-names.ts'
import { takeInLevels } from '../spc/mixed-limits.ts'
import { isPresent } from '../spc/observation.ts'
import type { PointType } from '../spc/point-types.ts'
import { assuranceOf, besideLimits } from './beside-limits.ts'
import { type ChartedSeries, chartSeries, type MeasureContext } from './chart-series.ts'
import type {
  JudgedByMethod,
  NotJudged,
  Segment,
  SeriesAnalysis,
  SpecialPoint,
  Variation,
} from './edition-analysis.ts'
import {
  judgeByMethod,
  judgedFrom,
  type MethodVerdict,
  provisionalAtEnd,
  shareOf,
} from './judge-by-method.ts'
import { partOf } from './series-grid.ts'

/** One series judged: the state that its words are written from, and what is kept of it. */
export interface JudgedSeries {
  charted: ChartedSeries
  state: FindingState
  /** what the method of the series itself found; null where limits suit, or nothing could be asked */
  found: MethodVerdict | null
  variation: Omit<Variation, 'finding' | 'headline'>
}

/**
 * The latest figure of a series judged by limits, or by the method that suits where limits do not. Null where it holds
 * no figure. What was flagged among all that was tested is told where limits do not suit the series.
 */
export function judgeSeries(
  context: MeasureContext,
  series: Series,
  flag: FlagInWords | null = null,
): JudgedSeries | null {
  const charted = chartSeries(context, series)
  if (!charted) return null
  const { chart, suitability, grid } = charted
  const judged = suitability.at(-1) ?? { kind: 'control-chart' }
  const found = judgeByMethod(context, charted, series)
  const flagTold = isOverdue(context.kpi, context.asOf) ? null : flag
  const onYear = sideOfYearBefore(context, series, charted)
  const state = besideLimits(
    context,
    charted,
    findingState(chart, judged, grid.values, onYear, isFlagTold(flagTold, found) ? flagTold : null, charted),
    found,
    onYear,
    provisionalAtEnd(series),
  )
  const byMethod = found && judgedByMethod(context, charted, found, state)
  const notJudged = byMethod ? null : whyNotJudged(context, charted, series.points.at(-1))
  return {
    charted,
    state,
    found,
    variation: {
      segments: segmentsOf(charted),
      special: specialPointsOf(charted),
      variation: byMethod ? byMethod.variation : notJudged ? null : chart.variation,
      assurance: byMethod || notJudged ? null : assuranceOf(charted, state),
      claim: byMethod || (notJudged && notJudged.because !== 'no-limits') ? null : state.claim,
      ...levelOf(state.change),
      ...(byMethod ? { byMethod: byMethod.told } : {}),
      notJudged,
    },
  }
}

/**
 * What the tests of the whole edition found is told where the method of the series itself finds nothing, or the same:
 * of two answers to one question the series' own is told.
 */
function isFlagTold(flag: FlagInWords | null, found: MethodVerdict | null): boolean {
  if (!flag || !found || found.side === 0) return flag !== null
  return flag.variation === found.variation
}

/** The verdict of the method, or of what was flagged where that is told: a title names no sign but that of what is said to judge. */
function judgedByMethod(
  context: MeasureContext,
  charted: ChartedSeries,
  found: MethodVerdict,
  { change }: FindingState,
): { variation: PointType; told: JudgedByMethod } {
  const told = toldByMethod(context, charted, found)
  const flagged = change.kind === 'flagged' ? (change.flag.variation ?? null) : null
  if (change.kind !== 'flagged' || flagged === null) {
    return { variation: found.variation, told }
  }
  const direction = change.flag.direction
  const { none: _, ...own } = told
  return {
    variation: flagged,
    told: { ...own, method: methodOfFamily, rule: `${capital(change.flag.clause)}.`, direction },
  }
}

function toldByMethod(
  { kpi }: MeasureContext,
  charted: ChartedSeries,
  { method, because, reason, side, since, seen }: MethodVerdict,
): JudgedByMethod {
  const own = partOf(charted.grid, charted.chart.segments.at(-1)?.start ?? 0)
  const told = seenInWords(kpi, own, seen, charted.judgedAs === 'season')
  return {
    method,
    because,
    reason,
    rule: told?.rule ?? nothingSeen,
    direction: side,
    since,
    ...(told?.none ? { none: told.none } : {}),
  }
}

/** Nothing at all where there is none: most series have none. */
export function levelOf(change: ChangeState): Pick<SeriesAnalysis, 'level'> {
  if (change.kind !== 'special-cause' || !change.shift) return {}
  const { since, mean, lower, upper } = change.shift
  return { level: { since, mean, lower, upper } }
}

const wholePercent: Measured = { unit: 'percent', decimals: 0 }

/**
 * On which side of a year before the latest figure lies; of a category, its share. Null where that is not held, where
 * what is counted has changed since, and where the latest figure is level with it as both are shown: nothing is "worse than a year before" beside "the same as a year before". Of rounded figures that
 * are shown alike nobody is told which is higher, so nothing is claimed that would deny the one or the other.
 */
export function sideOfYearBefore(
  { kpi, isRounded }: MeasureContext,
  { points }: Series,
  { judgedAs }: Pick<ChartedSeries, 'judgedAs'>,
): OnYear {
  const isOfShares = judgedAs === 'shares'
  const compared = isOfShares
    ? points.map((point) => ({ ...point, value: shareOf(point.value, point.n) }))
    : points
  const latest = compared.at(-1)
  const change = latest && changeOnYear(kpi.breaks, compared, latest)
  if (change?.kind !== 'change') return null
  const { by } = apart(isOfShares ? wholePercent : kpi, change.by, change.was)
  if (by !== 0) return by > 0 ? 1 : -1
  return isRounded ? 'alike' : null
}

/** Why limits start anew where no change is recorded. */
const newLevel = 'Figures had kept a level since, which the latest have left'

function segmentsOf({ chart, suitability, grid, cuts, leftLevel }: ChartedSeries): Segment[] {
  return chart.segments.flatMap(({ start, end, mean, limits, hasTrialLimits }, index) => {
    const from = grid.periods[start]
    const to = grid.periods[end - 1]
    if (suitability[index]?.kind !== 'control-chart' || mean === null || limits === null) return []
    if (from === undefined || to === undefined) return []
    const { lower, upper } = limits
    const recorded = cuts.find(({ at }) => at === start)?.reason ?? null
    const reason = start === leftLevel ? (recorded ?? newLevel) : recorded
    const isMixed = takeInLevels(grid.values.slice(start, end), limits)
    return [{ from, to, mean, lower, upper, isTrial: hasTrialLimits, reason, isMixed }]
  })
}

function specialPointsOf({ chart, suitability, grid }: ChartedSeries): SpecialPoint[] {
  return chart.points.flatMap(({ segment, cause, type }, row) => {
    const period = grid.periods[row]
    if (cause === 'Common Cause' || period === undefined) return []
    return suitability[segment]?.kind === 'control-chart' ? [{ period, cause, type }] : []
  })
}

function whyNotJudged(
  { kpi, asOf }: MeasureContext,
  charted: ChartedSeries,
  latest: Series['points'][number] | undefined,
): NotJudged | null {
  const { chart, suitability, grid, doubted } = charted
  const judged = suitability.at(-1)
  if (judged?.kind === 'run-chart' && doubted) {
    return { because: judged.because, reason: doubtedInWords(kpi, isSnapshot(kpi.aggregation), doubted) }
  }
  if (isOverdue(kpi, asOf)) {
    return { because: 'overdue', reason: 'The latest figure is overdue, so recent change is not judged.' }
  }
  if (!isPresent(grid.values.at(-1))) {
    const why = latest?.availability === 'suppressed' ? 'withheld to protect small numbers' : 'missing'
    return {
      because: 'latest-missing',
      reason: `The latest figure is ${why}, so recent change is not judged.`,
    }
  }
  if (judged?.kind === 'run-chart') {
    const from = judgedFrom(charted)
    const enough = `${numberInWords(fewestToJudge)} ${charted.judgedAs === 'gains' ? 'gains' : 'figures'}`
    const when =
      from === null
        ? ''
        : ` Without limits it can be judged once there are ${enough}, with that for ${formatPeriod(from)}.`
    return { because: judged.because, reason: `${judged.reason}${when}` }
  }
  if (!chart.segments.at(-1)?.limits) {
    return { because: 'no-limits', reason: 'Too few figures follow one another to set limits.' }
  }
  return null
}
