import type { Series } from '../figures/figure.ts'
import { pairOfMeans } from '../findings/figure-words.ts'
import { visibleLimits } from '../findings/write-paragraph.ts'
import { formatValue, formatValueInWords, workedOut } from '../measures/format.ts'
import { borough } from '../measures/measure.ts'
import { formatPeriod } from '../periods/labels.ts'
import { recordRebaseline, unnamedRebaseline } from '../plans/rebaseline.ts'
import { findLastingShift } from '../spc/lasting-shift.ts'
import { analyseSeries } from './analyse-series.ts'
import { type ChartedSeries, chartSeries, type MeasureContext } from './chart-series.ts'
import type { Meaning, SeriesAnalysis } from './edition-analysis.ts'
import { partOf } from './series-grid.ts'

/** A level of a measure's whole series that has lasted, and what starting limits again there would change. */
export interface LastingLevel {
  kpi: string
  name: string
  /** its first period, and as it is shown */
  since: string
  sinceInWords: string
  /** which way it differs from the level before, for people */
  meaning: Meaning
  /** means of the figures before, since the last recorded change, and of those since */
  means: { before: number; since: number }
  /** both means and both ranges, as sentences */
  words: string
  /** the title of the measure as it stands, and as it would be with limits from there on */
  titleNow: string
  titleThen: string
  /** the stretch that the limits drawn now are of, oldest first; null where a figure is missing */
  history: { period: string; value: number | null }[]
}

/**
 * What may be offered to be recorded of one series: null where no level has lasted, where its latest figure is not
 * judged, for parts of a measure, and where limits would not suit the figures since. Where limits start again at a
 * recorded change already, no level is found that begins there. Of figures as they were received.
 *
 * @param standing what was computed of the same series
 */
export function findLastingLevel(
  context: MeasureContext,
  series: Series,
  standing: Pick<SeriesAnalysis, 'notJudged' | 'variation' | 'headline'>,
): LastingLevel | null {
  const { kpi } = context
  const { notJudged, variation, headline } = standing
  if (notJudged || variation === null || series.dimension !== borough.dimension) return null
  const charted = chartSeries(context, series)
  const stretch = charted?.chart.segments.at(-1)
  const shift = charted && shiftToOffer(charted)
  if (!charted || !shift || shift.before === null || !stretch?.limits || stretch.mean === null) return null
  const first = charted.grid.periods[shift.start]
  if (first === undefined) return null
  const anew = analyseSeries(withLimitsFrom(context, first), series)
  if (!anew || anew.notJudged || anew.byMethod || anew.segments.at(-1)?.from !== first) return null
  const { before, mean: since, limits } = shift
  const pair = pairOfMeans(kpi, before, since, false)
  // levels that no reader could tell apart are none
  if (!pair) return null
  const rangeOf = (limits: { mean: number; lower: number; upper: number }) => {
    const [lower, upper] = visibleLimits(kpi, limits)
    return `${formatValue(workedOut(kpi), lower)} to ${formatValueInWords(workedOut(kpi), upper)}`
  }
  const from = formatPeriod(first)
  const { periods, values } = partOf(charted.grid, stretch.start)
  return {
    kpi: kpi.id,
    name: kpi.name,
    since: first,
    sinceInWords: from,
    meaning: meaningOf(charted, since - before),
    means: { before, since },
    words: `Since ${from} figures have kept a level of ${pair.after}, against ${pair.before} before. Limits that start again there would be ${rangeOf({ mean: since, ...limits })}; those drawn now, ${rangeOf({ mean: stretch.mean, ...stretch.limits })}, take in the level before as well${variation === 'common_cause' ? ', and the latest figure: so no change is told now' : ''}.`,
    titleNow: headline,
    titleThen: anew.headline,
    history: periods.map((period, row) => ({ period, value: values[row] ?? null })),
  }
}

/** Of any latest figure: one inside the limits drawn of two levels says nothing against the second. */
function shiftToOffer({ chart, options, grid, suitability }: ChartedSeries) {
  if (suitability.at(-1)?.kind !== 'control-chart') return null
  return findLastingShift(chart, grid.values, options, 'any')
}

function meaningOf({ improvement }: ChartedSeries, moved: number): Meaning {
  if (improvement === 'neutral') return 'neutral'
  return moved > 0 === (improvement === 'increase') ? 'improvement' : 'concern'
}

/** The measure and its plan as they would be with the re-baseline recorded. */
function withLimitsFrom(context: MeasureContext, since: string): MeasureContext {
  const { kpi, plan } = context
  const named = { title: unnamedRebaseline, reason: unnamedRebaseline }
  const recorded = recordRebaseline({ kpi: kpi.id, since }, named)
  return {
    ...context,
    kpi: { ...kpi, baselines: [...kpi.baselines, { period: since, reason: recorded.reason }] },
    plan: { ...plan, interventions: [...plan.interventions, recorded] },
  }
}
