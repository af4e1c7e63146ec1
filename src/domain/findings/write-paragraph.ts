import { countOf, formatValueInWords, numberInWords } from '../measures/format.ts'
import { formatDate, formatObservedAt, formatPeriod } from '../periods/labels.ts'
import { isPresent } from '../spc/observation.ts'
import { reachInWords, requiredInWords } from './ahead-words.ts'
import { figureAt, gapInWords } from './figure-words.ts'
import type { FindingState } from './finding-state.ts'
import type { ParagraphContext } from './paragraph-context.ts'
import { changeInWords, type FindingSubject, targetInWords, writeFigure } from './write-finding.ts'

/**
 * The finding at length, in short sentences: figure and comparison, evidence of change and since when, usual range,
 * target, plan, what lies ahead, what it would take, and what to bear in mind. Nothing is said of a part that the
 * context leaves out, and change is claimed as the finding claims it.
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
    ...changeSentences(subject, state),
    ...usualRangeSentence(subject, context),
    ...planSentence(subject, context),
    ...targetSentences(subject, state, context),
    ...caveatSentences(subject, context),
  ]
  return sentences.join(' ')
}

/** Where the latest figure is missing, the last one held. */
function lastFigureSentence(
  { measure, periods, values, isSnapshot }: FindingSubject,
  { change }: FindingState,
): string[] {
  const row = values.findLastIndex(isPresent)
  const value = values[row]
  const period = periods[row]
  if (change.kind !== 'latest-missing' || !isPresent(value) || period === undefined) return []
  return [`The last figure held is ${figureAt(measure, value, period, isSnapshot)}.`]
}

function changeSentences(subject: FindingSubject, { change }: FindingState): string[] {
  const words = changeInWords(change)
  if (words === '' || subject.periods.length === 0) return []
  const [claim = '', sign = ''] = words.split(': ')
  if (change.kind !== 'special-cause') return [sentence(words)]
  const since = change.figures > 1 ? subject.periods.at(-change.figures) : undefined
  const from = since === undefined ? '' : `, from ${formatObservedAt(since, subject.isSnapshot)} on`
  return [sentence(claim), sentence(`${sign}${from}`)]
}

function usualRangeSentence({ measure }: FindingSubject, { usualRange }: ParagraphContext): string[] {
  if (!usualRange) return []
  const shown = (value: number) => formatValueInWords(measure, value)
  const { mean, lower, upper, isTrial } = usualRange
  const [from, to] = [shown(withinReason(measure.unit, lower)), shown(upper)]
  const trial = isTrial ? ' This range rests on few figures and may move.' : ''
  return from === to
    ? [`Every figure is ${from}.`]
    : [`The usual range is ${from} to ${to}, around a mean of ${shown(mean)}.${trial}`]
}

/** Limits are worked out without bounds; a count below nothing is no part of a range that anyone could see. */
function withinReason(unit: FindingSubject['measure']['unit'], lower: number): number {
  return unit === 'pounds' ? lower : Math.max(0, lower)
}

function planSentence({ measure }: FindingSubject, { plan }: ParagraphContext): string[] {
  if (!plan) return []
  const gap = gapInWords(measure, plan.gap)
  const planned = `The plan has ${formatValueInWords(measure, plan.planned)} for this point`
  if (gap === 'level with plan') return [`${planned}, so the figure is level with plan.`]
  const place = `${planned}, so the figure is ${gap}`
  const { monthsAhead } = plan
  if (monthsAhead === null || monthsAhead === 0) return [`${place}.`]
  const months = countOf(Math.abs(monthsAhead), 'month')
  return [`${place}: about ${months} ${monthsAhead > 0 ? 'ahead' : 'behind'}.`]
}

function targetSentences(subject: FindingSubject, state: FindingState, context: ParagraphContext): string[] {
  const { target, measure } = subject
  if (target === null) return []
  const assurance = targetInWords(subject, state)
  const { reach, chanceByDate, targetDate } = context
  const asksWhen = reach !== null && reach.kind !== 'met'
  return [
    ...(assurance === '' ? [] : [sentence(assurance)]),
    ...(reach === null ? [] : reachInWords(measure, target, reach)),
    ...(asksWhen && chanceByDate !== null && targetDate !== null
      ? [`The chance of meeting it by ${formatDate(targetDate)} is ${chanceInWords(chanceByDate)}.`]
      : []),
    ...(asksWhen ? requiredInWords(measure, target, context) : []),
  ]
}

/** A forecast is not so sure of itself as to tell 37% from 40%, or to call anything certain. */
function chanceInWords(chance: number): string {
  if (chance < 0.05) return 'less than 1 in 20'
  if (chance > 0.95) return 'more than 19 in 20'
  const tenths = Math.min(9, Math.max(1, Math.round(chance * 10)))
  return `about ${tenths} in 10`
}

function caveatSentences(
  { isProvisional, values, periods, isSnapshot }: FindingSubject,
  { caveats }: ParagraphContext,
): string[] {
  const missing = values.filter((value) => !isPresent(value)).length
  const latest = periods.at(-1)
  return [
    ...(isProvisional && latest !== undefined && isPresent(values.at(-1))
      ? [`The figure for ${formatObservedAt(latest, isSnapshot)} may still change.`]
      : []),
    ...(caveats.isOverdue ? ['A newer figure is overdue.'] : []),
    ...(missing > 0
      ? [
          `${capital(numberInWords(missing))} of ${values.length} figures ${missing === 1 ? 'is' : 'are'} missing.`,
        ]
      : []),
    ...caveats.breaks.map(
      ({ date, title }) =>
        `Figures before and after ${formatPeriod(date.slice(0, 7))} do not compare: ${title}.`,
    ),
    ...(caveats.isRounded ? ['Worked out from rounded figures.'] : []),
  ]
}

function sentence(words: string): string {
  return `${capital(words)}.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
