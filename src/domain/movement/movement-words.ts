import { paceSizeInWords, sizeInWords } from '../findings/comparison-words.ts'
import { decimalsOfPace, threeDigits } from '../findings/tell-apart.ts'
import { sideBySide } from '../measures/apart.ts'
import { formatValue, formatValueInWords, type Measured, numberInWords } from '../measures/format.ts'
import { formatPeriod } from '../periods/labels.ts'
import { frequencyOf } from '../periods/period.ts'
import { isPresent, type Observation, presentValues } from '../spc/observation.ts'
import { type Movement, plainMove } from './find-movement.ts'
import { fewestSteps, rowOfStep, stepOf } from './step-of.ts'

/** What a movement is found in. */
export interface DatedFigures {
  periods: readonly string[]
  values: readonly Observation[]
}

export interface MovementInWords {
  /** after the name of a measure and a colon, with the figures at its ends */
  clause: string
  /** in about ten words */
  title: string
}

type Ended = Exclude<Movement, { kind: 'going-on' }>

/** In the present only for what holds of the last months; in the past with the span that it is true of. */
interface Verbs {
  going: string
  gone: string
}

const verbsOf = (direction: -1 | 1): Verbs =>
  direction > 0 ? { going: 'rising', gone: 'rose' } : { going: 'falling', gone: 'fell' }

/**
 * A movement as a person sees it: since when, by how much a month, and what came after where it has ended.
 *
 * @example 'falling since Aug 2024, by about 7 a month'; 'fell until Jul 2025, and rose in the last two months';
 * 'fell until Mar 2025, no lower since'; 'fell to 98 and has come back to 145'
 */
export function movementInWords(
  measure: Measured,
  figures: DatedFigures,
  movement: Movement,
): MovementInWords {
  const { from, to } = endsOf(figures, movement)
  const how = howInWords(measure, figures, movement)
  const { going, gone } = verbsOf(movement.direction)
  const shown = sideBySide(measure, [from.value, to.value])
  if (movement.kind === 'going-on') {
    const running = runningInWords(figures, movement)
    return {
      title: `${going} since ${from.at}${how}`,
      clause: `${going} since ${from.at}, from ${shown(from.value)} to ${shown(to.value)}${how}${running ? `, ${running}` : ''}`,
    }
  }
  if (movement.kind === 'come-back') return comeBackInWords(measure, figures, movement)
  const paused = pausedInWords(measure, figures, movement)
  if (paused) return paused
  const after = afterwards(figures, movement)
  const stands = standsSince(measure, figures, movement)
  const extreme =
    stands === null || movement.kind === 'levelled'
      ? ''
      : `, its ${movement.direction > 0 ? 'highest' : 'lowest'}`
  return {
    title: titleOfEnded(figures, movement),
    clause: `${gone} from ${shown(from.value)} in ${from.at} to ${shown(to.value)} in ${to.at}${extreme}${how}${stands ?? after}`,
  }
}

/** From so many steps on, all the same way and none missing, it is told that they are. */
const fewestRunning = 7

/** 'lower nine months running' */
function runningInWords({ periods, values }: DatedFigures, { direction }: Movement): string | null {
  const isStep = (row: number) => {
    const [was, is] = [values[row - 1], values[row]]
    return isPresent(was) && isPresent(is) && (is - was) * direction > 0
  }
  let steps = 0
  while (isStep(values.length - 1 - steps)) steps += 1
  const unit = frequencyOf(periods[0] ?? '') ?? 'month'
  return steps < fewestRunning
    ? null
    : `${direction > 0 ? 'higher' : 'lower'} ${numberInWords(steps)} ${unit}s running`
}

/** Of what is back for the larger part no pace is told: it would be that of the way there alone. */
function comeBackInWords(measure: Measured, figures: DatedFigures, movement: Ended): MovementInWords {
  const { from, to } = endsOf(figures, movement)
  const { gone } = verbsOf(movement.direction)
  const latest = valueAt(figures.values, figures.values.findLastIndex(isPresent))
  const shown = sideBySide(measure, [from.value, to.value, latest])
  const isOnlyOne =
    presentValues(figures.values.slice(movement.to)).filter((one) => one === to.value).length === 1
  const back = `and has come back to ${shown(latest)}`
  return {
    title: `${gone} to ${shown(to.value)} ${back}`,
    clause: `${gone} from ${shown(from.value)} in ${from.at} to ${shown(to.value)}${isOnlyOne ? ` in ${to.at}` : ''} ${back}`,
  }
}

