import { isOverdue } from '../editions/holdings.ts'
import { changeOnYear } from '../figures/change.ts'
import type { Series } from '../figures/figure.ts'
import { doubtedInWords } from '../findings/doubted-words.ts'
import { type ChangeState, type FlagInWords, findingState } from '../findings/finding-state.ts'
import { isSnapshot } from '../measures/measure.ts'
import { isPresent } from '../spc/observation.ts'
import { assuranceOf, besideLimits } from './beside-limits.ts'
import { type ChartedSeries, chartSeries, type MeasureContext } from './chart-series.ts'
import type { NotJudged, Segment, SeriesAnalysis, SpecialPoint } from './edition-analysis.ts'
import { lookAtSeriesAhead } from './series-ahead.ts'
import { writeSeriesWords } from './series-words.ts'

/**
 * Limits, words and outlook of one series, or null where it holds no figure. Targets and plan are promises for
 * the whole organisation: a part of it is not judged by them. What was flagged among all that was tested is told
 * where limits do not suit the series.
 */
export function analyseSeries(
  context: MeasureContext,
  series: Series,
  flag: FlagInWords | null = null,
): SeriesAnalysis | null {
  const charted = chartSeries(context, series)
  if (!charted) return null
  const { chart, suitability, grid } = charted
  const judged = suitability.at(-1) ?? { kind: 'control-chart' }
  const state = besideLimits(
    context,
    charted,
    findingState(
      chart,
      judged,
      grid.values,
      valueOfYearBefore(context, series),
      isOverdue(context.kpi, context.asOf) ? null : flag,
      charted,
    ),
  )
  const notJudged = whyNotJudged(context, charted, series.points.at(-1))
  const ahead = lookAtSeriesAhead(context, charted)
  const variation = {
    segments: segmentsOf(charted),
    special: specialPointsOf(charted),
    variation: notJudged ? null : chart.variation,
    assurance: notJudged ? null : assuranceOf(charted),
    claim: notJudged && notJudged.because !== 'no-limits' ? null : state.claim,
    ...levelOf(state.change),
    notJudged,
  }
  return {
    dimension: series.dimension,
    member: series.member,
    ...variation,
    ...ahead,
    ...writeSeriesWords({
      context,
      series,
      charted,
      state,
      ahead,
      segments: variation.segments,
      isJudged: notJudged === null,
    }),
  }
}

/** What limits say of one series, without words and outlook: quick enough for every part of a breakdown at once. */
export function judgeSeries(
  context: MeasureContext,
  series: Series,
): Pick<SeriesAnalysis, 'segments' | 'special' | 'variation' | 'notJudged'> | null {
  const charted = chartSeries(context, series)
  if (!charted) return null
  const notJudged = whyNotJudged(context, charted, series.points.at(-1))
  return {
    segments: segmentsOf(charted),
    special: specialPointsOf(charted),
    variation: notJudged ? null : charted.chart.variation,
    notJudged,
  }
}

/** Nothing at all where there is none: most series have none. */
function levelOf(change: ChangeState): Pick<SeriesAnalysis, 'level'> {
  if (change.kind !== 'special-cause' || !change.shift) return {}
  const { since, mean, lower, upper } = change.shift
  return { level: { since, mean, lower, upper } }
}

/** Null where it is not held, and where what is counted has changed since. */
function valueOfYearBefore({ kpi }: MeasureContext, { points }: Series): number | null {
  const latest = points.at(-1)
  const change = latest && changeOnYear(kpi.breaks, points, latest)
  return change?.kind === 'change' ? change.was : null
}

function segmentsOf({ chart, suitability, grid, cuts }: ChartedSeries): Segment[] {
  return chart.segments.flatMap(({ start, end, mean, limits, hasTrialLimits }, index) => {
    const from = grid.periods[start]
    const to = grid.periods[end - 1]
    if (suitability[index]?.kind !== 'control-chart' || mean === null || limits === null) return []
    if (from === undefined || to === undefined) return []
    const { lower, upper } = limits
    const reason = cuts.find(({ at }) => at === start)?.reason ?? null
    return [{ from, to, mean, lower, upper, isTrial: hasTrialLimits, reason }]
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
  { chart, suitability, grid, doubted }: ChartedSeries,
  latest: Series['points'][number] | undefined,
): NotJudged | null {
  const judged = suitability.at(-1)
  if (judged?.kind === 'run-chart' && doubted) {
    return { because: judged.because, reason: doubtedInWords(kpi, isSnapshot(kpi.aggregation), doubted) }
  }
  if (judged?.kind === 'run-chart') return { because: judged.because, reason: judged.reason }
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
  if (!chart.segments.at(-1)?.limits) {
    return { because: 'no-limits', reason: 'Too few figures follow one another to set limits.' }
  }
  return null
}
