import { seededUniform } from '../../src/domain/statistics/seeded-numbers.ts'
import { countAround, normalNumbers } from '../signals/families.ts'

/** Made-up series of few counts, seeded, in which nothing changes but what `factor` says. */
export interface CountKind {
  name: string
  make: (chance: Chance, months: number, factor: (month: number) => number) => number[]
}

export interface Chance {
  normal: () => number
  uniform: () => number
}

export function chanceOf(seed: number): Chance {
  return { normal: normalNumbers(seed), uniform: seededUniform(seed + 1) }
}

/** Each month by itself about a mean that goes its own way. */
function around(name: string, meanAt: (month: number) => number): CountKind {
  return {
    name,
    make: ({ normal }, months, factor) =>
      Array.from({ length: months }, (_, month) => countAround(meanAt(month) * factor(month), normal)),
  }
}

/** Negative binomial: the mean of each month is drawn from a gamma distribution (Marsaglia and Tsang 2000). */
function spread(mean: number, dispersion: number): CountKind {
  const shape = mean / (dispersion - 1)
  return {
    name: `${mean} a month, variance ${dispersion} times the mean`,
    make: (chance, months, factor) =>
      Array.from({ length: months }, (_, month) =>
        countAround((mean * factor(month) * gammaOf(shape, chance)) / shape, chance.normal),
      ),
  }
}

function gammaOf(shape: number, chance: Chance): number {
  if (shape < 1) return gammaOf(shape + 1, chance) * chance.uniform() ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const x = chance.normal()
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - chance.uniform()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** The mean itself wanders about its level: each month's like the last, and chance on top. */
function alike(mean: number, deviation: number, likeness: number): CountKind {
  return {
    name: `${mean} a month, mean varies by ${deviation * 100}%, each like the last (${likeness})`,
    make: ({ normal }, months, factor) => {
      let state = normal()
      return Array.from({ length: months }, (_, month) => {
        const level = mean * Math.exp(deviation * state - deviation ** 2 / 2)
        state = likeness * state + Math.sqrt(1 - likeness ** 2) * normal()
        return countAround(level * factor(month), normal)
      })
    },
  }
}

const wave = (month: number) => Math.sin((2 * Math.PI * month) / 12)

export const fewCounts: readonly CountKind[] = [
  ...[0.5, 1, 2, 4, 8].map((mean) => around(`${mean} a month`, () => mean)),
  around('4 a month, a season of half', (month) => 4 * (1 + wave(month) / 2)),
  around('4 a month, three times as many each December', (month) => 4 * (month % 12 === 11 ? 3 : 9 / 11)),
  around('from 2 a month, 3% more each month', (month) => 2 * 1.03 ** month),
  around('from 8 a month, 3% fewer each month', (month) => 8 * 0.97 ** month),
  around('from 1 a month, 0.1 more each month', (month) => 1 + month / 10),
  spread(1, 2),
  spread(4, 2),
  spread(4, 4),
  alike(4, 0.3, 0.5),
  alike(4, 0.3, 0.8),
  alike(8, 0.5, 0.8),
]
