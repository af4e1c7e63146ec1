import { isPresent, type Observation } from '../observation.ts'
import {
  bandAround,
  type ChartRow,
  type FitSegment,
  noBand,
  presentRows,
  type RowBand,
} from './chart-rows.ts'
import { deviationOfRanges } from './mean-range.ts'

/** Variance of a rate of one, given its mean: of a share p(1 − p), of a rate of events u, each ÷ denominator. */
interface RateModel {
  varianceOfOne: (centre: number) => number
  most: number
}

const shares: RateModel = { varianceOfOne: (centre) => centre * (1 - centre), most: 1 }
const events: RateModel = { varianceOfOne: (centre) => centre, most: Number.POSITIVE_INFINITY }

/**
 * p chart of shares. Centre p̄ = Σ numerators ÷ Σ denominators; limits p̄ ± 3√(p̄(1 − p̄) ÷ nᵢ), cut at 0 and 1.
 * Holds where chance alone moves the figures: one case in, one case out. Provost and Murray 2011, chapter 5.
 *
 * @example 2 of 10, 4 of 10 → p̄ = 0.3, limits 0 and 0.7347
 */
export const fitP: FitSegment = (rows, baseline) => fitRates(rows, baseline, shares, () => 1)

/** u chart of rates: centre ū, limits ū ± 3√(ū ÷ nᵢ), never below 0. Provost and Murray 2011, chapter 5. */
export const fitU: FitSegment = (rows, baseline) => fitRates(rows, baseline, events, () => 1)

/**
 * p′ chart: as p, with limits σ_z times as wide. σ_z is the standard deviation, by moving ranges, of
 * zᵢ = (yᵢ − p̄) ÷ √(p̄(1 − p̄) ÷ nᵢ): 1 where chance alone moves the figures, more where the service itself varies
 * from month to month. Laney 2002, "Improved control charts for attributes", Quality Engineering 14(4).
 */
export const fitPPrime: FitSegment = (rows, baseline) => fitRates(rows, baseline, shares, deviationOfRanges)

/** u′ chart: as u, with limits σ_z times as wide (Laney 2002, as p′). */
export const fitUPrime: FitSegment = (rows, baseline) => fitRates(rows, baseline, events, deviationOfRanges)

/**
 * No limits where nothing in the baseline has a denominator; nor, of the primes, where no two neighbours are present
 * or figures never move. p and u of a baseline without any event have limits of no width.
 */
function fitRates(
  rows: readonly ChartRow[],
  baseline: readonly ChartRow[],
  model: RateModel,
  spreadOf: (z: readonly Observation[]) => number | null,
): RowBand[] {
  const present = presentRows(baseline)
  const size = present.reduce((sum, row) => sum + row.size, 0)
  if (size === 0) return rows.map(() => noBand)
  const centre = present.reduce((sum, row) => sum + row.events, 0) / size
  // numerators above their denominators would make the variance of a share negative: it has none
  const variance = Math.max(0, model.varianceOfOne(centre))
  const spread = spreadOf(baseline.map((row) => standardised(row, centre, variance)))
  return rows.map((row) =>
    spread === null || row.y === null
      ? { ...noBand, centre }
      : bandAround(centre, Math.sqrt(variance / row.size) * spread, { least: 0, most: model.most }),
  )
}

function standardised({ y, size }: ChartRow, centre: number, variance: number): Observation {
  return isPresent(y) && variance > 0 ? (y - centre) / Math.sqrt(variance / size) : null
}
