import { isPresent, type Observation, presentValues } from '../spc/observation.ts'
import { deviationsPerMedian, medianOf } from '../statistics/centre.ts'

/** A counter-move is a turn once it is so many times what one figure differs by from the next beside its trend. */
const turnSteps = 4
/** What holds of the last months is asked of so many steps. */
const lateSteps = 3
/** So many steps against a movement, one after the other, and it is no longer told as going on. */
const stepsAgainst = 2
/** A movement began where all but a third of it still lay ahead, if that took a quarter of its time or less. */
const shareOfJump = 2 / 3
const shareOfTime = 1 / 4

interface Turn {
  /** rows of the series */
  from: number
  to: number
  direction: -1 | 1
}

/**
 * How figures have moved since they last turned. `going-on` holds of the last months too; else the move ended at its
 * furthest figure, and since then each figure went the other way (`turned-back`) or none went further (`halted`; for
 * no time at all where one step made the whole move).
 */
export type Movement =
  | ({ kind: 'going-on' } & Turn)
  | ({ kind: 'turned-back' | 'halted'; figuresSince: number } & Turn)

/**
 * The last movement of a series, from the figure at which it turned; null where none is plain beside the noise.
 *
 * A turn is a high or low from which figures went four times the usual step the other way; the usual step is 1.48 times
 * the median distance of the steps from their median, or 1.25 times the mean one where that is more. Missing figures
 * are passed over. Method: docs/calculations.md#how-a-list-has-moved.
 *
 * @example 40 44 47 52 49 45 41 36 → falling from row 3; 346 336 330 … 253 259 263 → fell up to 253, turned back for 2
 */
export function findMovement(values: readonly Observation[]): Movement | null {
  const { rows, figures } = presentRows(values)
  const turn = lastTurn(figures)
  return turn && movementOf(rows, figures, fromItsJump(figures, turn))
}

/**
 * A list that lies about 4 for two years and goes to 7 and 13 has not been rising since it happened to be 2: the move is
 * told from the latest figure from which it is nearly all still to come.
 *
 * @example 4 2 4 5 4 4 3 4 5 4 4 7 13 upwards from the 2 → from the last 4
 */
function fromItsJump(figures: readonly number[], turn: Turn): Turn {
  const at = (row: number) => figures[row] ?? 0
  const whole = (at(turn.to) - at(turn.from)) * turn.direction
  const earliest = Math.ceil(turn.to - shareOfTime * (turn.to - turn.from))
  for (let row = turn.to - 1; row >= earliest && row > turn.from; row -= 1) {
    if ((at(turn.to) - at(row)) * turn.direction >= shareOfJump * whole) return { ...turn, from: row }
  }
  return turn
}

/**
 * The same from a row that is known already, up to the figure that lies furthest in a direction since; null
 * where none does.
 *
 * @example 50 54 60 66 63 61 upwards from row 0 → moved up to row 3, turned back for 2
 */
export function movementSince(
  values: readonly Observation[],
  from: number,
  direction: -1 | 1,
): Movement | null {
  const { rows, figures } = presentRows(values)
  const first = rows.findIndex((row) => row >= from)
  if (first < 0) return null
  let to = first
  for (const [row, value] of figures.entries())
    if (row > first && (value - (figures[to] ?? value)) * direction >= 0) to = row
  return to === first ? null : movementOf(rows, figures, { from: first, to, direction })
}

function presentRows(values: readonly Observation[]) {
  const rows = [...values.keys()].filter((row) => isPresent(values[row]))
  return { rows, figures: presentValues(values) }
}

/**
 * Going on where the latest figure is the furthest of more than a few; or where the furthest is among the last three
 * and the direction holds of the last months. One step alone goes nowhere yet.
 */
function movementOf(rows: readonly number[], figures: readonly number[], turn: Turn): Movement {
  const latest = figures.length - 1
  const { direction } = turn
  const [from, to] = [rowAt(rows, turn.from), rowAt(rows, turn.to)]
  const figuresSince = latest - turn.to
  const isFurthest = figuresSince === 0 && turn.to - turn.from >= lateSteps
  const isUnderWay = latest - turn.from > 1 && figuresSince < lateSteps
  if (isFurthest || (isUnderWay && holdsOfLate(figures, direction))) {
    return { kind: 'going-on', direction, from, to: rowAt(rows, latest) }
  }
  const isBack = figuresSince > 0 && countAgainst(figures, direction) === figuresSince
  return { kind: isBack ? 'turned-back' : 'halted', direction, from, to, figuresSince }
}

/**
 * Whether "rising" or "falling" is true of the last months as well: the latest figure lies that way from the one
 * three before it, and the last two steps do not both go the other way.
 *
 * @example 253, 259, 263 at the end of a fall → false; 447, 439, 461, 431 → true
 */
export function holdsOfLate(values: readonly Observation[], direction: -1 | 1): boolean {
  const late = presentValues(values).slice(-lateSteps - 1)
  const [first, latest] = [late[0], late.at(-1)]
  if (first === undefined || latest === undefined) return false
  return (latest - first) * direction > 0 && countAgainst(late, direction) < stepsAgainst
}

/** How many steps at the end go against a direction, one after the other. */
function countAgainst(figures: readonly number[], direction: -1 | 1): number {
  const isAgainst = (value: number, row: number) => (value - (figures[row - 1] ?? value)) * direction < 0
  return figures.length - 1 - figures.findLastIndex((value, row) => row === 0 || !isAgainst(value, row))
}

/** High and low are followed up to the first reversal that is plain, and from there on each in turn. */
function lastTurn(figures: readonly number[]): Turn | null {
  const plain = plainMove(figures)
  let turn: Turn | null = null
  let [high, low] = [0, 0]
  const at = (row: number) => figures[row] ?? 0
  for (const [row, value] of figures.entries()) {
    if (turn === null) {
      if (value >= at(high)) high = row
      if (value <= at(low)) low = row
      if (value > at(low) && value - at(low) >= plain) turn = { from: low, to: row, direction: 1 }
      else if (value < at(high) && at(high) - value >= plain) turn = { from: high, to: row, direction: -1 }
      continue
    }
    const beyond = (value - at(turn.to)) * turn.direction
    if (beyond >= 0) turn = { ...turn, to: row }
    else if (-beyond >= plain) turn = { from: turn.to, to: row, direction: turn.direction === 1 ? -1 : 1 }
  }
  return turn
}

/** Standard deviations in a mean distance: rounded figures stand still and jump, so that their median distance is none. */
const toDeviationOfMean = Math.sqrt(Math.PI / 2)

/** What cannot be taken for the noise of figures: four of their usual steps. */
export function plainMove(values: readonly Observation[]): number {
  return turnSteps * usualStep(presentValues(values))
}

function usualStep(figures: readonly number[]): number {
  const steps = figures.slice(1).map((value, row) => value - (figures[row] ?? value))
  const middle = medianOf(steps)
  const distances = steps.map((step) => Math.abs(step - middle))
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, distances.length)
  return Math.max(deviationsPerMedian * medianOf(distances), toDeviationOfMean * mean)
}

function rowAt(rows: readonly number[], index: number): number {
  return rows[index] ?? 0
}
