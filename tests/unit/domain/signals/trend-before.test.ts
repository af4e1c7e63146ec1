import { describe, expect, it } from 'vitest'
import { findSignals } from '../../../../src/domain/signals/find-signals.ts'
import { expectedFromTrend, findTrendBefore } from '../../../../src/domain/signals/trend-before.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const stable = Array.from({ length: 40 }, (_, seed) => noiseOf(36, 100 + seed))
const independent = [{ movement: { likeness: 0, trend: 0, season: 0 }, weight: 1 }]
const list = (perMonth: (row: number) => number) => noiseOf(36, 7).map((noise, row) => noise + perMonth(row))

describe('findTrendBefore', () => {
  it('finds a trend that had been under way before the last year, and how long it had lasted', () => {
    const falling = list((row) => 300 - 2 * row)
    expect(findTrendBefore(falling, independent)).toMatchObject({ months: 24, direction: -1 })
    expect(findTrendBefore(falling, independent)?.chance).toBeLessThan(1e-9)
  })

  it('finds none in noise, and asks for a year before the last', () => {
    expect(findTrendBefore(noiseOf(36, 3), independent)?.chance).toBeGreaterThan(0.01)
    expect(findTrendBefore(noiseOf(23, 3), independent)).toBeNull()
  })
})

describe('expectedFromTrend', () => {
  it('goes on in a straight line', () => {
    expect(expectedFromTrend([1, 2, 3, 4], 2)).toBeCloseTo(5.5, 12)
  })
})

describe('a list that had been falling', () => {
  it('is no news while it goes on falling as before', () => {
    expect(findSignals([list((row) => 300 - 2 * row), ...stable])[0]?.isFlagged).toBe(false)
  })

  it('is news when it stalls: above what was to be expected', () => {
    const [signal] = findSignals([list((row) => 300 - 2 * Math.min(row, 23)), ...stable])
    expect(signal).toMatchObject({ isFlagged: true, change: { direction: 1, months: 12 } })
    expect(signal?.change?.expected).toBeLessThan(254)
  })
})
