import type { ChangeAnalysis, SeriesAnalysis } from '../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { isOverdue } from '../editions/holdings.ts'
import type { Series } from '../figures/figure.ts'
import type { MeasuredInWords } from '../measures/format.ts'
import { isSnapshot } from '../measures/measure.ts'
import { dateOfDayNumber, dayNumber } from '../periods/calendar.ts'
import { addPeriods, periodEnd } from '../periods/period.ts'
import type { Plan } from '../plans/plan.ts'
import { buildValueAxis, type ValueAxis } from './axis.ts'
import { type Band, buildBands, buildChangeRules, type ChangeRule } from './changes.ts'
import { type AskedRange, chooseRange, clipToHeld, type PeriodSpan } from './choose-range.ts'
import { buildComparators, type ComparatorLine, comparatorsToDraw } from './comparators.ts'
import { buildComparison, type Comparison } from './comparison.ts'
import { buildFan, type Fan } from './forecast.ts'
import { buildLane, countOutside, type LaneMilestone, type MilestonesOutside } from './lane.ts'
import { lastDayOfPlot } from './last-day.ts'
import { buildLimits, type LimitStretch } from './limits.ts'
import { breakLine, type LineRow } from './line-rows.ts'
import { levelsOnScale, offScaleInWords } from './off-scale.ts'
import { buildPoints, type TrendPoint, yardsticksOf } from './points.ts'
import { summariseTrend } from './summary.ts'
import { buildTargetSteps, type TargetStep } from './target-steps.ts'
import { buildTimeLabels, type TimeLabel } from './time-axis.ts'

export type TrendLayer =
  | 'limits'
  | 'target'
  | 'plan'
  | 'forecast'
  | 'interventions'
  | 'revisions'
  | 'comparators'

export interface TrendInput {
  kpi: DescribedKpi
  /** the series to draw, all of it */
  series: Series
  /** the whole organisation: targets, plan and milestones are its own, and not those of a part */
  isWhole: boolean
  comparators: readonly Series[]
  plan: Plan
  /** limits, signals and outlook of this very series; null where they could not be read */
  analysis: Pick<SeriesAnalysis, 'segments' | 'special' | 'forecast' | 'byMethod' | 'notJudged'> | null
  /** the milestone or recorded change whose before and after is drawn */
  change: ChangeAnalysis | null
  /** the day of the edition */
  asOf: string
  search: AskedRange
  layers: readonly TrendLayer[]
}

/** Exactly what is drawn, said and tabled. */
export interface TrendModel {
  measure: MeasuredInWords
  name: string
  span: PeriodSpan
  points: TrendPoint[]
  /** the line of the measure: null where it is broken */
  line: LineRow[]
  /** one stretch after another; none where limits do not suit, or are switched off */
  limits: LimitStretch[]
  /** whether special causes are marked on their points */
  showSignals: boolean
  /** why there are no limits at the latest figure */
  whyNoLimits: string | null
  fan: Fan
  comparison: Comparison | null
  targetSteps: TargetStep[]
  planned: { day: number; value: number }[]
  approvedBy: string | null
  bands: Band[]
  rules: ChangeRule[]
  comparators: ComparatorLine[]
  /** every comparator held, drawn or not */
  otherPlaces: ComparatorLine[]
  showRevisions: boolean
  firstDay: number
  lastDay: number
  timeLabels: TimeLabel[]
  axis: ValueAxis
  /** what lies beyond the axis, in words: a far target, one figure out of all proportion */
  offScale: string[]
  milestones: LaneMilestone[]
  /** milestones that stand before or after the range shown */
  outside: MilestonesOutside
  asOfDay: number
  summary: string
}

