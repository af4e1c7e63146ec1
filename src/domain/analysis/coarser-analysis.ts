import { type CoarserSpan, coarserFigures, type MonthFigure } from '../disclosure/coarser-figures.ts'
import { isOverdue } from '../editions/holdings.ts'
import type { Figure, Series, SeriesPoint } from '../figures/figure.ts'
import { borough } from '../measures/measure.ts'
import { cutsOf } from '../plans/plan.ts'
import type { PointType } from '../spc/point-types.ts'
import { analyseSeries } from './analyse-series.ts'
import type { MeasureContext } from './chart-series.ts'
import { coarserMeasure } from './coarser-measure.ts'
import type { CoarserAnalysis, CoarserPoint, SeriesAnalysis } from './edition-analysis.ts'
import { othersShownAlike } from './one-verdict/is-steady.ts'

export interface CoarserToJudge {
  span: CoarserSpan
  /** the coarser figures that are published */
  figures: readonly Figure[]
  /** the months, as they are published and as they were received */
  published: Series
  received: Series
  /** what is told of the months */
  months: Pick<SeriesAnalysis, 'variation'> | null
  /** what the months received say, which officers read */
  exactMonths: Pick<SeriesAnalysis, 'variation'> | null
}

/**
 * What is told of a measure in quarters, or twelve months at a time, where its months are withheld in part: judged from
 * the exact figures of those, told in the ones published. Where months are judged themselves nothing else is told of
 * change; nor where quarters would say the opposite of the months received, or where a change in quarters hangs on one
 * small month.
 */
export function analyseCoarser(context: MeasureContext, given: CoarserToJudge): CoarserAnalysis {
  const { span, figures, months } = given
  const isJudged = months?.variation == null && !isOverdue(context.kpi, context.asOf)
  return { span, points: figures.map(pointOf), analysis: isJudged ? judge(context, given) : null }
}

function judge(context: MeasureContext, given: CoarserToJudge): SeriesAnalysis | null {
  const told = tell(context, given, given.received)
  const variation = told?.variation ?? null
  if (!told || variation === null) return null
  if (isOpposite(variation, given.exactMonths?.variation ?? null)) return null
  return variation === 'common_cause' || isSteadyInMonths(context, given, told) ? told : null
}

/** The quarters of some months, judged from what these add up to, and told in the quarters published. */
function tell(
  context: MeasureContext,
  { span, figures, months: _ }: CoarserToJudge,
  received: Series,
): SeriesAnalysis | null {
  const about: MeasureContext = {
    ...context,
    kpi: coarserMeasure(context.kpi, span),
    plan: { ...context.plan, trajectories: [], milestones: [] },
    hiddenParts: undefined,
  }
  const published = seriesOf(context.kpi.id, figures)
  const held = new Set(figures.map(({ period }) => period))
  const exact = seriesOf(
    context.kpi.id,
    quartersOf(context, span, received).filter(({ period }) => held.has(period)),
  )
  const ahead = analyseSeries({ ...about, isRounded: false }, exact)
  return ahead && analyseSeries(about, published, null, { series: exact, flag: null, untold: [], ahead })
}

function quartersOf({ kpi, plan }: MeasureContext, span: CoarserSpan, { points }: Series): Figure[] {
  const months = new Map<string, MonthFigure>(points.map((point) => [point.period, point]))
  return coarserFigures(kpi, months, span, cutsOf(plan, kpi.id))
}

/** Whether the verdict would be the same, whatever a withheld month, or one published under ten, is. */
function isSteadyInMonths(context: MeasureContext, given: CoarserToJudge, told: SeriesAnalysis): boolean {
  if (context.kpi.unit !== 'count') return true
  const { received, published } = given
  const shown = new Map(published.points.map((point) => [point.period, point]))
  return received.points.every((point, row) =>
    othersShownAlike(point, shown.get(point.period)).every((value) => {
      const other = tell(context, given, {
        ...received,
        points: received.points.with(row, { ...point, value }),
      })
      return other?.variation === told.variation && sinceOf(other) === sinceOf(told)
    }),
  )
}

function sinceOf({ byMethod, special }: SeriesAnalysis): string | null {
  return byMethod?.since ?? special.at(-1)?.period ?? null
}

const opposites: Partial<Record<PointType, PointType>> = {
  special_cause_improvement: 'special_cause_concern',
  special_cause_concern: 'special_cause_improvement',
  special_cause_neutral_high: 'special_cause_neutral_low',
  special_cause_neutral_low: 'special_cause_neutral_high',
}

function isOpposite(one: PointType, other: PointType | null): boolean {
  return other !== null && opposites[one] === other
}

function seriesOf(kpi: string, figures: readonly Figure[]): Series {
  return { kpi, ...borough, points: figures.map(seriesPointOf) }
}

function seriesPointOf({ kpi: _k, dimension: _d, member: _m, ...point }: Figure): SeriesPoint {
  return { ...point, revised: false, previousValue: null }
}

function pointOf({ period, value, availability, provisional, asAt }: Figure): CoarserPoint {
  return { period, value, availability, provisional, asAt }
}
