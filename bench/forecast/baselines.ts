import type { Interval } from '../../src/domain/forecast/fan-of-paths.ts'
import { fillGaps } from '../../src/domain/forecast/prepare.ts'
import type { Observation } from '../../src/domain/spc/observation.ts'

export type Method = (training: readonly Observation[], horizons: number) => Interval[]

/** The methods to beat, with their textbook (normal) intervals, as R's forecast package gives them. */
export const baselines: Record<string, Method> = {
  'seasonal naive': (training, horizons) => {
    const values = fillGaps(training)
    const changes = values.slice(12).map((value, row) => value - (values[row] ?? value))
    const deviation = rootMeanSquare(changes, changes.length)
    return ahead(horizons, (steps) => normal(values[values.length - 12 + steps - 1] ?? 0, deviation))
  },
  'simple exponential smoothing': (training, horizons) => {
    const best = fitSmoothing(fillGaps(training))
    return ahead(horizons, (h) =>
      normal(best.level, best.deviation * Math.sqrt(1 + (h - 1) * best.memory ** 2)),
    )
  },
}

function fitSmoothing(values: readonly number[]) {
  const starts = [values[0] ?? 0, values.slice(0, 6).reduce((sum, value) => sum + value, 0) / 6]
  let best = { squares: Number.POSITIVE_INFINITY, level: 0, memory: 0, deviation: 0 }
  for (let memory = 0.01; memory < 1; memory += 0.01) {
    for (const start of starts) {
      let level = start
      let squares = 0
      for (const value of values) {
        squares += (value - level) ** 2
        level += memory * (value - level)
      }
      const deviation = Math.sqrt(squares / (values.length - 2))
      if (squares < best.squares) best = { squares, level, memory, deviation }
    }
  }
  return best
}

function rootMeanSquare(values: readonly number[], freedom: number): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / freedom)
}

function ahead(horizons: number, at: (steps: number) => Interval): Interval[] {
  return Array.from({ length: horizons }, (_, index) => at(index + 1))
}

function normal(median: number, deviation: number): Interval {
  return {
    median,
    lower80: median - 1.281552 * deviation,
    upper80: median + 1.281552 * deviation,
    lower95: median - 1.959964 * deviation,
    upper95: median + 1.959964 * deviation,
  }
}