/** The trend of one series, or null where the range holds no period of it. */
export function buildTrend(input: TrendInput): TrendModel | null {
  const { kpi, series, isWhole, plan, asOf, layers } = input
  const held = heldSpan(series)
  if (!held) return null
  const span = clipToHeld(chooseRange(input.search, kpi.frequency, held), held)
  if (!span) return null
  const yardsticks = yardsticksOf(input)
  const points = buildPoints(kpi, series, span, yardsticks)
  const milestones = isWhole ? buildLane(plan.milestones, kpi.id, asOf) : []

  const firstDay = dayNumber(periodEnd(addPeriods(span.from, -1)))
  const lastPoint = dayNumber(periodEnd(span.to))
  const isToday = span.to === held.to
  const fan = buildFan(
    isToday && layers.includes('forecast') ? (input.analysis?.forecast ?? []) : [],
    points.at(-1),
    isSnapshot(kpi.aggregation),
  )
  const lastDay = isToday ? lastDayOfPlot(lastPoint, yardsticks, milestones, fan, dayNumber(asOf)) : lastPoint
  const within = (day: number) => day >= firstDay && day <= lastDay

  const planned = (layers.includes('plan') ? (yardsticks.trajectory?.points ?? []) : [])
    .map(({ period, planned: value }) => ({ day: dayNumber(periodEnd(period)), value }))
    .filter(({ day }) => within(day))
  const targetSteps = layers.includes('target') ? buildTargetSteps(yardsticks.targets, firstDay, lastDay) : []
  const showChanges = layers.includes('interventions')
  const otherPlaces = isWhole ? buildComparators(input.comparators, kpi.dimensions) : []
  const comparators = layers.includes('comparators')
    ? comparatorsToDraw(otherPlaces, kpi.unit, firstDay, lastDay)
    : []
  const limits = layers.includes('limits')
    ? buildLimits(kpi, input.analysis?.segments ?? [], firstDay, lastPoint, points.at(-1))
    : []
  const showRevisions = layers.includes('revisions')
  const comparison = input.change && buildComparison(kpi, input.change, firstDay, lastPoint)
  const figures = points.flatMap(({ value }) => value ?? [])
  const levels = [
    ...(showRevisions ? points.map(({ previousValue }) => previousValue) : []),
    ...planned.map(({ value }) => value),
    ...targetSteps.flatMap((step) => step.levels),
    ...comparators.flatMap((line) => line.points.map(({ value }) => value)),
    ...limits.flatMap(({ mean, drawnLower, drawnUpper }) => [mean, drawnLower, drawnUpper]),
    ...levelsOf(comparison),
    ...fan.points.flatMap(({ lower95, upper95 }) => [lower95, upper95]),
  ].filter((value) => value !== null)

  const drawn = {
    measure: kpi,
    points,
    limits,
    fan,
    targetSteps,
    planned,
    comparators,
    axis: buildValueAxis(kpi, levelsOnScale(figures, levels)),
  }
  const offScale = offScaleInWords(drawn)

  return {
    ...drawn,
    name: kpi.name,
    span,
    line: breakLine(points, kpi.breaks),
    showSignals: layers.includes('limits'),
    whyNoLimits: (input.analysis?.byMethod ?? input.analysis?.notJudged)?.reason ?? null,
    comparison,
    approvedBy: planned.length > 0 ? (yardsticks.trajectory?.approvedBy ?? null) : null,
    bands: showChanges ? buildBands(plan.interventions, kpi.id, firstDay, lastDay) : [],
    rules: buildChangeRules(
      plan.interventions,
      kpi.id,
      // limits that start again say why
      showChanges || limits.length > 0 ? ['rebaseline', 'definition-break'] : ['definition-break'],
      firstDay,
      lastDay,
    ),
    otherPlaces,
    showRevisions,
    firstDay,
    lastDay,
    timeLabels: buildTimeLabels(firstDay, lastDay, dateOfDayNumber),
    offScale,
    milestones,
    outside: countOutside(milestones, firstDay, lastDay),
    asOfDay: dayNumber(asOf),
    summary: [
      summariseTrend(kpi, points, input.analysis, {
        isEarlier: !isToday,
        overdueSince: isOverdue(kpi, asOf) ? kpi.due : null,
      }),
      ...offScale.map((words) => `${words}.`),
    ].join(' '),
  }
}

/** From the first period of a series to its last. */
export function heldSpan(series: Series): PeriodSpan | null {
  const first = series.points[0]
  const last = series.points.at(-1)
  return first && last ? { from: first.period, to: last.period } : null
}

function levelsOf(comparison: Comparison | null): number[] {
  if (!comparison) return []
  const { before, after, interval } = comparison
  return [before?.mean, after?.mean, interval?.lower, interval?.upper].filter((level) => level !== undefined)
}
