import { apportion } from '../apportion.ts'
import { membersOf, typeAndTown, typeInTown } from '../dimensions.ts'
import type { CategoryMeasure, Shares } from '../model.ts'
import { levelAt, type ReadPath, readKnots, readPath } from '../path.ts'
import { deviate, streamOf, uniform } from '../random.ts'
import { bare, type MemberValue, type ReadMeasure } from './member-value.ts'

/** Categories are counted within the cases of the period, and never totalled. */
export function readCategoryMeasure(model: CategoryMeasure): ReadMeasure {
  const categories = Object.entries(model.categories).map(([member, path]) => ({
    member,
    path: readPath(`${model.kpi}/${member}`, path),
    towns: model.townShares ? readTownShares(model.kpi, member, model.townShares[member]) : null,
  }))
  return (counts, index) => {
    const n = counts.total(model.cases, index)
    const byTown = model.townShares ? counts.split(model.cases, 'town', index) : []
    const values: MemberValue[] = []
    const inTowns: MemberValue[] = []
    for (const { member, path, towns } of categories) {
      const value = Math.min(n, countCategory(path, n, index))
      values.push({ ...bare, dimension: model.dimension, member, value, n })
      if (towns) inTowns.push(...splitOverTowns(member, value, towns, byTown, index))
    }
    return [...values, ...inTowns]
  }
}

/** Rare categories come by chance, one by one; frequent ones vary around their share of the cases. */
function countCategory(path: ReadPath, n: number, index: number): number {
  const pinned = path.pins.get(index)
  if (pinned !== undefined) return pinned
  const expected = n * levelAt(path.knots, index)
  if (expected >= 8) return Math.max(0, Math.round(expected * (1 + path.noise * deviate(path.stream, index))))
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
      knots: typeof given === 'number' ? [{ at: 0, level: given }] : readKnots(given),
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
