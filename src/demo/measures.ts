import { apportion } from './apportion.ts'
import type { Counts } from './counts.ts'
import { type DimensionId, membersOf, typeAndTown, typeInTown } from './dimensions.ts'
import type { CategoryMeasure, MedianMeasure, ShareMeasure, Shares } from './model.ts'
import { levelAt, type ReadPath, readPath, valueAt } from './path.ts'
import { deviate, streamOf, uniform } from './random.ts'
import { periodIndex } from './timeline.ts'

/** What a measure says of one member in one period. */
export interface MemberValue {
  dimension: string
  member: string
  value: number
  numerator: number | null
  denominator: number | null
  n: number | null
}

/** The values of a measure in one period: the borough first, then breakdown by breakdown. */
export type ReadMeasure = (counts: Counts, index: number) => MemberValue[]

const boroughMember = { dimension: 'borough', member: 'All' } as const
const bare = { numerator: null, denominator: null, n: null } as const

export function readCountMeasure(count: string, by: readonly DimensionId[]): ReadMeasure {
  return (counts, index) => [
    { ...boroughMember, value: counts.total(count, index), ...bare },
    ...by.flatMap((dimension) => {
      const parts = counts.split(count, dimension, index)
      return membersOf(dimension).map(({ id }, at) => ({
        dimension,
        member: id,
        value: parts[at] ?? 0,
        ...bare,
      }))
    }),
  ]
}

/** Shares are recomputed from their counts at every level, to one decimal. */
export function readShareMeasure(model: ShareMeasure, unit: 'percent' | 'ratio'): ReadMeasure {
  const path = typeof model.numerator === 'string' ? null : readPath(model.kpi, model.numerator)
  const denominatorUnit = model.tenths ? 10 : 1
  const numeratorUnit = model.tenths === 'both' ? 10 : 1
  const scale = unit === 'percent' ? 100 : 1

  function part(dimension: string, member: string, above: number, below: number): MemberValue {
    const numerator = above / numeratorUnit
    const denominator = below / denominatorUnit
    const value = Math.round((10 * scale * numerator) / denominator) / 10
    return { dimension, member, value, numerator, denominator, n: null }
  }

  return (counts, index) => {
    const below = counts.total(model.denominator, index)
    const above = path
      ? Math.round((valueAt(path, index) * below * numeratorUnit) / (scale * denominatorUnit))
      : counts.total(String(model.numerator), index)
    const share = above / below
    return [
      part(boroughMember.dimension, boroughMember.member, above, below),
      ...model.by.flatMap((dimension) => {
        const belows = counts.split(model.denominator, dimension, index)
        const aboves = path
          ? splitNumerator(model, dimension, index, above, share, belows)
          : counts.split(String(model.numerator), dimension, index)
        return membersOf(dimension).map(({ id }, at) => part(dimension, id, aboves[at] ?? 0, belows[at] ?? 0))
      }),
    ]
  }
}

/** Members have habits of their own around the borough's share, and vary as shares of so many cases do. */
function splitNumerator(
  model: ShareMeasure,
  dimension: DimensionId,
  index: number,
  above: number,
  share: number,
  belows: readonly number[],
): number[] {
  const room = Math.max(0.02, model.mayExceed ? 0.3 : 1 - share)
  const weights = membersOf(dimension).map(({ id }, at) => {
    const below = belows[at] ?? 0
    const stream = streamOf(`${model.kpi}/${dimension}/${id}`)
    const tilt = model.tilts?.[dimension]?.[id] ?? 1 + 0.35 * room * deviate(stream, -1)
    const chance = model.mayExceed ? 0.03 : 0.7 * Math.sqrt(room / Math.max(1, share * below))
    return below * share * Math.max(0.1, tilt * (1 + chance * deviate(stream, index)))
  })
  return apportion(above, weights, model.mayExceed ? {} : { caps: belows })
}

