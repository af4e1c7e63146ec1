import { isPresent, type Observation } from '../spc/observation.ts'
import { medianOf } from '../statistics/centre.ts'
import { drawnTogether } from './drawn-together.ts'
import { sumOfProducts } from './sums.ts'
import { chanceOfLargerT, logGamma } from './tail-chances.ts'
import type { Belief, Weighed } from './usual-movement.ts'
import { whitenerOf } from './whitener.ts'

/** Student's t from normal to very heavy; what is thought of each before; where figures are pulled in, in spreads. */
const tailShapes = [
  { freedom: Number.POSITIVE_INFINITY, weight: 0.55, pullIn: Number.POSITIVE_INFINITY },
  { freedom: 10, weight: 0.25, pullIn: 3 },
  { freedom: 5, weight: 0.12, pullIn: 2.2 },
  { freedom: 3, weight: 0.08, pullIn: 1.8 },
] as const
export type TailShape = (typeof tailShapes)[number]
export type Tails = readonly { shape: TailShape; weight: number }[]

const recentMonths = 12
const fewestMonths = 6
const negligible = 0.02

/**
 * How heavy the tails of each series are, from what its months before the last year added by themselves, and from how
 * common heavy tails are in the family: odd figures now and then are usual in some series, and a jump no news there.
 */
export function tailsOf(family: readonly Weighed[], beliefs: readonly Belief[]): Tails[] {
  const likelihoods = family.map((series, index) => tailLikelihoods(series, beliefs[index]))
  const weights = drawnTogether(
    likelihoods,
    tailShapes.map(({ weight }) => weight),
    family.map(({ measure }) => measure),
  )
  return weights.map((own) => {
    const held = tailShapes.flatMap((shape, index) => {
      const weight = own[index] ?? 0
      return weight >= negligible ? [{ shape, weight }] : []
    })
    const total = held.reduce((sum, { weight }) => sum + weight, 0)
    return held.map(({ shape, weight }) => ({ shape, weight: weight / total }))
  })
}

function tailLikelihoods({ values, noise }: Weighed, belief: Belief = []): number[] | null {
  const rows = Math.max(values.length - recentMonths, Math.ceil(values.length / 2))
  const months = [...values.keys()].slice(0, rows).filter((row) => isPresent(values[row]))
  const figures: Observation[] = values.slice(0, rows)
  const present = figures.filter(isPresent)
  const [first, ...others] = belief
  if (!first || present.length < fewestMonths) return null
  const likeliest = others.reduce((best, one) => (one.weight > best.weight ? one : best), first)
  const { whiten } = whitenerOf(likeliest.movement, months, noise)
  const ones = whiten(present.map(() => 1))
  const middle = medianOf(present)
  const white = whiten(present.map((value) => value - middle))
  const level = sumOfProducts(white, ones) / sumOfProducts(ones, ones)
  const added = white.map((value, row) => value - level * (ones[row] ?? 0))
  if (sumOfProducts(added, added) === 0) return null
  return tailShapes.map(({ freedom }) => {
    const spread = spreadOf(added, freedom)
    return added.reduce((sum, value) => sum + logDensity(value / spread, freedom) - Math.log(spread), 0)
  })
}

function logDensity(value: number, freedom: number): number {
  if (freedom === Number.POSITIVE_INFINITY) return -(value ** 2) / 2 - Math.log(2 * Math.PI) / 2
  return (
    logGamma((freedom + 1) / 2) -
    logGamma(freedom / 2) -
    Math.log(freedom * Math.PI) / 2 -
    ((freedom + 1) / 2) * Math.log1p(value ** 2 / freedom)
  )
}

const spreadRounds = 12
const closeEnough = 1e-3

/** The scale of a t with so many degrees that fits best (maximum likelihood, reweighted). */
export function spreadOf(added: readonly number[], freedom: number): number {
  let square = sumOfProducts(added, added) / added.length
  if (freedom === Number.POSITIVE_INFINITY) return Math.sqrt(square)
  for (let round = 0; round < spreadRounds; round += 1) {
    const at = square
    let sum = 0
    for (const value of added) sum += ((freedom + 1) * value * value) / (freedom + (value * value) / at)
    square = sum / added.length
    if (Math.abs(square - at) < closeEnough * at) break
  }
  return Math.sqrt(square)
}

/** The chance of one figure so far out, of a series with such tails, whose spread comes from so many others. */
export function chanceOfFigure(size: number, others: readonly number[], freedom: number): number {
  const unsure = Math.sqrt(1 + 2 / others.length)
  return chanceOfLargerT(size / spreadOf(others, freedom) / unsure, freedom)
}
