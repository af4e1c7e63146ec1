import { roundingStep } from '../disclosure/protect.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Series } from '../figures/figure.ts'
import { losingInWords } from '../findings/ahead-words.ts'
import { sinceBreak } from '../findings/describe-history.ts'
import { type Extremes, highsAndLows } from '../findings/highs-and-lows.ts'
import { isFlagTold } from '../findings/is-flag-told.ts'
import { isHedged, type ToldMeaning } from '../findings/meanings.ts'
import { beingLost } from '../forecast/odds-words.ts'
import { addPeriods, periodsInMonths } from '../periods/period.ts'
import { scorecardSeries } from '../scorecard/scorecard.ts'
import { scorecardMonths } from '../scorecard/scorecard-months.ts'
import { isHigh, signOfCause } from '../spc/signs.ts'
import { shortOfSpan } from './coarser-measure.ts'
import type {
  CoarserAnalysis,
  CoarserVerdict,
  JudgedByMethod,
  KpiAnalysis,
  RowAnalysis,
  TestedFamily,
} from './edition-analysis.ts'
import { categoryToShow } from './one-verdict/category-to-show.ts'

/**
 * The part of a measure's analysis that its row of the scorecard shows: of the series that the row shows, as far
 * back as the row goes. Null where the measure has no such series.
 *
 * @param isRounded its figures are rounded for publication, and withheld where they are few
 * @param movedMost of a measure of categories the one that moved most in the figures as they were received
 */
export function rowAnalysis(
  kpi: DescribedKpi,
  series: readonly Series[],
  { series: analyses, coarser }: KpiAnalysis,
  { signals }: TestedFamily,
  isRounded = false,
  movedMost: string | null = null,
): RowAnalysis | null {
  const isOfCategories = kpi.aggregation === 'X'
  const category = isOfCategories && isRounded ? categoryToShow(kpi, series, movedMost) : null
  const shown = category?.series ?? scorecardSeries(kpi, series)
  const own = analyses.find((one) => one.dimension === shown?.dimension && one.member === shown.member)
  if (!shown || !own) return null
  const flagged = signals.filter(
    (signal) => signal.kpi === kpi.id && signal.change && signal.tested === 'series',
  )
  const isShown = (one: { dimension: string; member: string }) =>
    one.dimension === shown.dimension && one.member === shown.member
  const found = flagged.find(isShown)?.change
  const isTold =
    found &&
    own.notJudged?.because !== 'overdue' &&
    isFlagTold(found.meaning, own.variation, Boolean(own.byMethod?.direction))
  const change = isTold ? found : null
  const first = firstShown(kpi)
  const lost = beingLost(own.reach)
  const inQuarters = coarser ? verdictOf(coarser) : null
  return {
    segments: own.segments.filter(({ to }) => to >= first),
    special: own.special.filter(({ period }) => period >= first),
    variation: own.variation,
    ...hedgeOf(own),
    assurance: own.assurance,
    claim: own.claim,
    ...(own.hidden ? { hidden: own.hidden } : {}),
    ...(own.isNearPlan ? { isNearPlan: true } : {}),
    ...(own.byMethod ? { byMethod: inShort(own.byMethod) } : {}),
    notJudged: own.notJudged,
    finding: own.finding,
    headline: own.headline,
    // how likely a target that is kept is to stay so is told of a row only where it is being lost
    reach: own.reach.kind === 'kept' ? { kind: 'kept', run: own.reach.run } : own.reach,
    ...(lost ? { losing: losingInWords(lost, kpi.frequency) } : {}),
    signal: change
      ? {
          kind: change.kind,
          direction: change.direction,
          since: change.since,
          meaning: change.meaning,
          sentence: change.sentence,
          ...(change.seen ? { seen: change.seen } : {}),
        }
      : null,
    signalsWithin: flagged.filter((signal) => !isShown(signal)).length,
    ...(isOfCategories
      ? {
          category: {
            dimension: shown.dimension,
            member: shown.member,
            ...(category?.isAmongLargest ? { isAmongLargest: true } : {}),
          },
        }
      : {}),
    extremes: extremesOf(kpi, shown, first, isRounded),
    ...(inQuarters ? { coarser: inQuarters } : {}),
  }
}

/** Of what is withheld nobody knows how high or low it was, so that nothing is named beside it. */
function extremesOf(kpi: DescribedKpi, { points }: Series, first: string, isRounded: boolean): Extremes {
  const { comparable } = sinceBreak(
    points.filter(({ period }) => period >= first),
    kpi.breaks,
  )
  if (comparable.some(({ availability }) => availability === 'suppressed')) return {}
  const present = comparable.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]))
  return highsAndLows(present, isRounded ? roundingStep(kpi) : 0)
}

function verdictOf({ span, points, analysis }: CoarserAnalysis): CoarserVerdict | null {
  const latest = points.at(-1)
  if (!analysis || analysis.variation === null || !latest) return null
  const { variation, byMethod, special } = analysis
  const words = shortOfSpan[span]
  const cause = special.at(-1)?.cause
  const direction =
    variation === 'common_cause'
      ? 0
      : cause && !byMethod
        ? isHigh(signOfCause[cause])
          ? 1
          : -1
        : (byMethod?.direction ?? 0)
  return { period: latest.period, variation, ...hedgeOf(analysis), direction, words }
}

function inShort({ direction, none, because }: JudgedByMethod): RowAnalysis['byMethod'] {
  return {
    direction,
    ...(none === undefined ? {} : { none }),
    ...(because === 'season' ? { isSeasonal: true } : {}),
  }
}

/** A row has its own words for what is plainly better or worse. */
function hedgeOf({ meaning }: { meaning?: ToldMeaning | null | undefined }) {
  return meaning && isHedged(meaning.kind) ? { meaning } : {}
}

function firstShown({ latestPeriod, frequency }: DescribedKpi): string {
  return latestPeriod === null
    ? ''
    : addPeriods(latestPeriod, 1 - periodsInMonths(frequency, scorecardMonths))
}
