import { roundingStep } from '../disclosure/protect.ts'
import type { Series } from '../figures/figure.ts'
import type { FlagInWords } from '../findings/finding-state.ts'
import { isDeniedAhead } from '../findings/target-claim.ts'
import { toldMeaning } from '../findings/told-meaning.ts'
import { borough } from '../measures/measure.ts'
import { isPresent } from '../spc/observation.ts'
import { isNearPlan } from '../trajectory/near-plan.ts'
import { chartSeries, type MeasureContext } from './chart-series.ts'
import type { SeriesAnalysis } from './edition-analysis.ts'
import { asHidden, isHiddenPart } from './judge-part.ts'
import { type JudgedSeries, judgeSeries } from './judge-series.ts'
import { alignAhead } from './one-verdict/align-ahead.ts'
import { alignVariation, leftUnjudged } from './one-verdict/align-variation.ts'
import { hiddenSides } from './one-verdict/hidden-sides.ts'
import { isSteady } from './one-verdict/is-steady.ts'
import { metForCertain } from './one-verdict/met-for-certain.ts'
import { withWithheldPlaced } from './one-verdict/withheld-placed.ts'
import { lookAtSeriesAhead, type SeriesAhead } from './series-ahead.ts'
import { writeSeriesWords } from './series-words.ts'

/** A series as it was received, what was flagged of it among all that was tested, and what lies ahead of it. */
export interface ReceivedSeries {
  series: Series
  flag: FlagInWords | null
  ahead: Pick<SeriesAnalysis, 'forecast' | 'reach' | 'required'>
}

/**
 * Limits, words and outlook of one series, or null where it holds no figure. Targets and plan are promises for
 * the whole organisation: a part of it is not judged by them.
 *
 * @param received the same series as it was received, where `series` is rounded or withheld for publication: it is
 * judged from that, and told in the figures of `series`. Decision: docs/decisions/0055-one-verdict-for-every-audience.md
 */
export function analyseSeries(
  context: MeasureContext,
  series: Series,
  flag: FlagInWords | null = null,
  received: ReceivedSeries | null = null,
): SeriesAnalysis | null {
  const own = judgeSeries(context, series, flag)
  if (!own) return null
  const shown = isHiddenPart(context, series) ? asHidden(own, flag) : own
  const aligned = (received && judgedAsReceived(context, series, own, received)) ?? shown
  // what was flagged of it is published beside it: "whether this has changed is not told" would deny that
  const judged = aligned.variation.notJudged?.because === 'rounded' ? asHidden(aligned, flag) : aligned
  const hidden = received ? hiddenSides(context, series) : []
  // what is said of the target in limits and in figures that follow one another is of a run of them
  const isRunHidden = hidden.includes('target')
  const { charted, variation } = judged
  const isWhole = series.dimension === borough.dimension
  const isNear = isNearPlan(
    { ...context, isWhole },
    series,
    context.isRounded ? roundingStep(context.kpi) : 0,
  )
  const ownAhead = lookAtSeriesAhead(context, charted)
  // decided for everybody by what officers read ahead
  const isDenied = isDeniedAhead(judged.state.claim, (received?.ahead ?? ownAhead).reach)
  const isUnclaimed = isRunHidden || isDenied
  const state = isUnclaimed ? { ...judged.state, claim: null } : judged.state
  const meaning = toldMeaning(state.change)
  const isShown = isPresent(charted.grid.values.at(-1))
  const ahead =
    received && isShown
      ? alignAhead(
          ownAhead,
          received.ahead,
          hidden,
          aheadOfPlaced(context, series, received),
          metForCertain(context, charted),
        )
      : withoutFan(received ? alignAhead(ownAhead, null, hidden) : ownAhead, series)
  return {
    dimension: series.dimension,
    member: series.member,
    ...variation,
    ...(meaning ? { meaning } : {}),
    ...(isUnclaimed ? { assurance: null, claim: null } : {}),
    ...(hidden.length > 0 ? { hidden } : {}),
    ...(isNear ? { isNearPlan: true } : {}),
    ...ahead,
    ...writeSeriesWords({
      context,
      series,
      charted,
      state,
      ahead,
      hidden,
      isNearPlan: isNear,
      segments: variation.segments,
      isJudged: variation.notJudged === null && !variation.byMethod,
    }),
  }
}

/** Of a latest figure that is withheld for being small, those before it would lead too high: to none that it can be. */
function withoutFan(ahead: SeriesAhead, { points }: Series): SeriesAhead {
  return points.at(-1)?.availability === 'suppressed' ? { ...ahead, forecast: [] } : ahead
}

/** What lies ahead of the figures received, wherever those are that are withheld. */
function aheadOfPlaced(
  context: MeasureContext,
  published: Series,
  { series }: ReceivedSeries,
): ReceivedSeries['ahead'][] {
  const exactly = { ...context, isRounded: false }
  return withWithheldPlaced(context.kpi.unit, series, published).flatMap((placed) => {
    const charted = chartSeries(exactly, placed)
    return charted ? [lookAtSeriesAhead(exactly, charted)] : []
  })
}

/** The verdict of the figures received, told in those published; rounding hides one that would give a small count away. */
function judgedAsReceived(
  context: MeasureContext,
  published: Series,
  own: JudgedSeries,
  { series, flag }: ReceivedSeries,
): JudgedSeries | null {
  const tell = (truth: Series) => {
    const exact = judgeSeries({ ...context, isRounded: false }, truth, flag)
    return exact && alignVariation(context, own, published, exact)
  }
  const told = tell(series)
  // that there is no evidence narrows at most by a value; a change that one small count decides would name it
  const isChange = told !== null && (told.variation.variation ?? 'common_cause') !== 'common_cause'
  return isChange && !isSteady(context.kpi.unit, published, series, tell)
    ? leftUnjudged(told, 'rounded')
    : told
}
