import type { SeriesAnalysis } from '../../analysis/edition-analysis.ts'
import type { TogetherPart } from '../../editions/read-together.ts'
import { borough } from '../../measures/measure.ts'

/** What is to be read for measures that belong together: the whole of each, and the breakdowns that hold their parts. */
export function selectionsOf(parts: readonly TogetherPart[]) {
  const breakdowns = new Map(
    parts
      .filter(({ dimension }) => dimension !== borough.dimension)
      .map(({ kpi, dimension }) => [`${kpi} ${dimension}`, { kpi, dimension }]),
  )
  return { ids: [...new Set(parts.map(({ kpi }) => kpi))], breakdowns: [...breakdowns.values()] }
}

interface Analysed {
  kpi: string
  series: readonly SeriesAnalysis[]
}

/** What the figures of whole measures mean, by measure; nothing for those that could not be read. */
export function wholesOf(analysed: readonly (Analysed | null | undefined)[]): Map<string, SeriesAnalysis> {
  return new Map(
    analysed.flatMap((one) => {
      const own = one?.series.find(({ dimension }) => dimension === borough.dimension)
      return one && own ? [[one.kpi, own] as const] : []
    }),
  )
}
