import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Series } from '../figures/figure.ts'
import type { DoubtedFigures } from '../findings/doubted-words.ts'
import type { SeenOf } from '../findings/method-words.ts'
import { boundsOf } from '../measures/bounds.ts'
import { borough, type Direction, targetAt } from '../measures/measure.ts'
import { monthOf } from '../periods/calendar.ts'
import type { Plan } from '../plans/plan.ts'
import { analyseControlChart, type ControlChart, type ControlChartOptions } from '../spc/control-chart.ts'
import type { ImprovementDirection } from '../spc/judgement.ts'
import { findLastingShift, type LastingShift, lastingFigures } from '../spc/lasting-shift.ts'
import { findLeftLevel } from '../spc/left-level.ts'
import { presentValues } from '../spc/observation.ts'
import {
  isDoubted,
  isShareOfCases,
  judgeSuitability,
  type ShareOfCases,
  type Suitability,
} from '../spc/suitability.ts'
import { doubtedFigures } from './doubted-figures.ts'
import type { SeriesPart } from './edition-analysis.ts'
import { type RecordedCut, recordedCuts } from './recorded-cuts.ts'
import { accumulatesThroughYear, gridOf, partOf, type SeriesGrid } from './series-grid.ts'

/** What every analysis of an edition is made from: a measure, its plan, and the day of the edition. */
export interface MeasureContext {
  kpi: DescribedKpi
  plan: Plan
  asOf: string
  /** counts rounded for publication: said wherever a result is worded */
  isRounded: boolean
  /** parts of which rounding hides whether they have changed */
  hiddenParts?: readonly SeriesPart[] | undefined
}

/**
 * The choices that a product may make beside the reference (spc.md): a constant series has limits of no width,
 * and the end of a trend is told as that trend. They serve a reader who looks at the picture.
 */
export const readerOptions: ControlChartOptions = {
  screenOutliers: true,
  zeroWidthForConstant: true,
  trendEndByItsTrend: true,
  dropTrailingMissing: false,
}

const improvementOf: Record<Direction, ImprovementDirection> = {
  up: 'increase',
  down: 'decrease',
  neutral: 'neutral',
}

/**
 * A series cut at its recorded changes, each part judged for limits by itself; and where its latest figures have left a
 * level that had lasted, at the first of that level.
 */
export interface ChartedSeries {
  grid: SeriesGrid
  cuts: RecordedCut[]
  chart: ControlChart
  /** by which the chart was read, and levels within it are to be */
  options: ControlChartOptions
  /** the first row of the level against which the latest figures are judged, since they have left it; null without one */
  leftLevel: number | null
  suitability: Suitability[]
  /** figures of the last part that stand far outside all others of it; null where there are none */
  doubted: DoubtedFigures | null
  /** a level that figures have kept for a year, apart from that before; null without one, or without limits */
  shift: LastingShift | null
  isYearToDate: boolean
  /** what is judged of the last part: the figures, or what suits them better */
  judgedAs: SeenOf
  improvement: ImprovementDirection
  target: number | null
  /** the first row since the last recorded change: what counts for the target, and what lies ahead follows from */
  countsFrom: number
  targetDate: string | null
}

/** The series on its calendar, cut, with limits and rules; null without a figure. */
export function chartSeries(
  { kpi, asOf }: Pick<MeasureContext, 'kpi' | 'asOf'>,
  series: Series,
): ChartedSeries | null {
  const grid = gridOf(series)
  if (!grid) return null
  const isWhole = series.dimension === borough.dimension
  const target = isWhole ? targetAt(kpi.targets, monthOf(asOf)) : null
  const cuts = recordedCuts(kpi, grid.periods)
  const improvement = improvementOf[kpi.direction]
  const isYearToDate = accumulatesThroughYear(grid)
  const options = { ...readerOptions, bounds: boundsOf(kpi.unit, presentValues(grid.values)) }
  const chartOf = (rebaseAt: readonly number[], baselineEnd: number | null = null) =>
    analyseControlChart(
      {
        values: grid.values,
        improvementDirection: improvement,
        target: target?.value ?? null,
        rebaseAt,
        fixAfterNPoints: null,
        baselineEnd,
      },
      options,
    )
  const { frequency, aggregation, unit } = kpi
  const suitabilityOf = ({ segments }: ControlChart) =>
    segments.map(({ start, end }) => {
      const { values, cases } = partOf(grid, start, end)
      const shares =
        unit === 'percent' && aggregation === 'W' ? sharesOf(series, grid.periods.slice(start, end)) : []
      return judgeSuitability({ values, cases, frequency, aggregation, unit, isYearToDate, shares })
    })
  const recordedAt = cuts.map(({ at }) => at)
  const recorded = chartOf(recordedAt)
  const suited = suitabilityOf(recorded)
  const isLimited = suited.at(-1)?.kind === 'control-chart'
  const standing = isLimited ? findLastingShift(recorded, grid.values, options) : null
  const found = isLimited && !standing ? findLeftLevel(recorded, grid.values, options) : null
  const anew = found && chartOf([...recordedAt, found.start], found.end)
  // where limits would not suit the figures since, they are left as they are
  const isSuited = anew && suitabilityOf(anew).at(-1)?.kind === 'control-chart'
  // figures that have been away for a year are told where they have kept a level of their own
  const isTold =
    found &&
    (grid.values.length - found.end < lastingFigures ||
      (anew && findLastingShift(anew, grid.values, options)))
  const left = isSuited && isTold ? found : null
  const chart = left && anew ? anew : recorded
  const suitability = left ? suitabilityOf(chart) : suited
  const lastPart = partOf(grid, chart.segments.at(-1)?.start ?? 0)
  return {
    grid,
    cuts,
    chart,
    options,
    leftLevel: left?.start ?? null,
    suitability,
    doubted: isDoubted(suitability.at(-1)) ? doubtedFigures(kpi, lastPart) : null,
    shift: left ? findLastingShift(chart, grid.values, options) : standing,
    isYearToDate,
    judgedAs: judgedAsOf(suitability.at(-1), isYearToDate, isShareOfCases({ aggregation, ...lastPart })),
    improvement,
    target: target?.value ?? null,
    countsFrom: recorded.segments.at(-1)?.start ?? 0,
    targetDate: target?.by ?? null,
  }
}

/** Limits are of single figures; where they do not suit, what each month added, a share, or a month beside its like. */
function judgedAsOf(judged: Suitability | undefined, isYearToDate: boolean, isOfCases: boolean): SeenOf {
  if (isYearToDate) return 'gains'
  if (judged?.kind !== 'run-chart') return 'figures'
  if (isOfCases) return 'shares'
  return judged.because === 'season' ? 'season' : 'figures'
}

/** What each figure is made of, where that is held. */
function sharesOf({ points }: Series, periods: readonly string[]): ShareOfCases[] {
  return points.flatMap(({ period, numerator, denominator }) =>
    numerator !== null && denominator !== null && periods.includes(period)
      ? [{ met: numerator, of: denominator }]
      : [],
  )
}
