import type { RowAnalysis, Segment } from '../analysis/edition-analysis.ts'
import { breakBetween, type DefinitionBreak } from '../figures/comparability.ts'
import type { SeriesPoint } from '../figures/figure.ts'
import { formatValue, formatValueInWords, type Measured } from '../measures/format.ts'
import { lowerFirst } from '../measures/letter-case.ts'
import { formatDate, formatPeriod, whenInWords } from '../periods/labels.ts'
import { periodEnd } from '../periods/period.ts'
import { isHigh, type SpecialCauseSign, signOfCause } from '../spc/signs.ts'
import { furthest } from './highs-and-lows.ts'
import { rangeInWords } from './range-words.ts'
import { signToTell } from './sign-to-tell.ts'

type Present = SeriesPoint & { value: number }

/**
 * What a small line of a series shows, in one sentence: from where it came and to where it went, a high or low on
 * the way that its ends would hide, where it stands against its usual range and since when, and what is not drawn.
 *
 * Figures are compared as they are shown, so that nothing "rose from 12 to 12", and nothing "rose" or "fell" of which
 * there is no evidence that it did. It begins after the last change of
 * definition. A missing or withheld figure is never read as a number.
 *
 * @example 500 in Oct 2022 … 415 in Sep 2025, the last seven above the upper limit
 *   → 'Fell from 500 in Oct 2022 to 415; above its usual range since Mar 2025.'
 */
export function describeHistory(
  measure: Measured,
  points: readonly SeriesPoint[],
  breaks: readonly DefinitionBreak[] = [],
  analysis: Pick<RowAnalysis, 'segments' | 'special'> &
    Partial<Pick<RowAnalysis, 'variation' | 'byMethod' | 'extremes'>> = {
    segments: [],
    special: [],
  },
): string {
  const { changed, comparable } = sinceBreak(points, breaks)
  const present = comparable.filter((point): point is Present => point.value !== null)
  const last = present.at(-1)
  if (!last) return `${['No figure is shown', ...notDrawn(points)].join('; ')}.`
  const isLatest = last.period === points.at(-1)?.period
  const course = describeCourse(measure, present, isLatest, analysis)
  const sentence = [
    course,
    ...againstUsualRange(measure, present, last, analysis),
    ...notDrawn(comparable),
  ].join('; ')
  return changed === null
    ? `${sentence}.`
    : `Since the definition changed on ${formatDate(changed)}: ${lowerFirst(sentence)}.`
}

/** What may be compared with the latest figure. */
export function sinceBreak(points: readonly SeriesPoint[], breaks: readonly DefinitionBreak[]) {
  const [first, last] = [points[0]?.period ?? '', points.at(-1)?.period ?? '']
  const changed = breaks
    .filter((one) => points.length > 0 && breakBetween([one], first, last))
    .map(({ date }) => date)
    .sort()
    .at(-1)
  return {
    changed: changed ?? null,
    comparable: changed === undefined ? points : points.filter(({ period }) => periodEnd(period) >= changed),
  }
}

