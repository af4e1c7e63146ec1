import { seededUniform } from '../statistics/seeded-numbers.ts'
import { narrow, tolerance, visitsToTheEnd } from './narrow.ts'
import type { AttackNetwork } from './network.ts'
import type { Interval } from './policy.ts'
import { openStandingWorld } from './standing-world.ts'
import { openTrail } from './trail.ts'
import type { Unknowns } from './unknowns.ts'

/**
 * Other worlds: whole numbers that differ from the true ones and agree with everything public. Bounds show what
 * is not possible; a world shows what is. Where none is found within so many steps, that counts as not possible:
 * more may be hidden than need be, never less.
 */
export interface Worlds {
  /** a search for a world in which the number lies there; the true world is one */
  lookWhere: (unknown: number, wanted: Interval) => WorldSearch
  /** whether supposing it leads to a contradiction: there is none for certain */
  hasNoneWhere: (unknown: number, wanted: Interval) => boolean
  /** asks while something is hidden on trial: of the worlds found meanwhile nothing is remembered */
  onTrial: (ask: () => boolean) => boolean
}

/** Goes on where it left off, until it has made so many attempts in all; says whether a world has been found. */
export type WorldSearch = (attempts: number) => boolean

/** A search that has gone astray is begun again, in another order, sooner than gone on with: so many times in all. */
export const efforts = { once: 1, quick: 6, thorough: 24 } as const
const mostSteps = 60
/** Bounds need not be at their narrowest to lead the search. */
const visitsInSearch = 8

/**
 * Looks for worlds near the true one: the number in question is moved, and whatever no longer agrees is put
 * right by moving as few others as will do, those first that are bound by least. `network.bounds` must have
 * been narrowed; they are the same again afterwards.
 */
export function openWorlds(network: AttackNetwork, { truthOf }: Unknowns): Worlds {
  const { bounds, packed } = network
  const { lower, upper } = bounds
  const { starts, unknowns, coefficients, placeStarts, places } = packed
  let seen = new Map<number, Set<number>>()
  const trail = openTrail(bounds)
  const truths = Float64Array.from(bounds.lower, (_, unknown) => truthOf(unknown))
  const world = openStandingWorld(packed, bounds, truths, trail)
  let steps = 0
  let shuffle = 0
  let random = seededUniform(1)

  function confine(unknown: number, within: Interval, mostVisits = visitsInSearch): boolean {
    trail.begin()
    trail.remember(unknown)
    lower[unknown] = Math.max(lower[unknown] ?? 0, within.lower)
    upper[unknown] = Math.min(upper[unknown] ?? 0, within.upper)
    if ((lower[unknown] ?? 0) > (upper[unknown] ?? 0) + tolerance) return false
    const own = places.subarray(placeStarts[unknown], placeStarts[unknown + 1])
    return narrow(packed, bounds, own, trail.remember, mostVisits)
  }

  function rememberWorld() {
    world.tell((unknown, value) => {
      const values = seen.get(unknown)
      if (values) values.add(value)
      else seen.set(unknown, new Set([value]))
    })
  }

  function repair(): boolean {
    if (++steps > mostSteps) return false
    const broken = world.findBroken()
    if (!broken) {
      rememberWorld()
      return true
    }
    for (const { unknown, value } of movesOf(broken.place, broken.miss)) {
      const mark = trail.length()
      if (confine(unknown, { lower: value, upper: value }) && repair()) return true
      world.undo(mark)
      if (steps > mostSteps) return false
    }
    return false
  }

  /** Ways to put a constraint right by one number, or to begin with it: the least bound first. */
  function movesOf(place: number, miss: number): Move[] {
    const moves: Move[] = []
    const end = starts[place + 1] ?? 0
    for (let index = starts[place] ?? 0; index < end; index++) {
      const unknown = unknowns[index] ?? 0
      const least = lower[unknown] ?? 0
      const most = upper[unknown] ?? 0
      if (least === most) continue
      const now = world.standsAt(unknown)
      const away = miss / (coefficients[index] ?? 1)
      const isWhole = packed.isWhole[unknown] === 1
      const by = isWhole ? Math.sign(away) * Math.ceil(Math.abs(away) - tolerance) : away
      const reached = Math.min(most, Math.max(least, now + by))
      const constraintsOfIt = (placeStarts[unknown + 1] ?? 0) - (placeStarts[unknown] ?? 0)
      const freedom = Math.min(50, most - least) / (1 + constraintsOfIt)
      const put = (value: number, later: number) => {
        if (value !== now) moves.push({ unknown, value, order: later - freedom * (1 - shuffle * random()) })
      }
      put(reached, 0)
      // where it cannot take all of it at once, a little of it
      if (isWhole && Math.abs(reached - now) > 1) put(now + Math.sign(by), 100)
    }
    return moves.sort((one, other) => one.order - other.order)
  }

  return {
    hasNoneWhere(unknown, wanted) {
      const isContradicted = !confine(unknown, wanted, visitsToTheEnd)
      world.undo(0)
      return isContradicted
    },
    onTrial(ask) {
      const before = seen
      seen = new Map()
      const answer = ask()
      seen = before
      return answer
    },
    lookWhere(unknown, wanted) {
      const isThere = (value: number) => value >= wanted.lower && value <= wanted.upper
      let isFound = isThere(truths[unknown] ?? 0)
      for (const value of seen.get(unknown) ?? []) isFound ||= isThere(value)
      const own = seededUniform(unknown)
      let attempts = 0
      return (until) => {
        random = own
        for (; !isFound && attempts < until; attempts++) {
          steps = 0
          // the first is the most promising order; later ones leave it more and more
          shuffle = Math.min(1, attempts / efforts.quick)
          isFound = confine(unknown, wanted) && repair()
          world.undo(0)
          // all moves have been gone through, or none was needed to see that there is none: no order would change that
          if (steps <= mostSteps) attempts = Number.POSITIVE_INFINITY
        }
        return isFound
      }
    },
  }
}

interface Move {
  unknown: number
  value: number
  order: number
}
