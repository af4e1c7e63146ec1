import type { Measured } from '../measures/format.ts'
import { findMovement, type Movement, plainMove } from '../movement/find-movement.ts'
import { type DatedFigures, isFasterSince } from '../movement/movement-words.ts'
import { fewestSteps, rowOfStep, stepOf } from '../movement/step-of.ts'
import { stepToTell } from '../movement/step-words.ts'
import { paceToTell } from '../movement/told-movement.ts'
import type { Change } from '../signals/change.ts'
import { type Candidate, shapeAt, soughtSteps } from '../signals/change-shapes.ts'
import { expectedFromTrend } from '../signals/trend-before.ts'
import { isPresent, type Observation, presentValues } from '../spc/observation.ts'
import { figuresWithoutSeason } from '../spc/season.ts'
import { meanOf, medianOf } from '../statistics/centre.ts'
import { fitLeastSquares } from '../statistics/least-squares.ts'

/** What lasted longer than a year is told of the year. */
const mostMonths = 12

/**
 * What a reader sees comes before what a test was first to notice. A jump in the last month is told as one where it is
 * one to the eye: beside figures that had gone most of the way already, "far above the months before" would be false,
 * and it is told as the level that they have gone to. So is a stretch of figures that all lie beyond every one before:
 * that they vary more, or less, is not what there is to see. And a level begins with a figure that went its way:
 * "higher since May" is false where May was not.
 *
 * @example 1 1 0 1 1 9 12 15 17 21, a jump of the last month → a step of the last five
 */
export function asSeen<Found extends Pick<Change, 'kind' | 'direction' | 'months' | 'expected'>>(
  change: Found,
  values: readonly Observation[],
): Found {
  const known = values.slice(0, values.findLastIndex(isPresent) + 1)
  if (change.expected !== null) return departureAsSeen(change, known)
  switch (change.kind) {
    case 'spike':
      return spikeAsSeen(change, known)
    case 'variation':
      return variationAsSeen(change, known)
    case 'step':
      return stepAsSeen(change, known)
    case 'drift':
      return driftAsSeen(change, known)
  }
}

/**
 * A series that left its trend by one plain step and goes on as before has left it since that step, whatever length
 * fitted best.
 *
 * @example rising by 3 a month, 40 at once in March, found over twelve months → a step since March
 */
function departureAsSeen<Found extends Pick<Change, 'kind' | 'direction' | 'months' | 'expected'>>(
  change: Found,
  known: readonly Observation[],
): Found {
  const isOfLevel = change.kind === 'step' || change.kind === 'drift'
  const movement = isOfLevel ? findMovement(known) : null
  const row = movement && rowOfStep(known, movement, known.length - change.months)
  if (!movement || row === null) return change
  const before = known.slice(movement.from, row)
  const [was, is] = [known[row - 1] ?? null, known[row] ?? null]
  if (!before.every(isPresent) || !isPresent(was) || !isPresent(is) || row - movement.from < fewestSteps)
    return change
  const months = known.length - row
  const pace = (was - (before[0] ?? was)) / (before.length - 1)
  const expected = expectedFromTrend(before, months)
  const goesOn = (meanOf(presentValues(known.slice(row))) - expected) * change.direction > 0
  const isPlain = (is - was - pace) * change.direction >= plainMove(known)
  return goesOn && isPlain ? { ...change, kind: 'step', months, expected } : change
}

/** A level must fit so much better than a drift to be told in its place: it was looked for at more lengths. */
const plainlyBetter = 0.9

/**
 * Steps are sought at a few lengths, and one of seven or eight months between them is fitted better by a drift of
 * twelve: it is a level where one of any length up to a year fits plainly better (docs/calculations.md).
 */
function driftAsSeen<Found extends Pick<Change, 'kind' | 'direction' | 'months'>>(
  change: Found,
  known: readonly Observation[],
): Found {
  const figures = figuresWithoutSeason(known) ?? known
  const lengths = Array.from({ length: mostMonths - 1 }, (_, more) => more + 2)
  const left = (kind: 'step' | 'drift', months: number) => leftBeside(figures, { kind, months, share: 1 })
  const best = lengths.reduce((a, b) => (left('step', b) < left('step', a) ? b : a))
  const isLevel = left('step', best) < plainlyBetter * left('drift', change.months)
  return isLevel && goesItsWay(figures, figures.length - best, change.direction)
    ? { ...change, kind: 'step', months: best }
    : change
}

/** What is left of the squares of figures about a shape that fits them as well as it can. */
function leftBeside(figures: readonly Observation[], shape: Candidate): number {
  const rows = [...figures.keys()].filter((row) => isPresent(figures[row]))
  const fit = fitLeastSquares(
    rows.map((row) => [1, shapeAt(shape, figures.length - row)]),
    rows.map((row) => figures[row] ?? 0),
  )
  return fit?.residuals.reduce((sum, residual) => sum + residual ** 2, 0) ?? Number.POSITIVE_INFINITY
}

/** Whether figures since a row, and the latest, lie the way that is told beside those before. */
function goesItsWay(figures: readonly Observation[], start: number, direction: -1 | 1): boolean {
  const [before, since] = [figures.slice(0, start), figures.slice(start)].map(presentValues)
  if (!before?.length || !since?.length) return false
  const usual = meanOf(before)
  return [meanOf(since), since.at(-1) ?? usual].every((value) => (value - usual) * direction > 0)
}

