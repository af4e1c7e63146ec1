/** Made-up families of series, seeded: a run repeats. Noise has a standard deviation of 1 unless said. */

const familySize = 200
const changedSeries = 20
const months = 36

interface Family {
  series: number[][]
  /** which of them have truly changed */
  hasChanged: boolean[]
}

export interface Scenario {
  name: string
  make: (normal: () => number) => Family
}

/** Standard normal numbers from a seed (mulberry32; Box and Muller). */
export function normalNumbers(seed: number): () => number {
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

function stable(normal: () => number, likeness: number): number[] {
  let value = normal()
  return Array.from({ length: months }, () => {
    const now = value
    value = likeness * value + Math.sqrt(1 - likeness ** 2) * normal()
    return now
  })
}

type Alter = (value: number, monthsFromEnd: number) => number

function changed(name: string, alter: Alter, likeness = 0): Scenario {
  return {
    name,
    make: (normal) => ({
      series: Array.from({ length: familySize }, (_, index) => {
        const values = stable(normal, likeness)
        return index < changedSeries ? values.map((value, row) => alter(value, months - row)) : values
      }),
      hasChanged: Array.from({ length: familySize }, (_, index) => index < changedSeries),
    }),
  }
}

const none: Alter = (value) => value

function nothingChanged(name: string, likeness: number): Scenario {
  const scenario = changed(name, none, likeness)
  return {
    name,
    make: (normal) => {
      const { series } = scenario.make(normal)
      return { series, hasChanged: series.map(() => false) }
    },
  }
}

const categories = 11
const casesPerMonth = 100

/**
 * Shares of eleven categories of about 100 cases a month, for eighteen measures (198 series); in two of the
 * measures one category doubles from 9% for the last six months, and the other ten make room.
 */
const doubledShare: Scenario = {
  name: 'doubled share in one of eleven categories, six months',
  make: (normal) => {
    const series: number[][] = []
    const hasChanged: boolean[] = []
    for (let measure = 0; measure < Math.floor(familySize / categories); measure += 1) {
      const shares = Array.from({ length: months }, (_, row) => {
        const isDoubled = measure < 2 && months - row <= 6
        const expected = Array.from({ length: categories }, (_unused, category) =>
          isDoubled ? (category === 0 ? 2 / 11 : 9 / 110) : 1 / 11,
        )
        const counts = expected.map((share) => {
          const mean = share * casesPerMonth
          return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
        })
        const total = counts.reduce((sum, count) => sum + count, 0)
        return counts.map((count) => (100 * count) / total)
      })
      for (let category = 0; category < categories; category += 1) {
        series.push(shares.map((month) => month[category] ?? 0))
        hasChanged.push(measure < 2 && category === 0)
      }
    }
    return { series, hasChanged }
  },
}

export const scenarios: Scenario[] = [
  nothingChanged('stable, independent', 0),
  nothingChanged('stable, each month like the last (0.5)', 0.5),
  changed('step of 2, last six months', (value, fromEnd) => value + (fromEnd <= 6 ? 2 : 0)),
  changed(
    'drift reaching 2 over twelve months',
    (value, fromEnd) => value + (2 * Math.max(0, 13 - fromEnd)) / 12,
  ),
  changed('spike of 4 in the last month', (value, fromEnd) => value + (fromEnd === 1 ? 4 : 0)),
  changed('doubled variation, six months', (value, fromEnd) => value * (fromEnd <= 6 ? 2 : 1)),
  doubledShare,
]
