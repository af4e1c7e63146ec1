import type { TestedSeries } from '../../analysis/edition-analysis.ts'
import type { JudgedPart } from '../../analysis/judge-part.ts'
import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import type { Dimension } from '../../editions/holdings.ts'
import { hasEnded, newestPeriod } from '../../figures/ended-series.ts'
import type { Series } from '../../figures/figure.ts'
import type { ToldMeaning } from '../../findings/meanings.ts'
import { formatValue, type MeasuredInWords } from '../../measures/format.ts'
import { dayNumber } from '../../periods/calendar.ts'
import { addPeriods, periodEnd } from '../../periods/period.ts'
import { buildValueAxis, type ValueAxis } from '../axis.ts'
import type { PeriodSpan } from '../choose-range.ts'
import { judgeChange } from '../facts/change-verdict.ts'
import type { Verdict } from '../facts/fact.ts'
import { buildLimits, type LimitStretch } from '../limits.ts'
import { breakLine, segmentsOf } from '../line-rows.ts'
import { readPoint, shorthandOf } from '../point-words.ts'
import { buildPoints, noYardsticks, type TrendPoint } from '../points.ts'
import { meaningInTitle } from './meaning-in-title.ts'

export interface Multiple {
  member: string
  label: string
  /** '76 [p]', '[c]' */
  latest: string
  /** the latest point in words */
  reading: string
  points: TrendPoint[]
  segments: { day: number; value: number }[][]
  /** stretches with limits of their own, inside the span */
  limits: LimitStretch[]
  /** what the latest figure says; null while it is not known */
  verdict: Verdict | null
  /** what a title says of its change where the mark of the verdict would say another thing; null where that says it all */
  meaning: ToldMeaning | null
  /** why nothing is drawn; null where a figure is */
  absence: string | null
  /** what was flagged of it among all that was tested; null where nothing was */
  flag: string | null
}

/** What is known of the members beside their figures. */
export interface JudgedMembers {
  judged: ReadonlyMap<string, JudgedPart>
  /** flagged series of this breakdown, strongest first */
  flagged: readonly TestedSeries[]
}

const nothingJudged: JudgedMembers = { judged: new Map(), flagged: [] }

export interface SmallMultiplesModel {
  measure: MeasuredInWords
  multiples: Multiple[]
  /** one scale for all: sizes can be compared by eye */
  axis: ValueAxis
  firstDay: number
  lastDay: number
  from: string
  to: string
}

/**
 * The members of one dimension side by side on one scale; never added up. Those that were flagged come first, the
 * strongest before the others; then those that stand out from their own limits, concerns before other changes; then
 * the rest in the dimension's own order.
 */
export function buildMultiples(
  kpi: DescribedKpi,
  dimension: Dimension,
  series: readonly Series[],
  span: PeriodSpan,
  { judged, flagged }: JudgedMembers = nothingJudged,
): SmallMultiplesModel | null {
  const newest = newestPeriod(series.filter((one) => one.dimension === dimension.id)) ?? span.to
  const multiples = dimension.members.flatMap((member) => {
    const own = series.find((one) => one.dimension === dimension.id && one.member === member.id)
    if (!own) return []
    const part = judged.get(member.id)
    // what one said that has ended is nothing of now, and nobody knows it of one whose newest figure has not come
    const said = hasEnded(own, newest) ? null : part && withoutNewest(part, own, newest)
    const points = buildPoints(kpi, own, span, { ...noYardsticks, variation: part ?? null })
    const last = points.at(-1)
    if (!last) return []
    return [
      {
        member: member.id,
        label: member.label,
        latest: [...(last.value === null ? [] : [formatValue(kpi, last.value)]), ...shorthandOf(last)].join(
          ' ',
        ),
        // beside a verdict that judges nothing, the figure by its limits would be judged all the same
        reading: readPoint(kpi, said && !said.notJudged ? last : { ...last, judgement: null }),
        points,
        segments: segmentsOf(breakLine(points, kpi.breaks)),
        limits: buildLimits(
          kpi,
          part?.segments ?? [],
          dayNumber(periodEnd(addPeriods(span.from, -1))),
          dayNumber(periodEnd(span.to)),
        ),
        verdict: said ? judgeChange(kpi, said, last.value) : null,
        meaning: said ? meaningInTitle(said) : null,
        absence: absenceOf(points),
        flag: flagged.find((one) => one.member === member.id)?.change?.sentence ?? null,
      },
    ]
  })
  const rank = rankOf(judged, flagged)
  multiples.sort((a, b) => rank(a.member) - rank(b.member))
  const first = multiples[0]?.points[0]
  const last = multiples[0]?.points.at(-1)
  if (!first || !last) return null
  return {
    measure: kpi,
    multiples,
    axis: buildValueAxis(
      kpi,
      multiples.flatMap(({ points, limits }) => [
        ...points.flatMap(({ value }) => (value === null ? [] : [value])),
        ...limits.flatMap(({ mean, drawnLower, drawnUpper }) =>
          [mean, drawnLower, drawnUpper].filter((level) => level !== null),
        ),
      ]),
    ),
    firstDay: first.day,
    lastDay: last.day,
    from: first.label,
    to: last.label,
  }
}

/** The one rule for a latest figure that is missing, as it is of a whole: a part may have no row for it at all. */
function withoutNewest(part: JudgedPart, { points }: Series, newest: string): JudgedPart {
  const last = points.at(-1)?.period
  return last === undefined || last >= newest
    ? part
    : {
        ...part,
        variation: null,
        meaning: null,
        byMethod: null,
        notJudged: {
          because: 'latest-missing',
          reason: 'The latest figure is missing, so recent change is not judged.',
        },
      }
}

/** Why no point of a member is drawn, in words that say what a reader can expect of it. */
function absenceOf(points: readonly TrendPoint[]): string | null {
  if (points.some(({ value }) => value !== null)) return null
  const withheld = points.filter(({ availability }) => availability === 'suppressed').length
  if (withheld === points.length)
    return 'Every figure is withheld, because small numbers could identify someone.'
  return withheld > 0
    ? 'Every figure is withheld, because small numbers could identify someone, or was not received.'
    : 'No figure was received.'
}

/** Where a member stands in the order; members of the same rank keep the dimension's. */
function rankOf(judged: JudgedMembers['judged'], flagged: JudgedMembers['flagged']) {
  const place = new Map(flagged.map(({ member }, index) => [member, index]))
  return (member: string): number => {
    const flag = place.get(member)
    if (flag !== undefined) return flag
    const variation = judged.get(member)?.variation
    if (variation === 'special_cause_concern') return flagged.length
    return variation && variation !== 'common_cause' ? flagged.length + 1 : flagged.length + 2
  }
}

/** All periods that any member holds, from the first to the last. */
export function spanOfAll(series: readonly Series[]): PeriodSpan | null {
  const periods = series.flatMap(({ points }) => points.map(({ period }) => period)).sort()
  const from = periods[0]
  const to = periods.at(-1)
  return from && to ? { from, to } : null
}
