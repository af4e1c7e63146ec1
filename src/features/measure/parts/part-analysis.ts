import { queryOptions } from '@tanstack/react-query'
import { freshFor, type PinnedView } from '../../../api/view.ts'
import { needsProtection } from '../../../domain/disclosure/protect.ts'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import type { Series } from '../../../domain/figures/figure.ts'
import type { Plan } from '../../../domain/plans/plan.ts'
import { fetchPart } from '../../../ui/fetch-part.ts'

export interface PartSources {
  kpi: DescribedKpi
  /** undefined until it is read */
  series: Series | undefined
  plan: Plan | undefined
  asOf: string
}

/**
 * The analysis of one part of a measure, which the API does not bring: computed here from the figures that this
 * reader has, once, by code that is fetched when a part is opened.
 */
export const partAnalysisQuery = (view: PinnedView, { kpi, series, plan, asOf }: PartSources) =>
  queryOptions({
    queryKey: ['part-analysis', view.edition, view.audience, kpi.id, series?.dimension, series?.member],
    queryFn: async () => {
      if (!series || !plan) return null
      const { analyseSeries } = await fetchPart(() => import('../../../domain/analysis/analyse-series.ts'))
      const isRounded = view.audience === 'protected' && needsProtection(kpi)
      return analyseSeries({ kpi, plan, asOf, isRounded }, series)
    },
    enabled: series !== undefined && plan !== undefined,
    staleTime: freshFor(view),
  })
