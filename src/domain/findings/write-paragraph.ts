import { firstComparable } from '../figures/comparability.ts'
import { besidePlan } from '../measures/apart.ts'
import { formatValue, formatValueInWords, type Measured, workedOut } from '../measures/format.ts'
import { capital } from '../measures/letter-case.ts'
import { meetsBound } from '../measures/measure.ts'
import { possibleRange } from '../measures/possible-range.ts'
import { formatObservedAt, formatPeriod } from '../periods/labels.ts'
import { frequencyOf, periodsInMonths } from '../periods/period.ts'
import { isPresent } from '../spc/observation.ts'
import type { SpecialCauseSign } from '../spc/signs.ts'
import { chancesInWords, reachInWords, type SeenOfTarget, staysInWords } from './ahead-words.ts'
import { caveatSentences } from './caveat-words.ts'
import { courseInWords } from './course.ts'
import { gapInWords, monthsInWords } from './difference-words.ts'
import { doubtedInWords } from './doubted-words.ts'
import { figureAt } from './figure-words.ts'
import type { FindingState, ShiftInState } from './finding-state.ts'
import type { ParagraphContext } from './paragraph-context.ts'
import { requiredInWords } from './required-words.ts'
import { decimalsBesideLimits, decimalsOfFigure, wholeWithin } from './tell-apart.ts'
import { changeInWords, type FindingSubject, targetInWords, writeFigure } from './write-finding.ts'

/**
 * The finding at length, in short sentences: figure and comparison, evidence of change and since when, usual range,
 * plan, target and what lies ahead, what it would take, and what to bear in mind. Nothing is said of a part that
 * the context leaves out, and change is claimed as the finding claims it.
 *
 * @example 'Waiting for OT assessment: 309 people waiting on 30 Sep 2025, 21 fewer than a year before. There is no
 * evidence of real change. The usual range is 280 to 330, around a mean of 305. …'
 */
export function writeParagraph(
  subject: FindingSubject,
  state: FindingState,
  context: ParagraphContext,
): string {
  const sentences = [
    `${writeFigure({ ...subject, planGap: null })}.`,
    ...lastFigureSentence(subject, state),
    ...changeSentence(subject, state, context),
    ...courseSentences(subject, state, context),
    ...usualRangeSentences(subject, state, context),
    ...planSentence(subject, context),
    ...targetSentences(subject, state, context),
    ...(subject.periods.length === 0 ? [] : caveatSentences(subject, state, context.caveats)),
  ]
  return sentences.join(' ')
}

/** Where the latest figure is missing, the last one held; where a later one is withheld, the last shown. */
function lastFigureSentence(
  { measure, periods, values, isSnapshot, isLaterWithheld = false }: FindingSubject,
  { change }: FindingState,
): string[] {
  const row = values.findLastIndex(isPresent)
  const value = values[row]
  const period = periods[row]
  if (change.kind !== 'latest-missing' || !isPresent(value) || period === undefined) return []
  return [
    `The last figure ${isLaterWithheld ? 'shown' : 'held'} is ${figureAt(measure, value, period, isSnapshot)}.`,
  ]
}

/** With the periods whose figures show the sign, counted back as the state counts them. */
function changeSentence(
  { periods, isSnapshot, measure }: FindingSubject,
  { change }: FindingState,
  { doubted }: ParagraphContext,
): string[] {
  if (change.kind === 'not-judged' && doubted) return [doubtedInWords(measure, isSnapshot, doubted)]
  const words = changeInWords(measure, change)
  if (words === '' || periods.length === 0) return []
  if (change.kind !== 'special-cause' || change.shift || change.figures <= 1) return [sentence(words)]
  // from when to when would say how many
  if (change.isSevenOrMore && !isOutside(change.sign)) return [sentence(words)]
  const [first, last] = [periods.at(-change.figures), periods.at(-1)].map((period = '') =>
    formatObservedAt(period, isSnapshot),
  )
  // when a run began is no date of a change: it may only be where an earlier one was broken
  return [sentence(isOutside(change.sign) ? `${words}, from ${first} on` : `${words} (${first} to ${last})`)]
}

function isOutside(sign: SpecialCauseSign): boolean {
  return sign === 'outside-high' || sign === 'outside-low'
}

