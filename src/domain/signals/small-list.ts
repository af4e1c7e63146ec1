import { isFullOfGaps, isPresent, type Observation, presentValues } from '../spc/observation.ts'
import { meanOf, medianOf } from '../statistics/centre.ts'
import type { Change } from './change.ts'
import { areCounts } from './small-counts.ts'
import { chanceOfAtLeast } from './tail-chances.ts'

/** From this median on, what comes and goes is near enough to normal for the tests of all lists. */
const largestMedian = 10
/** Fewer months than this leave no past to compare with. */
const fewestToCompare = 18
/** A move is told since figures had gone this much of it. */
const shareGone = 1 / 4
/** What is added to those who came in the past, so that none in three years is not taken for never (Jeffreys). */
const half = 0.5

/** Spans over which a move is looked for; longer ones are mostly seen by these. */
const spans: readonly { months: number; kind: Change['kind'] }[] = [
  { months: 1, kind: 'spike' },
  { months: 2, kind: 'step' },
  { months: 3, kind: 'step' },
  { months: 6, kind: 'drift' },
]

/**
 * Eight questions are asked, of four spans both ways, and what shows in one shows in others: they are worth half as many
 * (docs/calculations.md#emerging-issues, lists of few).
 */
const looks = spans.length

/** Whether a list is so small that it moves by single people, and its months are no draw from a normal. */
export function isSmallList(observations: readonly Observation[]): boolean {
  const figures = presentValues(observations)
  return figures.length > 0 && areCounts(figures) && medianOf(figures) < largestMedian
}

/**
 * The strongest recent move of a list of few, beside how it moves by itself. Over any span those who come and those who
 * go are counts; half of what such spans have varied by, in the past, is the mean of either. How likely so many more
 * would come, from where the list stood or from its mean if that is nearer, is a negative binomial: a count whose mean
 * is known from as many people as came. Null where nothing can be tested; where it never moved, nothing is usual yet.
 *
 * @example 39 months of 2 to 6, then 4, 7, 13 → 9 more in two months, where 2 come in two months: about 1 in 5,000
 */
export function smallListChange(observations: readonly Observation[]): Change | null {
  const known = observations.slice(observations.findIndex(isPresent))
  const last = known.at(-1)
  if (!isPresent(last) || isFullOfGaps(known)) return null
  const figures = presentValues(known)
  if (figures.length < fewestToCompare || figures.every((people) => people === last)) return null
  const found = spans.flatMap(({ months, kind }): Change[] => {
    const before = known.slice(0, -months)
    const from = before.at(-1)
    const steps = stepsOver(before, months)
    if (!isPresent(from) || steps.length === 0) return []
    const usual = meanOf(presentValues(before))
    const direction: -1 | 1 = last >= from ? 1 : -1
    // what comes back to the mean is no news
    const start = direction > 0 ? Math.max(from, usual) : Math.min(from, usual)
    const moved = Math.ceil((last - start) * direction - 1e-9)
    if (moved <= 0) return []
    // spans that overlap know no more than those that do not
    const spansHeld = Math.max(1, steps.length / months)
    const mean = steps.reduce((sum, step) => sum + step ** 2, 0) / steps.length / 2 + half / spansHeld
    const chance = chanceOfAtLeast(moved, mean, mean + mean / spansHeld)
    const since = monthsBeyond(known, start + (last - start) * shareGone)
    return [
      {
        kind: since === 1 ? 'spike' : kind === 'spike' ? 'step' : kind,
        months: Math.min(since, months),
        direction,
        chance: Math.min(1, looks * chance),
        expected: null,
      },
    ]
  })
  // tested, and it is not news: that is another answer than none
  return found.toSorted((a, b) => a.chance - b.chance)[0] ?? { ...unmoved }
}

const unmoved = { kind: 'spike', months: 1, direction: 1, chance: 1, expected: null } as const

/** How many months, up to the latest, lie beyond a level on the side of the latest. */
function monthsBeyond(values: readonly Observation[], level: number): number {
  const side = Math.sign((values.at(-1) ?? level) - level)
  return values.length - 1 - values.findLastIndex((value) => isPresent(value) && (value - level) * side <= 0)
}

function stepsOver(values: readonly Observation[], months: number): number[] {
  return values.flatMap((value, row) => {
    const was = values[row - months]
    return isPresent(value) && isPresent(was) ? [value - was] : []
  })
}
