import type { Series } from '../figures/figure.ts'
import type { FlagInWords } from '../findings/finding-state.ts'
import { alignWithTruth, type ReceivedSeries } from './align-with-truth.ts'
import type { MeasureContext } from './chart-series.ts'
import type { SeriesAnalysis } from './edition-analysis.ts'
import { judgeSeries } from './judge-series.ts'
import { lookAtSeriesAhead } from './series-ahead.ts'
import { writeSeriesWords } from './series-words.ts'

/**
 * Limits, words and outlook of one series, or null where it holds no figure. Targets and plan are promises for
 * the whole organisation: a part of it is not judged by them.
 *
 * @param truth the same series as it was received, where `series` is rounded or withheld for publication: change is
 * judged from it, and told in the figures of `series` (align-with-truth.ts)
 */
export function analyseSeries(
  context: MeasureContext,
  series: Series,
  flag: FlagInWords | null = null,
  truth: ReceivedSeries | null = null,
): SeriesAnalysis | null {
  const own = judgeSeries(context, series, flag)
  if (!own) return null
  const judged = truth ? alignWithTruth(context, own, series, truth) : own
  const { charted, state, variation } = judged
  const ahead = lookAtSeriesAhead(context, charted)
  return {
    dimension: series.dimension,
    member: series.member,
    ...variation,
    ...ahead,
    ...writeSeriesWords({
      context,
      series,
      charted,
      state,
      ahead,
      segments: variation.segments,
      isJudged: variation.notJudged === null && !variation.byMethod,
    }),
  }
}
