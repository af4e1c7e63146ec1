import { chanceInWords, leastTold, runningInWords } from '../forecast/chance-words.ts'
import { likelihoodName, nowAndThenInWords, oddsName } from '../forecast/odds-words.ts'
import {
  isLikelyBy,
  notLikely,
  outlookOf,
  type ReachChances,
  type ReachedTarget,
  type Stays,
} from '../forecast/reached-target.ts'
import { numberInWords } from '../measures/format.ts'
import { lowerFirst } from '../measures/letter-case.ts'
import { formatDate, formatPeriod } from '../periods/labels.ts'
import type { Frequency } from '../periods/period.ts'
import { targetValueInWords, type WordedMeasure } from './figure-words.ts'

/** What the figures so far show beside a forecast: null where it is not asked. */
export interface SeenOfTarget {
  /** the latest figure shows evidence of change, or a list moves on: how often chance met the target says nothing of now */
  isChanged: boolean
  /** whether any figure held so far meets it */
  everMet: boolean | null
  /** how many figures of the last two years met it */
  lately: number | null
  /** the last period whose figure met it; null where none did, or rounding may hide it */
  lastMet?: string | null
  /** rounding hides on which side of the target the latest figure lies */
  isSideHidden: boolean
}

/**
 * What will come of the target, as an answer to that question and never as a promise: whether it is kept, met now and
 * then by chance, or not likely to be met at all. 'It' where the sentence before has named the target.
 *
 * @example 'If things go on as now, the target of 150 is as likely as not to be kept for 3 months running by Mar 2026.
 * It could be as soon as Jan 2026, or as late as Jul 2026.'
 */
export function reachInWords(
  measure: WordedMeasure,
  target: number,
  reach: ReachedTarget,
  frequency: Frequency,
  isTargetNamed: boolean,
  seen: SeenOfTarget = { isChanged: false, everMet: null, lately: null, isSideHidden: false },
): string[] {
  const goal = isTargetNamed ? 'it' : `the target of ${targetValueInWords(measure, target)}`
  switch (reach.kind) {
    case 'kept':
      return [`${figuresInWords(reach.run)} ${goal}.`]
    case 'chances':
      return reach.run === 0
        ? outlookInWords(goal, reach, frequency, seen)
        : [`${figuresInWords(reach.run)} ${goal}.`, ...outlookInWords('it', reach, frequency, seen)]
    case 'met':
      return [`The latest figure meets ${goal}.`]
    case 'too-few-points':
      return [`There are too few figures to say whether ${goal} will be kept.`]
    case 'rounded':
      return [`Rounding hides whether ${goal} ${seen.isSideHidden ? 'is met and ' : ''}will be kept.`]
    case 'reaches':
    case 'not-on-current-trend':
    case 'no-question':
      return []
  }
}

/**
 * Whether a target that is kept now stays so. Told after the target was named.
 *
 * @example 'If things go on as now, it is not likely to be met in every month to Mar 2026. The chance is less than 5%.'
 */
export function staysInWords(reach: ReachedTarget, frequency: Frequency): string[] {
  if (reach.kind !== 'kept' || !reach.stays) return []
  const { chance, until } = reach.stays
  return [
    `If things go on as now, it is ${likelihoodName(chance, notLikely.kept)} to be met in every ${frequency} to ${formatPeriod(until)}.`,
    `The chance is ${oddsInWords(chance)}.`,
  ]
}

/** The same where there is little room, of a target that is being lost. */
export function losingInWords({ until }: Stays, frequency: Frequency): string {
  return `Its target is met now, and not likely to be in every ${frequency} to ${formatPeriod(until)} if things go on as now.`
}

/** How often a target was met lately; beside the latest figures that meet it, as was just said, what others did. */
function metLatelyInWords(count: number, run: number, lastMet: string | null): string {
  const others = count - run
  if (run > 0 && others <= 0) return 'No other figure of the last two years met it.'
  const figures = `${numberInWords(others)}${run > 0 ? ' other' : ''} ${others === 1 ? 'figure' : 'figures'}`
  return `In the last two years ${figures} met it${run > 0 ? '' : lastInWords(count, lastMet)}.`
}

