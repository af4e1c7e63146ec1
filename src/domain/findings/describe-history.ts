import type { RowAnalysis, Segment } from '../analysis/edition-analysis.ts'
import { breakBetween, type DefinitionBreak } from '../figures/comparability.ts'
import type { SeriesPoint } from '../figures/figure.ts'
import { formatValue, formatValueInWords, type Measured } from '../measures/format.ts'
import { lowerFirst } from '../measures/letter-case.ts'
import { formatDate, formatPeriod, whenInWords } from '../periods/labels.ts'
import { periodEnd } from '../periods/period.ts'
import { takeInLevels } from '../spc/mixed-limits.ts'
import { type SpecialCauseSign, signOfCause } from '../spc/signs.ts'
import { rangeInWords } from './range-words.ts'
import { signToTell } from './sign-to-tell.ts'

type Present = SeriesPoint & { value: number }

/**
 * What a small line of a series shows, in one sentence: from where it came and to where it went, a high or low on
 * the way that its ends would hide, where it stands against its usual range and since when, and what is not drawn.
 *
 * Figures are compared as they are shown, so that nothing "rose from 12 to 12", and nothing "rose" or "fell" of which
 * there is no evidence of change. It begins after the last change of
 * definition. A missing or withheld figure is never read as a number.
 *
 * @example 500 in Oct 2022 … 415 in Sep 2025, the last seven above the upper limit
 *   → 'Fell from 500 in Oct 2022 to 415; above its usual range since Mar 2025.'
 */
export function describeHistory(
  measure: Measured,
  points: readonly SeriesPoint[],
  breaks: readonly DefinitionBreak[] = [],
  analysis: Pick<RowAnalysis, 'segments' | 'special'> & Partial<Pick<RowAnalysis, 'variation'>> = {
    segments: [],
    special: [],
  },
): string {
  const { changed, comparable } = sinceBreak(points, breaks)
  const present = comparable.filter((point): point is Present => point.value !== null)
  const last = present.at(-1)
  if (!last) return `${['No figure is shown', ...notDrawn(points)].join('; ')}.`
  const isLatest = last.period === points.at(-1)?.period
  const course = describeCourse(measure, present, isLatest, analysis.variation === 'common_cause')
  const sentence = [course, ...againstUsualRange(present, last, analysis), ...notDrawn(comparable)].join('; ')
  return changed === null
    ? `${sentence}.`
    : `Since the definition changed on ${formatDate(changed)}: ${lowerFirst(sentence)}.`
}

/** What may be compared with the latest figure. */
function sinceBreak(points: readonly SeriesPoint[], breaks: readonly DefinitionBreak[]) {
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

/** From the first figure to the last, with the highest or lowest where a quarter of the range lies between it and both. */
function describeCourse(
  measure: Measured,
  present: readonly Present[],
  isLatest: boolean,
  isChance: boolean,
): string {
  const [first] = present
  const last = present.at(-1)
  if (!first || !last) return ''
  const shown = (value: number) => formatValue(measure, value)
  const at = ({ period }: Present) => whenInWords(period, false)
  if (present.length === 1) return `One figure shown: ${formatValueInWords(measure, last.value)} ${at(last)}`
  const now = `${formatValueInWords(measure, last.value)}${isLatest ? '' : ` ${at(last)}, the latest shown`}`
  const high = extreme(present, (a, b) => a > b)
  const low = extreme(present, (a, b) => a < b)
  if (shown(high.value) === shown(low.value)) {
    return `${now}, ${high.value > low.value ? 'about ' : ''}as in all shown since ${formatPeriod(first.period)}`
  }
  const isLevel = shown(first.value) === shown(last.value)
  const ends = isLevel
    ? `${now}, as ${at(first)}`
    : `${isChance ? 'From' : last.value > first.value ? 'Rose from' : 'Fell from'} ${shown(first.value)} ${at(first)} to ${now}`
  const apart = (high.value - low.value) / 4
  const hidden = [
    ...(high.value - Math.max(first.value, last.value) > apart
      ? [`a high of ${shown(high.value)} ${at(high)}`]
      : []),
    ...(Math.min(first.value, last.value) - low.value > apart
      ? [`a low of ${shown(low.value)} ${at(low)}`]
      : []),
  ]
  return hidden.length > 0 ? `${ends}, with ${hidden.join(' and ')}` : ends
}

function extreme(present: readonly Present[], beats: (a: number, b: number) => boolean): Present {
  return present.reduce((best, point) => (beats(point.value, best.value) ? point : best))
}

/** Nothing where the latest figure has no limits; the run outside them, back to where it began. */
function againstUsualRange(
  present: readonly Present[],
  last: Present,
  { segments, special }: Pick<RowAnalysis, 'segments' | 'special'>,
): string[] {
  const segment = segments.find((one) => covers(one, last.period))
  if (!segment) return []
  const signs = new Map(special.map(({ period, cause }) => [period, signOfCause[cause]]))
  const sideOf = (period: string) => outsides[signs.get(period) ?? 'rising']
  const side = sideOf(last.period)
  const own = present.filter(({ period }) => covers(segment, period)).map(({ value }) => value)
  const range = rangeInWords(takeInLevels(own, segment))
  if (side === undefined) {
    // what is told as better or worse than usual for its run lies on one side of the mean
    const latest = signs.get(last.period)
    const sign = latest && signToTell(special, latest)
    return [sign === 'above' || sign === 'below' ? `${sign} its mean` : `within ${range}`]
  }
  const run = [...present].reverse()
  const end = run.findIndex(({ period }) => sideOf(period) !== side)
  const began = run[(end === -1 ? run.length : end) - 1] ?? last
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
