import { decimalsApart, roundTo } from '../findings/tell-apart.ts'
import { formatDifference, isLevel, type Measured, numberInWords } from '../measures/format.ts'
import { capital } from '../measures/letter-case.ts'
import { formatPeriod } from '../periods/labels.ts'
import { type Frequency, frequencyOf } from '../periods/period.ts'
import { type BeforeAndAfter, fewestEitherSide } from './before-and-after.ts'
import { type Pace, paceInWords } from './pace-beside.ts'
import { writeCounted } from './write-counted.ts'

export interface EventToWord {
  /** as it stands on the plan: 'Surge team in place' */
  title: string
  /** the one in which it came */
  period: string
}

export interface ChangeSubject {
  event: EventToWord
  measure: Measured
  isRounded: boolean
  /** a sentence that says why no estimate suits these figures, as that of a run chart does; null where one does */
  notSuited: string | null
  /** how figures moved on either side, told where nothing can be estimated; null where that is not known */
  pace: { before: Pace; after: Pace } | null
}

type Estimate = Exclude<BeforeAndAfter, { kind: 'overlaps' }> | { kind: 'overlaps'; with: string }
type Effect = Extract<BeforeAndAfter, { kind: 'estimated' }>['level']

/**
 * What came after an event, in words: "after", never "because of". Where neither interval excludes no change,
 * nothing is claimed; where no estimate may be made, the reason.
 *
 * @example level −96 (−130 to −62), slope 0 → 'After ‘Surge team in place’ (May 2025), the level is 96 lower than
 * the trend before. The 98% interval is 62 to 130 lower.'
 */
export function writeChange(subject: ChangeSubject, estimate: Estimate): string {
  const { event, notSuited, isRounded, pace } = subject
  if (notSuited !== null) return `Not compared before and after ${nameOf(event)}. ${notSuited}`
  const isWorkedOut =
    estimate.kind === 'estimated' ||
    estimate.kind === 'counted' ||
    (estimate.kind === 'overlaps' && pace !== null)
  const caveat = isRounded && isWorkedOut ? ' Worked out from rounded figures.' : ''
  return `${resultInWords(subject, estimate)}${caveat}`
}

function resultInWords({ event, measure, pace }: ChangeSubject, estimate: Estimate): string {
  switch (estimate.kind) {
    case 'estimated':
      return estimateInWords(event, measure, estimate)
    case 'counted':
      return writeCounted(nameOf(event), frequencyOf(event.period) ?? 'month', estimate)
    case 'too-few-points':
      return tooFewInWords(event, estimate)
    case 'overlaps':
      return [
        `What came after ${nameOf(event)} cannot be told from what came after ‘${estimate.with}’. ${closeInWords(event)}`,
        ...(pace ? [paceInWords(measure, frequencyOf(event.period) ?? 'month', pace)] : []),
      ].join(' ')
    case 'not-estimable':
      return `Not compared before and after ${nameOf(event)}: the figures vary too little, or have too many gaps.`
  }
}

/** Of quarters and years what is wanting is figures: two events that are years apart are not close in time. */
function closeInWords({ period }: EventToWord): string {
  return frequencyOf(period) === 'month'
    ? 'The two are too close in time.'
    : `Fewer than ${fewestEitherSide} figures lie between the two.`
}

function estimateInWords(
  event: EventToWord,
  measure: Measured,
  { level, slope, slopeBefore }: Extract<BeforeAndAfter, { kind: 'estimated' }>,
): string {
  if (!level.isClaimed && !slope.isClaimed) {
    return `There is no evidence that level or direction changed after ${nameOf(event)}.`
  }
  const claims = [
    level.isClaimed ? levelInWords(measure, level) : null,
    slope.isClaimed ? slopeInWords(measure, slope, slopeBefore, frequencyOf(event.period) ?? 'month') : null,
  ].filter((words) => words !== null)
  const [first = '', second] = claims
  const rest = second === undefined ? '' : ` ${capital(second)}`
  return `After ${nameOf(event)}, ${first}${rest}`
}

/** Against the line that went before, at the period itself. */
function levelInWords(measure: Measured, level: Effect): string {
  const way = level.size > 0 ? 'higher' : 'lower'
  const shown = measureOfEffect(measure, level)
  return `the level is ${formatDifference(shown, level.size)} ${way} than the trend before. ${rangeInWords(shown, level, way)}`
}

