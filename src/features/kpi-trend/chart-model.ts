import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Series } from '../../domain/figures/figure.ts'
import type { MeasuredInWords } from '../../domain/measures/format.ts'
import { dateOfDayNumber, dayNumber } from '../../domain/periods/calendar.ts'
import { addPeriods, periodEnd } from '../../domain/periods/period.ts'
import type { Plan } from '../../domain/plans/plan.ts'
import type { KpiSearch } from './kpi-search.ts'
import { buildValueAxis, type ValueAxis } from './model/axis.ts'
import { type Band, buildBands, buildChangeRules, type ChangeRule } from './model/changes.ts'
import { chooseRange, clipToHeld, type PeriodSpan } from './model/choose-range.ts'
import { buildComparators, type ComparatorLine, comparatorsToDraw } from './model/comparators.ts'
import { buildLane, type LaneMilestone } from './model/lane.ts'
import { breakLine, type LineRow } from './model/line-rows.ts'
import { buildPoints, type Promises, type TrendPoint } from './model/points.ts'
import { summariseTrend } from './model/summary.ts'
import { buildTargetSteps, type TargetStep } from './model/target-steps.ts'
import { buildTimeLabels, type TimeLabel } from './model/time-axis.ts'

export type TrendLayer = 'target' | 'plan' | 'interventions' | 'revisions' | 'comparators'

export interface TrendInput {
  kpi: DescribedKpi
  /** the series to draw, all of it */
  series: Series
  /** the whole organisation: targets, plan and milestones are its own, and not those of a part */
  isWhole: boolean
  comparators: readonly Series[]
  plan: Plan
  /** the day of the edition */
  asOf: string
  search: Pick<KpiSearch, 'from' | 'to' | 'range'>
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
  /** limits, mean and signals: none until they are computed */
  limits: null
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
  milestones: LaneMilestone[]
  asOfDay: number
  summary: string
}

/** Longest stretch of future that a plan or a milestone may add to the right of the last figure, in days. */
const mostFutureDays = 400

/** The trend of one series, or null where the range holds no period of it. */
export function buildTrend(input: TrendInput): TrendModel | null {
  const { kpi, series, isWhole, plan, asOf, layers } = input
  const held = heldSpan(series)
  if (!held) return null
  const span = clipToHeld(chooseRange(input.search, kpi.frequency, held), held)
  if (!span) return null
  const promises: Promises = isWhole
    ? { targets: kpi.targets, trajectory: plan.trajectories.find((path) => path.kpi === kpi.id) ?? null }
    : { targets: [], trajectory: null }
  const points = buildPoints(kpi, series, span, promises)
  const milestones = isWhole ? buildLane(plan.milestones, kpi.id, asOf) : []

  const firstDay = dayNumber(periodEnd(addPeriods(span.from, -1)))
  const lastPoint = dayNumber(periodEnd(span.to))
  const lastDay =
    span.to === held.to ? lastDayOfPlot(lastPoint, promises, milestones, dayNumber(asOf)) : lastPoint
  const within = (day: number) => day >= firstDay && day <= lastDay

  const planned = (layers.includes('plan') ? (promises.trajectory?.points ?? []) : [])
    .map(({ period, planned: value }) => ({ day: dayNumber(periodEnd(period)), value }))
    .filter(({ day }) => within(day))
  const targetSteps = layers.includes('target') ? buildTargetSteps(promises.targets, firstDay, lastDay) : []
  const showChanges = layers.includes('interventions')
  const otherPlaces = isWhole ? buildComparators(input.comparators, kpi.dimensions) : []
  const comparators = layers.includes('comparators')
    ? comparatorsToDraw(otherPlaces, kpi.unit, firstDay, lastDay)
    : []
  const showRevisions = layers.includes('revisions')
  const levels = [
    ...points.map(({ value }) => value),
    ...(showRevisions ? points.map(({ previousValue }) => previousValue) : []),
    ...planned.map(({ value }) => value),
    ...targetSteps.flatMap((step) => step.levels),
    ...comparators.flatMap((line) => line.points.map(({ value }) => value)),
  ].filter((value) => value !== null)

  return {
    measure: kpi,
    name: kpi.name,
    span,
    points,
    line: breakLine(points, kpi.breaks),
    limits: null,
    targetSteps,
    planned,
    approvedBy: planned.length > 0 ? (promises.trajectory?.approvedBy ?? null) : null,
    bands: showChanges ? buildBands(plan.interventions, kpi.id, firstDay, lastDay) : [],
    rules: buildChangeRules(
      plan.interventions,
      kpi.id,
      showChanges ? ['rebaseline', 'definition-break'] : ['definition-break'],
      firstDay,
      lastDay,
    ),
    comparators,
    otherPlaces,
    showRevisions,
    firstDay,
    lastDay,
    timeLabels: buildTimeLabels(firstDay, lastDay, dateOfDayNumber),
    axis: buildValueAxis(kpi, levels),
    milestones,
    asOfDay: dayNumber(asOf),
    summary: summariseTrend(kpi, points),
  }
}

/** From the first period of a series to its last. */
export function heldSpan(series: Series): PeriodSpan | null {
  const first = series.points[0]
  const last = series.points.at(-1)
  return first && last ? { from: first.period, to: last.period } : null
}

function lastDayOfPlot(
  lastPoint: number,
  promises: Promises,
  milestones: readonly LaneMilestone[],
  asOfDay: number,
): number {
  const planned = promises.trajectory?.points.at(-1)
  const ends = [
    lastPoint,
    asOfDay,
    ...(planned ? [dayNumber(periodEnd(planned.period))] : []),
    ...milestones.flatMap(({ baselineDay, currentDay }) => [baselineDay, currentDay]),
  ]
  return Math.max(...ends.filter((day) => day <= lastPoint + mostFutureDays))
}