/** Half a year without going further is told as an end, however slow the movement was. */
const fewestToEnd = 6

/**
 * Whether a movement has come to a halt too lately to tell whether it has ended: which figure is the furthest is known
 * by hindsight, at its pace it would have gone no further since than noise hides, and the latest figure has come back
 * from it by less than half of what noise hides.
 *
 * @example 3 a month for 38 months, no lower for three, beside noise of 4 → true; 10 a month, no lower for five → false
 */
export function isPaused(figures: DatedFigures, movement: Movement): boolean {
  const hasEnded = movement.kind === 'halted' || movement.kind === 'levelled'
  if (!hasEnded || movement.figuresSince === 0 || movement.figuresSince >= fewestToEnd) return false
  const plain = plainMove(figures.values)
  const missed = Math.abs(paceBetween(figures, movement.from, movement.to)) * movement.figuresSince
  const latest = valueAt(figures.values, figures.values.findLastIndex(isPresent))
  const back = (valueAt(figures.values, movement.to) - latest) * movement.direction
  return missed < plain && back < plain / 2
}

/** Up to the latest figure, and not to the furthest; null where the latest is not beyond where it came from. */
function pausedInWords(measure: Measured, figures: DatedFigures, movement: Ended): MovementInWords | null {
  const latest = figures.values.findLastIndex(isPresent)
  const [from, to] = [endAt(figures, movement.from), endAt(figures, movement.to)]
  const now = endAt(figures, latest)
  if (
    movement.kind !== 'halted' ||
    !isPaused(figures, movement) ||
    (now.value - from.value) * movement.direction <= 0
  )
    return null
  const { gone } = verbsOf(movement.direction)
  const shown = sideBySide(measure, [from.value, to.value, now.value])
  const side = movement.direction > 0 ? 'higher' : 'lower'
  const since = lastOf(figures, movement.figuresSince)
  return {
    title: `no ${side} ${since}`,
    clause: `${gone} from ${shown(from.value)} in ${from.at} to ${shown(now.value)} in ${now.at}${howInWords(measure, figures, { from: movement.from, to: latest })}; no ${side} ${since} than ${shown(to.value)} in ${to.at}`,
  }
}

/** 'in the last month', 'in the last three months' */
function lastOf({ periods }: DatedFigures, count: number): string {
  const unit = frequencyOf(periods[0] ?? '') ?? 'month'
  return count === 1 ? `in the last ${unit}` : `in the last ${numberInWords(count)} ${unit}s`
}

function titleOfEnded(figures: DatedFigures, movement: Ended): string {
  const { from, to } = endsOf(figures, movement)
  const { gone } = verbsOf(movement.direction)
  const after = afterwards(figures, movement)
  return after === '' ? `${gone} from ${from.at} to ${to.at}` : `${gone} until ${to.at}${after}`
}

/** Where it came to a halt a while ago, between which figures it has stood since. */
function standsSince(measure: Measured, { values }: DatedFigures, movement: Ended): string | null {
  const hasStopped = movement.kind === 'halted' || movement.kind === 'levelled'
  if (!hasStopped || movement.figuresSince < fewestSteps) return null
  const since = presentValues(values.slice(movement.to + 1))
  const [low, high] = [Math.min(...since), Math.max(...since)]
  const [from, to] = [formatValue(measure, low), formatValueInWords(measure, high)]
  return from === formatValue(measure, high) ? null : `, and has stood between ${from} and ${to} since`
}

/**
 * A movement of which one part was steeper than the other; null where either part is too short to tell, or where
 * words cannot tell the two apart. The step to the first figure of the later part is no part of the pace before; and
 * what is a step rather than another pace is not told as one.
 *
 * @param since row of the first figure of the steeper or less steep part
 * @example 'falling faster since Oct 2024, by about 5 a month against about 3 before'
 */