/** From what to what: "0.26 lower than before" alone reads as a fall of figures that only stopped rising. */
function slopeInWords(
  measure: Measured,
  slope: Effect,
  before: number | undefined,
  frequency: Frequency,
): string {
  const way = slope.size > 0 ? 'higher' : 'lower'
  const plain = measureOfEffect(measure, slope)
  if (before !== undefined) {
    const shown = finerUntilTheyAdd(plain, before, slope.size)
    return `the figure goes from ${moveInWords(shown, before, frequency)} to ${moveInWords(shown, before + slope.size, frequency)}: ${formatDifference(shown, slope.size)} ${way}. ${rangeInWords(shown, slope, way)}`
  }
  const shown = plain
  return `the change from ${frequency} to ${frequency} is ${formatDifference(shown, slope.size)} ${way} than before. ${rangeInWords(shown, slope, way)}`
}

function moveInWords(measure: Measured, pace: number, frequency: Frequency): string {
  if (isLevel(measure, pace)) return `no change from ${frequency} to ${frequency}`
  return `a ${pace > 0 ? 'rise' : 'fall'} of ${formatDifference(measure, pace)} a ${frequency}`
}

/** A reader who takes the one pace from the other finds the difference that is told: up to two decimals more. */
function finerUntilTheyAdd(measure: Measured, before: number, size: number): Measured {
  const isSum = ({ decimals }: Measured) =>
    roundTo(roundTo(before + size, decimals) - roundTo(before, decimals), decimals) ===
    roundTo(size, decimals)
  const finer = [0, 1, 2].map((more) => ({ ...measure, decimals: measure.decimals + more }))
  return finer.find(isSum) ?? measure
}

/** A claimed interval lies on one side of nothing, so both its ends are told the same way. */
function rangeInWords(measure: Measured, { confidence, lower, upper }: Effect, way: string): string {
  const [least, most] = endsOf(lower, upper)
  return `The ${Number((100 * confidence).toFixed(1))}% interval is ${bare(measure, least)} to ${formatDifference(measure, most)} ${way}.`
}

/** Size and interval are shown alike, so that no size lies outside its interval: '2, and 1.6 to 1.9' would. */
function measureOfEffect(measure: Measured, { size, lower, upper }: Effect): Measured {
  const [least, most] = endsOf(lower, upper)
  return finerUntilApart(finerUntilShown(finerUntilShown(measure, size), least), least, most)
}

function endsOf(lower: number, upper: number): [least: number, most: number] {
  const [a, b] = [Math.abs(lower), Math.abs(upper)]
  return a <= b ? [a, b] : [b, a]
}

/** '1 to 1 day' would be no interval. */
function finerUntilApart(measure: Measured, least: number, most: number): Measured {
  return { ...measure, decimals: decimalsApart(measure.decimals, least, most) ?? measure.decimals }
}

function bare(measure: Measured, size: number): string {
  return formatDifference(measure, size).replace(/ .*/, '')
}

/** One decimal more, or two, where a claimed change would otherwise show as nothing. */
function finerUntilShown(measure: Measured, size: number): Measured {
  const [plain, finer, finest] = [0, 1, 2].map((more) => ({ ...measure, decimals: measure.decimals + more }))
  const isShown = (one: Measured | undefined) => one !== undefined && !isLevel(one, size)
  return [plain, finer].find(isShown) ?? finest ?? measure
}

/** Figures after it will still come; those before it are all that there will ever be. */
function tooFewInWords(
  event: EventToWord,
  { before, after, need }: Extract<BeforeAndAfter, { kind: 'too-few-points' }>,
): string {
  if (before < need) {
    return `What came after ${nameOf(event)} cannot be judged. It takes ${need} figures before it, and ${before === 1 ? 'there is' : 'there are'} ${before === 0 ? 'none' : numberInWords(before)}.`
  }
  return `It is too soon to compare before and after ${nameOf(event)}. It takes ${numberInWords(need - after)} more ${need - after === 1 ? 'figure' : 'figures'}.`
}

function nameOf({ title, period }: EventToWord): string {
  return `‘${title}’ (${formatPeriod(period)})`
}
