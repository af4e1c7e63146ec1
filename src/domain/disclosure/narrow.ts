import type { Constraint } from './unknowns.ts'

/** Bounds of all unknown numbers, and by which constraint each was last narrowed (-1: by nothing but itself). */
export interface Bounds {
  lower: Float64Array
  upper: Float64Array
  lowerBy: Int32Array
  upperBy: Int32Array
}

export interface Network {
  constraints: readonly Constraint[]
  /** of each unknown, the constraints that it stands in */
  constraintsOf: readonly (readonly number[])[]
  isWhole: (unknown: number) => boolean
  isActive: (constraint: Constraint) => boolean
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
  network: Network,
  bounds: Bounds,
  started: Iterable<number>,
  remember: (unknown: number) => void = () => undefined,
  mostVisits = visitsToTheEnd,
): boolean {
  const queue = [...started]
  const isQueued = new Set(queue)
  const visits = new Map<number, number>()
  for (let next = 0; next < queue.length; next++) {
    const place = queue[next] ?? 0
    isQueued.delete(place)
    const constraint = network.constraints[place]
    if (!constraint || !network.isActive(constraint)) continue
    const seen = visits.get(place) ?? 0
    if (seen > mostVisits) continue
    visits.set(place, seen + 1)
    for (const unknown of narrowOne(network, bounds, constraint, place, remember)) {
      if ((bounds.lower[unknown] ?? 0) > (bounds.upper[unknown] ?? 0) + tolerance) return false
      for (const other of network.constraintsOf[unknown] ?? []) {
        if (other === place || isQueued.has(other)) continue
        isQueued.add(other)
        queue.push(other)
      }
    }
  }
  return true
}

function narrowOne(
  network: Network,
  bounds: Bounds,
  constraint: Constraint,
  place: number,
  remember: (unknown: number) => void,
): number[] {
  const { unknowns, coefficients } = constraint
  const narrowed: number[] = []
  // what the terms come to at least and at most; terms without a bound are counted apart
  let least = 0
  let most = 0
  let leastOpen = 0
  let mostOpen = 0
  for (let index = 0; index < unknowns.length; index++) {
    const unknown = unknowns[index] ?? 0
    const coefficient = coefficients[index] ?? 0
    const low = leastOf(bounds, unknown, coefficient)
    const high = mostOf(bounds, unknown, coefficient)
    if (Number.isFinite(low)) least += low
    else leastOpen += 1
    if (Number.isFinite(high)) most += high
    else mostOpen += 1
  }
  for (let index = 0; index < unknowns.length; index++) {
    const unknown = unknowns[index] ?? 0
    const coefficient = coefficients[index] ?? 0
    const low = leastOf(bounds, unknown, coefficient)
    const high = mostOf(bounds, unknown, coefficient)
    const isLowOpen = !Number.isFinite(low)
    const isHighOpen = !Number.isFinite(high)
    const othersLeast = leastOpen - (isLowOpen ? 1 : 0) > 0 ? -Infinity : least - (isLowOpen ? 0 : low)
    const othersMost = mostOpen - (isHighOpen ? 1 : 0) > 0 ? Infinity : most - (isHighOpen ? 0 : high)
    const termMost = constraint.upper - othersLeast
    const termLeast = constraint.lower - othersMost
    let lower = coefficient > 0 ? termLeast / coefficient : termMost / coefficient
    let upper = coefficient > 0 ? termMost / coefficient : termLeast / coefficient
    if (network.isWhole(unknown)) {
      lower = Math.ceil(lower - tolerance)
      upper = Math.floor(upper + tolerance)
    }
    const isHigher = lower > (bounds.lower[unknown] ?? 0) + tolerance
    const isLower = upper < (bounds.upper[unknown] ?? 0) - tolerance
    if (!isHigher && !isLower) continue
    remember(unknown)
    narrowed.push(unknown)
    // the sums above hold the wider bounds: still true of the others, only less tight until the next visit
    if (isHigher) {
      bounds.lower[unknown] = lower
      bounds.lowerBy[unknown] = place
    }
    if (isLower) {
      bounds.upper[unknown] = upper
      bounds.upperBy[unknown] = place
    }
  }
  return narrowed
}

/** The least that a term can come to. */
function leastOf(bounds: Bounds, unknown: number, coefficient: number): number {
  return coefficient * ((coefficient > 0 ? bounds.lower : bounds.upper)[unknown] ?? 0)
}

/** The most that a term can come to. */
function mostOf(bounds: Bounds, unknown: number, coefficient: number): number {
  return coefficient * ((coefficient > 0 ? bounds.upper : bounds.lower)[unknown] ?? 0)
}
