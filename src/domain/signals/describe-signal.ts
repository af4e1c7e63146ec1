import { roundingStep } from '../disclosure/protect.ts'
import { pairOfMeans } from '../findings/figure-words.ts'
import { formatValueInWords, type Measured } from '../measures/format.ts'
import { carriesOver, type Direction, type KpiDefinition } from '../measures/measure.ts'
import { movementSince } from '../movement/find-movement.ts'
import {
  type DatedFigures,
  driftInWords,
  isFasterSince,
  type MovementInWords,
  movementInWords,
  overLast,
} from '../movement/movement-words.ts'
import { isPlainBesideRounding } from '../movement/plain-beside-rounding.ts'
import { rowOfStep } from '../movement/step-of.ts'
import { stepToTell } from '../movement/step-words.ts'
import { movementToTell, paceToTell } from '../movement/told-movement.ts'
import { formatPeriod, whenInWords } from '../periods/labels.ts'
import { type Observation, presentValues } from '../spc/observation.ts'
import { figuresWithoutSeason } from '../spc/season.ts'
import { meanOf, medianOf } from '../statistics/centre.ts'

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
  /** all that was tested, in order: what is said of the last months is looked for in them */
  figures: DatedFigures
  isRounded: boolean
  /** where `figures` are rounded for publication: the same as they were received, of the same periods */
  received: readonly Observation[] | null
}

/** What of a flagged change the figures must bear out. */
type SeenSignal = Pick<
  SignalToWord,
  'kind' | 'direction' | 'before' | 'after' | 'expected' | 'latest' | 'since' | 'figures'
>

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
  const ofSeason = besideSeason(signal)
  if (ofSeason !== null) return ofSeason.title
  if (expected !== null) return departureInWords(signal, expected).title
  const ofList = listInWords(signal)
  if (ofList !== null) return ofList.title
  switch (kind) {
    case 'step':
      return `${direction > 0 ? 'higher' : 'lower'} since ${from}`
    case 'spike':
      return `far ${direction > 0 ? 'above' : 'below'} the months before`
    case 'drift':
      return driftTitle(signal)
    case 'variation':
      return `moving ${direction > 0 ? 'more' : 'less'} from month to month since ${from} than before`
    case 'mix':
      return mixInWords(signal)
  }
}

/** @example 'Self-neglect in Southall' */
export function subjectOf({
  name,
  memberLabel,
  place,
}: Pick<SignalToWord, 'name' | 'memberLabel' | 'place'>): string {
  const what = memberLabel ?? name
  return place === null ? what : `${what} ${place}`
}

function changeInWords(signal: SignalToWord): string {
  const { kind, latest, measure, isSnapshot } = signal
  const ofSeason = besideSeason(signal)
  if (ofSeason !== null) return ofSeason.clause
  if (signal.expected !== null) return departureInWords(signal, signal.expected).clause
  const ofList = listInWords(signal)
  if (ofList !== null) return ofList.clause
  switch (kind) {
    case 'step':
      return `${titleOf(signal)}${levelsInWords(signal)}`
    case 'spike':
      return `${latestInWords(measure, latest, isSnapshot)}, ${titleOf(signal)}${beforeInWords(signal)}`
    case 'drift': {
      const drift = titleOf(signal)
      // a clause with a comma of its own is set off by more than one
      const pause = drift.includes(',') ? ';' : ','
      return `${drift}${pause} ${latestInWords(measure, latest, isSnapshot)}${againstInWords(signal)}`
    }
    case 'variation':
      return titleOf(signal)
    case 'mix':
      return mixInWords(signal)
  }
}

/**
 * Of figures that follow the time of year, which the test took off: means of other months are no measure of these, and
 * how they move is the calendar's. Null where no season is plain, and of a mix, whose season is that of all its parts.
 */
