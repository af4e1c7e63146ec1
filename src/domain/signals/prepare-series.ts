import { fillGaps } from '../forecast/prepare.ts'
import { findSeasonality, seasonAt } from '../forecast/seasonality.ts'
import { isFullOfGaps, isPresent, type Observation } from '../spc/observation.ts'
import { steadyScale } from './small-counts.ts'

/** A season must be plainer here than for a forecast: one that is not there would make noise look like change. */
const plainSeason = 4

export interface PreparedSeries {
  /** every month from the first figure to the last, as published, gaps crossed in a straight line */
  filled: number[]
  /** the same on the scale that is tested, without a plain season; empty where it is not to be tested */
  values: number[]
}

/** A series made ready for testing. @example 36 months of about 8 cases → 36 filled, 36 on the square-root scale */
export function prepareSeries(observations: readonly Observation[]): PreparedSeries {
  const known = observations.slice(
    observations.findIndex(isPresent),
    observations.findLastIndex(isPresent) + 1,
  )
  const filled = fillGaps(known)
  const scaled = isFullOfGaps(known) ? null : steadyScale(known)
  return { filled, values: scaled === null ? [] : withoutSeason(fillGaps(scaled)) }
}

/** A forecast follows a season with caution; here a remnant of it would look like change, so all of it goes. */
export function withoutSeason(filled: readonly number[]): number[] {
  const season = findSeasonality(filled, plainSeason)
  if (season.trust === 0) return [...filled]
  return filled.map((value, row) => value - seasonAt(season, row) / season.trust)
}
