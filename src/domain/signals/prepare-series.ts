import { fillGaps } from '../forecast/prepare.ts'
import { isFullOfGaps, isPresent, type Observation } from '../spc/observation.ts'
import { leastChanceOfCount, leastChanceOfShare } from './last-figure.ts'
import { casesOf, type KnownShares, onSteadyScale, sizesFrom } from './share-cases.ts'
import { steadyScale } from './small-counts.ts'

/** What is known of a series beside its figures. */
export interface KnownOfSeries {
  /** the measure that it is a part or the whole of: its series move alike */
  measure?: string
  /** most of those counted are the people of the month before */
  isList?: boolean
  shares?: KnownShares
}

/** Older months are another time, and are not looked at. */
const mostMonths = 60

export interface PreparedSeries {
  /** every month from the first figure to the last, as published, gaps crossed in a straight line */
  filled: number[]
  /** the same with its gaps, on the scale that is tested; empty where it is not to be tested */
  values: Observation[]
  /** relative spread of each row where denominators are known; null where all are alike */
  noise: number[] | null
  /** the least chance of so odd a last figure by its cases alone */
  leastOfSpike: number
  measure: string | null
}

/** A series made ready for testing. @example 36 months of about 8 cases → 36 filled, 36 on the square-root scale */
export function prepareSeries(
  observations: readonly Observation[],
  known: KnownOfSeries = {},
): PreparedSeries {
  const start = Math.max(
    observations.findIndex(isPresent),
    observations.findLastIndex(isPresent) + 1 - mostMonths,
  )
  const end = observations.findLastIndex(isPresent) + 1
  const rows = observations.slice(start, end)
  const filled = fillGaps(rows)
  const measure = known.measure ?? null
  if (rows.length === 0 || isFullOfGaps(rows)) {
    return { filled, values: [], noise: null, leastOfSpike: 0, measure }
  }
  const cases = known.shares ? casesOf(rows, sizesFrom(known.shares, start, end)) : null
  if (cases) return { filled, ...onSteadyScale(cases), leastOfSpike: leastChanceOfShare(cases), measure }
  return {
    filled,
    values: steadyScale(rows) ?? [],
    noise: null,
    leastOfSpike: leastChanceOfCount(rows),
    measure,
  }
}
