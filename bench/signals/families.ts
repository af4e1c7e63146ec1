import type { KnownOfSeries } from '../../src/domain/signals/find-signals.ts'
import type { CategoryCounts } from '../../src/domain/signals/mix.ts'
import type { Observation } from '../../src/domain/spc/observation.ts'
import { seededUniform } from '../../src/domain/statistics/seeded-numbers.ts'

/** Made-up families of series, seeded: a run repeats. Noise has a standard deviation of 1 unless said. */

export const familySize = 200
const changedSeries = 20
export const months = 36

interface Family {
  series: Observation[][]
  /** categories of measures whose mix is tested in the same family; after the series in the lists below */
  mixes: CategoryCounts[]
  /** what is known of each series beside its figures, in the same order; none where nothing is */
  known: KnownOfSeries[]
  /** which of them have truly changed */
  hasChanged: boolean[]
  /** which of them the row of the table is about */
  isInQuestion: boolean[]
}

export interface Scenario {
  name: string
  make: (normal: () => number) => Family
}

/** Standard normal numbers from a seed (Box and Muller). */
export function normalNumbers(seed: number): () => number {
  const uniform = seededUniform(seed)
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

export function stable(normal: () => number, likeness: number): number[] {
  let value = normal()
  return Array.from({ length: months }, () => {
    const now = value
    value = likeness * value + Math.sqrt(1 - likeness ** 2) * normal()
    return now
  })
}

export type Alter = (value: number, monthsFromEnd: number) => number

const first = (index: number) => index < changedSeries

export function changed(
  name: string,
  alter: Alter,
  make: (normal: () => number) => number[] = (normal) => stable(normal, 0),
): Scenario {
  return {
    name,
    make: (normal) => ({
      series: Array.from({ length: familySize }, (_, index) => {
        const values = make(normal)
        return first(index) ? values.map((value, row) => alter(value, months - row)) : values
      }),
      mixes: [],
      known: [],
      hasChanged: Array.from({ length: familySize }, (_, index) => first(index)),
      isInQuestion: Array.from({ length: familySize }, (_, index) => first(index)),
    }),
  }
}

export function nothingChanged(name: string, make: (normal: () => number) => Observation[]): Scenario {
  return {
    name,
    make: (normal) => ({
      series: Array.from({ length: familySize }, () => make(normal)),
      mixes: [],
      known: [],
      hasChanged: Array(familySize).fill(false),
      isInQuestion: Array(familySize).fill(true),
    }),
  }
}

const step: Alter = (value, fromEnd) => value + (fromEnd <= 6 ? 2 : 0)

/** Twenty series that rise by so much a month all along, beside twenty that truly have a step. */
function trending(slope: number): Scenario {
  return {
    name: `rising by ${slope} a month all along (no change)`,
    make: (normal) => ({
      series: Array.from({ length: familySize }, (_, index) => {
        const values = stable(normal, 0)
        if (first(index)) return values.map((value, row) => value + slope * row)
        return first(index - changedSeries) ? values.map((value, row) => step(value, months - row)) : values
      }),
      mixes: [],
      known: [],
      hasChanged: Array.from(
        { length: familySize },
        (_, index) => !first(index) && first(index - changedSeries),
      ),
      isInQuestion: Array.from({ length: familySize }, (_, index) => first(index)),
    }),
  }
}

/** A count with the given mean (Knuth), from pairs of normal numbers. */
export function countAround(mean: number, normal: () => number): number {
  const limit = Math.exp(-mean)
  let count = -1
  for (let product = 1; product > limit; count += 1) product *= Math.exp(-(normal() ** 2 + normal() ** 2) / 2)
  return count
}

function smallCounts(normal: () => number): number[] {
  const mean = 3 + 17 * Math.abs(Math.sin(100 * normal()))
  return Array.from({ length: months }, () => countAround(mean, normal))
}

const roundedCounts = (normal: () => number) =>
  smallCounts(normal).map((count) => (count < 5 ? null : 5 * Math.round(count / 5)))

function rareMean(normal: () => number): number {
  return 0.3 + 5 * Math.abs(Math.sin(100 * normal()))
}

function rareCounts(normal: () => number): number[] {
  const mean = rareMean(normal)
  return Array.from({ length: months }, () => countAround(mean, normal))
}

/** Twenty rare counts of which the last month has four times as many cases, and two more. */
const rareJump: Scenario = {
  name: 'counts of 0 to 5, four times as many and two more in the last month',
  make: (normal) => ({
    series: Array.from({ length: familySize }, (_, index) => {
      const mean = rareMean(normal)
      return Array.from({ length: months }, (_month, row) =>
        countAround(first(index) && row === months - 1 ? 4 * mean + 2 : mean, normal),
      )
    }),
    mixes: [],
    known: [],
    hasChanged: Array.from({ length: familySize }, (_, index) => first(index)),
    isInQuestion: Array.from({ length: familySize }, (_, index) => first(index)),
  }),
}

const categories = 11
const casesPerMonth = 100
const mixedMeasures = 18

/**
 * Eighteen measures of eleven categories of about nine cases a month each, tested for their mix beside 182 stable
 * series; in two of the measures one category doubles for the last six months, and the other ten make room.
 */
const doubledShare: Scenario = {
  name: 'doubled share in one of eleven categories, six months',
  make: (normal) => {
    const singles = familySize - mixedMeasures
    const isChanged = [...Array(singles).fill(false), true, true, ...Array(mixedMeasures - 2).fill(false)]
    return {
      series: Array.from({ length: singles }, () => stable(normal, 0)),
      mixes: Array.from({ length: mixedMeasures }, (_, measure) =>
        Array.from({ length: categories }, (_unused, category) =>
          Array.from({ length: months }, (_month, row) =>
            countAround(casesPerMonth * shareAt(measure < 2 && months - row <= 6, category), normal),
          ),
        ),
      ),
      known: [],
      hasChanged: isChanged,
      isInQuestion: isChanged,
    }
  },
}

function shareAt(isDoubled: boolean, category: number): number {
  if (!isDoubled) return 1 / categories
  return category === 0 ? 2 / categories : (categories - 2) / categories / (categories - 1)
}

export const basicScenarios: Scenario[] = [
  nothingChanged('stable, independent', (normal) => stable(normal, 0)),
  nothingChanged('stable, each month like the last (0.5)', (normal) => stable(normal, 0.5)),
  changed('step of 2, last six months', step),
  changed(
    'drift reaching 2 over twelve months',
    (value, fromEnd) => value + (2 * Math.max(0, 13 - fromEnd)) / 12,
  ),
  changed('spike of 4 in the last month', (value, fromEnd) => value + (fromEnd === 1 ? 4 : 0)),
  changed('doubled variation, six months', (value, fromEnd) => value * (fromEnd <= 6 ? 2 : 1)),
  doubledShare,
  trending(0.05),
  trending(0.1),
  trending(0.2),
  changed(
    'falling by 0.5 a month, then a year of standing still',
    (value, fromEnd) => value + 0.5 * Math.max(0, fromEnd - 12),
  ),
  nothingChanged('stable counts of 3 to 20', smallCounts),
  nothingChanged('the same protected: rounded to 5, under 5 withheld', roundedCounts),
  nothingChanged('stable counts of 0 to 5', rareCounts),
  rareJump,
]