export function paceChangeInWords(
  measure: Measured,
  figures: DatedFigures,
  movement: Movement,
  since: number,
): MovementInWords | null {
  const parts = [
    { from: movement.from, to: lastBefore(figures, since) },
    { from: since, to: movement.to },
  ]
  if (parts.some(({ from, to }) => to - from < fewestSteps || stepOf(figures.values, { from, to })))
    return null
  if (rowOfStep(figures.values, movement, since) !== null) return null
  const before = paceBefore(figures, movement.from, since) * movement.direction
  const later = paceBetween(figures, since, movement.to) * movement.direction
  const decimals = Math.max(decimalsOfPace(measure, before), decimalsOfPace(measure, later))
  const [wordedBefore, wordedLater] = [before, later].map((pace) =>
    sizeInWords({ ...measure, decimals }, threeDigits(pace)),
  )
  if (!(before > 0 && later > 0) || wordedBefore === wordedLater) return null
  const how = later > before ? 'faster' : 'more slowly'
  const { going, gone } = verbsOf(movement.direction)
  const { from, to } = endsOf(figures, { from: since, to: movement.to })
  const paces = `by ${about(wordedLater)} ${each(figures)} against ${about(wordedBefore)} before`
  if (movement.kind === 'going-on') {
    const title = `${going} ${how} since ${from.at}`
    return { title, clause: `${title}, ${paces}` }
  }
  return {
    title: titleOfEnded(figures, movement),
    clause: `${gone} ${how} from ${from.at} to ${to.at}, ${paces}${afterwards(figures, movement)}`,
  }
}

/** Whether a movement is steeper from a row on than it was before; false where either part has no length. */
export function isFasterSince(
  figures: DatedFigures,
  { from, to, direction }: Movement,
  since: number,
): boolean {
  return (paceBetween(figures, since, to) - paceBefore(figures, from, since)) * direction > 0
}

/** A step to a new level is not counted as the pace that led there. */
function paceBefore(figures: DatedFigures, from: number, since: number): number {
  return paceBetween(figures, from, lastBefore(figures, since))
}

function lastBefore({ values }: DatedFigures, row: number): number {
  return values.slice(0, row).findLastIndex(isPresent)
}

/**
 * A drift is looked for over so many months, and nobody knows in which of them it began: no month is named for it.
 *
 * @example 'drifting up over the last 12 months'; 'drifted up until Jul 2025, and fell in the last two months'
 */
export function driftInWords(figures: DatedFigures, movement: Movement): string {
  const way = movement.direction > 0 ? 'up' : 'down'
  return movement.kind === 'going-on'
    ? `drifting ${way} ${overLast(figures, movement.from)}`
    : `drifted ${way} until ${endAt(figures, movement.to).at}${afterwards(figures, movement)}`
}

/** 'over the last 12 months', from a row to the end */
export function overLast({ periods }: DatedFigures, from: number): string {
  return `over the last ${numberInWords(periods.length - from)} ${frequencyOf(periods[0] ?? '') ?? 'month'}s`
}

/** ', and rose in the last two months'; ', no lower since'; ', about level since'; nothing where nothing came after. */
function afterwards(figures: DatedFigures, movement: Ended): string {
  const { figuresSince, kind, direction } = movement
  if (figuresSince === 0) return ''
  if (kind === 'levelled') return ', about level since'
  if (kind === 'come-back') return ', and has come more than half of the way back since'
  if (kind === 'halted') return `, no ${direction > 0 ? 'higher' : 'lower'} since`
  const { gone } = verbsOf(direction > 0 ? -1 : 1)
  return `, and ${gone} ${lastOf(figures, figuresSince)}`
}

function endsOf(figures: DatedFigures, { from, to }: Pick<Movement, 'from' | 'to'>) {
  return { from: endAt(figures, from), to: endAt(figures, to) }
}

function endAt({ periods, values }: DatedFigures, row: number) {
  return { at: formatPeriod(periods[row] ?? ''), value: valueAt(values, row) }
}

function valueAt(values: readonly Observation[], row: number): number {
  const value = values[row]
  return isPresent(value) ? value : Number.NaN
}

/** From one end to the other, as a reader can check it. */
function paceBetween({ values }: DatedFigures, from: number, to: number): number {
  return (valueAt(values, to) - valueAt(values, from)) / (to - from)
}

/** ', by about 7 a month'; where one step made much of it, in which month; nothing where too few steps tell a pace. */
function howInWords(
  measure: Measured,
  figures: DatedFigures,
  { from, to }: Pick<Movement, 'from' | 'to'>,
): string {
  if (to - from < fewestSteps) return ''
  const step = stepOf(figures.values, { from, to })
  if (step) return `, ${step.share < 1 / 2 ? 'much' : 'most'} of it in ${endAt(figures, step.row).at}`
  return `, by ${about(paceSizeInWords(measure, threeDigits(paceBetween(figures, from, to))))} ${each(figures)}`
}

/** @example 'about 7', 'less than 0.1' */
function about(size = ''): string {
  return size.startsWith('less than') ? size : `about ${size}`
}

function each({ periods }: DatedFigures): string {
  return `a ${frequencyOf(periods[0] ?? '') ?? 'month'}`
}
