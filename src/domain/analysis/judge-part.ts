import type { Series } from '../figures/figure.ts'
import type { FlagInWords } from '../findings/finding-state.ts'
import { toldMeaning } from '../findings/told-meaning.ts'
import type { MeasureContext } from './chart-series.ts'
import type { SeriesAnalysis, SeriesPart } from './edition-analysis.ts'
import { type JudgedSeries, judgeSeries } from './judge-series.ts'
import { leftUnjudged } from './one-verdict/align-variation.ts'

export type JudgedPart = Pick<
  SeriesAnalysis,
  'segments' | 'special' | 'variation' | 'meaning' | 'byMethod' | 'notJudged'
>

/**
 * What is said of one part of a breakdown, without words and outlook: quick enough for every part at once. What was
 * flagged of it is told as it is of the whole: in the place of what limits do not find.
 */
export function judgePart(
  context: MeasureContext,
  series: Series,
  flag: FlagInWords | null = null,
): JudgedPart | null {
  const own = judgeSeries(context, series, flag)
  if (!own) return null
  const judged = isHiddenPart(context, series) ? asHidden(own, flag) : own
  const { segments, special, variation, byMethod, notJudged } = judged.variation
  return {
    segments,
    special,
    variation,
    meaning: toldMeaning(judged.state.change),
    byMethod: byMethod && withoutEarlier(byMethod),
    notJudged,
  }
}

/**
 * What rounding hides of a part is what its own figures say: what was flagged of it is told beside it, and "whether this
 * has changed is not told" would deny it. While a newer figure is overdue neither is told.
 */
export function asHidden(own: JudgedSeries, flag: FlagInWords | null): JudgedSeries {
  if (own.variation.notJudged?.because === 'overdue') return own
  const hidden = leftUnjudged(own, 'rounded')
  return flag ? { ...hidden, state: { ...hidden.state, change: { kind: 'flagged', flag } } } : hidden
}

/** "No further rise" follows a rise that was told, and of a part none is. */
function withoutEarlier({ none, ...told }: NonNullable<JudgedPart['byMethod']>): JudgedPart['byMethod'] {
  return told
}

export function isHiddenPart(
  { hiddenParts = [] }: MeasureContext,
  { dimension, member }: SeriesPart,
): boolean {
  return hiddenParts.some((part) => part.dimension === dimension && part.member === member)
}
