import { seededUniform } from '../statistics/seeded-numbers.ts'
import { narrow, tolerance, visitsToTheEnd } from './narrow.ts'
import type { AttackNetwork } from './network.ts'
import type { Interval } from './policy.ts'
import type { Constraint, Unknowns } from './unknowns.ts'

/**
 * Other worlds: whole numbers that differ from the true ones and agree with everything public. Bounds show what
 * is not possible; a world shows what is. Where none is found within so many steps, that counts as not possible:
 * more may be hidden than need be, never less.
 */
export interface Worlds {
  /** whether there is a world in which the number lies there; the true world is one */
  hasOneWhere: (unknown: number, wanted: Interval, effort?: number) => boolean
  /** whether supposing it leads to a contradiction: there is none for certain */
  hasNoneWhere: (unknown: number, wanted: Interval) => boolean
}

/** A search that has gone astray is begun again, in another order, sooner than gone on with: so many times. */
export const efforts = { quick: 6, thorough: 24 } as const
const mostSteps = 60
/** Bounds need not be at their narrowest to lead the search. */
const visitsInSearch = 8
/** Sums of fractions agree to within a thousandth. */
const closeEnough = 1e-3

/**
 * Looks for worlds near the true one: the number in question is moved, and whatever no longer agrees is put
 * right by moving as few others as will do, those first that are bound by least. `network.bounds` must have
 * been narrowed; they are the same again afterwards.
 */
export function openWorlds(network: AttackNetwork, { truthOf }: Unknowns): Worlds {
  const { bounds, constraints, constraintsOf } = network
  const seen = new Map<number, Set<number>>()
  const trail: { unknown: number; lower: number; upper: number; lowerBy: number; upperBy: number }[] = []
  let steps = 0
  let shuffle = 0
  let round = 0
  const visited = new Int32Array(bounds.lower.length)
  const looked = new Int32Array(constraints.length)
  let random = seededUniform(1)

  const remember = (unknown: number) => {
    trail.push({
      unknown,
      lower: bounds.lower[unknown] ?? 0,
      upper: bounds.upper[unknown] ?? 0,
      lowerBy: bounds.lowerBy[unknown] ?? -1,
      upperBy: bounds.upperBy[unknown] ?? -1,
    })
  }
  function undo(mark: number) {
    while (trail.length > mark) {
      const before = trail.pop()
      if (!before) return
      bounds.lower[before.unknown] = before.lower
      bounds.upper[before.unknown] = before.upper
      bounds.lowerBy[before.unknown] = before.lowerBy
      bounds.upperBy[before.unknown] = before.upperBy
    }
  }

  /** Of what is left to a number, the value nearest to the true one. */
  const standsAt = (unknown: number): number =>
    Math.min(bounds.upper[unknown] ?? 0, Math.max(bounds.lower[unknown] ?? 0, truthOf(unknown)))
  /** Those that are not as they truly are, each once. */
  function moved(): number[] {
    const found: number[] = []
    round += 1
    for (const { unknown } of trail) {
      if (visited[unknown] === round) continue
      visited[unknown] = round
      if (standsAt(unknown) !== truthOf(unknown)) found.push(unknown)
    }
    return found
  }

  function confine(unknown: number, { lower, upper }: Interval, mostVisits = visitsInSearch): boolean {
    remember(unknown)
    bounds.lower[unknown] = Math.max(bounds.lower[unknown] ?? 0, lower)
    bounds.upper[unknown] = Math.min(bounds.upper[unknown] ?? 0, upper)
    if ((bounds.lower[unknown] ?? 0) > (bounds.upper[unknown] ?? 0) + tolerance) return false
    return narrow(network, bounds, constraintsOf[unknown] ?? [], remember, mostVisits)
  }

  /** By how much the numbers as they stand miss a constraint: to be made up above zero, or taken off below. */
  function missOf({ unknowns, coefficients, lower, upper }: Constraint): number {
    let sum = 0
    for (let index = 0; index < unknowns.length; index++)
      sum += (coefficients[index] ?? 0) * standsAt(unknowns[index] ?? 0)
    if (sum < lower - closeEnough) return lower - sum
    return sum > upper + closeEnough ? upper - sum : 0
  }

  /** The constraint that does not hold and has the fewest numbers to put it right. */
  function findBroken(from: readonly number[]): { constraint: Constraint; miss: number } | null {
    let found: { constraint: Constraint; miss: number } | null = null
    for (const unknown of from)
      for (const place of constraintsOf[unknown] ?? []) {
        const constraint = constraints[place]
        if (!constraint || looked[place] === round) continue
        looked[place] = round
        if (!network.isActive(constraint)) continue
        const miss = missOf(constraint)
        if (miss === 0) continue
        if (!found || constraint.unknowns.length < found.constraint.unknowns.length)
          found = { constraint, miss }
      }
    return found
  }

  function repair(): boolean {
    if (++steps > mostSteps) return false
    const others = moved()
    const broken = findBroken(others)
    if (!broken) {
      for (const unknown of others) {
        const values = seen.get(unknown) ?? new Set()
        seen.set(unknown, values.add(standsAt(unknown)))
      }
      return true
    }
    for (const { unknown, value } of movesOf(broken.constraint, broken.miss)) {
      const mark = trail.length
      if (confine(unknown, { lower: value, upper: value }) && repair()) return true
      undo(mark)
      if (steps > mostSteps) return false
    }
    return false
  }

  /** Ways to put a constraint right by one number, or to begin with it: the least bound first. */
  function movesOf({ unknowns, coefficients }: Constraint, miss: number) {
    return unknowns
      .flatMap((unknown, index) => {
        const [lower, upper, now] = [
          bounds.lower[unknown] ?? 0,
          bounds.upper[unknown] ?? 0,
          standsAt(unknown),
        ]
        if (lower === upper) return []
        const away = miss / (coefficients[index] ?? 1)
        const whole = network.isWhole(unknown)
        const by = whole ? Math.sign(away) * Math.ceil(Math.abs(away) - tolerance) : away
        const reached = Math.min(upper, Math.max(lower, now + by))
        const freedom = Math.min(50, upper - lower) / (1 + (constraintsOf[unknown]?.length ?? 0))
        const steps = whole && Math.abs(reached - now) > 1 ? [reached, now + Math.sign(by)] : [reached]
        return steps
          .filter((value) => value !== now)
          .map((value, step) => ({ unknown, value, order: step * 100 - freedom * (1 - shuffle * random()) }))
      })
      .sort((one, other) => one.order - other.order)
  }

  return {
    hasNoneWhere(unknown, wanted) {
      const isContradicted = !confine(unknown, wanted, visitsToTheEnd)
      undo(0)
      return isContradicted
    },
    hasOneWhere(unknown, wanted, effort = efforts.quick) {
      const isThere = (value: number) => value >= wanted.lower && value <= wanted.upper
      if (isThere(truthOf(unknown))) return true
      for (const value of seen.get(unknown) ?? []) if (isThere(value)) return true
      random = seededUniform(unknown)
      for (let attempt = 0; attempt < effort; attempt++) {
        steps = 0
        // the first is the most promising order; later ones leave it more and more
        shuffle = Math.min(1, attempt / efforts.quick)
        const isFound = confine(unknown, wanted) && repair()
        undo(0)
        // bounds alone say that there is none
        if (isFound || steps === 0) return isFound
      }
      return false
    },
  }
}
