import { forecastMonths } from '../../src/domain/forecast/forecast.ts'
import type { ForecastSettings } from '../../src/domain/forecast/settings.ts'
import type { RealSource } from './real-series.ts'
import { pooledScore, type Score, scoreMethod } from './rolling-origin.ts'

/** Everything that is tried: each value of each constant with each of the others. */
const grid: { [Name in keyof ForecastSettings]: readonly number[] } = {
  seasonCharge: [0.5, 0.75, 1],
  trendEvidence: [8, 12, 16, 24],
  surpriseMemory: [0.4, 0.5, 0.6],
  usualGrowth: [0.3, 0.4, 0.5],
  width: [0.85, 0.9, 0.95, 1],
}

export interface Tried {
  settings: ForecastSettings
  /** how far the intervals hold less or more than they may, summed; 0 where they hold what they promise */
  miss: number
  all: Score
}

/**
 * Every member of the grid scored on the choosing half, best first. Nothing of the judging half is read.
 *
 * The rule: an 80% interval must hold 77 to 83% over all sources and a 95% interval 92 to 97%, each within 5
 * points of its promise in every source. Among those that do, the smallest mean interval score; if none does,
 * the smallest miss.
 */
export function* tryGrid(sources: readonly RealSource[]): Generator<Tried> {
  for (const settings of everySetting()) {
    const scores = sources.map((source) =>
      scoreMethod(
        (training, horizons) => {
          const forecast = forecastMonths(training, horizons, source.bounds, settings)
          return forecast.kind === 'forecast' ? forecast.months : []
        },
        source,
        'choosing',
      ),
    )
    const all = pooledScore(scores)
    const each = scores.reduce(
      (sum, score) => sum + outside(score.held80, 0.75, 0.85) + outside(score.held95, 0.9, 1),
      0,
    )
    yield { settings, all, miss: outside(all.held80, 0.77, 0.83) + outside(all.held95, 0.92, 0.97) + each }
  }
}

/** Negative where the first is the better. */
export function compareTried(a: Tried, b: Tried): number {
  return a.miss - b.miss || a.all.intervalScore - b.all.intervalScore
}

function* everySetting(): Generator<ForecastSettings> {
  for (const seasonCharge of grid.seasonCharge)
    for (const trendEvidence of grid.trendEvidence)
      for (const surpriseMemory of grid.surpriseMemory)
        for (const usualGrowth of grid.usualGrowth)
          for (const width of grid.width)
            yield { seasonCharge, trendEvidence, surpriseMemory, usualGrowth, width }
}

function outside(value: number, lower: number, upper: number): number {
  return Math.max(0, lower - value, value - upper)
}