/** A step of so much of a movement is told as most of it. */
const shareOfMost = 1 / 2

/**
 * The words for a list are how it has moved, whatever shape it was flagged by: so are its kind and since when. A
 * movement of one or two steps, or with most of it in one, is a new level from there on, as is one that took a plain step
 * and goes on as before, and any other a drift from where it began. Where it is told to go faster since the month that was found, that month stands.
 */
export function listAsSeen<Found extends Pick<Change, 'kind' | 'direction' | 'months' | 'expected'>>(
  measure: Measured,
  change: Found,
  { periods, values }: DatedFigures,
): Found {
  const isOfLevel = change.kind === 'step' || change.kind === 'drift'
  if (change.expected !== null || !isOfLevel || figuresWithoutSeason(values) !== null) return change
  const last = values.findLastIndex(isPresent)
  const figures = { periods: periods.slice(0, last + 1), values: values.slice(0, last + 1) }
  const movement = findMovement(figures.values)
  if (movement?.direction !== change.direction || movement.kind === 'come-back') return change
  const found = periods[last - change.months + 1] ?? ''
  const isFaster = isFasterSince(figures, movement, last - change.months + 1)
  if (isFaster && paceToTell(measure, { figures, received: null }, movement, found) !== null)
    return { ...change, kind: 'drift' }
  const step = stepToTell(measure, { figures, received: null }, movement, found)
  if (step) return { ...change, kind: 'step', months: last - step.row + 1 }
  const start = startOfLevel(figures.values, movement)
  const seen = { ...change, kind: start === null ? ('drift' as const) : ('step' as const) }
  const from = start ?? movement.from
  return goesItsWay(figures.values, from, change.direction) ? { ...seen, months: last - from + 1 } : seen
}

/** The row at which a movement is at its new level, or most of the way there by one step; null of any other. */
function startOfLevel(values: readonly Observation[], movement: Movement): number | null {
  if (movement.to - movement.from < fewestSteps) return movement.from + 1
  const step = stepOf(values, movement)
  return step && step.share >= shareOfMost ? step.row : null
}

/** Of a level that has lasted longer nothing is sought: what limits say of it is told (lasting-since.ts). */
const longestLevel = 18

/**
 * Steps are sought at a few lengths: of one five months old the four or the six months fit best. It is told of as many
 * as fit best between the lengths sought on either side; and begins with a figure that went its way.
 */
function stepAsSeen<Found extends Pick<Change, 'kind' | 'direction' | 'months'>>(
  change: Found,
  known: readonly Observation[],
): Found {
  const figures = figuresWithoutSeason(known) ?? known
  const [from, to] = besideSought(change.months)
  const lengths = Array.from({ length: to - from + 1 }, (_, more) => from + more)
  const left = new Map(
    lengths.map((months) => [months, leftBeside(figures, { kind: 'step', months, share: 1 })]),
  )
  const leftAt = (months: number) => left.get(months) ?? Number.POSITIVE_INFINITY
  const months = lengths.reduce((a, b) => (leftAt(b) < leftAt(a) ? b : a), change.months)
  const before = figures.slice(0, -months).filter(isPresent)
  if (before.length === 0) return change
  const usual = medianOf(before)
  const gone = figures
    .slice(-months)
    .findIndex((value) => isPresent(value) && (value - usual) * change.direction > 0)
  return months - gone < 2 ? change : { ...change, months: months - Math.max(gone, 0) }
}

/** Between the lengths that steps are sought at, shorter and longer than one of them. @example 6, beside 4 and 9 → 5 to 8 */
function besideSought(months: number): [number, number] {
  const shorter = soughtSteps.findLast((one) => one < months) ?? 1
  const longer = soughtSteps.find((one) => one > months)
  return [shorter + 1, longer === undefined ? longestLevel : longer - 1]
}

function spikeAsSeen<Found extends Pick<Change, 'kind' | 'direction' | 'months'>>(
  change: Found,
  known: readonly Observation[],
): Found {
  const figures = known.filter(isPresent)
  const [latest, previous] = [figures.at(-1), figures.at(-2)]
  if (latest === undefined || previous === undefined) return change
  const usual = medianOf(figures.slice(0, -1))
  if (Math.abs(latest - previous) > Math.abs(previous - usual)) return change
  const isBeyond = (value: Observation) => !isPresent(value) || (value - usual) * change.direction > 0
  const months = known.length - 1 - known.findLastIndex((value) => !isBeyond(value))
  return { ...change, kind: 'step', months: Math.min(months, mostMonths) }
}

function variationAsSeen<Found extends Pick<Change, 'kind' | 'direction' | 'months'>>(
  change: Found,
  known: readonly Observation[],
): Found {
  const [before, since] = [known.slice(0, -change.months), known.slice(-change.months)].map((part) =>
    part.filter(isPresent),
  )
  if (!before?.length || !since?.length) return change
  if (Math.min(...since) > Math.max(...before)) return { ...change, kind: 'step', direction: 1 }
  if (Math.max(...since) < Math.min(...before)) return { ...change, kind: 'step', direction: -1 }
  return change
}
