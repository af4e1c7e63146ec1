import type { Bounds } from './narrow.ts'
import type { PackedConstraints } from './packed-constraints.ts'
import type { Trail } from './trail.ts'

/** Sums of fractions agree to within a thousandth. */
const closeEnough = 1e-3

/** A constraint that does not hold, and by how much it is missed: to be made up above zero, or taken off below. */
export interface Broken {
  place: number
  miss: number
}

/**
 * A world as it stands while it is being searched for: each number at what is left to it, nearest to the true one; and the
 * constraints that do not hold of that. As numbers are narrowed, those alone are looked at that hold one which has moved.
 */
export interface StandingWorld {
  /** of what is left to a number, the value nearest to the true one */
  standsAt: (unknown: number) => number
  /** tells of every number that does not stand as it truly does */
  tell: (of: (unknown: number, value: number) => void) => void
  /** takes up what was narrowed since; answers the constraint that does not hold and has the fewest numbers to put it right */
  findBroken: () => Broken | null
  /** undoes the trail as far as a mark of its length, and forgets what was taken up since */
  undo: (mark: number) => void
}

export function openStandingWorld(
  packed: PackedConstraints,
  { lower, upper }: Bounds,
  truths: Float64Array,
  trail: Trail,
): StandingWorld {
  const { starts, unknowns, coefficients, placeStarts, places } = packed
  /** by how much each constraint is missed, where a number of it has moved */
  const misses = new Float64Array(packed.least.length)
  const broken: number[] = []
  const brokenAt = new Int32Array(packed.least.length).fill(-1)
  /** what each miss was before it changed, and how long the trail was then, to be undone in turn */
  const changes: { place: number; before: number; at: number }[] = []
  const lookedIn = new Int32Array(packed.least.length)
  let round = 0
  /** how much of the trail has been taken up */
  let taken = 0

  const nearestTo = (truth: number, least: number, most: number) => {
    const value = truth > least ? truth : least
    return value < most ? value : most
  }
  const standsAt = (unknown: number) =>
    nearestTo(truths[unknown] ?? 0, lower[unknown] ?? 0, upper[unknown] ?? 0)

  const lengthOf = (place: number) => (starts[place + 1] ?? 0) - (starts[place] ?? 0)

  function missOf(place: number): number {
    let sum = 0
    const end = starts[place + 1] ?? 0
    for (let index = starts[place] ?? 0; index < end; index++)
      sum += (coefficients[index] ?? 0) * standsAt(unknowns[index] ?? 0)
    const least = packed.least[place] ?? 0
    const most = packed.most[place] ?? 0
    if (sum < least - closeEnough) return least - sum
    return sum > most + closeEnough ? most - sum : 0
  }

  function put(place: number, miss: number) {
    misses[place] = miss
    const at = brokenAt[place] ?? -1
    if (miss !== 0 && at < 0) {
      brokenAt[place] = broken.length
      broken.push(place)
    } else if (miss === 0 && at >= 0) {
      const last = broken.pop() ?? place
      if (last !== place) {
        broken[at] = last
        brokenAt[last] = at
      }
      brokenAt[place] = -1
    }
  }

  function hasMoved(index: number): boolean {
    const unknown = trail.unknownAt(index)
    const truth = truths[unknown] ?? 0
    const now = standsAt(unknown)
    // what stands as it truly does breaks nothing
    if (trail.firstAt(unknown) === index) return now !== truth
    return now !== nearestTo(truth, trail.lowerBefore(index), trail.upperBefore(index))
  }

  function takeUp() {
    round += 1
    const length = trail.length()
    for (; taken < length; taken++) {
      if (!hasMoved(taken)) continue
      const unknown = trail.unknownAt(taken)
      const end = placeStarts[unknown + 1] ?? 0
      for (let at = placeStarts[unknown] ?? 0; at < end; at++) {
        const place = places[at] ?? 0
        if (lookedIn[place] === round || packed.isActive[place] === 0) continue
        lookedIn[place] = round
        const miss = missOf(place)
        const before = misses[place] ?? 0
        if (miss === before) continue
        changes.push({ place, before, at: length })
        put(place, miss)
      }
    }
  }

  /** Where the first of its numbers that has moved stands in the trail. */
  function movedAt(place: number): number {
    let first = Number.POSITIVE_INFINITY
    const end = starts[place + 1] ?? 0
    for (let index = starts[place] ?? 0; index < end; index++) {
      const unknown = unknowns[index] ?? 0
      const at = trail.firstAt(unknown)
      if (at >= 0 && at < first && standsAt(unknown) !== truths[unknown]) first = at
    }
    return first
  }

  function firstToHaveMoved(equals: readonly number[]): number {
    let found = -1
    let first = Number.POSITIVE_INFINITY
    for (const place of equals) {
      const at = movedAt(place)
      if (at > first || (at === first && place > found)) continue
      found = place
      first = at
    }
    return found
  }

  return {
    standsAt,
    tell(of) {
      for (const unknown of trail.numbers()) {
        const value = standsAt(unknown)
        if (value !== truths[unknown]) of(unknown, value)
      }
    },
    findBroken() {
      takeUp()
      let fewest = Number.POSITIVE_INFINITY
      for (const place of broken) fewest = Math.min(fewest, lengthOf(place))
      const shortest = broken.filter((place) => lengthOf(place) === fewest)
      const [only] = shortest
      if (only === undefined) return null
      const place = shortest.length === 1 ? only : firstToHaveMoved(shortest)
      return { place, miss: misses[place] ?? 0 }
    },
    undo(mark) {
      trail.undo(mark)
      taken = Math.min(taken, mark)
      for (let last = changes.at(-1); last && last.at > mark; last = changes.at(-1)) {
        put(last.place, last.before)
        changes.pop()
      }
    },
  }
}
