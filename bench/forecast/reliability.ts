import { forecastMonths } from '../../src/domain/forecast/forecast.ts'
import { chancesAhead } from '../../src/domain/forecast/reach.ts'
import { isPresent } from '../../src/domain/spc/observation.ts'
import type { RealSource } from './real-series.ts'
import { originsOf } from './rolling-origin.ts'

interface ReliabilityRow {
  /** lower end of the band of chances said */
  from: number
  said: number
  happened: number
  count: number
}

export interface Reliability {
  rows: ReliabilityRow[]
  /** mean distance of said from happened, over the bands, by how often each was said */
  calibrationError: number
  brier: number
  /** Brier score of saying the base rate every time */
  brierOfBaseRate: number
}

const bands = 10
/** Thresholds stand at the last value ± these multiples of the mean absolute monthly change. */
const distances = [-2, -1, -0.5, 0.5, 1, 2]
const monthsAhead = [3, 6]

interface Claim {
  chance: number
  outcome: 0 | 1
}

/** How often "at or below the threshold" came true where a chance of 0–10%, 10–20%, … was said. */
export function measureReliability(sources: readonly RealSource[]): Reliability {
  const claims = sources.flatMap((source) => [...claimsOf(source)])
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
  const rows = Array.from({ length: bands }, (_, band) => {
    const inBand = claims.filter(({ chance }) => Math.min(bands - 1, Math.floor(chance * bands)) === band)
    return {
      from: band / bands,
      said: mean(inBand.map(({ chance }) => chance)),
      happened: mean(inBand.map(({ outcome }) => outcome)),
      count: inBand.length,
    }
  }).filter((row) => row.count > 0)
  const baseRate = mean(claims.map(({ outcome }) => outcome))
  return {
    rows,
    calibrationError:
      rows.reduce((sum, row) => sum + row.count * Math.abs(row.said - row.happened), 0) / claims.length,
    brier: mean(claims.map(({ chance, outcome }) => (chance - outcome) ** 2)),
    brierOfBaseRate: mean(claims.map(({ outcome }) => (baseRate - outcome) ** 2)),
  }
}

function* claimsOf(source: RealSource): Generator<Claim> {
  for (const { training, coming, change } of originsOf(source, 'judging')) {
    const last = training.findLast(isPresent)
    const forecast = forecastMonths(training, Math.max(...monthsAhead), source.bounds)
    if (last === undefined || forecast.kind !== 'forecast') continue
    for (const distance of distances) {
      const threshold = last + distance * change
      const { metIn } = chancesAhead(forecast, { lower: null, upper: threshold }, 1, 0)
      for (const months of monthsAhead) {
        const value = coming[months - 1]
        const chance = metIn[months - 1]
        if (!isPresent(value) || chance === undefined) continue
        yield { chance, outcome: value <= threshold ? 1 : 0 }
      }
    }
  }
}