/** Medians are known level by level. The borough's always lies between the lowest and highest of its parts. */
export function readMedianMeasure(model: MedianMeasure): ReadMeasure {
  const path = readPath(model.kpi, model.path)
  const step = model.step ?? 1
  const habit = model.habit ?? model.kpi

  function rounded(value: number): number {
    return Math.max(step, Math.round(value / step) * step)
  }

  return (counts, index) => {
    const whole = rounded(valueAt(path, index))
    return [
      { ...boroughMember, ...bare, value: whole, n: counts.total(model.cases, index) },
      ...model.by.flatMap((dimension) => {
        const cases = counts.split(model.cases, dimension, index)
        const values = membersOf(dimension).map(({ id }, at) => {
          const stream = streamOf(`${habit}/${dimension}/${id}`)
          const chance = Math.min(0.25, 0.7 / Math.sqrt(Math.max(1, cases[at] ?? 1)))
          return rounded(whole * (1 + 0.13 * deviate(stream, -1) + chance * deviate(stream, index)))
        })
        straddle(values, cases, whole)
        return membersOf(dimension).map(({ id }, at) => ({
          ...bare,
          dimension,
          member: id,
          value: values[at] ?? whole,
          n: cases[at] ?? 0,
        }))
      }),
    ]
  }
}

/** Where all parts lie on one side of the whole, the largest takes its value: a median cannot lie outside. */
function straddle(values: number[], cases: readonly number[], whole: number): void {
  const isInside = values.some((value) => value <= whole) && values.some((value) => value >= whole)
  if (!isInside) values[cases.indexOf(Math.max(...cases))] = whole
}

/** Categories are counted within the cases of the period, and never totalled. */
export function readCategoryMeasure(model: CategoryMeasure): ReadMeasure {
  const categories = Object.entries(model.categories).map(([member, path]) => ({
    member,
    path: readPath(`${model.kpi}/${member}`, { ...path, noise: 0 }),
    noise: path.noise,
    towns: model.townShares ? readTownShares(model.kpi, member, model.townShares[member]) : null,
  }))
  return (counts, index) => {
    const n = counts.total(model.cases, index)
    const byTown = model.townShares ? counts.split(model.cases, 'town', index) : []
    const values: MemberValue[] = []
    const inTowns: MemberValue[] = []
    for (const { member, path, noise, towns } of categories) {
      const value = Math.min(n, countCategory(path, noise, n, index))
      values.push({ ...bare, dimension: model.dimension, member, value, n })
      if (towns) inTowns.push(...splitOverTowns(member, value, towns, byTown, index))
    }
    return [...values, ...inTowns]
  }
}

/** Rare categories come by chance, one by one; frequent ones vary around their share of the cases. */
function countCategory(path: ReadPath, noise: number, n: number, index: number): number {
  const pinned = path.pins.get(index)
  if (pinned !== undefined) return pinned
  const expected = n * levelAt(path.knots, index)
  if (expected >= 8) return Math.max(0, Math.round(expected * (1 + noise * deviate(path.stream, index))))
  return poisson(expected, uniform(path.stream, index))
}

/** The Poisson count whose cumulative probability first reaches `chance`. */
function poisson(expected: number, chance: number): number {
  let probability = Math.exp(-expected)
  let cumulative = probability
  let count = 0
  while (cumulative < chance && count < 40) {
    count += 1
    probability *= expected / count
    cumulative += probability
  }
  return count
}

interface TownShare {
  town: string
  stream: number
  knots: ReadPath['knots']
}

function readTownShares(kpi: string, category: string, shares: Shares | undefined): TownShare[] {
  return membersOf('town').map(({ id, share }) => {
    const given = shares?.[id] ?? share
    return {
      town: id,
      stream: streamOf(`${kpi}/${category}/${id}`),
      knots:
        typeof given === 'number'
          ? [{ at: 0, level: given }]
          : given.map(([period, level]) => ({ at: periodIndex(period), level })),
    }
  })
}

function splitOverTowns(
  category: string,
  value: number,
  towns: readonly TownShare[],
  cases: readonly number[],
  index: number,
): MemberValue[] {
  const weights = towns.map(({ stream, knots }) => {
    const share = levelAt(knots, index)
    const spread = Math.min(0.35, 0.5 / Math.sqrt(Math.max(1, share * value)))
    return share * Math.max(0.05, 1 + spread * deviate(stream, index))
  })
  const parts = apportion(value, weights, { caps: cases })
  return towns.map(({ town }, at) => ({
    ...bare,
    dimension: typeAndTown,
    member: typeInTown(category, town),
    value: parts[at] ?? 0,
    n: cases[at] ?? 0,
  }))
}
