import { isPresent, type Observation } from '../spc/observation.ts'
import { type Candidate, candidatesOf, type ShapeKind, shapeAt, variationMonths } from './change-shapes.ts'
import { type Design, designOf, type Past } from './least-squares.ts'
import { remembering } from './remembering.ts'
import { type Found, shapeChances } from './shape-chances.ts'
import type { Tails } from './tails.ts'
import type { Belief } from './usual-movement.ts'
import { keyOf, type UsualMovement } from './whitener.ts'

/** What was found in one series, against its level or against the straight line that it followed. */
export interface ShapedChange {
  kind: ShapeKind
  /** rows from the end at which it began: 1 is the last row */
  months: number
  direction: -1 | 1
  /** the chance of a change at least as strong, of any kind, in a series where nothing has changed */
  chance: number
}

/** What a series does while nothing changes, as far as it is known. */
export interface Usual {
  belief: Belief
  tails: Tails
  /** relative spread of each row, where some rest on fewer cases than others; else null */
  noise: readonly number[] | null
  /** the least chance that a jump in the last row has, by its cases alone; 0 where cases say nothing */
  leastOfSpike: number
}

const designs = remembering<Design>()

/** Fewer rows than this leave no past to compare with. */
const fewestToCompare = 18
/** A chance above this is flagged in no family but one full of change: what else the series may do need not be asked. */
export const noNews = 0.05
/** Makes of the harmonic mean of the shapes' chances one that comes up as often as it says (bench/signals). */
const harmonic = 1.17
/**
 * Chances under all that a series may do by itself are put together as a mean of this order. With 1, one way in a
 * hundred in which a change would be usual hides any change; towards 0, what is rare in a family is not heard.
 */
const meanOrder = 0.7

/**
 * The strongest recent change of a series, if it can be tested: a step in the last 3 to 12 months, a spike in the
 * last, a drift over 6 or 12, more or less variation over 6. Many shapes are tried, and a change shows in several: their
 * chances are put together as a harmonic mean weighed by their shares (Wilson 2019). That is done for all that the
 * series may do by itself, and the chance is a mean over these, weighed by how far each is believed.
 * Null with under 18 rows, or where most months are alike.
 *
 * @example 30 months around 50 and six around 70, noise 5 → a step upwards of 6 months
 */
export function strongestChange(
  values: readonly Observation[],
  usual: Usual,
  past: Past = 'level',
): ShapedChange | null {
  const figures = values.filter(isPresent)
  if (values.length < fewestToCompare || isMostlyOneValue(figures)) return null
  const candidates = candidatesOf(values.length)
  const plainness = candidates.map(() => 0)
  const leanings = candidates.map(() => 0)
  let powers = 0
  let believed = 0
  for (const { movement, weight } of usual.belief) {
    const design = heldDesign(movement, values, usual.noise, past, candidates)
    const added = design.project(figures)
    let own = 0
    for (const { shape, weight: tail } of usual.tails) {
      const found = shapeChances(added, design, candidates, shape)
      for (const [index, { chance: alone, leaning }] of found.entries()) {
        plainness[index] =
          (plainness[index] ?? 0) - weight * tail * Math.log(Math.max(alone, Number.MIN_VALUE))
        leanings[index] = (leanings[index] ?? 0) + weight * tail * leaning
      }
      own += tail * together(found, candidates, usual.leastOfSpike)
    }
    powers += weight * own ** meanOrder
    believed += weight
    if (powers > noNews ** meanOrder) break
  }
  return { ...plainest(candidates, plainness, leanings), chance: (powers / believed) ** (1 / meanOrder) }
}

/** The chance of finding as much in any of the shapes; a jump is never rarer than its cases say. */
function together(found: readonly Found[], candidates: readonly Candidate[], leastOfSpike: number): number {
  let sum = 0
  for (const [index, { kind, share }] of candidates.entries()) {
    const chance = found[index]?.chance ?? 1
    sum += share / (kind === 'spike' ? Math.max(chance, leastOfSpike) : chance)
  }
  return Math.min(1, harmonic / sum)
}

/** What is told is the shape that fits best, whatever was asked of it. */
function plainest(
  candidates: readonly Candidate[],
  plainness: readonly number[],
  leanings: readonly number[],
): Omit<ShapedChange, 'chance'> {
  const index = plainness.indexOf(Math.max(...plainness))
  const { kind, months } = candidates[index] ?? { kind: 'variation', months: variationMonths }
  return { kind, months, direction: (leanings[index] ?? 0) < 0 ? -1 : 1 }
}

function isMostlyOneValue(values: readonly number[]): boolean {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Math.max(...counts.values()) * 2 >= values.length
}

/** Series without gaps share their rows, and so all that does not depend on their figures. */
function heldDesign(
  movement: UsualMovement,
  values: readonly Observation[],
  noise: readonly number[] | null,
  past: Past,
  candidates: readonly Candidate[],
): Design {
  const rows = values.length
  const make = () => {
    const months = [...values.keys()].filter((row) => isPresent(values[row]))
    const shapes = candidates.map((candidate) => months.map((month) => shapeAt(candidate, rows - month)))
    const recent = months.filter((month) => rows - month <= variationMonths).length
    return { ...designOf(movement, months, noise, past, shapes), recent }
  }
  return noise === null && values.every(isPresent)
    ? designs(`${keyOf(movement)} ${rows} ${past}`, make)
    : make()
}
