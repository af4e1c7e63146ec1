import { queryOptions } from '@tanstack/react-query'
import { analysisQuery } from '../../../api/analysis.ts'
import { freshFor, type PinnedView } from '../../../api/view.ts'
import type { JudgedPart } from '../../../domain/analysis/judge-part.ts'
import { needsProtection } from '../../../domain/disclosure/protect.ts'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import type { Series } from '../../../domain/figures/figure.ts'
import type { Plan } from '../../../domain/plans/plan.ts'
import { fetchPart } from '../../../ui/fetch-part.ts'

export interface PartsSources {
  kpi: DescribedKpi
  dimension: string
  /** undefined until they are read */
  series: readonly Series[] | undefined
  plan: Plan | undefined
  asOf: string
}

/** Limits of every member of a breakdown, by member, from the figures that this reader has. */
export const partsJudgedQuery = (view: PinnedView, { kpi, dimension, series, plan, asOf }: PartsSources) =>
  queryOptions({
    queryKey: ['parts-judged', view.edition, view.audience, kpi.id, dimension],
    queryFn: async ({ client }): Promise<ReadonlyMap<string, JudgedPart>> => {
      const { judgePart } = await fetchPart(() => import('../../../domain/analysis/judge-part.ts'))
      const isRounded = view.audience === 'protected' && needsProtection(kpi)
      const parts = new Map<string, JudgedPart>()
      if (!plan) return parts
      const hiddenParts = isRounded ? (await client.fetchQuery(analysisQuery(view, kpi.id)))?.hiddenParts : []
      for (const one of series ?? []) {
        if (one.dimension !== dimension) continue
        const judged = judgePart({ kpi, plan, asOf, isRounded, hiddenParts }, one)
        if (judged) parts.set(one.member, judged)
      }
      return parts
    },
    enabled: series !== undefined && plan !== undefined,
    staleTime: freshFor(view),
  })
