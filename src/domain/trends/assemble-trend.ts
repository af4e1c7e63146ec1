import type {
  ChangeAnalysis,
  CoarserAnalysis,
  MilestoneImpact,
  SeriesAnalysis,
} from '../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Series } from '../figures/figure.ts'
import { borough } from '../measures/measure.ts'
import type { Plan } from '../plans/plan.ts'
import type { AskedRange, PeriodSpan } from './choose-range.ts'
import { type KpiFacts, stateFacts } from './facts/kpi-facts.ts'
import { buildLane, type LaneMilestone } from './lane.ts'
import type { Breakdown } from './parts/choose-breakdown.ts'
import { buildPoints, type TrendPoint, yardsticksOf } from './points.ts'
import { buildTrend, heldSpan, type TrendLayer, type TrendModel } from './trend.ts'
import { subjectOf } from './trend-words.ts'

/** Everything that one trend is drawn and worded from, as it was read. */
export interface TrendReadings {
  kpi: DescribedKpi
  breakdown: Breakdown
  /** every series of the dimension that is drawn */
  figures: readonly Series[]
  comparators: readonly Series[]
  /** with delivery against impact, where the API brings it */
  plan: Plan & { impacts?: readonly MilestoneImpact[] | undefined }
  /** the figures of this set are rounded; left out where they are as they were received */
  isRounded?: boolean | undefined
  /** of the series that is drawn large; null where what the figures mean could not be worked out */
  analysis: SeriesAnalysis | null
  /** what came before and after milestones and recorded changes of the whole */
  changes: readonly ChangeAnalysis[]
  /** quarters of the whole, where its months are withheld in part; null elsewhere */
  coarser?: CoarserAnalysis | null | undefined
}

export interface TrendAsked {
  /** the stretch, and the change whose before and after is drawn */
  search: AskedRange & { change?: string | undefined }
  layers: readonly TrendLayer[]
  /** the day of the edition */
  asOf: string
}

/** One trend, put together once for page, slide, picture, briefing and file. */
export interface AssembledTrend extends KpiFacts, Omit<TrendReadings, 'figures'> {
  asOf: string
  /** 'Waiting for OT assessment', with the part of the borough where it is one */
  subject: string
  /** the whole organisation: targets, plan and milestones are its own, and not those of a part */
  isWhole: boolean
  series: Series
  /** from the first period held to the last; null where nothing is held */
  held: PeriodSpan | null
  /** every point held, oldest first */
  points: readonly TrendPoint[]
  milestones: readonly LaneMilestone[]
  /** the change whose before and after is drawn */
  change: ChangeAnalysis | null
  /** null where the range holds no period of it */
  model: TrendModel | null
}

/** Facts and verdicts look at everything held; the picture, its summary and its table at the range asked for. */
export function assembleTrend(
  { figures, ...readings }: TrendReadings,
  { search, layers, asOf }: TrendAsked,
): AssembledTrend {
  const { kpi, breakdown, comparators, plan, analysis, changes } = readings
  const part = breakdown.drawn ?? borough
  const series = seriesOf(figures, kpi.id, part)
  const isWhole = part.dimension === borough.dimension
  const change = changes.find(({ id }) => id === search.change) ?? null
  const input = { kpi, series, isWhole, comparators, plan, asOf, search, analysis, change }
  const held = heldSpan(series)
  const points = held ? buildPoints(kpi, series, held, yardsticksOf(input)) : []
  const milestones = isWhole ? buildLane(plan.milestones, kpi.id, asOf) : []
  const subject = subjectOf(kpi, breakdown)
  return {
    ...readings,
    ...stateFacts({
      kpi,
      isRounded: readings.isRounded,
      subject,
      points,
      isWhole,
      plan,
      milestones,
      analysis,
      asOf,
      coarser: readings.coarser,
    }),
    ...{ asOf, subject, isWhole, series, held, points, milestones, change },
    model: buildTrend({ ...input, layers }),
  }
}

function seriesOf(
  figures: readonly Series[],
  kpi: string,
  { dimension, member }: { dimension: string; member: string },
): Series {
  return (
    figures.find((one) => one.dimension === dimension && one.member === member) ?? {
      kpi,
      dimension,
      member,
      points: [],
    }
  )
}
