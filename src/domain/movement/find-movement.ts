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
/** What goes on has gone so much of the pace that is told over its last three figures, and over its last six. */
const fairShare = 1 / 4
const lateSpans = [lateSteps, 6] as const
/** Figures are about level where they lie within so much of the whole movement of one another. */
const shareOfLevel = 1 / 10
/** So many figures in a row without one that goes further, and what came after is a movement of its own. */
const longestPause = 12
/** So much of a movement lost again, on the way or since its furthest, is no noise of it. */
const shareLost = 1 / 3

interface Turn {
  /** rows of the series */
  from: number
  to: number
  direction: -1 | 1
}

/**
 * How figures have moved since they last turned. `going-on` holds of the last months too; else the move ended at its
 * furthest figure, and since then each figure went the other way (`turned-back`), more than half of it is lost again
 * (`come-back`), or none went further (`halted`; for no time at all where one step made the whole move). Or it ended
 * where figures became about level (`levelled`).
 */
export type Movement =
  | ({ kind: 'going-on' } & Turn)
  | ({
      kind: 'turned-back' | 'come-back' | 'halted' | 'levelled'
      figuresSince: number
      /** of one that is told by where it led alone: it had ended, so that what is in doubt is what came since */
      hadEnded?: boolean
    } & Turn)

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
  return turn && movementOf(rows, figures, fromItsJump(figures, sinceItsPause(figures, turn)))
}

/**
 * A list that fell to 257, rose to 287 and falls again has not been falling all the time: the move is told from where it
 * set out after its last long pause, or after a third of it was lost again, where it is plain from there on.
 *
 * @example 300 280 260, 13 figures of 262 to 275, 250 230 210 → from the last 275
 */
function sinceItsPause(figures: readonly number[], turn: Turn): Turn {
  const beyond = (a: number, b: number) => ((figures[a] ?? 0) - (figures[b] ?? 0)) * turn.direction
  const whole = beyond(turn.to, turn.from)
  let [furthest, back, start] = [turn.from, turn.from, turn.from]
  for (let row = turn.from + 1; row <= turn.to; row += 1) {
    if (beyond(row, furthest) > 0) {
      const isLong = row - furthest > longestPause
      if (isLong || beyond(furthest, back) > shareLost * whole) start = back
      ;[furthest, back] = [row, row]
    } else if (beyond(row, back) <= 0) back = row
  }
  return beyond(turn.to, start) >= plainMove(figures) ? { ...turn, from: start } : turn
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
 * and the direction holds of the last months; and where these went a fair share of the pace that is told, since nothing
 * is "falling by about 2 a month" that stands where it stood half a year ago; and where no third of it is lost again.
 * One step alone goes nowhere yet.
 */
function movementOf(rows: readonly number[], figures: readonly number[], turn: Turn): Movement {
  const latest = figures.length - 1
  const { direction } = turn
  const [from, to] = [rowAt(rows, turn.from), rowAt(rows, turn.to)]
  const figuresSince = latest - turn.to
  const isFurthest = figuresSince === 0 && turn.to - turn.from >= lateSteps
  const isUnderWay = latest - turn.from > 1 && figuresSince < lateSteps && !hasLostMuch(figures, turn)
  if (isFurthest || (isUnderWay && holdsOfLate(figures, direction))) {
    const level = keepsItsPace(figures, turn) ? null : levelFrom(figures, turn)
    if (level !== null) {
      return { kind: 'levelled', direction, from, to: rowAt(rows, level), figuresSince: latest - level }
    }
    if (isFurthest || keepsItsPace(figures, turn)) {
      return { kind: 'going-on', direction, from, to: rowAt(rows, latest) }
    }
    return { kind: 'halted', direction, from, to, figuresSince }
  }
  return { kind: endOf(figures, turn), direction, from, to, figuresSince }
}

/** How a movement that does not go on ended, by the figures since. */
function endOf(
  figures: readonly number[],
  { from, to, direction }: Turn,
): 'turned-back' | 'come-back' | 'halted' {
  const since = figures.length - 1 - to
  if (since > 0 && countAgainst(figures, direction) === since) return 'turned-back'
  return isMostlyBack(figures[from] ?? 0, figures[to] ?? 0, figures.at(-1) ?? 0) ? 'come-back' : 'halted'
}

/** @example 12 up to 28, now 21 → 7 of 16, true */
function hasLostMuch(figures: readonly number[], { from, to, direction }: Turn): boolean {
  const at = (row: number) => (figures.at(row) ?? 0) * direction
  return at(to) - at(-1) > shareLost * (at(to) - at(from))
}

/** More than half of the way from one figure to another. @example 154 to 98, now 145 → true */
export function isMostlyBack(from: number, to: number, latest: number): boolean {
  return (latest - to) * (from - to) > (from - to) ** 2 / 2
}

function keepsItsPace(figures: readonly number[], { from, direction }: Turn): boolean {
  const latest = figures.length - 1
  const over = (steps: number) => ((figures[latest] ?? 0) - (figures[latest - steps] ?? 0)) * direction
  const pace = over(latest - from) / (latest - from)
  return lateSpans.every((steps) => latest - from <= steps || over(steps) >= fairShare * steps * pace)
}

/**
 * The figure from which all lie about level, beyond more than half of the movement; null where so few do that it
 * cannot be seen.
 */
function levelFrom(figures: readonly number[], { from, to, direction }: Turn): number | null {
  const whole = Math.abs((figures[to] ?? 0) - (figures[from] ?? 0))
  let [row, low, high] = [figures.length, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let at = figures.length - 1; at > from; at -= 1) {
    const value = figures[at] ?? 0
    ;[low, high] = [Math.min(low, value), Math.max(high, value)]
    if (high - low > shareOfLevel * whole) break
    row = at
  }
  const gone = ((figures[row] ?? 0) - (figures[from] ?? 0)) * direction
  return figures.length - 1 - row >= lateSteps && gone > whole / 2 ? row : null
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
