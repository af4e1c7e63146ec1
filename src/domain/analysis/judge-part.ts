import type { Series } from '../figures/figure.ts'
import { toldMeaning } from '../findings/told-meaning.ts'
import type { MeasureContext } from './chart-series.ts'
import type { SeriesAnalysis, SeriesPart } from './edition-analysis.ts'
import { judgeSeries } from './judge-series.ts'
import { leftUnjudged } from './one-verdict/align-variation.ts'

export type JudgedPart = Pick<
  SeriesAnalysis,
  'segments' | 'special' | 'variation' | 'meaning' | 'byMethod' | 'notJudged'
>

/** What is said of one part of a breakdown, without words and outlook: quick enough for every part at once. */
export function judgePart(context: MeasureContext, series: Series): JudgedPart | null {
  const own = judgeSeries(context, series)
  if (!own) return null
  const judged = isHiddenPart(context, series) ? leftUnjudged(own, 'rounded') : own
  const { segments, special, variation, byMethod, notJudged } = judged.variation
  return { segments, special, variation, meaning: toldMeaning(judged.state.change), byMethod, notJudged }
}

export function isHiddenPart(
  { hiddenParts = [] }: MeasureContext,
  { dimension, member }: SeriesPart,
): boolean {
  return hiddenParts.some((part) => part.dimension === dimension && part.member === member)
}
