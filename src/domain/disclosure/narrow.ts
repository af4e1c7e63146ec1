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

const tolerance = 1e-6
/** Fractions narrow for ever by less and less; whole numbers come to an end by themselves. */
const mostVisits = 200

/**
 * Narrows bounds until no constraint narrows them further: of Σ coefficient × number, each number can be no
 * more than what the others leave to it. Every true value stays within; what is left may still be wider than
 * what is possible where the same numbers stand together in several constraints (the solver then decides).
 *
 * @example a + b = 5, a from 0 to 3, b from 1 to 9 → b from 2 to 5
 */
export function narrow(network: Network, bounds: Bounds, started: Iterable<number>): void {
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
    for (const unknown of narrowOne(network, bounds, constraint, place)) {
      for (const other of network.constraintsOf[unknown] ?? []) {
        if (other === place || isQueued.has(other)) continue
        isQueued.add(other)
        queue.push(other)
      }
    }
  }
}

function narrowOne(network: Network, bounds: Bounds, constraint: Constraint, place: number): number[] {
  const { unknowns, coefficients } = constraint
  const narrowed: number[] = []
  // what the terms come to at least and at most; terms without a bound are counted apart
  let least = 0
  let most = 0
  let leastOpen = 0
  let mostOpen = 0
  for (let index = 0; index < unknowns.length; index++) {
    const [low, high] = termBounds(bounds, unknowns[index] ?? 0, coefficients[index] ?? 0)
    if (Number.isFinite(low)) least += low
    else leastOpen += 1
    if (Number.isFinite(high)) most += high
    else mostOpen += 1
  }
  for (let index = 0; index < unknowns.length; index++) {
    const unknown = unknowns[index] ?? 0
    const coefficient = coefficients[index] ?? 0
    const [low, high] = termBounds(bounds, unknown, coefficient)
    const othersLeast =
      leastOpen - (Number.isFinite(low) ? 0 : 1) > 0 ? -Infinity : least - (Number.isFinite(low) ? low : 0)
    const othersMost =
      mostOpen - (Number.isFinite(high) ? 0 : 1) > 0 ? Infinity : most - (Number.isFinite(high) ? high : 0)
    const termMost = constraint.upper - othersLeast
    const termLeast = constraint.lower - othersMost
    let lower = coefficient > 0 ? termLeast / coefficient : termMost / coefficient
    let upper = coefficient > 0 ? termMost / coefficient : termLeast / coefficient
    if (network.isWhole(unknown)) {
      lower = Math.ceil(lower - tolerance)
      upper = Math.floor(upper + tolerance)
    }
    let isNarrower = false
    if (lower > (bounds.lower[unknown] ?? 0) + tolerance) {
      bounds.lower[unknown] = lower
      bounds.lowerBy[unknown] = place
      isNarrower = true
    }
    if (upper < (bounds.upper[unknown] ?? 0) - tolerance) {
      bounds.upper[unknown] = upper
      bounds.upperBy[unknown] = place
      isNarrower = true
    }
    if (isNarrower) {
      narrowed.push(unknown)
      // the sums above hold the wider bounds: still true of the others, only less tight until the next visit
    }
  }
  return narrowed
}

function termBounds(bounds: Bounds, unknown: number, coefficient: number): [number, number] {
  const lower = bounds.lower[unknown] ?? 0
  const upper = bounds.upper[unknown] ?? 0
  return coefficient > 0
    ? [coefficient * lower, coefficient * upper]
    : [coefficient * upper, coefficient * lower]
}
