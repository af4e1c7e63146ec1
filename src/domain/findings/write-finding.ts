import { changeOnYear } from '../figures/change.ts'
import type { DefinitionBreak } from '../figures/comparability.ts'
import { numberInWords } from '../measures/format.ts'
import { capital } from '../measures/letter-case.ts'
import { formatObservedAt, formatPeriod } from '../periods/labels.ts'
import { isPresent, type Observation } from '../spc/observation.ts'
import { runLength } from '../spc/rules.ts'
import { isOfLimits } from './claim-of.ts'
import { claimInWords } from './claim-words.ts'
import { yearInWords } from './comparison-words.ts'
import { gapInWords } from './difference-words.ts'
import { evidence } from './evidence-words.ts'
import { figureAt, pairOfMeans, targetValueInWords, type WordedMeasure } from './figure-words.ts'
import type { ChangeState, FindingState, ShiftInState } from './finding-state.ts'
import {
  besideItsLike,
  flaggedWords,
  lastingWords,
  meaningWords,
  noLimitsWords,
  notJudgedWords,
} from './finding-words.ts'
import { isHedged, type SpecialCauseMeaning } from './meanings.ts'
import { onProvisional } from './provisional-words.ts'
import { signWords } from './sign-words.ts'

export interface FindingSubject {
  /**
   * what the sentence is about; a colon follows, so that singular and plural names both read well: 'Latest figure',
   * 'Waiting for OT assessment'; null of a bare series
   */
  name: string | null
  measure: WordedMeasure
  isSnapshot: boolean
  /** most of those counted are those of the period before: how often it met a target by chance says nothing of now */
  isList?: boolean
  target: number | null
  /** actual minus planned at the latest period; left out or null where there is no plan for it */
  planGap?: number | null
  isProvisional: boolean
  /** the latest figure is held back because numbers are small, not absent */
  isWithheld?: boolean
  /** the figures are rounded; left out where they are as they were received */
  isRounded?: boolean | undefined
  /** a later figure than the last one shown is held and withheld */
  isLaterWithheld?: boolean | undefined
  /** how many of the figures are held and may not be shown; the rest of those without a value is missing */
  withheld?: number
  /** in order, with their values */
  periods: readonly string[]
  values: readonly Observation[]
  /** changes of definition: nothing is compared across one */
  breaks?: readonly DefinitionBreak[]
}

/**
 * One sentence: measure, value, comparison with a year before and with the plan, strength of the evidence, target.
 * Its claim of change is the state's and never stronger.
 *
 * @example 'Waiting for OT assessment: 309 people waiting on 30 Sep 2025 (provisional), 96 fewer than a year before
 * and 38 above plan; there is no evidence of real change.'
 */
export function writeFinding(subject: FindingSubject, state: FindingState): string {
  const clauses = [
    writeFigure(subject),
    changeInWords(subject.measure, state.change),
    targetInWords(subject, state),
  ].filter((clause) => clause !== '')
  return `${clauses.join('; ')}.`
}

/** The latest figure and what it is compared with: facts alone, nothing about whether a change is real. */
export function writeFigure(subject: FindingSubject): string {
  const { name, measure, isSnapshot, isProvisional } = subject
  const period = subject.periods.at(-1)
  const value = subject.values.at(-1)
  if (period === undefined) return about(name, 'there are no figures')
  if (!isPresent(value)) {
    const why = subject.isWithheld ? 'withheld to protect small numbers' : 'missing'
    return about(
      name,
      `the figure for ${formatObservedAt(period, isSnapshot)} is ${why}, so recent change is not judged`,
    )
  }
  const provisional = isProvisional ? ' (provisional)' : ''
  return `${name ?? 'Latest figure'}: ${figureAt(measure, value, period, isSnapshot)}${provisional}${comparisonInWords(subject, period, value)}`
}

/** Of a bare series, which no name opens, the latest figure is named by its period alone. */
function about(name: string | null, words: string): string {
  return name === null ? capital(words) : `${name}: ${words}`
}

