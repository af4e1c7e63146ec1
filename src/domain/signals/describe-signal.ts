import { pairOfMeans } from '../findings/figure-words.ts'
import { formatValueInWords, type Measured } from '../measures/format.ts'
import type { Direction, KpiDefinition } from '../measures/measure.ts'
import { formatPeriod, whenInWords } from '../periods/labels.ts'

type SignalKind = 'step' | 'spike' | 'drift' | 'variation' | 'mix'

export interface SignalToWord {
  /** the measure: 'Enquiries by type of abuse' */
  name: string
  /** the category, as it is labelled: 'Self-neglect'; null for the whole */
  memberLabel: string | null
  /** 'in Southall', 'for people aged 65 and over'; null without a place */
  place: string | null
  measure: Measured & Pick<KpiDefinition, 'aggregation'>
  isSnapshot: boolean
  kind: SignalKind
  direction: -1 | 1
  /** the period in which it began */
  since: string
  /** means of the periods before and of those since; for a mix, shares in percent */
  before: number
  after: number
  /** where a steady trend went before: the mean that the periods since would have had on it; else null */
  expected: number | null
  /** what a mix is a mix of: 'types', 'locations' */
  categories: string | null
  latest: { period: string; value: number }
  isRounded: boolean
}

/**
 * One sentence for a flagged change: what, where, since when, how much; not why, and not whether it is good.
 *
 * @example 'Self-neglect in Southall: higher since Apr 2025, about 6 a month against about 2 before.'
 */
export function describeSignal(signal: SignalToWord): string {
  return `${subjectOf(signal)}: ${changeInWords(signal)}.`
}

/** The same without its subject, and without its figures for a title. */
export function clauseOfSignal(signal: SignalToWord): { clause: string; title: string } {
  return { clause: changeInWords(signal), title: titleOf(signal) }
}

function titleOf(signal: SignalToWord): string {
  const { kind, direction, since, expected } = signal
  const from = formatPeriod(since)
  if (expected !== null) return `${departureWords(signal, expected)} since ${from}`
  switch (kind) {
    case 'step':
      return `${direction > 0 ? 'higher' : 'lower'} since ${from}`
    case 'spike':
      return `far ${direction > 0 ? 'above' : 'below'} the months before`
    case 'drift':
      return `drifting ${direction > 0 ? 'up' : 'down'} since ${from}`
    case 'variation':
      return `moving ${direction > 0 ? 'more' : 'less'} from month to month since ${from} than before`
    case 'mix':
      return mixInWords(signal)
  }
}

function subjectOf({ name, memberLabel, place }: SignalToWord): string {
  const what = memberLabel ?? name
  return place === null ? what : `${what} ${place}`
}

function changeInWords(signal: SignalToWord): string {
  const { kind, latest, measure, isSnapshot } = signal
  if (signal.expected !== null) return departureInWords(signal, signal.expected)
  switch (kind) {
    case 'step':
      return `${titleOf(signal)}${levelsInWords(signal)}`
    case 'spike':
      return `${latestInWords(measure, latest, isSnapshot)}, ${titleOf(signal)}${beforeInWords(signal)}`
    case 'drift':
      return `${titleOf(signal)}, ${latestInWords(measure, latest, isSnapshot)}${againstInWords(signal)}`
    case 'variation':
      return titleOf(signal)
    case 'mix':
      return mixInWords(signal)
  }
}

/** A list that goes on falling is no news; one that does not fall as it did is. */
function departureInWords(signal: SignalToWord, expected: number): string {
  const { after, measure, isRounded } = signal
  const pair = pairOfMeans(measure, expected, after, isRounded)
  const amount = pair === null ? '' : `, ${pair.after} where the trend before led to ${pair.before}`
  return `${titleOf(signal)}${amount}`
}

function departureWords({ direction, before }: SignalToWord, expected: number): string {
  const trend = Math.sign(expected - before)
  const way = trend > 0 ? 'rising' : 'falling'
  return direction === trend ? `${way} faster than before` : `not ${way} as it did`
}

/**
 * Whether the figures went the way that the test says. A test that allows for each month being like the one before
 * can flag a change against a level that the plain means do not show; 'higher' beside a lower figure would be false,
 * and so would any meaning taken from it.
 *
 * @example a step up, mean 15.8 before and 15.3 since → false
 */
export function isBorneOut({
  kind,
  direction,
  before,
  after,
  expected,
  latest,
}: Pick<SignalToWord, 'kind' | 'direction' | 'before' | 'after' | 'expected' | 'latest'>): boolean {
  if (expected !== null && kind !== 'variation') return direction * (after - expected) > 0
  switch (kind) {
    case 'variation':
      return true
    case 'step':
    case 'mix':
      return direction * (after - before) > 0
    case 'spike':
    case 'drift':
      return direction * (latest.value - before) > 0
  }
}

function levelsInWords(signal: SignalToWord): string {
  const { measure, before, after, isRounded } = signal
  const pair = pairOfMeans(measure, before, after, isRounded)
  if (pair === null) return ''
  const isFlow = measure.aggregation === 'S' || measure.aggregation === 'X'
  const each = measure.unit === 'count' && isFlow ? ' a month' : ''
  return `, ${pair.after}${each} against ${pair.before} before`
}

function beforeInWords(signal: SignalToWord): string {
  const before = meanBefore(signal)
  return before === null ? '' : ` (${before})`
}

/** Null where the latest figure and the mean would be told alike. */
function meanBefore({ measure, before, latest, isRounded }: SignalToWord): string | null {
  return pairOfMeans(measure, before, latest.value, isRounded)?.before ?? null
}

function latestInWords(measure: Measured, latest: SignalToWord['latest'], isSnapshot: boolean): string {
  return `${formatValueInWords(measure, latest.value)} ${whenInWords(latest.period, isSnapshot)}`
}

function againstInWords(signal: SignalToWord): string {
  const before = meanBefore(signal)
  return before === null ? '' : ` against ${before} before`
}

function mixInWords({ categories, before, after, direction, since, isRounded }: SignalToWord): string {
  const share: Measured = { unit: 'percent', decimals: 0 }
  const pair = pairOfMeans(share, before, after, isRounded)
  const verb = direction > 0 ? 'rose' : 'fell'
  const amount = pair === null ? '' : ` from ${pair.before} to ${pair.after}`
  const whole = categories === null ? 'the whole' : `all ${categories}`
  return `its share of ${whole} ${verb}${amount}, since ${formatPeriod(since)}`
}

/**
 * What a change means, by which way is good. More or less variation is neither better nor worse by itself, and a
 * share of a mix only says where to look.
 *
 * @example direction 'down', a step up → 'concern'
 */
export function meaningOfSignal(
  good: Direction,
  { kind, direction }: Pick<SignalToWord, 'kind' | 'direction'>,
): 'improvement' | 'concern' | 'neutral' {
  if (good === 'neutral' || kind === 'variation' || kind === 'mix') return 'neutral'
  return direction > 0 === (good === 'up') ? 'improvement' : 'concern'
}
