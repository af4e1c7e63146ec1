import { type CoarserSpan, coarserFigures, type MonthFigure } from '../disclosure/coarser-figures.ts'
import { isOverdue } from '../editions/holdings.ts'
import type { Figure, Series, SeriesPoint } from '../figures/figure.ts'
import type { FlagInWords } from '../findings/finding-state.ts'
import { borough } from '../measures/measure.ts'
import { cutsOf } from '../plans/plan.ts'
import { analyseSeries } from './analyse-series.ts'
import type { MeasureContext } from './chart-series.ts'
import { coarserMeasure } from './coarser-measure.ts'
import type { CoarserAnalysis, CoarserPoint, SeriesAnalysis } from './edition-analysis.ts'
import { type JudgedSeries, judgeSeries } from './judge-series.ts'
import { alignVariation } from './one-verdict/align-variation.ts'
import { seriesShownAlike } from './one-verdict/shown-alike.ts'

export interface CoarserToJudge {
  span: CoarserSpan
  /** the coarser figures that are published */
  figures: readonly Figure[]
  /** the months, as they are published and as they were received */
  published: Series
  received: Series
  /** what is told of the months */
  months: Pick<SeriesAnalysis, 'variation'> | null
  /** what the months received say, which officers read, and what was flagged of them */
  exactMonths: Pick<SeriesAnalysis, 'variation'> | null
  flag: FlagInWords | null
}

/**
 * What is told of a measure in quarters, or twelve months at a time, where its months are withheld in part: judged from
 * the exact figures of those, told in the ones published. Where months are judged themselves nothing else is told of
 * change; nor where it is not what officers read of the months, whatever each small one is.
 * Decision: docs/decisions/0091-quarters-say-what-months-say.md
 */
export function analyseCoarser(context: MeasureContext, given: CoarserToJudge): CoarserAnalysis {
  const { span, figures, months } = given
  const isJudged = months?.variation == null && !isOverdue(context.kpi, context.asOf)
  return { span, points: figures.map(pointOf), analysis: isJudged ? judge(context, given) : null }
}

function judge(context: MeasureContext, given: CoarserToJudge): SeriesAnalysis | null {
  const { span, figures, received, exactMonths } = given
  const about: MeasureContext = {
    ...context,
    kpi: coarserMeasure(context.kpi, span),
    plan: { ...context.plan, trajectories: [], milestones: [] },
    hiddenParts: undefined,
  }
  const exactly = { ...about, isRounded: false }
  const published = seriesOf(context.kpi.id, figures)
  const exact = exactQuarters(context, given, received)
  const ahead = analyseSeries(exactly, exact)
  const told = ahead && analyseSeries(about, published, null, { series: exact, flag: null, ahead })
  if (!told || told.variation === null || told.variation !== exactMonths?.variation) return null
  const own = judgeSeries(about, published)
  const tell = (months: Series) => {
    const quarters = judgeSeries(exactly, exactQuarters(context, given, months))
    return own && quarters && alignVariation(about, own, published, quarters).variation
  }
  return saysTheSame(context, given, told, tell) ? told : null
}

/**
 * Whether quarters and months would go on to say this, whatever a small month is. Where they would not, that it is told,
 * or is not, would say what the month is.
 */
function saysTheSame(
  context: MeasureContext,
  { received, published, flag }: CoarserToJudge,
  told: SeriesAnalysis,
  tell: (months: Series) => JudgedSeries['variation'] | null,
): boolean {
  for (const other of seriesShownAlike(context.kpi.unit, received, published)) {
    const months = judgeSeries({ ...context, isRounded: false }, other, flag)
    if (months?.variation.variation !== told.variation) return false
    const quarters = tell(other)
    if (quarters?.variation !== told.variation || sinceOf(quarters) !== sinceOf(told)) return false
  }
  return true
}

/** The quarters that are published, as some months add up to them. */
function exactQuarters(
  { kpi, plan }: MeasureContext,
  { span, figures }: CoarserToJudge,
  { points }: Series,
): Series {
  const held = new Set(figures.map(({ period }) => period))
  const months = new Map<string, MonthFigure>(points.map((point) => [point.period, point]))
  const quarters = coarserFigures(kpi, months, span, cutsOf(plan, kpi.id))
  return seriesOf(
    kpi.id,
    quarters.filter(({ period }) => held.has(period)),
  )
}

/** Of no change there is no beginning: signs that are past may come and go. */
function sinceOf({ variation, byMethod, special }: JudgedSeries['variation']): string | null {
  if (variation === 'common_cause') return null
  return byMethod?.since ?? special.at(-1)?.period ?? null
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
