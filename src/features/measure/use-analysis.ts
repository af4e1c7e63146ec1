import { useQuery } from '@tanstack/react-query'
import { analysisQuery } from '../../api/analysis.ts'
import type { PinnedView } from '../../api/view.ts'
import type { ChangeAnalysis, SeriesAnalysis } from '../../domain/analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Series } from '../../domain/figures/figure.ts'
import { borough, isCategoryDimension } from '../../domain/measures/measure.ts'
import type { Plan } from '../../domain/plans/plan.ts'
import type { Breakdown } from '../../domain/trends/parts/choose-breakdown.ts'
import { partAnalysisQuery } from './parts/part-analysis.ts'

export interface PageAnalysis {
  isPending: boolean
  /** it could not be read: the figures stand without it */
  error: Error | null
  retry: () => void
  /** of the series that is drawn large */
  drawn: SeriesAnalysis | null
  /** of every category, for a measure of categories; of the whole alone for any other */
  series: readonly SeriesAnalysis[]
  /** what came before and after milestones and recorded changes of the whole */
  changes: readonly ChangeAnalysis[]
}

/** The analysis that the page needs: as the API brings it, or of a part computed here, never both for one series. */
export function useAnalysis(
  view: PinnedView,
  kpi: DescribedKpi,
  { drawn }: Breakdown,
  read: { figures: readonly Series[] | undefined; plan: Plan | undefined; asOf: string },
): PageAnalysis {
  const isBrought =
    !drawn ||
    drawn.dimension === borough.dimension ||
    (kpi.aggregation === 'X' && isCategoryDimension(drawn.dimension))
  const brought = useQuery({ ...analysisQuery(view, kpi.id), enabled: isBrought })
  const { dimension, member } = drawn ?? borough
  const own = read.figures?.find((one) => one.dimension === dimension && one.member === member)
  const sources = { kpi, series: isBrought ? undefined : own, plan: read.plan, asOf: read.asOf }
  const part = useQuery(partAnalysisQuery(view, sources))
  const used = isBrought ? brought : part
  const series = (isBrought && brought.data?.series) || []
  return {
    // a part waits for nothing that may never come: neither figures that are not held, nor a plan that failed
    isPending: used.isPending && (isBrought || (own !== undefined && read.plan !== undefined)),
    error: used.data === undefined ? used.error : null,
    retry: () => void used.refetch(),
    drawn: isBrought
      ? (series.find((one) => one.dimension === dimension && one.member === member) ?? null)
      : (part.data ?? null),
    series,
    changes: (isBrought && drawn?.dimension === borough.dimension && brought.data?.changes) || [],
  }
}
