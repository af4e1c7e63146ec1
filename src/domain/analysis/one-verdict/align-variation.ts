import type { Series } from '../../figures/figure.ts'
import { type ChangeState, meaningOf } from '../../findings/finding-state.ts'
import type { SpecialCauseMeaning } from '../../findings/meanings.ts'
import {
  awayInWords,
  nothingForTheSeason,
  nothingSeen,
  type Seen,
  type SeenInWords,
  seenInWords,
  yearWithoutBounds,
} from '../../findings/method-words.ts'
import { carriesOver } from '../../measures/measure.ts'
import { methodOfReceived, methodOfStock } from '../../spc/attribute/method-names.ts'
import { isPresent } from '../../spc/observation.ts'
import { type RunChartReason, runChartCauses } from '../../spc/run-chart-causes.ts'
import { isHigh, signOfCause } from '../../spc/signs.ts'
import { runChartReasons } from '../../spc/suitability.ts'
import { beganIn } from '../began-in.ts'
import type { MeasureContext } from '../chart-series.ts'
import type { NotJudged } from '../edition-analysis.ts'
import { figuresJudged } from '../judge-by-method.ts'
import { type JudgedSeries, sideOfYearBefore } from '../judge-series.ts'
import { partOf, type SeriesGrid } from '../series-grid.ts'
import { alignMeaning } from './align-meaning.ts'
import { liesThatWay, shownIn } from './borne-out.ts'
import { toldAlike, whatMayChange, whetherOfLimits } from './told-alike.ts'

/**
 * The verdict of a series that is rounded or withheld for publication, as the figures received give it: so that no two
 * audiences read that one measure has changed and has not. Where both sets of figures say the same, nothing is altered.
 * Elsewhere the verdict is that of the figures received, told in the figures published where they bear it out, without
 * the limits that would say otherwise; where they do not, rounding hides it. A latest figure that is withheld or
 * overdue stays unjudged. Decision: docs/decisions/0055-one-verdict-for-every-audience.md.
 *
 * @example received: rising beyond chance; published, to the nearest five: no evidence → rising, without limits
 */
export function alignVariation(
  context: MeasureContext,
  own: JudgedSeries,
  series: Series,
  exact: JudgedSeries,
): JudgedSeries {
  const isShown = isPresent(own.charted.grid.values.at(-1))
  if (!isShown || !isAlike(exact.charted.grid, own.charted.grid)) return own
  const { variation, notJudged } = exact.variation
  if (notJudged || variation === null) return asReceivedUnjudged(own, notJudged?.because)
  // of a list the movement is told, which rounding bends as well
  const isList =
    carriesOver(context.kpi.aggregation) &&
    !exact.charted.isYearToDate &&
    own.state.change.kind === 'by-method'
  const isSameLevel = own.charted.leftLevel === exact.charted.leftLevel
  const ofSeason = exact.charted.judgedAs === 'season'
  const isSameSeason = (own.charted.judgedAs === 'season') === ofSeason
  const isSame = variation === own.variation.variation && isSameLevel && isSameSeason
  const alike = isSame && !isList ? toldAlike(context, own, exact) : null
  if (alike) return withMeaning(withoutCounts(context, alike, exact), exact)
  const direction = directionOf(exact)
  const { charted } = own
  const published = partOf(charted.grid, charted.chart.segments.at(-1)?.start ?? 0)
  const values = figuresJudged(exact.charted, published)
  const found = exact.state.change.kind === 'flagged' ? null : exact.found
  const received = partOf(exact.charted.grid, exact.charted.chart.segments.at(-1)?.start ?? 0)
  const shown = found && shownIn(published, received.values, found.seen)
  const seen = shown && toldOf(context, published, shown)
  if (seen === null && !liesThatWay(values, direction)) return leftUnjudged(own, 'rounded')
  const nothing = ofSeason ? nothingForTheSeason : null
  const told =
    seen ?? (direction === 0 ? nothing : awayInWords(direction, exact.charted.isYearToDate, ofSeason))
  const onYear =
    exact.charted.isYearToDate || isList ? null : sideOfYearBefore(context, series, exact.charted)
  const judged: JudgedSeries = {
    charted: { ...charted, shift: null },
    found: null,
    state: {
      change: {
        kind: 'by-method',
        meaning: meaningOf(variation, direction > 0, values, onYear),
        seen: told,
        ...whatMayChange(exact),
        ...(ofSeason ? { isSeasonal: true } : {}),
        ...whetherOfLimits(exact),
      },
      claim: null,
    },
    variation: {
      ...withoutLatestLimits(charted, own.variation),
      variation,
      assurance: null,
      claim: null,
      byMethod: {
        method: isList ? methodOfStock : methodOfReceived,
        ...whyNoLimits(exact, own, isList),
        rule: told?.rule ?? nothingSeen,
        direction,
        since: sinceOf(exact, published),
        ...(told?.none ? { none: told.none } : {}),
      },
      notJudged: null,
    },
  }
  return withMeaning(judged, exact)
}

