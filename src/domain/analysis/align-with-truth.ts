import type { Series } from '../figures/figure.ts'
import { type FindingState, type FlagInWords, meaningOf } from '../findings/finding-state.ts'
import { awayInWords, nothingSeen, seenInWords } from '../findings/method-words.ts'
import { carriesOver } from '../measures/measure.ts'
import { methodOfLimits } from '../spc/attribute/method-names.ts'
import { isPresent } from '../spc/observation.ts'
import { isHigh, signOfCause } from '../spc/signs.ts'
import { runChartReasons } from '../spc/suitability.ts'
import { isBorneOut, isToldIn } from './borne-out.ts'
import type { MeasureContext } from './chart-series.ts'
import type { NotJudged } from './edition-analysis.ts'
import { judgeByMethod } from './judge-by-method.ts'
import { type JudgedSeries, judgeSeries, valueOfYearBefore } from './judge-series.ts'
import { partOf } from './series-grid.ts'

/** A series as it was received, and what was flagged of it among all that was tested. */
export interface ReceivedSeries {
  series: Series
  flag: FlagInWords | null
}

/**
 * The verdict of a series that is rounded or withheld for publication, as the figures received give it: so that no two
 * audiences read that one measure has changed and has not. Where both sets of figures say the same, nothing is altered.
 * Elsewhere the verdict is that of the figures received, told in the figures published where they bear it out, without
 * the limits that would say otherwise; where they do not, rounding hides it. A latest figure that is withheld or
 * overdue stays unjudged. Decision: docs/decisions/0055-one-verdict-for-every-audience.md.
 *
 * @example received: rising beyond chance; published, to the nearest five: no evidence → rising, without limits
 */
export function alignWithTruth(
  context: MeasureContext,
  own: JudgedSeries,
  series: Series,
  truth: ReceivedSeries,
): JudgedSeries {
  const exact = judgeSeries({ ...context, isRounded: false }, truth.series, truth.flag)
  const isShown = isPresent(own.charted.grid.values.at(-1))
  if (!exact || !isShown || own.variation.notJudged?.because === 'overdue') return own
  const { variation, notJudged } = exact.variation
  if (notJudged) return own.variation.notJudged ? own : leftUnjudged(own, exact.state, notJudged)
  // of a list the movement is told, which rounding bends as well
  const isList = carriesOver(context.kpi.aggregation) && own.state.change.kind === 'by-method'
  if (variation === null || (variation === own.variation.variation && !isList)) return own
  const direction = directionOf(exact)
  const { charted } = own
  const published = partOf(charted.grid, charted.chart.segments.at(-1)?.start ?? 0)
  const found = judgeByMethod({ ...context, isRounded: false }, exact.charted, truth.series)
  const isFlagged = exact.state.change.kind === 'flagged'
  const seen =
    found && !isFlagged && isToldIn(published.values, found.seen)
      ? seenInWords(context.kpi, published, found.seen)
      : null
  if (seen === null && !isBorneOut(published.values, direction))
    return leftUnjudged(own, hiddenByRounding, { because: 'rounded', reason: runChartReasons.rounded })
  const told = seen ?? (direction === 0 ? null : awayInWords(direction))
  return {
    charted: { ...charted, shift: null },
    state: {
      change: {
        kind: 'by-method',
        meaning: meaningOf(variation, direction > 0, charted.grid.values, valueOfYearBefore(context, series)),
        seen: told,
      },
      claim: null,
    },
    variation: {
      ...withoutLatestLimits(charted, own.variation),
      variation,
      assurance: null,
      claim: null,
      byMethod: {
        method: exact.variation.byMethod?.method ?? methodOfLimits,
        ...whyNoLimits(exact, isList),
        rule: told?.rule ?? nothingSeen,
        direction,
        since: exact.variation.byMethod?.since ?? null,
      },
      notJudged: null,
    },
  }
}

const hiddenByRounding: FindingState = { change: { kind: 'not-judged', because: 'rounded' }, claim: null }

function leftUnjudged(
  { charted, variation }: JudgedSeries,
  { change }: FindingState,
  notJudged: NotJudged,
): JudgedSeries {
  const { byMethod: _, level: _level, ...rest } = variation
  return {
    charted: { ...charted, shift: null },
    state: { change, claim: null },
    variation: {
      ...rest,
      ...withoutLatestLimits(charted, variation),
      variation: null,
      assurance: null,
      claim: null,
      notJudged,
    },
  }
}

/** Limits of the stretch that is judged, and the signs in it, would tell another story. */
function withoutLatestLimits(
  { grid, chart }: JudgedSeries['charted'],
  { segments, special }: JudgedSeries['variation'],
) {
  const first = grid.periods[chart.segments.at(-1)?.start ?? 0] ?? ''
  return {
    segments: segments.filter(({ to }) => to !== grid.periods.at(-1)),
    special: special.filter(({ period }) => period < first),
  }
}

function whyNoLimits({ variation: { byMethod } }: JudgedSeries, isList: boolean) {
  return isList && byMethod
    ? { because: byMethod.because, reason: byMethod.reason }
    : { because: 'rounded' as const, reason: runChartReasons.rounded }
}

function directionOf({ variation: { variation, byMethod, special } }: JudgedSeries): -1 | 0 | 1 {
  if (byMethod) return byMethod.direction
  switch (variation) {
    case null:
    case 'common_cause':
      return 0
    case 'special_cause_neutral_high':
      return 1
    case 'special_cause_neutral_low':
      return -1
    case 'special_cause_improvement':
    case 'special_cause_concern': {
      const cause = special.at(-1)?.cause
      return cause !== undefined && isHigh(signOfCause[cause]) ? 1 : -1
    }
  }
}
