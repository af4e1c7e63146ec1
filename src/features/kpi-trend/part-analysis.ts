import { queryOptions } from '@tanstack/react-query'
import { planQuery } from '../../api/plan.ts'
import { seriesQuery } from '../../api/series.ts'
import { freshFor, type PinnedView } from '../../api/view.ts'
import { needsProtection } from '../../domain/disclosure/protect.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'

/**
 * The analysis of one part of a measure, which the API does not bring: computed here from the figures that this
 * reader has, once, by code that is fetched when a part is opened.
 */
export const partAnalysisQuery = (
  view: PinnedView,
  { kpi, dimension, member, asOf }: { kpi: DescribedKpi; dimension: string; member: string; asOf: string },
) =>
  queryOptions({
    queryKey: ['part-analysis', view.edition, view.audience, kpi.id, dimension, member],
    queryFn: async ({ client }) => {
      const [figures, plan, { analyseSeries }] = await Promise.all([
        client.ensureQueryData(seriesQuery(view, { kpi: kpi.id, dimension })),
        client.ensureQueryData(planQuery(view)),
        import('../../domain/analysis/analyse-series.ts'),
      ])
      const series = figures.series.find((one) => one.member === member)
      const isRounded = view.audience === 'protected' && needsProtection(kpi)
      return series ? analyseSeries({ kpi, plan, asOf, isRounded }, series) : null
    },
    staleTime: freshFor(view),
  })
