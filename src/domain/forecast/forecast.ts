import type { Bounds } from '../measures/bounds.ts'
import { isPresent, type Observation } from '../spc/observation.ts'
import { type WorkingScale, workingScale } from './bounded-scale.ts'
import { fillGaps, pullInOutliers } from './prepare.ts'
import { findSeasonality, noSeason, type Seasonality, seasonAt } from './seasonality.ts'
import { chosenSettings, type ForecastSettings } from './settings.ts'

/** Fewer values than this, since the last re-baseline, are too few to look ahead from. */
export const fewestToForecast = 12
/** Nobody should plan on a figure further ahead than this. */
export const furthestMonths = 18
/** How much of a year's worth of freedom a trusted season is charged for. */
const seasonCharge = 0.75

/** What arithmetic alone can leave on the working scale, near 0 and in proportion further out. */
export const arithmeticDust = (centre: number) => 1e-12 + 1e-9 * Math.abs(centre)

/** What paths through all coming months start from (simulate-paths.ts); values on the working scale. */
export interface JointForecast {
  /** the figures without season, gaps and spikes */
  smooth: readonly number[]
  /** what the season adds in each month ahead */
  seasonal: readonly number[]
  /** which step after the last figure the first of them is: later than 1 where months are missing at the end */
  firstStep: number
  /** how much larger surprises are for a season that is not known for sure */
  charge: number
  /** made from the figures */
  seed: number
  scale: WorkingScale
  bounds: Bounds
  /** every figure is a whole number, and so is what comes */
  isWhole: boolean
  /** the least that can be, where no other number came more often, and what share of figures it is; else null */
  commonBound: { value: number; share: number } | null
  /** between two bounds, the figures nearest to each where another lies on it: none in between can come of few cases */
  nextToBounds: Bounds
  settings: ForecastSettings
}

export interface Forecast {
  kind: 'forecast'
  joint: JointForecast
  hasSeason: boolean
}

export type ForecastResult = Forecast | { kind: 'too-few-points'; have: number; need: number }

/**
 * What the coming months are foretold from, by the months since the last re-baseline: the fan (fan-of-paths.ts) and
 * the chances of a target (reach.ts) are both read from paths through it.
 *
 * On a scale without bounds, where the data show it without their season, spikes pulled in. Gaps are crossed in a
 * straight line; months missing at the end lengthen the way. Fewer than 12 values: no forecast. Method and evaluation:
 * docs/calculations.md#forecast.
 *
 * @param periodsInYear of which a season is made: twelve months or four quarters; figures of a year have none
 * @example a constant 7 → 7 in every month, and nothing else
 */
export function forecastMonths(
  values: readonly Observation[],
  months: number,
  bounds: Bounds,
  settings: ForecastSettings = chosenSettings,
  periodsInYear = 12,
): ForecastResult {
  const present = values.filter(isPresent)
  if (present.length < fewestToForecast) {
    return { kind: 'too-few-points', have: present.length, need: fewestToForecast }
  }
  const scale = workingScale(bounds)
  const first = values.findIndex(isPresent)
  const missingAtEnd = values.length - 1 - values.findLastIndex(isPresent)
  const observed = fillGaps(
    values.slice(first).map((value) => (isPresent(value) ? scale.toScale(value) : null)),
  )
  const season = isMostlyOnBound(present, bounds) ? noSeason : findSeasonality(observed, null, periodsInYear)
  const ahead = Array.from({ length: Math.min(months, furthestMonths) }, (_, step) => step + missingAtEnd)
  return {
    kind: 'forecast',
    hasSeason: season.trust > 0,
    joint: {
      smooth: pullInOutliers(
        observed.map((value, row) => value - seasonAt(season, row)),
        (row) => !isPresent(values[first + row] ?? null),
      ),
      seasonal: ahead.map((steps) => seasonAt(season, observed.length + steps)),
      firstStep: 1 + missingAtEnd,
      charge: chargeForSeason(season, observed.length),
      seed: seedOf(values),
      scale,
      bounds,
      isWhole: present.every(Number.isInteger),
      commonBound: commonBound(present, bounds),
      nextToBounds: nextToBounds(present, bounds),
      settings,
    },
  }
}

/** Of figures most of which are nought, months in which another was met by chance look like a season. */
function isMostlyOnBound(figures: readonly number[], { lower, upper }: Bounds): boolean {
  const onBound = figures.filter((figure) => figure === lower || figure === upper)
  return onBound.length > figures.length / 2
}

/** @example 0, 3, 0, 5 of 0 and more → 0, half of them; 0, 3, 3, 5 → null */
function commonBound(figures: readonly number[], { lower }: Bounds): JointForecast['commonBound'] {
  const times = new Map<number, number>()
  for (const figure of figures) times.set(figure, (times.get(figure) ?? 0) + 1)
  const most = Math.max(...times.values())
  return lower !== null && most > 1 && times.get(lower) === most
    ? { value: lower, share: most / figures.length }
    : null
}

/** @example 100, 95, 90 and 100 of 0 to 100 → 95 next to 100, and none next to 0, which no figure lies on */
function nextToBounds(figures: readonly number[], { lower, upper }: Bounds): Bounds {
  const none = { lower: null, upper: null }
  if (lower === null || upper === null) return none
  const within = figures.filter((figure) => figure > lower && figure < upper)
  if (within.length === 0) return none
  return {
    lower: figures.includes(lower) ? Math.min(...within) : null,
    upper: figures.includes(upper) ? Math.max(...within) : null,
  }
}

/** Residuals of a fitted season look smaller than its surprises will be: freedom used, and effects unsure. */
function chargeForSeason(season: Seasonality, rows: number): number {
  const numbers = season.effects.length * seasonCharge * season.trust
  const freedom = rows / (rows - numbers)
  const unsure = 1 + numbers / rows
  return Math.sqrt(freedom * unsure)
}

/** A number made from the figures (FNV-1a over their text), so that the same figures always give the same paths. */
function seedOf(values: readonly Observation[]): number {
  let seed = 0x811c9dc5
  for (const letter of values.join()) seed = Math.imul(seed ^ letter.charCodeAt(0), 0x01000193)
  return seed >>> 0
}