/** From the first figure to the last, with a high or low that both would hide (highs-and-lows.ts). */
function describeCourse(
  measure: Measured,
  present: readonly Present[],
  isLatest: boolean,
  analysis: Evidence & Partial<Pick<RowAnalysis, 'extremes'>>,
): string {
  const last = present.at(-1)
  // of figures that follow the time of year, a like month: October beside September would tell the calendar
  const like =
    analysis.byMethod?.isSeasonal && last
      ? present.find(({ period }) => period.slice(5) === last.period.slice(5))
      : undefined
  const first = like && like !== last ? like : present[0]
  if (!first || !last) return ''
  const shown = (value: number) => formatValue(measure, value)
  const at = ({ period }: Present) => whenInWords(period, false)
  if (present.length === 1) return `One figure shown: ${formatValueInWords(measure, last.value)} ${at(last)}`
  const now = `${formatValueInWords(measure, last.value)}${isLatest ? '' : ` ${at(last)}, the latest shown`}`
  const [high, low] = [furthest(present, 1), furthest(present, -1)]
  if (shown(high.value) === shown(low.value)) {
    return `${now}, ${high.value > low.value ? 'about ' : ''}as in all shown since ${formatPeriod(first.period)}`
  }
  const isLevel = shown(first.value) === shown(last.value)
  const way = wayOfEvidence(analysis)
  const ends = isLevel
    ? `${now}, as ${at(first)}`
    : `${way * (last.value - first.value) > 0 ? (way > 0 ? 'Rose from' : 'Fell from') : 'From'} ${shown(first.value)} ${at(first)} to ${now}`
  const named = (
    [
      ['high', high],
      ['low', low],
    ] as const
  ).flatMap(([side, { value, period: place }]) => {
    // none is named of what was stored before this was decided once; nor one that is shown as an end is, or lies before both
    const period = analysis.extremes?.[side]
    return period === undefined ||
      (period ?? place) < first.period ||
      [first, last].some((end) => shown(end.value) === shown(value))
      ? []
      : `a ${side} of ${shown(value)}${period ? ` ${whenInWords(period, false)}` : ''}`
  })
  return named.length > 0 ? `${ends}, with ${named.join(' and ')}` : ends
}

type Evidence = Pick<RowAnalysis, 'special'> & Partial<Pick<RowAnalysis, 'variation' | 'byMethod'>>

/** 1 up, −1 down; 0 where there is no evidence of either, or each month stands beside its like. */
function wayOfEvidence({ special, variation = null, byMethod }: Evidence): number {
  const cause = special.at(-1)?.cause
  if (variation === null || variation === 'common_cause' || byMethod?.isSeasonal) return 0
  return byMethod?.direction ?? (cause ? (isHigh(signOfCause[cause]) ? 1 : -1) : 0)
}

/** Nothing where the latest figure has no limits; the run outside them, back to where it began. */
function againstUsualRange(
  measure: Measured,
  present: readonly Present[],
  last: Present,
  { segments, special }: Pick<RowAnalysis, 'segments' | 'special'>,
): string[] {
  const segment = segments.find((one) => covers(one, last.period))
  if (!segment) return []
  const signs = new Map(special.map(({ period, cause }) => [period, signOfCause[cause]]))
  const sideOf = (period: string) => outsides[signs.get(period) ?? 'rising']
  const side = sideOf(last.period)
  // of what was stored before it was asked nothing is called usual
  const range = rangeInWords(segment.isMixed !== false)
  if (side === undefined) {
    // what is told as better or worse than usual for its run lies on one side of the mean
    const latest = signs.get(last.period)
    const sign = latest && signToTell(special, latest)
    return [sign === 'above' || sign === 'below' ? `${sign} its mean` : `within ${range}`]
  }
  const inside = present.findLastIndex(({ period }) => sideOf(period) !== side)
  const limit = formatValue(measure, side === 'above' ? segment.upper : segment.lower)
  // one that is drawn on the limit is no month from which figures are seen beyond it
  const began = present.slice(inside + 1).find(({ value }) => formatValue(measure, value) !== limit) ?? last
  return [
    began.period === last.period
      ? `${side} ${range} ${whenInWords(last.period, false)}`
      : `${side} ${range} since ${formatPeriod(began.period)}`,
  ]
}

function covers({ from, to }: Segment, period: string): boolean {
  return from <= period && period <= to
}

/** Causes that lie outside the limits; every other is a pattern within them. */
const outsides: Partial<Record<SpecialCauseSign, 'above' | 'below'>> = {
  'outside-high': 'above',
  'outside-low': 'below',
}

function notDrawn(points: readonly SeriesPoint[]): string[] {
  const count = (availability: SeriesPoint['availability']) =>
    points.filter((point) => point.availability === availability).length
  const [withheld, missing] = [count('suppressed'), count('missing')]
  return [...(withheld > 0 ? [`${withheld} withheld`] : []), ...(missing > 0 ? [`${missing} missing`] : [])]
}
