import { formatPeriod } from '../periods/labels.ts'
import { type ImpactOutlook, impactOutlookOf, impactOutlookWords } from './impact-outlook.ts'
import type { ImpactState } from './impact-states.ts'
import type { SuccessState } from './judge-success.ts'

/**
 * From state to words, as a table that a person can read: a short one for a cell, a sentence for a reader. Each
 * says what was delivered and what the measure did, and never that one came of the other.
 */
export const impactWords: Record<ImpactState, { short: string; sentence: string }> = {
  'done-measure-met': {
    short: 'done, measure met',
    sentence: 'The milestone is done and its measure of success is met.',
  },
  'done-measure-reached': {
    short: 'done, not yet sustained',
    sentence: 'The milestone is done. Its measure of success is met now, and not yet kept up.',
  },
  'done-measure-met-again': {
    short: 'done, met again',
    sentence: 'The milestone is done. Its measure of success was kept up, then missed, and is met again.',
  },
  'done-measure-lost': {
    short: 'done, not met now',
    sentence: 'The milestone is done. Its measure of success was kept up, and is not met now.',
  },
  'done-measure-improving': {
    short: 'done, measure improving',
    sentence:
      'The milestone is done. Its measure of success is not met, but there is evidence of real improvement since.',
  },
  'done-no-effect-yet': {
    short: 'done, no effect yet',
    sentence:
      'The milestone is done. Its measure of success is not met, and there is no evidence of real change since.',
  },
  'done-measure-worse': {
    short: 'done, measure worse',
    sentence:
      'The milestone is done. Its measure of success is not met, and there is evidence that it has got worse since.',
  },
  'done-measure-not-judged': {
    short: 'done, measure not met',
    sentence:
      'The milestone is done. Its measure of success is not met, and whether it has changed for better or worse is not judged.',
  },
  'too-early-to-say': {
    short: 'too early to say',
    sentence:
      'The milestone is done. Its measure of success is not met, and it is too soon to tell whether anything has changed since.',
  },
  'done-year-not-over': {
    short: 'done, year not over',
    sentence: 'The milestone is done. Its measure of success is of a year that is not over.',
  },
  'late-measure-met-anyway': {
    short: 'off track, measure met',
    sentence: 'The milestone is off track, yet its measure of success is met.',
  },
  'late-measure-reached-anyway': {
    short: 'off track, not sustained',
    sentence: 'The milestone is off track. Its measure of success is met now, and not yet kept up.',
  },
  'late-measure-met-again': {
    short: 'off track, met again',
    sentence:
      'The milestone is off track. Its measure of success was kept up, then missed, and is met again.',
  },
  'late-measure-lost': {
    short: 'off track, measure lost',
    sentence: 'The milestone is off track. Its measure of success was kept up, and is not met now.',
  },
  'late-measure-improving-anyway': {
    short: 'off track, measure improving',
    sentence: 'The milestone is off track, yet there is evidence of real improvement in its measure.',
  },
  'late-measure-not-improving': {
    short: 'off track, not improving',
    sentence:
      'The milestone is off track. Its measure of success is not met, and there is no evidence of real improvement.',
  },
  'late-measure-worse': {
    short: 'off track, measure worse',
    sentence: 'The milestone is off track, and there is evidence that its measure is getting worse.',
  },
  'late-measure-not-judged': {
    short: 'off track, not met',
    sentence:
      'The milestone is off track. Its measure of success is not met, and whether it is changing for better or worse is not judged.',
  },
  'late-year-not-over': {
    short: 'off track, year unfinished',
    sentence: 'The milestone is off track. Its measure of success is of a year that is not over.',
  },
  'open-measure-met-already': {
    short: 'not done, measure met',
    sentence: 'The milestone is not done yet, and its measure of success is met already.',
  },
  'open-on-course': {
    short: 'delivery on track',
    sentence: 'The milestone is not done yet, and no issue threatens its date.',
  },
  'open-at-risk': {
    short: 'delivery at risk',
    sentence: 'The milestone is not done yet, and its date is at risk.',
  },
  'open-not-started': {
    short: 'not started',
    sentence: 'The milestone is not started and not yet due.',
  },
  'judged-by-board': {
    short: 'judged by the board',
    sentence: 'No figure decides the success of this milestone: the board judges it.',
  },
  'no-measure': {
    short: 'no measure set',
    sentence: 'No measure of success was set for this milestone.',
  },
  unknown: {
    short: 'unknown',
    sentence: 'Whether its measure of success is met, for as long as was promised, cannot be told now.',
  },
}

