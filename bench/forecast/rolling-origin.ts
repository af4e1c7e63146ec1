import type { Interval } from '../../src/domain/forecast/fan-of-paths.ts'
import { isPresent, type Observation } from '../../src/domain/spc/observation.ts'
import type { Method } from './baselines.ts'
import { type Half, halfOf } from './halves.ts'
import type { RealSource } from './real-series.ts'

/** Months ahead that are judged. */
export const horizons = 6

export interface Score {
  forecasts: number
  intervalScore: number
  absoluteError: number
  held80: number
  held95: number
}

export interface Origin {
  training: Observation[]
  coming: Observation[]
  /** mean absolute first difference of the training part */
  change: number
}

export function* originsOf(source: RealSource, half: Half, ahead = horizons): Generator<Origin> {
  for (const { values } of source.series.filter(({ organisation }) => halfOf(organisation) === half)) {
    for (const origin of source.originsOf(values.length)) {
      const training = values.slice(0, origin)
      const change = meanChange(training)
      if (change > 0) yield { training, coming: values.slice(origin, origin + ahead), change }
    }
  }
}

/**
 * Scores of a method over all origins and horizons of one source. The interval score of an 80% interval is
 * its width plus ten times what an outcome lies beyond it (Gneiting and Raftery 2007), each series scaled by
 * the mean absolute first difference of its training part; smaller is better.
 */
export function scoreMethod(method: Method, source: RealSource, half: Half): Score {
  const total = { forecasts: 0, intervalScore: 0, absoluteError: 0, held80: 0, held95: 0 }
  for (const { training, coming, change } of originsOf(source, half)) {
    const said = method(training, horizons)
    for (const [step, outcome] of coming.entries()) {
      const interval = said[step]
      if (!isPresent(outcome) || interval === undefined) continue
      total.forecasts += 1
      total.intervalScore += intervalScore(interval, outcome) / change
      total.absoluteError += Math.abs(outcome - interval.median) / change
      total.held80 += outcome >= interval.lower80 && outcome <= interval.upper80 ? 1 : 0
      total.held95 += outcome >= interval.lower95 && outcome <= interval.upper95 ? 1 : 0
    }
  }
  const share = (sum: number) => sum / total.forecasts
  return {
    forecasts: total.forecasts,
    intervalScore: share(total.intervalScore),
    absoluteError: share(total.absoluteError),
    held80: share(total.held80),
    held95: share(total.held95),
  }
}

/** Scores of several sources as one, each forecast counting the same. */
export function pooledScore(scores: readonly Score[]): Score {
  const forecasts = scores.reduce((sum, score) => sum + score.forecasts, 0)
  const over = (part: (score: Score) => number) =>
    scores.reduce((sum, score) => sum + part(score) * score.forecasts, 0) / forecasts
  return {
    forecasts,
    intervalScore: over((score) => score.intervalScore),
    absoluteError: over((score) => score.absoluteError),
    held80: over((score) => score.held80),
    held95: over((score) => score.held95),
  }
}

function intervalScore(interval: Interval, outcome: number): number {
  const below = Math.max(0, interval.lower80 - outcome)
  const above = Math.max(0, outcome - interval.upper80)
  return interval.upper80 - interval.lower80 + 10 * (below + above)
}

function meanChange(values: readonly Observation[]): number {
  let changes = 0
  let count = 0
  for (const [row, value] of values.entries()) {
    const before = values[row - 1]
    if (!isPresent(value) || !isPresent(before)) continue
    changes += Math.abs(value - before)
    count += 1
  }
  return count === 0 ? 0 : changes / count
}
