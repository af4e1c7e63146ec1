import type { ForecastSettings } from '../../src/domain/forecast/settings.ts'
import { productMethod } from './product.ts'
import type { RealSource } from './real-series.ts'
import { pooledScore, type Score, scoreMethod } from './rolling-origin.ts'

/** Everything that is tried: each value of each constant with each of the others. */
const grid: { [Name in keyof ForecastSettings]: readonly number[] } = {
  trust: [0.6, 0.8, 1],
  slopeCharge: [2, 3, 4],
  movingSlope: [1],
  width: [0.95, 1],
}

export interface Tried {
  settings: ForecastSettings
  /** how far the intervals hold less or more than they may, summed; 0 where they hold what they promise */
  miss: number
  /** geometric mean over the sources of the mean interval scores: each source counts the same */
  score: number
  all: Score
}

/**
 * Every member of the grid scored on the choosing half. Nothing of the judging half is read.
 *
 * The rule: in every source and family an 80% interval must hold 75 to 85% and a 95% interval 92 to 97%. Among those
 * that miss it by the least, to half a point over all, the smallest score.
 */
export function* tryGrid(sources: readonly RealSource[]): Generator<Tried> {
  for (const settings of everySetting()) {
    const scores = sources.map((source) =>
      scoreMethod(productMethod(source.bounds, settings), source, 'choosing'),
    )
    const miss = scores.reduce(
      (sum, score) => sum + outside(score.held80, 0.75, 0.85) + outside(score.held95, 0.92, 0.97),
      0,
    )
    const logs = scores.reduce((sum, { intervalScore }) => sum + Math.log(intervalScore), 0)
    yield { settings, miss, score: Math.exp(logs / scores.length), all: pooledScore(scores) }
  }
}

/** Negative where the first is the better. */
export function compareTried(a: Tried, b: Tried): number {
  return Math.round(200 * a.miss) - Math.round(200 * b.miss) || a.score - b.score
}

function* everySetting(): Generator<ForecastSettings> {
  for (const trust of grid.trust)
    for (const slopeCharge of grid.slopeCharge)
      for (const movingSlope of grid.movingSlope)
        for (const width of grid.width) yield { trust, slopeCharge, movingSlope, width }
}

function outside(value: number, lower: number, upper: number): number {
  return Math.max(0, lower - value, value - upper)
}
