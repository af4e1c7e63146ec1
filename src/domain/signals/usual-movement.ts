import { isPresent, type Observation } from '../spc/observation.ts'
import { type Distribution, drawnTogether } from './drawn-together.ts'
import { logLikelihoodsOf } from './movement-likelihood.ts'
import { sumOfProducts } from './sums.ts'
import type { UsualMovement } from './whitener.ts'

/** How far each way of moving is believed of one series, the likeliest first; weights add up to 1. */
export type Belief = readonly { movement: UsualMovement; weight: number }[]

/** What is thought before any figure is seen: [value, weight]. A list is of the people of the month before. */
const likenesses = {
  list: [
    [0, 0.02],
    [0.4, 0.03],
    [0.6, 0.05],
    [0.8, 0.1],
    [0.9, 0.15],
    [0.97, 0.25],
    [0.995, 0.4],
  ],
  other: [
    [0, 0.3],
    [0.2, 0.2],
    [0.4, 0.15],
    [0.6, 0.1],
    [0.8, 0.1],
    [0.9, 0.05],
    [0.97, 0.03],
    [0.995, 0.07],
  ],
} as const
const trends = [
  [0, 0.6],
  [0.03, 0.15],
  [0.1, 0.15],
  [0.4, 0.1],
] as const
const seasons = [
  [0, 0.6],
  [0.7, 0.2],
  [2, 0.2],
] as const
export type MovementKind = keyof typeof likenesses

/** Changes are looked for in the last year, and must not pass for what a series does by itself. */
const recentMonths = 12
/** Of fewer months nothing can be learnt. */
const fewestMonths = 6
/** A way of moving that is believed less than this changes no chance that matters. */
const negligible = 5e-4
const arithmeticDust = 1e-12

interface Way {
  movement: UsualMovement
  weight: number
}

const waysOf = (kind: MovementKind): Way[] =>
  likenesses[kind].flatMap(([likeness, a]) =>
    trends.flatMap(([trend, b]) =>
      seasons.map(([season, c]) => ({ movement: { likeness, trend, season }, weight: a * b * c })),
    ),
  )

/** A series whose months may each be less or more sure than others: noise is relative, 1 where all are alike. */
export interface Weighed {
  values: readonly Observation[]
  noise: readonly number[] | null
  /** whose series move alike; null where that is not known */
  measure: string | null
}

/**
 * What each series of a family does while nothing changes, from the months before the last year. Of so few months a
 * series knows little about itself and a family knows much about its own kind: how common each way of moving is
 * among them is estimated from all, and each series believes in it by how well its own months bear it out.
 */
export function usualMovements(family: readonly Weighed[], kind: MovementKind): Belief[] {
  const ways = waysOf(kind)
  const likelihoods = family.map((series) => logLikelihoods(series, ways))
  const priors: Distribution = ways.map(({ weight }) => weight)
  return drawnTogether(
    likelihoods,
    priors,
    family.map(({ measure }) => measure),
  ).map((weights) => beliefOf(ways, weights))
}

function beliefOf(ways: readonly Way[], weights: readonly number[]): Belief {
  const held = ways.flatMap(({ movement }, index) => {
    const weight = weights[index] ?? 0
    return weight >= negligible ? [{ movement, weight }] : []
  })
  const total = held.reduce((sum, { weight }) => sum + weight, 0)
  const shares = held.map(({ movement, weight }) => ({ movement, weight: weight / total }))
  return shares.sort((a, b) => b.weight - a.weight)
}

/** The same without its trend, for tests that take a straight line off first. */
export function besideTrend(belief: Belief): Belief {
  const merged = new Map<string, Way>()
  for (const { movement, weight } of belief) {
    const key = `${movement.likeness} ${movement.season}`
    const known = merged.get(key)
    merged.set(key, { movement: { ...movement, trend: 0 }, weight: weight + (known?.weight ?? 0) })
  }
  return [...merged.values()].sort((a, b) => b.weight - a.weight)
}

/** How well each way of moving bears out the earlier months; level and size of the noise are taken as they come. */
function logLikelihoods({ values, noise }: Weighed, ways: readonly Way[]): number[] | null {
  const rows = Math.max(values.length - recentMonths, Math.ceil(values.length / 2))
  const months = [...values.keys()].slice(0, rows).filter((row) => isPresent(values[row]))
  const figures = values.slice(0, rows).filter(isPresent)
  if (figures.length < fewestMonths) return null
  const middle = figures.reduce((sum, value) => sum + value, 0) / figures.length
  const centred = figures.map((value) => value - middle)
  const dust = arithmeticDust * sumOfProducts(figures, figures)
  if (sumOfProducts(centred, centred) <= dust) return null
  return logLikelihoodsOf(ways, centred, months, noise, dust)
}