/** ', the last in Jul 2024': none that came after it did */
function lastInWords(count: number, lastMet: string | null): string {
  return lastMet === null ? '' : `${count === 1 ? ', in' : ', the last in'} ${formatPeriod(lastMet)}`
}

function figuresInWords(run: number): string {
  if (run === 1) return 'The latest figure meets'
  return run === 2 ? 'Both of the last two figures meet' : `Each of the last ${run} figures meets`
}

function outlookInWords(
  goal: string,
  reach: ReachChances,
  frequency: Frequency,
  { isChanged, everMet, lately, lastMet = null }: SeenOfTarget,
): string[] {
  const never = everMet === false && reach.run === 0 ? ['No figure so far meets it.'] : []
  const kept = keptInWords(reach.sustain, frequency)
  const ahead = 'If things go on as now,'
  switch (outlookOf(reach)) {
    case 'not-met':
      return [`${ahead} ${goal} is not likely to be met within 18 months.`]
    case 'kept':
      return [
        `${ahead} ${goal} is ${likelihoodBy(reach)} to be ${kept} by ${formatPeriod(reach.median ?? '')}.`,
        ...spreadInWords(reach),
        ...never,
      ]
    case 'now-and-then':
      if (isChanged) {
        return [
          `${ahead} ${goal} is not likely to be ${kept} within 18 months.`,
          ...(lately ? [metLatelyInWords(lately, reach.run, lastMet)] : []),
        ]
      }
      return [
        `${ahead} ${goal} ${nowAndThenInWords(reach, frequency)}.`,
        `It is not likely to be ${kept} within 18 months.`,
      ]
    case 'not-kept':
      return [
        `${ahead} ${goal} is not likely to be ${kept} within 18 months.`,
        ...(reach.sustain === 1
          ? []
          : [
              `The chance that any ${frequency} within that time meets it is ${oddsInWords(reach.everWithin)}.`,
            ]),
        ...never,
      ]
    case 'open':
      return [
        `${ahead} ${goal} is ${oddsName(reach.keptWithin)} to be ${kept} within 18 months.`,
        `The chance is ${oddsInWords(reach.keptWithin)}.`,
        ...never,
      ]
  }
}

/** 'kept for 3 months running'; 'met' where a single period is all that is asked */
function keptInWords(sustain: number, frequency: Frequency): string {
  return sustain === 1 ? 'met' : `kept ${runningInWords(sustain, frequency)}`
}

/** A month with nothing much before it brings one half and more at once. */
function likelihoodBy(reach: ReachChances): string {
  if (isLikelyBy(reach)) return 'likely'
  return reach.earliest === reach.median ? 'at least as likely as not' : 'as likely as not'
}

function spreadInWords({ earliest, median, latest }: ReachChances): string[] {
  const soon = earliest === null || earliest === median ? null : `as soon as ${formatPeriod(earliest)}`
  const late =
    latest === null
      ? 'more than 18 months away'
      : latest === median
        ? null
        : `as late as ${formatPeriod(latest)}`
  const ends = [soon, late].filter((words) => words !== null)
  return ends.length === 0 ? [] : [`It could be ${ends.join(', or ')}.`]
}

/**
 * The chances of the target by its date: of meeting it in any period until then, and of having kept it. Told after the
 * target was named. A forecast is not so sure of itself as to tell 37% from 40%, or to call anything certain.
 */
export function chancesInWords(reach: ReachedTarget, frequency: Frequency, date: string): string[] {
  if (reach.kind !== 'chances' || reach.everBy === null || reach.keptBy === null) return []
  const [ever, kept] = [oddsInWords(reach.everBy), oddsInWords(reach.keptBy)]
  const by = `by ${formatDate(date)}`
  if (reach.sustain === 1) return [`The chance of meeting it ${by} is ${ever}.`]
  const again = reach.run > 0 ? ' again' : ''
  const meeting = `The chance of meeting it${again} in any ${frequency} ${by} is ${ever}`
  const keeping = keptInWords(reach.sustain, frequency)
  return ever === kept && reach.everBy < leastTold
    ? [`${meeting}.`]
    : [`${meeting}.`, `The chance that it is ${keeping} by then is ${kept}.`]
}

/** The same chance as in a fact beside it, within a sentence. */
function oddsInWords(chance: number): string {
  return lowerFirst(chanceInWords(chance))
}