/** Where nothing has changed since, how it came there: elsewhere the change itself is what there is to tell. */
function courseSentences(
  { measure, isSnapshot }: FindingSubject,
  { change }: FindingState,
  { course }: ParagraphContext,
): string[] {
  return course && change.kind === 'common-cause' ? courseInWords(measure, isSnapshot, course) : []
}

/** In place of a range, which would be none for figures of every month. */
const besideOtherYears =
  'The figures follow the time of year, which is allowed for by the same months of other years.'

function usualRangeSentences(
  subject: FindingSubject,
  state: FindingState,
  { usualRange }: ParagraphContext,
): string[] {
  if (state.change.kind === 'by-method' && state.change.isSeasonal) return [besideOtherYears]
  if (!usualRange) return []
  const { mean, isTrial } = usualRange
  const [lower, upper] = toldLimits(subject, usualRange)
  const measure = measureOfRange(subject, { lower, upper })
  const from = formatValue(measure, lower)
  const shift = state.change.kind === 'special-cause' ? state.change.shift : null
  if (shift) return rangeSinceShift(measure, shift, [lower, upper])
  if (usualRange.mixed) {
    const { within, of } = usualRange.mixed
    return [
      `The limits drawn, ${from} to ${formatValueInWords(measure, upper)}, hold ${within} of ${of} figures: they take in more than one level.`,
    ]
  }
  if (from === formatValue(measure, upper)) return []
  const levelSince = state.change.kind === 'special-cause' ? state.change.levelSince : undefined
  const which = levelSince === undefined ? 'The' : `Since ${formatPeriod(levelSince)} the`
  return [
    `${which} usual range is ${from} to ${formatValueInWords(measure, upper)}, around a mean of ${formatValueInWords(measure, mean)}${figureBesideRange(subject, measure)}.`,
    ...(isTrial ? ['It rests on few figures and may move.'] : []),
  ]
}

/** The range of the level since first; limits are drawn of the whole stretch until a re-baselining is recorded. */
function rangeSinceShift(
  measure: Measured,
  shift: ShiftInState,
  [lower, upper]: readonly [number, number],
): string[] {
  const [low, high] = visibleLimits(measure, shift)
  return [
    `Since ${formatPeriod(shift.since)} the usual range is ${formatValue(measure, low)} to ${formatValueInWords(measure, high)}, around a mean of ${formatValueInWords(measure, shift.mean)}.`,
    ...(shift.isTrial ? ['It rests on few figures and may move.'] : []),
    `The limits drawn, ${formatValue(measure, lower)} to ${formatValueInWords(measure, upper)}, take in the level before as well.`,
  ]
}

/** With as many decimals as show that a figure outside its range lies outside. */
function measureOfRange(
  { measure, values }: FindingSubject,
  limits: { lower: number; upper: number },
): Measured {
  const latest = values.at(-1)
  if (!isPresent(latest)) return workedOut(measure)
  return { ...workedOut(measure), decimals: decimalsBesideLimits(measure.decimals, latest, limits) }
}

/** The figure itself where its own decimals would hide that it lies outside: '; the figure is 88.6%', beside 89.0%. */
function figureBesideRange({ measure, values }: FindingSubject, { decimals }: Measured): string {
  const latest = values.at(-1)
  if (!isPresent(latest)) return ''
  const own = decimalsOfFigure(measure.decimals, decimals, latest)
  return own === measure.decimals
    ? ''
    : `; the figure is ${formatValueInWords({ ...measure, decimals: own }, latest)}`
}

/** Limits are worked out without bounds; fewer than none, or more than all, is no part of a range to look for. */
export function visibleLimits(
  measure: Measured,
  { mean, lower, upper }: Pick<NonNullable<ParagraphContext['usualRange']>, 'mean' | 'lower' | 'upper'>,
): [number, number] {
  const range = possibleRange(measure, mean)
  return [Math.max(range.lower, lower), Math.min(range.upper, upper)]
}

/** As whole numbers where a count outside them would otherwise look as if it lay on one of them. */
function toldLimits(subject: FindingSubject, usualRange: NonNullable<ParagraphContext['usualRange']>) {
  const [lower, upper] = visibleLimits(subject.measure, usualRange)
  const isHidden = measureOfRange(subject, { lower, upper }).decimals > subject.measure.decimals
  return isHidden ? wholeWithin(subject.measure, { lower, upper }) : ([lower, upper] as const)
}

