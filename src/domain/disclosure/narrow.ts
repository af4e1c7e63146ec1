import type { PackedConstraints } from './packed-constraints.ts'

/** Bounds of all unknown numbers, and by which constraint each was last narrowed (-1: by nothing but itself). */
export interface Bounds {
  lower: Float64Array
  upper: Float64Array
  lowerBy: Int32Array
  upperBy: Int32Array
}

export const tolerance = 1e-6
/** Fractions narrow for ever by less and less; whole numbers come to an end by themselves. */
export const visitsToTheEnd = 200

/**
 * Narrows bounds until no constraint narrows them further: of Σ coefficient × number, each number can be no
 * more than what the others leave to it. Every true value stays within; what is left may still be wider than
 * what is possible where the same numbers stand together in several constraints (the solver then decides).
 *
 * False as soon as a number has no value left. `remember` is told of each number before its bounds change.
 *
 * @example a + b = 5, a from 0 to 3, b from 1 to 9 → b from 2 to 5
 */
export function narrow(
  packed: PackedConstraints,
  bounds: Bounds,
  started: ArrayLike<number>,
  remember: (unknown: number) => void = () => undefined,
  mostVisits = visitsToTheEnd,
): boolean {
  const { isActive, placeStarts, places, narrowed } = packed
  const { lower, upper } = bounds
  // the queue is kept here in plain numbers: they are counted some hundred million times
  const { ring, waitsIn, countedIn, counts } = packed.turns
  const round = ++packed.turns.round
  let first = 0
  let waiting = 0
  for (let index = 0; index < started.length; index++) {
    const place = started[index] ?? 0
    if (waitsIn[place] === round) continue
    waitsIn[place] = round
    ring[waiting++] = place
  }
  while (waiting > 0) {
    const place = ring[first] ?? 0
    first = first + 1 < ring.length ? first + 1 : 0
    waiting -= 1
    waitsIn[place] = 0
    if (isActive[place] === 0) continue
    const visits = countedIn[place] === round ? (counts[place] ?? 0) : 0
    countedIn[place] = round
    counts[place] = visits + 1
    if (visits > mostVisits) continue
    const count = narrowOne(packed, bounds, place, remember)
    for (let index = 0; index < count; index++) {
      const unknown = narrowed[index] ?? 0
      if ((lower[unknown] ?? 0) > (upper[unknown] ?? 0) + tolerance) return false
      const end = placeStarts[unknown + 1] ?? 0
      for (let at = placeStarts[unknown] ?? 0; at < end; at++) {
        const other = places[at] ?? 0
        if (other === place || waitsIn[other] === round) continue
        waitsIn[other] = round
        const last = first + waiting
        ring[last < ring.length ? last : last - ring.length] = other
        waiting += 1
      }
    }
  }
  return true
}

/** Narrows by one constraint; answers how many numbers it narrowed, which stand in `packed.narrowed`. */
function narrowOne(
  { starts, unknowns, coefficients, least: leasts, most: mosts, isWhole, narrowed }: PackedConstraints,
  { lower, upper, lowerBy, upperBy }: Bounds,
  place: number,
  remember: (unknown: number) => void,
): number {
  const start = starts[place] ?? 0
  const end = starts[place + 1] ?? 0
  // what the terms come to at least and at most; terms without a bound are counted apart
  let least = 0
  let most = 0
  let leastOpen = 0
  let mostOpen = 0
  let widest = 0
  for (let index = start; index < end; index++) {
    const unknown = unknowns[index] ?? 0
    const coefficient = coefficients[index] ?? 0
    const one = coefficient * (lower[unknown] ?? 0)
    const other = coefficient * (upper[unknown] ?? 0)
    const low = coefficient > 0 ? one : other
    const high = coefficient > 0 ? other : one
    if (low === Number.NEGATIVE_INFINITY) leastOpen += 1
    else least += low
    if (high === Number.POSITIVE_INFINITY) mostOpen += 1
    else most += high
    if (high - low > widest) widest = high - low
  }
  const leastAllowed = leasts[place] ?? 0
  const mostAllowed = mosts[place] ?? 0
  // no term is wide enough for what the others leave to it to matter
  const slackAbove = leastOpen > 0 ? Number.NEGATIVE_INFINITY : mostAllowed - least
  const slackBelow = mostOpen > 0 ? Number.NEGATIVE_INFINITY : most - leastAllowed
  if (slackAbove >= widest && slackBelow >= widest) return 0

  let count = 0
  for (let index = start; index < end; index++) {
    const unknown = unknowns[index] ?? 0
    const coefficient = coefficients[index] ?? 0
    const lowerNow = lower[unknown] ?? 0
    const upperNow = upper[unknown] ?? 0
    const low = coefficient * (coefficient > 0 ? lowerNow : upperNow)
    const high = coefficient * (coefficient > 0 ? upperNow : lowerNow)
    const isLowOpen = low === Number.NEGATIVE_INFINITY
    const isHighOpen = high === Number.POSITIVE_INFINITY
    const othersLeast =
      leastOpen - (isLowOpen ? 1 : 0) > 0 ? Number.NEGATIVE_INFINITY : least - (isLowOpen ? 0 : low)
    const othersMost =
      mostOpen - (isHighOpen ? 1 : 0) > 0 ? Number.POSITIVE_INFINITY : most - (isHighOpen ? 0 : high)
    const termMost = mostAllowed - othersLeast
    const termLeast = leastAllowed - othersMost
    let lowest = (coefficient > 0 ? termLeast : termMost) / coefficient
    let highest = (coefficient > 0 ? termMost : termLeast) / coefficient
    if (isWhole[unknown] === 1) {
      lowest = Math.ceil(lowest - tolerance)
      highest = Math.floor(highest + tolerance)
    }
    const isHigher = lowest > lowerNow + tolerance
    const isLower = highest < upperNow - tolerance
    if (!isHigher && !isLower) continue
    remember(unknown)
    narrowed[count++] = unknown
    // the sums above hold the wider bounds: still true of the others, only less tight until the next visit
    if (isHigher) {
      lower[unknown] = lowest
      lowerBy[unknown] = place
    }
    if (isLower) {
      upper[unknown] = highest
      upperBy[unknown] = place
    }
  }
  return count
}
