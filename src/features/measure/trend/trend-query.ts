import { queryOptions } from '@tanstack/react-query'
import { analysisQuery, signalsQuery } from '../../../api/analysis.ts'
import { planQuery } from '../../../api/plan.ts'
import { seriesQuery } from '../../../api/series.ts'
import { freshFor, type PinnedView } from '../../../api/view.ts'
import type { MeasureContext } from '../../../domain/analysis/chart-series.ts'
import type { SeriesAnalysis, TestedSeries } from '../../../domain/analysis/edition-analysis.ts'
import { needsProtection, roundsFigures } from '../../../domain/disclosure/protect.ts'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import { newestPeriod, upTo } from '../../../domain/figures/ended-series.ts'
import type { Series } from '../../../domain/figures/figure.ts'
import { borough, comparatorDimension, isCategoryDimension } from '../../../domain/measures/measure.ts'
import type { TrendReadings } from '../../../domain/trends/assemble-trend.ts'
import type { Breakdown } from '../../../domain/trends/parts/choose-breakdown.ts'
import { fetchPart } from '../../../ui/fetch-part.ts'

export interface TrendSubject {
  kpi: DescribedKpi
  breakdown: Breakdown
  /** the day of the edition */
  asOf: string
}

/** What was read of one trend, and what could not be: its figures stand without that. */
export interface TrendRead extends TrendReadings {
  /** of every category, for a measure of categories; of the whole alone for any other */
  analyses: readonly SeriesAnalysis[]
  /** named as a sentence begins: 'What the figures mean' */
  failures: readonly { what: string; error: Error }[]
}

/**
 * Figures, plan, analysis and other places of one trend, read together and once, for page, slide, picture, briefing
 * and file alike. It fails where figures or plan do.
 */
export const trendQuery = (view: PinnedView, { kpi, breakdown, asOf }: TrendSubject) => {
  const { dimension, member } = shownOf(breakdown)
  return queryOptions({
    queryKey: ['trend', view.edition, view.audience, kpi.id, dimension, member, asOf],
    queryFn: async ({ client }): Promise<TrendRead> => {
      const isWhole = dimension === borough.dimension
      const isRounded = view.audience === 'protected' && needsProtection(kpi)
      const [{ series: sent }, plan, brought, places] = await Promise.all([
        client.fetchQuery(seriesQuery(view, { kpi: kpi.id, dimension })),
        client.fetchQuery(planQuery(view)),
        isAnalysedByService(kpi, breakdown) || isRounded
          ? attempt(client.fetchQuery(analysisQuery(view, kpi.id)))
          : null,
        isWhole && kpi.dimensions.some(({ id }) => id === comparatorDimension)
          ? attempt(client.fetchQuery(seriesQuery(view, { kpi: kpi.id, dimension: comparatorDimension })))
          : null,
      ])
      const newest = newestPeriod(sent)
      const figures = sent.map((one) => upTo(newest, one))
      const analyses = brought?.value?.series ?? []
      const isDrawn = (one: { dimension: string; member: string }) =>
        one.dimension === dimension && one.member === member
      const about = { kpi, plan, asOf, isRounded, hiddenParts: brought?.value?.hiddenParts }
      const asWhole = brought?.value?.partsAsWhole?.find(isDrawn)
      const part: Attempt<SeriesAnalysis | null> | null = isAnalysedByService(kpi, breakdown)
        ? null
        : asWhole
          ? { value: asWhole }
          : await analysePart(about, figures.find(isDrawn), brought?.error, async () => {
              const read = await attempt(client.fetchQuery(signalsQuery(view)))
              return read.value?.signals ?? []
            })
      return {
        ...{ kpi, breakdown, figures, plan, analyses },
        isRounded: (isRounded || kpi.audience === 'protected') && roundsFigures(kpi),
        analysis: part ? (part.value ?? null) : (analyses.find(isDrawn) ?? null),
        changes: isWhole ? (brought?.value?.changes ?? []) : [],
        coarser: isWhole ? (brought?.value?.coarser ?? null) : null,
        comparators: places?.value?.series ?? [],
        failures: [
          ...failureOf('What the figures mean', part ?? brought),
          ...failureOf('What other places report', places),
        ],
      }
    },
    // each of its parts is asked for again by its own rule
    retry: false,
    // what could not be read is asked for again as soon as anybody needs it
    staleTime: ({ state }) => (state.data?.failures.length ? 0 : freshFor(view)),
  })
}

/** The part that is drawn large, or of which only the members stand side by side. */
function shownOf({ drawn, dimension }: Breakdown): { dimension: string; member: string | null } {
  return drawn ?? (dimension ? { dimension: dimension.id, member: null } : borough)
}

/** The service brings the analysis of a whole, and of every category of a measure that has none. */
function isAnalysedByService(kpi: DescribedKpi, { drawn }: Breakdown): boolean {
  return (
    !drawn ||
    drawn.dimension === borough.dimension ||
    (kpi.aggregation === 'X' && isCategoryDimension(drawn.dimension))
  )
}

/**
 * A part's analysis is worked out here, from the figures that this reader has and what was flagged of them, by code
 * that comes when it is asked; not where the service could not say of which parts rounding hides the verdict.
 */
async function analysePart(
  about: MeasureContext,
  series: Series | undefined,
  error: Error | undefined,
  readSignals: () => Promise<readonly TestedSeries[]>,
): Promise<Attempt<SeriesAnalysis | null>> {
  if (error) return { error }
  return await attempt(
    Promise.all([
      fetchPart(() => import('../../../domain/analysis/analyse-series.ts')),
      fetchPart(() => import('../../../domain/analysis/signal-words.ts')),
      readSignals(),
    ]).then(([{ analyseSeries }, { publishedFlag }, signals]) =>
      series ? analyseSeries(about, series, publishedFlag(about.kpi, signals, series)) : null,
    ),
  )
}

interface Attempt<Value> {
  value?: Value
  error?: Error
}

async function attempt<Value>(reading: Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { value: await reading }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}

const failureOf = (what: string, tried: Attempt<unknown> | null) =>
  tried?.error ? [{ what, error: tried.error }] : []