function besideSeason(signal: SignalToWord): MovementInWords | null {
  const { kind, direction, since, expected, figures, latest, measure, isSnapshot } = signal
  if (kind === 'mix' || figuresWithoutSeason(figures.values) === null) return null
  const isUp = kind === 'variation' || expected === null ? direction > 0 : signal.after > expected
  const comparative = isUp ? 'higher' : 'lower'
  const now = latestInWords(measure, latest, isSnapshot)
  switch (kind) {
    case 'step': {
      const title = `${comparative} for the time of year since ${formatPeriod(since)}`
      return { clause: title, title }
    }
    case 'spike': {
      const title = `far ${isUp ? 'above' : 'below'} what is usual for the time of year`
      return { clause: `${now}, ${title}`, title }
    }
    case 'drift': {
      const title = `${comparative} for the time of year ${overLast(figures, figures.periods.indexOf(since))}`
      return { clause: `${title}; ${now}`, title }
    }
    case 'variation': {
      const title = `moving ${isUp ? 'more' : 'less'} from month to month, beside its season, since ${formatPeriod(since)}`
      return { clause: title, title }
    }
  }
}

/**
 * In the present where it holds of the last months too, else with the span of which it is true. Of rounded figures
 * whether it goes on is told only where rounding cannot hide it: officers read it of the figures as they were received.
 */
function driftTitle({ figures, since, direction, latest, measure, isRounded }: SignalToWord): string {
  const start = figures.periods.indexOf(since)
  const movement = movementSince(figures.values, start, direction)
  const isBack = (latest.value - (figures.values[start] ?? latest.value)) * direction <= 0
  const isHidden =
    isRounded && movement !== null && !isPlainBesideRounding(figures.values, movement, roundingStep(measure))
  return movement === null || isHidden || (movement.kind === 'going-on' && isBack)
    ? `${direction > 0 ? 'higher' : 'lower'} ${besideBefore(figures, start)}`
    : driftInWords(figures, movement)
}

/** Over more than a year figures may have been on both sides of what was before: the latest alone is held against it. */
function besideBefore(figures: DatedFigures, start: number): string {
  return figures.periods.length - start > 12
    ? `than before ${formatPeriod(figures.periods[start] ?? '')}`
    : overLast(figures, start)
}

/**
 * A list that goes on falling is no news; one that does not fall as it did is. What a reader sees of it comes first,
 * from the figures themselves; what the test held it to is a mean of months, and is told as one.
 */
function departureInWords(signal: SignalToWord, expected: number): MovementInWords {
  const { after, measure, since, isRounded } = signal
  const pair = pairOfMeans(measure, expected, after, isRounded)
  const means =
    pair === null
      ? ''
      : `; the mean since ${formatPeriod(since)} is ${pair.after}, where the trend before led to ${pair.before}`
  const { clause, title } = seenInFigures(signal, expected) ?? besideTrend(signal, expected)
  return { clause: `${clause}${means}`, title }
}

/**
 * A list keeps its people, so a new level of it is told as the way there: since when it has been moving, or that it
 * moves faster than it did. What it stood at on average before says little of a list that was moving already.
 */
function listInWords(signal: SignalToWord): MovementInWords | null {
  const { measure, kind, direction, figures, since } = signal
  if (!carriesOver(measure.aggregation) || (kind !== 'step' && kind !== 'drift')) return null
  const movement = movementToTell(signal)
  if (movement?.direction !== direction) return null
  const isFaster = isFasterSince(figures, movement, figures.periods.indexOf(since))
  return (
    (isFaster ? paceToTell(measure, signal, movement, since) : null) ??
    stepToTell(measure, signal, movement, since) ??
    movementInWords(measure, figures, movement)
  )
}