function comparisonInWords(subject: FindingSubject, period: string, value: number): string {
  const { measure, planGap } = subject
  const year = yearInWords(
    measure,
    changeOnYear(subject.breaks ?? [], datedValues(subject), { period, value }),
    subject.isRounded,
  )
  const plan = isPresent(planGap) ? gapInWords(measure, planGap, value - planGap) : null
  // one unit serves both: '3 percentage points lower than a year before and 2 below plan'
  const sharedUnit = year !== null && unitWords.test(year) ? plan?.replace(unitWords, '') : plan
  const comparisons = [year, sharedUnit].filter((words) => words != null)
  return comparisons.length === 0 ? '' : `, ${comparisons.join(' and ')}`
}

function datedValues({ periods, values }: FindingSubject) {
  return periods.map((period, row) => ({ period, value: values[row] ?? null }))
}

const unitWords = / (working days?|days?|percentage points?)(?= )/

/** Empty where the missing figure has said it already. */
export function changeInWords(measure: WordedMeasure, change: ChangeState): string {
  switch (change.kind) {
    case 'latest-missing':
      return ''
    case 'not-judged':
      return notJudgedWords[change.because]
    case 'by-method':
      return byMethodInWords(change)
    case 'flagged':
      return `${flaggedWords}: ${change.flag.clause}`
    case 'no-limits':
      return noLimitsWords[change.because]
    case 'common-cause':
      return change.since === undefined
        ? evidence.none.clause
        : `${evidence.none.clause} since ${formatPeriod(change.since)}`
    case 'special-cause':
      if (change.shift) return lastingInWords(measure, change.meaning, change.shift)
      return `${meaningWords[change.meaning]}${restsInWords(change)}: ${signWords[change.sign].clause(figuresInWords(change), change)}`
  }
}

/** How many figures show a sign: of a run at least so many. */
export function figuresInWords({
  figures,
  isSevenOrMore,
}: Extract<ChangeState, { kind: 'special-cause' }>): string {
  return isSevenOrMore ? `${numberInWords(runLength)} or more` : numberInWords(figures)
}

/** What a sign rests on that may still change: ', on one provisional figure'; nothing where it can do without. */
function restsInWords({ provisional, figures }: Extract<ChangeState, { kind: 'special-cause' }>): string {
  return provisional ? `, ${onProvisional(provisional, figures)}` : ''
}

export function targetInWords(
  { target, measure }: Pick<FindingSubject, 'target' | 'measure'>,
  { claim, change }: FindingState,
): string {
  if (target === null || claim === null) return ''
  const shift = change.kind === 'special-cause' ? change.shift : null
  const words = claimInWords(claim, targetValueInWords(measure, target))
  return shift && isOfLimits(claim) ? `at the level since ${formatPeriod(shift.since)}, ${words}` : words
}

/** 'there is evidence of real improvement that has lasted since Mar 2024: about 98% against about 95% before' */
function lastingInWords(measure: WordedMeasure, meaning: SpecialCauseMeaning, shift: ShiftInState): string {
  const { since, before, mean } = shift
  const pair = before === null ? null : pairOfMeans(measure, before, mean, false)
  const levels = pair === null ? '' : `: ${pair.after} against ${pair.before} before`
  return `${lastingWords[meaning].clause} since ${formatPeriod(since)}${levels}, and no evidence of change in the last year`
}

/** What is seen stands for itself where it shows no evidence, and after the evidence where it does. */
function byMethodInWords({
  meaning,
  seen,
  provisional,
  isSeasonal,
}: Extract<ChangeState, { kind: 'by-method' }>): string {
  if (meaning === null) return seen?.clause ?? evidence.none.clause
  const rests = provisional ? `, ${onProvisional(provisional, seen?.figures)}` : ''
  const words = `${besideItsLike(meaningWords[meaning], isSeasonal)}${rests}`
  const isSaid = seen?.isOfLevel && isHedged(meaning)
  return seen && !isSaid ? `${words}: ${seen.clause}` : words
}