function planSentence({ measure }: FindingSubject, { plan }: ParagraphContext): string[] {
  if (!plan) return []
  const gap = gapInWords(measure, plan.gap, plan.planned)
  const months = plan.monthsAhead
  const value = plan.planned + plan.gap
  const beside = besidePlan<Measured>(measure, plan.gap, plan.planned)
  const finer = formatValueInWords(beside.figure, value)
  const figure = finer === formatValueInWords(measure, value) ? 'the figure' : `the figure, ${finer},`
  const place = `The plan for this point is ${formatValueInWords(beside.other, plan.planned)}, so ${figure} is ${gap}`
  if (gap === 'level with plan' || months === null || months === 0) return [`${place}.`]
  return [`${place}: about ${monthsInWords(months)}.`]
}

function targetSentences(subject: FindingSubject, state: FindingState, context: ParagraphContext): string[] {
  const { target, measure } = subject
  const { reach, targetDate } = context
  const last = subject.periods.at(-1)
  if (target === null || last === undefined) return []
  const claim = isClaimTold(state, reach) ? targetInWords(subject, state) : ''
  const isMetSaid = claim !== '' && saysThatItIsMet(state)
  const isOpen = reach?.kind !== 'met' && reach?.kind !== 'kept'
  const frequency = frequencyOf(last) ?? 'month'
  return [
    ...(claim === '' ? [] : [sentence(claim)]),
    ...(reach && !isMetSaid
      ? reachInWords(measure, target, reach, frequency, claim !== '', seenOf(subject, target, state, context))
      : []),
    ...(reach ? staysInWords(reach, frequency) : []),
    ...(reach && targetDate !== null ? chancesInWords(reach, frequency, targetDate) : []),
    ...(isOpen ? requiredInWords(measure, target, frequency, context) : []),
  ]
}

/** So many months back it is told how many figures met a target. */
const monthsLately = 24

/** Of figures under the same definition. */
function seenOf(
  { periods, values, breaks = [], isList = false, isRounded = false }: FindingSubject,
  target: number,
  { change }: FindingState,
  { improvement, isSideHidden }: ParagraphContext,
): SeenOfTarget {
  const isChanged =
    isList ||
    change.kind === 'special-cause' ||
    change.kind === 'flagged' ||
    // what is not told may be a change
    (change.kind === 'not-judged' && change.because === 'rounded') ||
    (change.kind === 'by-method' && (change.meaning !== null || change.isSeasonal === true))
  // of rounded figures others may meet it
  if (improvement === 'neutral' || isRounded) return { isChanged, everMet: null, lately: null, isSideHidden }
  const met = values
    .slice(firstComparable(breaks, periods))
    .map((value) => isPresent(value) && meetsBound(value, target, improvement))
  const lately = met.slice(-periodsInMonths(frequencyOf(periods.at(-1) ?? '') ?? 'month', monthsLately))
  const last = periods[periods.length - met.length + met.lastIndexOf(true)]
  return {
    isChanged,
    everMet: met.includes(true),
    lately: lately.filter(Boolean).length,
    lastMet: met.includes(true) ? (last ?? null) : null,
    isSideHidden,
  }
}

/**
 * The forecast answers for the target where it can. What the limits say of it is told beside that only where it is
 * neither the same again nor a second answer to one question.
 */
function isClaimTold({ claim }: FindingState, reach: ParagraphContext['reach']): boolean {
  switch (reach?.kind) {
    case 'chances':
    case 'rounded':
      return false
    case 'kept':
    case 'met':
    case 'reaches':
    case 'not-on-current-trend':
    case 'too-few-points':
    case 'no-question':
    case undefined:
      return claim !== null
  }
}

/** Then that the latest figure meets it need not be said after it. */
function saysThatItIsMet({ claim }: FindingState): boolean {
  return claim?.kind === 'met-in-all' || claim?.kind === 'met-in-last' || claim?.kind === 'met-now'
}

function sentence(words: string): string {
  return `${capital(words)}.`
}
