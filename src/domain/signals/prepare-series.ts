import { fillGaps } from '../forecast/prepare.ts'
import { isFullOfGaps, isPresent, type Observation } from '../spc/observation.ts'
import { leastChanceOfCount, leastChanceOfShare } from './last-figure.ts'
import { steadyScale } from './small-counts.ts'

/** What is known of a series beside its figures. */
export interface KnownOfSeries {
  /** the measure that it is a part or the whole of: its series move alike */
  measure?: string
  /** most of those counted are the people of the month before */
  isList?: boolean
  /** of shares in percent: what each is out of, for each row */
  denominators?: readonly Observation[]
}

/** Where the noise of months differs by less than this, weighing them changes nothing that matters. */
const likeEnough = 1.5
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
  const sizes = sizesOf(rows, known.denominators?.slice(start, end))
  if (sizes) return { filled, ...shares(rows, sizes), leastOfSpike: leastChanceOfShare(rows, sizes), measure }
  return {
    filled,
    values: steadyScale(rows) ?? [],
    noise: null,
    leastOfSpike: leastChanceOfCount(rows),
    measure,
  }
}

/** Denominators of all figures, where every figure is a share of one. */
function sizesOf(rows: readonly Observation[], sizes: readonly Observation[] | undefined): number[] | null {
  if (!sizes) return null
  const known = rows.map((value, row) => (isPresent(value) ? (sizes[row] ?? 0) : 1))
  const isShare = (value: Observation) => !isPresent(value) || (value >= 0 && value <= 100)
  return known.every((size) => size > 0) && rows.every(isShare) ? known : null
}

/** Shares on the scale where chance makes as much noise at each (Anscombe 1948), more of it the fewer the cases. */
function shares(
  rows: readonly Observation[],
  sizes: readonly number[],
): { values: Observation[]; noise: number[] | null } {
  const usual = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
  const noise = sizes.map((size) => Math.sqrt((usual + 0.5) / (size + 0.5)))
  return {
    values: rows.map((value, row) => {
      const size = sizes[row] ?? 1
      return isPresent(value) ? Math.asin(Math.sqrt(((value / 100) * size + 3 / 8) / (size + 3 / 4))) : null
    }),
    noise: Math.max(...noise) < likeEnough * Math.min(...noise) ? null : noise,
  }
}