/** Of a latest figure that misses it, where what came before is hidden. */
const notMetNow =
  'The latest figure misses its measure of success; for how long that was kept up before cannot be told.'

/** Nothing can yet have come of what is not done: beside its delivery stands what is to be expected. */
const openStates: ReadonlySet<ImpactState> = new Set(['open-on-course', 'open-at-risk', 'open-not-started'])

/** What was kept up once, or is met just now, is not "not met yet": what has become of it, before what is to be expected. */
const becomeOfIt: Partial<Record<SuccessState['kind'], { short: string; sentence: string }>> = {
  'not-sustained-yet': { short: 'measure not yet kept up', sentence: 'is met now, and not yet kept up' },
  'met-again': { short: 'measure met again', sentence: 'was kept up, then missed, and is met again' },
  lost: { short: 'measure lost', sentence: 'was kept up, and is not met now' },
}

const keptUpByDate: Record<ImpactOutlook, string> = {
  likely: 'It is likely to be kept up by its date if nothing changes.',
  uncertain: 'It may or may not be kept up by its date if nothing changes.',
  unlikely: 'It is not likely to be kept up by its date if nothing changes.',
  unknown: 'The chance that it is kept up by its date cannot be told.',
  'year-not-over': '',
}

function outlookBeside(success: SuccessState['kind'], outlook: ImpactOutlook, tooLateFor: string | null) {
  const become = becomeOfIt[success]
  const plain = impactOutlookWords[outlook]
  if (tooLateFor !== null) {
    const never = `can no longer be kept up for ${tooLateFor} in a row by its date`
    const sentence = become
      ? `Its measure of success ${become.sentence}. It ${never}.`
      : `Its measure of success is not met yet, and ${never}.`
    return { short: plain.short, sentence }
  }
  if (!become || outlook === 'year-not-over') return plain
  return {
    short: outlook === 'unknown' ? become.short : plain.short,
    sentence: `Its measure of success ${become.sentence}. ${keptUpByDate[outlook]}`,
  }
}

export interface ImpactToWord {
  state: ImpactState
  /** what has become of the promise */
  success: SuccessState['kind']
  /** where what has become of it is unknown: whether the latest figure meets it all the same */
  latestMeets?: boolean | null
  /** 0 to 1, that its measure keeps what was promised; null where that cannot be told */
  chance: number | null
  /** the first figure with which before and after can be compared; null where that is not known */
  comparableFrom?: string | null
  /** as many periods in a row as are wanting, where fewer are left before its date: '3 months' */
  tooLateFor?: string | null
  /** why what came after it cannot be told, as a sentence; null where it can */
  whyNotTold?: string | null
}

/**
 * The words of one milestone. Of one that is open, delivery and impact are two facts, and both are said: a date can be
 * safe, and what was promised of the measure out of reach. Of one that is done, from when on it can be told what came
 * after it, or why it cannot.
 *
 * @example open on course with a chance of 0.1 → 'delivery on track, impact unlikely'
 */
export function impactInWords({
  state,
  success,
  latestMeets = null,
  chance,
  comparableFrom = null,
  whyNotTold = null,
  tooLateFor = null,
}: ImpactToWord): { short: string; sentence: string } {
  const words = impactWords[state]
  if (state === 'unknown' && latestMeets === false) return { ...words, sentence: notMetNow }
  if (openStates.has(state)) {
    const outlook: ImpactOutlook = success === 'so-far' ? 'year-not-over' : impactOutlookOf(chance)
    const { short, sentence } = outlookBeside(success, outlook, tooLateFor)
    return { short: `${words.short}, ${short}`, sentence: `${words.sentence} ${sentence}` }
  }
  const more =
    state === 'too-early-to-say' && comparableFrom !== null
      ? `That can be told from the figure for ${formatPeriod(comparableFrom)} on.`
      : state === 'done-measure-not-judged'
        ? whyNotTold
        : null
  return more === null ? words : { ...words, sentence: `${words.sentence} ${more}` }
}
