import type { SeriesAnalysis } from '../../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import type { TogetherPart, TogetherRole } from '../../editions/read-together.ts'
import type { Series } from '../../figures/figure.ts'
import { lowerFirst } from '../../measures/letter-case.ts'
import { borough } from '../../measures/measure.ts'
import { lastMonthOf } from '../../periods/period.ts'
import type { Plan } from '../../plans/plan.ts'
import { buildValueAxis, type ValueAxis } from '../axis.ts'
import type { Band } from '../changes.ts'
import { buildLimits, type LimitStretch } from '../limits.ts'
import { breakLine, segmentsOf } from '../line-rows.ts'
import { levelsOnScale, offScaleInWords } from '../off-scale.ts'
import { buildPoints, type TrendPoint } from '../points.ts'
import { heldSpan, type TrendModel } from '../trend.ts'
import { bandsOfAll, completedOfAll, type PairedMilestone } from './paired-events.ts'

/** One measure of those that are read together, on the days that all of them share. */
export interface PairedChart {
  id: string
  kpi: DescribedKpi
  role: TogetherRole
  dimension: string
  member: string
  /** 'Waiting for OT assessment'; 'Of them: over 26 weeks'; 'Completed by the surge team: OT assessment' */
  name: string
  /** what its latest figure says; null for a part, and where it could not be read */
  headline: string | null
  isThisPage: boolean
  points: TrendPoint[]
  segments: { day: number; value: number }[][]
  limits: LimitStretch[]
  axis: ValueAxis
  /** what lies beyond the axis, in words */
  offScale: string[]
}

export interface PairedModel {
  charts: PairedChart[]
  bands: Band[]
  milestones: PairedMilestone[]
  /** every month in which any of them has a point, oldest first */
  months: string[]
  firstDay: number
  lastDay: number
  timeLabels: TrendModel['timeLabels']
}

export interface PairedSources {
  /** the measure whose page it is */
  page: string
  parts: readonly TogetherPart[]
  kpis: readonly DescribedKpi[]
  series: readonly Series[]
  /** of whole measures; none where they could not be read */
  analyses: ReadonlyMap<string, Pick<SeriesAnalysis, 'segments' | 'special' | 'headline'>>
  plan: Pick<Plan, 'milestones' | 'interventions'>
  asOf: string
  /** the time axis of the page's chart */
  time: Pick<TrendModel, 'firstDay' | 'lastDay' | 'timeLabels'>
  showLimits: boolean
}

/**
 * Measures that belong together, each with a scale of its own, on the time axis of the page's chart; never two units
 * on one plot. A measure without a point in that time is left out; null where fewer than two are left.
 */
export function buildPaired(sources: PairedSources): PairedModel | null {
  const charts = sources.parts.flatMap((part) => chartOf(part, sources))
  if (charts.length < 2) return null
  const { plan, asOf, time } = sources
  const kpis = [...new Set(charts.map(({ kpi }) => kpi.id))]
  return {
    charts,
    bands: bandsOfAll(plan.interventions, kpis, time),
    milestones: completedOfAll(plan.milestones, kpis, asOf, time),
    months: [
      ...new Set(charts.flatMap(({ points }) => points.map(({ period }) => lastMonthOf(period)))),
    ].sort(),
    firstDay: time.firstDay,
    lastDay: time.lastDay,
    timeLabels: time.timeLabels,
  }
}

function chartOf(part: TogetherPart, sources: PairedSources): PairedChart[] {
  const { firstDay, lastDay } = sources.time
  const kpi = sources.kpis.find(({ id }) => id === part.kpi)
  const own = sources.series.find(
    (one) => one.kpi === part.kpi && one.dimension === part.dimension && one.member === part.member,
  )
  const held = own && heldSpan(own)
  if (!kpi || !held) return []
  const isWhole = part.dimension === borough.dimension
  const variation = (isWhole && sources.showLimits && sources.analyses.get(part.kpi)) || null
  const points = buildPoints(kpi, own, held, { targets: [], trajectory: null, variation }).filter(
    ({ day }) => day > firstDay && day <= lastDay,
  )
  const last = points.at(-1)
  if (!last) return []
  const limits = variation ? buildLimits(kpi, variation.segments, firstDay, last.day) : []
  const figures = points.flatMap(({ value }) => value ?? [])
  const edges = limits.flatMap(({ drawnLower, drawnUpper }) => [drawnLower, drawnUpper])
  const axis = buildValueAxis(
    kpi,
    levelsOnScale(
      figures,
      edges.filter((edge) => edge !== null),
    ),
  )
  return [
    {
      id: `${part.kpi}-${part.dimension}-${part.member}`,
      kpi,
      role: part.role,
      dimension: part.dimension,
      member: part.member,
      name: nameOf(part, kpi),
      headline: (isWhole && sources.analyses.get(part.kpi)?.headline) || null,
      isThisPage: isWhole && part.kpi === sources.page,
      points,
      segments: segmentsOf(breakLine(points, kpi.breaks)),
      limits,
      axis,
      offScale: offScaleInWords({ ...nothingPromised, measure: kpi, axis, points, limits }),
    },
  ]
}

/** Charts that are read together have no target, plan or forecast. */
const nothingPromised = { targetSteps: [], planned: [], comparators: [], fan: { origin: null, points: [] } }

function nameOf({ label, role }: TogetherPart, { name }: DescribedKpi): string {
  if (label === null) return name
  return role === 'longest-waits' ? `Of them: ${lowerFirst(label)}` : `${name}: ${label}`
}