function seenInFigures(signal: SignalToWord, expected: number): MovementInWords | null {
  const movement = movementToTell(signal)
  if (!movement) return null
  const isOldTrend = movement.direction === Math.sign(expected - signal.before)
  // a level that dropped below its falling trend and goes on as before does not fall "more slowly", nor faster
  const isBeyond = (signal.after - expected) * movement.direction > 0
  const { figures, received, since } = signal
  const row = figures.periods.indexOf(since)
  const isStep = rowOfStep(received ?? figures.values, movement, row) !== null
  if (isOldTrend && isBeyond && (isStep || !isFasterSince(figures, movement, row))) return null
  const pace = isOldTrend ? paceToTell(signal.measure, signal, movement, signal.since) : null
  return pace ?? movementInWords(signal.measure, signal.figures, movement)
}

/** Where no movement is plain beside the noise, the mean of the months since is all that there is to tell. */
function besideTrend({ after, since }: SignalToWord, expected: number): MovementInWords {
  const words = `${after > expected ? 'above' : 'below'} where its trend before led, since ${formatPeriod(since)}`
  return { clause: words, title: words }
}

/**
 * Whether the figures went the way that the test says. A test that allows for each month being like the one before
 * can flag a change against a level that the plain means do not show; 'higher' beside a lower figure would be false,
 * and so would any meaning taken from it.
 *
 * @example a step up, mean 15.8 before and 15.3 since → false
 */
export function isBorneOut(signal: SeenSignal): boolean {
  const { kind, direction, before, after, expected, latest, since, figures } = withoutSeason(signal) ?? signal
  if (expected !== null && kind !== 'variation') return direction * (after - expected) > 0
  switch (kind) {
    case 'variation':
      return isUsualStepChanged(figures, since, direction)
    case 'step':
      return direction * (after - before) > 0 && !isOver(figures, before, direction)
    case 'mix': {
      const earlier = figures.values.slice(0, figures.periods.indexOf(since))
      return direction * (after - before) > usualStep(earlier) / 2
    }
    case 'spike':
      return direction * (latest.value - before) > 0 && isBeyondAll(figures, direction)
    case 'drift':
      return direction * (latest.value - before) > 0
  }
}

/** As it was tested, where figures follow the time of year; null where they do not. */
function withoutSeason(signal: SeenSignal): SeenSignal | null {
  const { kind, figures, since, latest } = signal
  const values = kind === 'mix' ? null : figuresWithoutSeason(figures.values)
  const start = figures.periods.indexOf(since)
  if (values === null || start < 1) return null
  const [before, after] = [values.slice(0, start), values.slice(start)].map((own) =>
    meanOf(presentValues(own)),
  )
  if (before === undefined || after === undefined) return null
  const value = presentValues(values).at(-1) ?? latest.value
  return {
    ...signal,
    figures: { ...figures, values },
    before,
    after,
    expected: null,
    latest: { ...latest, value },
  }
}

/** So many months back nothing lies as far as what is told as "far above the months before". */
const monthsBefore = 24

/** @example 0 5 2 0 5 0, and then 5 → false */
function isBeyondAll({ values }: DatedFigures, direction: -1 | 1): boolean {
  const present = presentValues(values)
  const latest = present.at(-1)
  return (
    latest !== undefined &&
    present.slice(-monthsBefore - 1, -1).every((value) => direction * (latest - value) > 0)
  )
}

/** "Higher since" is over where the last two figures are both no higher than the level before. */
function isOver({ values }: DatedFigures, before: number, direction: -1 | 1): boolean {
  return presentValues(values)
    .slice(-2)
    .every((value) => direction * (value - before) <= 0)
}

/** One figure that jumps makes a stretch vary more by itself: the usual step must have changed by a quarter as well. */
const stepRatio = 1.25

function isUsualStepChanged({ periods, values }: DatedFigures, since: string, direction: -1 | 1): boolean {
  const start = periods.indexOf(since)
  const [earlier, later] = [values.slice(0, start), values.slice(start)].map(usualStep)
  if (earlier === undefined || later === undefined) return false
  return direction > 0 ? later >= stepRatio * earlier : earlier >= stepRatio * later
}

function usualStep(values: readonly Observation[]): number {
  const present = presentValues(values)
  return medianOf(present.slice(1).map((value, row) => Math.abs(value - (present[row] ?? value))))
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
