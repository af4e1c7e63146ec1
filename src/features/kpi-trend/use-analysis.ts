import { useQuery } from '@tanstack/react-query'
import { analysisQuery } from '../../api/analysis.ts'
import type { PinnedView } from '../../api/view.ts'
import type { ChangeAnalysis, SeriesAnalysis } from '../../domain/analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import { borough, isCategoryDimension } from '../../domain/measures/measure.ts'
import type { Breakdown } from './choose-breakdown.ts'
import { partAnalysisQuery } from './part-analysis.ts'

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
  asOf: string,
): PageAnalysis {
  const isBrought =
    !drawn ||
    drawn.dimension === borough.dimension ||
    (kpi.aggregation === 'X' && isCategoryDimension(drawn.dimension))
  const brought = useQuery({ ...analysisQuery(view, kpi.id), enabled: isBrought })
  const { dimension, member } = drawn ?? borough
  const part = useQuery({
    ...partAnalysisQuery(view, { kpi, dimension, member, asOf }),
    enabled: !isBrought,
  })
  const used = isBrought ? brought : part
  const series = (isBrought && brought.data?.series) || []
  return {
    isPending: used.isPending,
    error: used.data === undefined ? used.error : null,
    retry: () => void used.refetch(),
    drawn: isBrought
      ? (series.find((one) => one.dimension === dimension && one.member === member) ?? null)
      : (part.data ?? null),
    series,
    changes: (isBrought && drawn?.dimension === borough.dimension && brought.data?.changes) || [],
  }
}