/** The meaning that the figures received give it, as far as those published bear it out; else nothing is told. */
function withMeaning(judged: JudgedSeries, exact: JudgedSeries): JudgedSeries {
  const [{ change }, { change: received }] = [judged.state, exact.state]
  // a flag of the figures received that is not told of those published: neither is that there is no evidence
  const isNone = change.kind === 'common-cause' || (change.kind === 'by-method' && change.meaning === null)
  if (received.kind === 'flagged' && isNone) return leftUnjudged(judged, 'rounded')
  const [own, truth] = [meaningIn(change), meaningIn(received)]
  if (own === null || truth === null) return judged
  const { grid, chart } = judged.charted
  const published = partOf(grid, chart.segments.at(-1)?.start ?? 0)
  const values = figuresJudged(exact.charted, published)
  const meaning = alignMeaning(own, truth, values, directionOf(exact) > 0)
  if (meaning === null) return leftUnjudged(judged, 'rounded')
  const told =
    change.kind === 'special-cause' || change.kind === 'by-method' ? { ...change, meaning } : change
  return { ...judged, state: { ...judged.state, change: told } }
}

function meaningIn(change: ChangeState): SpecialCauseMeaning | null {
  return change.kind === 'special-cause' || change.kind === 'by-method' ? change.meaning : null
}

/** How many of rounded figures meet a target is no run of them, which alone was weighed against what it gives away. */
function withoutCounts(
  { isRounded }: MeasureContext,
  judged: JudgedSeries,
  exact: JudgedSeries,
): JudgedSeries {
  const { state, variation } = judged
  const [own, received] = [judged.charted.grid.values, exact.charted.grid.values]
  const isAsReceived = own.every((value, row) => value === received[row])
  if (!isRounded || isAsReceived || state.claim?.kind !== 'met-in-some') return judged
  return { ...judged, state: { ...state, claim: null }, variation: { ...variation, claim: null } }
}

/** Words of what was seen, made from published figures; an interval of the figures received would tell what they are. */
function toldOf({ kpi }: MeasureContext, published: SeriesGrid, seen: Seen): SeenInWords | null {
  return seen.kind === 'year' ? yearWithoutBounds(seen) : seenInWords(kpi, published, seen)
}

/** Nothing that was said of the figures received is passed on but the kind of reason: its words may hold figures. */
function asReceivedUnjudged(own: JudgedSeries, because: NotJudged['because'] | undefined): JudgedSeries {
  const reason = runChartCauses.find((cause) => cause === because)
  return own.variation.notJudged || !reason ? own : leftUnjudged(own, reason)
}

/**
 * One reason for both: rounding hides the verdict, or the verdict would give a small number away. That it is the second
 * would say that there is a change, and so which number.
 */
const notPublished =
  'Whether this has changed is not told: rounding hides it, or it would show a small number.'

/** The same series with nothing said of change, and without the limits that would say it. */
export function leftUnjudged({ charted, variation }: JudgedSeries, because: RunChartReason): JudgedSeries {
  const { byMethod: _, level: _level, ...rest } = variation
  return {
    charted: { ...charted, shift: null },
    found: null,
    state: { change: { kind: 'not-judged', because }, claim: null },
    variation: {
      ...rest,
      ...withoutLatestLimits(charted, variation),
      variation: null,
      assurance: null,
      claim: null,
      notJudged: { because, reason: because === 'rounded' ? notPublished : runChartReasons[because] },
    },
  }
}

/** Since when is part of the verdict, where the figure of that period is published. */
function sinceOf({ variation }: JudgedSeries, published: SeriesGrid) {
  const since = variation.byMethod ? variation.byMethod.since : beganIn(variation)
  const row = since === null ? -1 : published.periods.indexOf(since)
  return isPresent(published.values[row]) ? since : null
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

/** What the figures are by themselves says it before rounding does. */
function whyNoLimits(exact: JudgedSeries, own: JudgedSeries, isList: boolean) {
  const received = exact.variation.byMethod?.because ?? 'rounded'
  const ofOthers: RunChartReason = received === 'mostly-level' ? 'rounded' : received
  const ofList: RunChartReason =
    received === 'season' ? received : (own.variation.byMethod?.because ?? 'carries-over')
  const because = isList ? ofList : ofOthers
  return { because, reason: runChartReasons[because] }
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

/** Rows are told by their place: both must have the same periods. */
function isAlike(received: SeriesGrid, published: SeriesGrid): boolean {
  return received.periods.length === published.periods.length && received.periods[0] === published.periods[0]
}
