import { queryOptions } from '@tanstack/react-query'
import { analysisQuery, signalsQuery } from '../../../api/analysis.ts'
import { freshFor, type PinnedView } from '../../../api/view.ts'
import type { JudgedPart } from '../../../domain/analysis/judge-part.ts'
import { needsProtection } from '../../../domain/disclosure/protect.ts'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import { newestPeriod, upTo } from '../../../domain/figures/ended-series.ts'
import type { Series } from '../../../domain/figures/figure.ts'
import { isCategoryDimension } from '../../../domain/measures/measure.ts'
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

/**
 * Limits of every member of a breakdown, by member: as they were published, or from the figures that this reader has,
 * with what was flagged of it. Where flags cannot be read, limits are told alone.
 */
export const partsJudgedQuery = (view: PinnedView, { kpi, dimension, series, plan, asOf }: PartsSources) =>
  queryOptions({
    queryKey: ['parts-judged', view.edition, view.audience, kpi.id, dimension],
    queryFn: async ({ client }): Promise<ReadonlyMap<string, JudgedPart>> => {
      const [{ judgePart }, { publishedFlag }, signals] = await Promise.all([
        fetchPart(() => import('../../../domain/analysis/judge-part.ts')),
        fetchPart(() => import('../../../domain/analysis/signal-words.ts')),
        client.fetchQuery(signalsQuery(view)).then(
          (read) => read.signals,
          () => [],
        ),
      ])
      const isRounded = view.audience === 'protected' && needsProtection(kpi)
      const parts = new Map<string, JudgedPart>()
      if (!plan) return parts
      // categories were judged at publication: judged anew from rounded figures they would tell another story
      const isJudged = kpi.aggregation === 'X' && isCategoryDimension(dimension)
      const published = isRounded || isJudged ? await client.fetchQuery(analysisQuery(view, kpi.id)) : null
      const hiddenParts = isRounded ? published?.hiddenParts : []
      const members = (series ?? []).filter((one) => one.dimension === dimension)
      const newest = newestPeriod(members)
      for (const sent of members) {
        const one = upTo(newest, sent)
        const judged =
          [...(published?.series ?? []), ...(published?.partsAsWhole ?? [])].find(
            (own) => own.dimension === dimension && own.member === one.member,
          ) ?? judgePart({ kpi, plan, asOf, isRounded, hiddenParts }, one, publishedFlag(kpi, signals, one))
        if (judged) parts.set(one.member, judged)
      }
      return parts
    },
    enabled: series !== undefined && plan !== undefined,
    staleTime: freshFor(view),
  })
