import { isPresent, type Observation } from '../spc/observation.ts'
import { meanOf, medianOf } from '../statistics/centre.ts'
import { strongestChange, type Usual } from './strongest-change.ts'
import { tailsOf } from './tails.ts'
import { usualMovements } from './usual-movement.ts'

/** Monthly counts of each category of one measure, over the same months. */
export type CategoryCounts = readonly (readonly Observation[])[]

export interface MixChange {
  kind: 'mix'
  /** position of the category whose share changed most plainly */
  category: number
  months: number
  direction: -1 | 1
  /** it drifts: means before and since would tell two levels where there is a way from one to the other */
  isDrift: boolean
  /** its share of all mentions, 0 to 1: means of the months before and of those since; of a drift the first and last */
  before: number
  after: number
  /** the chance of so plain a change of any category's share where the mix has not changed */
  chance: number
}

/** A category of fewer mentions a month has a share that one case more would change. */
const fewestMentions = 3

interface Share {
  category: number
  shares: number[]
  /** on a scale where chance makes as much noise at every share */
  values: number[]
  noise: null
  measure: string
}

/**
 * For each measure of categories, the category whose share of all mentions has changed most plainly, if any can
 * be tested. Shares are of the categories that are known in every month, on the arcsine square-root scale, and
 * their chance is the smallest of theirs × their number, because the largest of many is no surprise.
 *
 * @example eleven categories of about 9% each, of which one has been at 18% for six months → that one, upwards
 */
export function changesInMix(measures: readonly CategoryCounts[]): (MixChange | null)[] {
  const shares = measures.map((categories, index) => sharesOf(categories, `${index}`))
  const family = shares.flat()
  const beliefs = usualMovements(family, 'other')
  const tails = tailsOf(family, beliefs)
  const usual = family.map((_, index) => ({
    belief: beliefs[index] ?? [],
    tails: tails[index] ?? [],
    noise: null,
    leastOfSpike: 0,
  }))
  let place = 0
  return shares.map((list) => {
    const first = place
    place += list.length
    return strongestInMix(list, usual.slice(first, place))
  })
}

function strongestInMix(shares: readonly Share[], usual: readonly Usual[]): MixChange | null {
  let strongest: MixChange | null = null
  for (const [index, { category, shares: own, values }] of shares.entries()) {
    const known = usual[index]
    const change = known ? strongestChange(values, known) : null
    if (change === null || change.kind === 'variation') continue
    const chance = Math.min(1, change.chance * shares.length)
    if (strongest !== null && chance >= strongest.chance) continue
    const { months, direction } = change
    const isDrift = change.kind === 'drift'
    strongest = {
      kind: 'mix',
      category,
      months,
      direction,
      isDrift,
      ...endsOfMix(own, months, isDrift),
      chance,
    }
  }
  return strongest
}

/** What a share went from and to: by the means on either side, or from the first month of a drift to the latest. */
function endsOfMix(
  shares: readonly number[],
  months: number,
  isDrift: boolean,
): { before: number; after: number } {
  const since = shares.slice(-months)
  return isDrift
    ? { before: since[0] ?? 0, after: since.at(-1) ?? 0 }
    : { before: meanOf(shares.slice(0, -months)), after: meanOf(since) }
}

/** Two categories at least, or there is no mix; months without any mention have none. */
function sharesOf(categories: CategoryCounts, measure: string): Share[] {
  const known = categories.flatMap((counts, category) =>
    counts.every(isPresent) ? [{ category, counts: counts.filter(isPresent) }] : [],
  )
  const rows = known[0]?.counts.length ?? 0
  const totals = Array.from({ length: rows }, (_, row) =>
    known.reduce((sum, { counts }) => sum + (counts[row] ?? 0), 0),
  )
  if (known.length < 2 || totals.some((total) => total === 0)) return []
  return known
    .filter(({ counts }) => medianOf(counts) >= fewestMentions)
    .map(({ category, counts }) => {
      const shares = counts.map((count, row) => count / (totals[row] ?? 1))
      const values = shares.map((share) => Math.asin(Math.sqrt(share)))
      return { category, shares, values, noise: null, measure }
    })
}
