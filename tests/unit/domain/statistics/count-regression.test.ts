import { describe, expect, it } from 'vitest'
import { fitCounts } from '../../../../src/domain/statistics/count-regression.ts'
import { valuesOf } from '../../../golden/interventions/figures.ts'

describe('fitCounts', () => {
  it('finds two means as a level and a ratio', () => {
    // means 5 and 2.5: log 5 and log a half. Σ (y − μ)² ÷ μ = 2 × 1 ÷ 5 + 2 × 2.25 ÷ 2.5 = 2.2, over 2: 1.1
    const fit = fitCounts(
      [
        [1, 0],
        [1, 0],
        [1, 1],
        [1, 1],
      ],
      [4, 6, 1, 4],
    )
    expect(fit?.coefficients[0]).toBeCloseTo(Math.log(5), 6)
    expect(fit?.coefficients[1]).toBeCloseTo(Math.log(0.5), 6)
    // variance of the logarithm of a ratio: 1 ÷ 10 + 1 ÷ 5 events, times the dispersion
    expect(fit?.standardErrors[1]).toBeCloseTo(Math.sqrt(1.1 * 0.3), 6)
    expect(fit?.residuals.map((residual) => Number(residual.toFixed(3)))).toEqual([
      -0.447, 0.447, -0.949, 0.949,
    ])
  })

  it('never takes counts to vary less than chance makes them', () => {
    const rows = [[1], [1], [1], [1]]
    // all alike: no variance at all, and an error of 1 ÷ √20 events
    expect(fitCounts(rows, [5, 5, 5, 6])?.standardErrors[0]).toBeCloseTo(Math.sqrt(1 / 21), 6)
    expect(fitCounts(rows, [5, 5, 5, 5])?.standardErrors[0]).toBeCloseTo(Math.sqrt(1 / 20), 6)
  })

  it('has no answer where a column has no count', () => {
    const rows = [0, 0, 1, 1].map((after) => [1, after])
    expect(fitCounts(rows, [3, 4, 0, 0])).toBeNull()
    expect(fitCounts(rows, [0, 0, 0, 0])).toBeNull()
  })

  // glm(family = poisson) in R 4.2.2: 0.36 (0.25 to 0.53) with two levels, 0.50 (0.25 to 0.99) with two lines; its
  // dispersion of 1 is ours within the 2% that Boston's counts vary more than chance makes them
  it.each([
    { lines: false, ratio: 0.36, lower: 0.25, upper: 0.53 },
    { lines: true, ratio: 0.5, lower: 0.25, upper: 0.99 },
  ])('agrees with R on Boston: lines $lines', ({ lines, ratio, lower, upper }) => {
    const { periods, values } = valuesOf('boston-homicides')
    const at = periods.indexOf('1996-06')
    const rows = values.map((_, row) => {
      const since = row - at
      return [1, since >= 0 ? 1 : 0, ...(lines ? [since, Math.max(0, since)] : [])]
    })
    const fit = fitCounts(rows, values)
    const [size, error] = [fit?.coefficients[1] ?? Number.NaN, fit?.standardErrors[1] ?? Number.NaN]
    expect(Math.exp(size)).toBeCloseTo(ratio, 2)
    expect(Math.exp(size - 1.96 * error)).toBeCloseTo(lower, 1)
    expect(Math.exp(size + 1.96 * error)).toBeCloseTo(upper, 1)
  })
})
