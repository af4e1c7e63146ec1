import type { RowAnalysis } from '../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { changeOnYear } from '../figures/change.ts'
import type { DefinitionBreak } from '../figures/comparability.ts'
import type { Series, SeriesPoint } from '../figures/figure.ts'
import { borough, isCategoryDimension, type Target, targetAt } from '../measures/measure.ts'
import { monthOf } from '../periods/calendar.ts'
import { addPeriods, periodsInMonths } from '../periods/period.ts'
import { countMilestones, type MilestoneCounts } from '../plans/count-milestones.ts'
import { isMilestoneComplete } from '../plans/judge-milestone.ts'
import type { Milestone, Plan } from '../plans/plan.ts'
import { judgePosition } from '../trajectory/judge-position.ts'
import type { PlanPosition } from '../trajectory/position.ts'
import { scorecardMonths } from './scorecard-months.ts'

export interface ScorecardRow
  extends Pick<
    DescribedKpi,
    | 'id'
    | 'name'
    | 'theme'
    | 'unit'
    | 'aggregation'
    | 'direction'
    | 'frequency'
    | 'decimals'
    | 'per'
    | 'numerator'
    | 'one'
    | 'many'
    | 'denominator'
    | 'owner'
    | 'breaks'
    | 'latestPeriod'
    | 'due'
    | 'received'
  > {
  target: Target | null
  series: Series
  category: { dimension: string; member: string; label: string } | null
  plan: PlanPosition
  milestone: Milestone | null
  /** null where nothing could be computed; absent behind an API that offers figures only */
  analysis?: RowAnalysis | null | undefined
}

export interface Scorecard {
  kpis: ScorecardRow[]
  /** how many are off track is left out by an API that does not judge them */
  milestones: Omit<MilestoneCounts, 'offTrack'> & { offTrack?: number | undefined }
}

/** One row per measure, in the order given: the first page of the product, as one audience may see it. */
export function buildScorecard(
  kpis: readonly DescribedKpi[],
  seriesOf: (kpi: DescribedKpi) => readonly Series[],
  plan: Plan,
  asOf: string,
  analyses: ReadonlyMap<string, RowAnalysis> = new Map(),
): Scorecard {
  return {
    kpis: kpis.map((kpi) => buildScorecardRow(kpi, seriesOf(kpi), plan, asOf, analyses.get(kpi.id) ?? null)),
    milestones: countMilestones(plan.milestones, asOf),
  }
}

function buildScorecardRow(
  kpi: DescribedKpi,
  series: readonly Series[],
  plan: Plan,
  asOf: string,
  analysis: RowAnalysis | null,
): ScorecardRow {
  const told = analysis?.category
  const chosen =
    series.find((one) => one.dimension === told?.dimension && one.member === told.member) ??
    scorecardSeries(kpi, series)
  const recent = recentPart(kpi, chosen ?? { kpi: kpi.id, ...borough, points: [] })
  const isWhole = kpi.aggregation !== 'X'
  return {
    id: kpi.id,
    name: kpi.name,
    theme: kpi.theme,
    unit: kpi.unit,
    aggregation: kpi.aggregation,
    direction: kpi.direction,
    frequency: kpi.frequency,
    decimals: kpi.decimals,
    per: kpi.per,
    numerator: kpi.numerator,
    one: kpi.one,
    many: kpi.many,
    denominator: kpi.denominator,
    owner: kpi.owner,
    breaks: kpi.breaks,
    latestPeriod: kpi.latestPeriod,
    due: kpi.due,
    received: kpi.received,
    target: targetAt(kpi.targets, monthOf(asOf)),
    series: recent,
    category: kpi.aggregation === 'X' && chosen ? nameCategory(kpi, chosen) : null,
    plan: judgePosition({ kpi, isWhole, plan, asOf, analysis }, recent.points.at(-1)),
    milestone: nextOrLastMilestone(plan.milestones, kpi.id, asOf),
    analysis,
  }
}

/** The series that stands for a measure: the borough's, or of categories the one that moved most. */
export function scorecardSeries(
  kpi: Pick<DescribedKpi, 'aggregation' | 'breaks'>,
  series: readonly Series[],
): Series | undefined {
  return kpi.aggregation === 'X' ? categoryThatMovedMost(kpi.breaks, series) : boroughSeries(series)
}

function boroughSeries(series: readonly Series[]): Series | undefined {
  return series.find((one) => one.dimension === borough.dimension && one.member === borough.member)
}

/** The category whose latest figure differs most from a year before; the largest where none has a year. */
export function categoryThatMovedMost(
  breaks: readonly DefinitionBreak[],
  series: readonly Series[],
): Series | undefined {
  let best: { series: Series; moved: number; size: number } | undefined
  for (const one of series) {
    if (!isCategoryDimension(one.dimension)) continue
    const latest = lastPresent(one.points)
    if (!latest) continue
    const change = changeOnYear(breaks, one.points, latest)
    const moved = change.kind === 'change' ? Math.abs(change.by) : -1
    if (!best || moved > best.moved || (moved === best.moved && latest.value > best.size)) {
      best = { series: one, moved, size: latest.value }
    }
  }
  return best?.series
}

function lastPresent(points: readonly SeriesPoint[]): { period: string; value: number } | undefined {
  const point = points.findLast(({ value }) => value !== null)
  return point && point.value !== null ? { period: point.period, value: point.value } : undefined
}

function recentPart(kpi: DescribedKpi, series: Series): Series {
  if (!kpi.latestPeriod) return series
  const first = addPeriods(kpi.latestPeriod, 1 - periodsInMonths(kpi.frequency, scorecardMonths))
  return { ...series, points: series.points.filter((point) => point.period >= first) }
}

function nameCategory(kpi: DescribedKpi, { dimension, member }: Series) {
  const members = kpi.dimensions.find(({ id }) => id === dimension)?.members
  return { dimension, member, label: members?.find(({ id }) => id === member)?.label ?? member }
}

/** The incomplete milestone due first; when none is to come, the one completed last. As of a day. */
function nextOrLastMilestone(milestones: readonly Milestone[], kpi: string, asOf: string): Milestone | null {
  const own = milestones.filter((milestone) => milestone.kpi === kpi)
  const open = own
    .filter((milestone) => !isMilestoneComplete(milestone, asOf))
    .sort((a, b) => a.currentDue.localeCompare(b.currentDue))
  const done = own
    .filter((milestone) => isMilestoneComplete(milestone, asOf))
    .sort((a, b) => (b.completed ?? '').localeCompare(a.completed ?? ''))
  return open[0] ?? done[0] ?? null
}
