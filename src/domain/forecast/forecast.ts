import { isPresent, type Observation } from '../spc/observation.ts'
import { medianOf } from '../statistics/centre.ts'
import { type Bounds, type WorkingScale, workingScale } from './bounded-scale.ts'
import { fillGaps, pullInOutliers } from './prepare.ts'
import { findSeasonality, type Seasonality, seasonAt } from './seasonality.ts'
import { chosenSettings, type ForecastSettings, trendDamping } from './settings.ts'
import { lastLevel, measureSurprise, type Surprise } from './smoothing.ts'
import { reach80, reach95, shareAtOrBelow } from './surprise-distribution.ts'
import { findTrend } from './trend.ts'

/** Fewer values than this, since the last re-baseline, are too few to look ahead from. */
export const fewestToForecast = 12
/** Nobody should plan on a figure further ahead than this. */
export const furthestMonths = 18

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
}

export interface Forecast {
  kind: 'forecast'
  joint: JointForecast
  /** one for each month ahead, the first is the month after the last row */
  months: ForecastMonth[]
  hasSeason: boolean
  /** direction of the trend that the data show; 0 for none */
  trend: -1 | 0 | 1
}

export interface ForecastMonth {
  median: number
  lower80: number
  upper80: number
  lower95: number
  upper95: number
  /** the chance, 0 to 1, that the value of this month is at or below a threshold */
  chanceAtOrBelow: (threshold: number) => number
  chanceAtOrAbove: (threshold: number) => number
}

export type ForecastResult = Forecast | { kind: 'too-few-points'; have: number; need: number }

/**
 * Median and 80% and 95% intervals of the coming months, from the months since the last re-baseline.
 *
 * On a scale without bounds, spikes pulled in: level (mean of three smoothings) + damped trend and season,
 * each only where the data show it. Spread = typical one-month surprise × √(1 + growth × (months − 1)), charged for a
 * fitted season. Gaps are crossed in a straight line; months missing at the end lengthen the way.
 * Fewer than 12 values: no forecast. Method and evaluation: docs/calculations.md#forecast.
 *
 * @example a constant 7 → median and both bounds 7 in every month
 */
export function forecastMonths(
  values: readonly Observation[],
  months: number,
  bounds: Bounds,
  settings: ForecastSettings = chosenSettings,
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
  const model = fitModel(observed, scale, settings)
  const ahead = Array.from({ length: Math.min(months, furthestMonths) }, (_, step) => step + 1 + missingAtEnd)
  return {
    kind: 'forecast',
    joint: {
      smooth: model.smooth,
      seasonal: ahead.map((steps) => seasonAt(model.season, model.rows + steps - 1)),
      firstStep: 1 + missingAtEnd,
      charge: model.charge,
      seed: seedOf(values),
      scale,
      bounds,
    },
    months: ahead.map((steps) => {
      const spread = model.surprise.size * settings.width * Math.sqrt(1 + model.surprise.growth * (steps - 1))
      return describeMonth(centreAt(model, steps), spread, scale, bounds)
    }),
    hasSeason: model.season.trust > 0,
    trend: model.trend > 0 ? 1 : model.trend < 0 ? -1 : 0,
  }
}

function describeMonth(centre: number, spread: number, scale: WorkingScale, bounds: Bounds): ForecastMonth {
  const at = (surprises: number) => scale.fromScale(centre + surprises * spread)
  const distance = (threshold: number) => scale.toScale(threshold) - centre
  const dust = arithmeticDust(centre)
  const isBelowAll = (threshold: number) => bounds.lower !== null && threshold < bounds.lower
  const isAboveAll = (threshold: number) => bounds.upper !== null && threshold > bounds.upper
  return {
    median: at(0),
    lower80: at(-reach80),
    upper80: at(reach80),
    lower95: at(-reach95),
    upper95: at(reach95),
    chanceAtOrBelow: (threshold) => {
      if (isBelowAll(threshold)) return 0
      return threshold === bounds.upper ? 1 : chanceWithin(distance(threshold), spread, dust)
    },
    chanceAtOrAbove: (threshold) => {
      if (isAboveAll(threshold)) return 0
      return threshold === bounds.lower ? 1 : chanceWithin(-distance(threshold), spread, dust)
    },
  }
}

/**
 * The chance of a surprise no larger than a distance. A constant series has no spread but for the last bits
 * of arithmetic: there a threshold is reached or it is not, and those bits must not decide.
 */
function chanceWithin(distance: number, spread: number, dust: number): number {
  if (spread <= dust) return distance >= -dust ? 1 : 0
  return shareAtOrBelow(distance / spread)
}

interface Model {
  rows: number
  /** without season, spikes pulled in */
  smooth: number[]
  charge: number
  level: number
  trend: number
  season: Seasonality
  surprise: Surprise
}

function fitModel(observed: readonly number[], scale: WorkingScale, settings: ForecastSettings): Model {
  const season = findSeasonality(observed)
  const smooth = pullInOutliers(observed.map((value, row) => value - seasonAt(season, row)))
  const trend = trendOnScale(smooth, scale, settings.trendEvidence)
  const surprise = measureSurprise(smooth, trend, settings)
  const charge = chargeForSeason(season, observed.length, settings.seasonCharge)
  return {
    rows: observed.length,
    smooth,
    charge,
    level: lastLevel(smooth, trend),
    trend,
    season,
    surprise: { ...surprise, size: surprise.size * charge },
  }
}

/** The trend is found among the values as they are read, and is then what it amounts to at today's level. */
function trendOnScale(smooth: readonly number[], scale: WorkingScale, evidence: number): number {
  const trend = findTrend(smooth.map(scale.fromScale), evidence)
  if (trend === 0) return 0
  const today = scale.fromScale(medianOf(smooth.slice(-3)))
  return scale.toScale(today) - scale.toScale(today - trend)
}

/** Residuals of a fitted season look smaller than its surprises will be: freedom used, and effects unsure. */
function chargeForSeason(season: Seasonality, rows: number, seasonCharge: number): number {
  const freedom = rows / (rows - 12 * seasonCharge * season.trust)
  const unsure = 1 + (season.trust * seasonCharge * 12) / rows
  return Math.sqrt(freedom * unsure)
}

function centreAt(model: Model, steps: number): number {
  const dampedSteps = (trendDamping * (1 - trendDamping ** steps)) / (1 - trendDamping)
  return model.level + model.trend * dampedSteps + seasonAt(model.season, model.rows + steps - 1)
}

/** A number made from the figures (FNV-1a over their text), so that the same figures always give the same paths. */
function seedOf(values: readonly Observation[]): number {
  let seed = 0x811c9dc5
  for (const letter of values.join()) seed = Math.imul(seed ^ letter.charCodeAt(0), 0x01000193)
  return seed >>> 0
}
