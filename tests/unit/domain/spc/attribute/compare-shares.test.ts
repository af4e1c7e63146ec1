import { describe, expect, it } from 'vitest'
import { normalNumbers } from '../../../../../bench/signals/families.ts'
import { compareShares } from '../../../../../src/domain/spc/attribute/compare-shares.ts'

describe('the difference of two shares', () => {
  it('has an interval about it', () => {
    const interval = compareShares({ events: 30, size: 60 }, { events: 45, size: 60 }, 0)
    expect(interval?.lower).toBeCloseTo(0.043, 2)
    expect(interval?.upper).toBeCloseTo(0.44, 2)
  })

  it('is wider where counts are rounded', () => {
    const [exact, rounded] = [0, 5].map((step) =>
      compareShares({ events: 10, size: 25 }, { events: 15, size: 25 }, step),
    )
    expect(rounded?.lower).toBeLessThan(exact?.lower ?? 0)
  })

  it('is asked of shares alone, of some', () => {
    expect(compareShares({ events: 3, size: 0 }, { events: 3, size: 5 }, 0)).toBeNull()
    expect(compareShares({ events: 7, size: 5 }, { events: 3, size: 5 }, 0)).toBeNull()
  })

  it('is told of at most one in twenty pairs without a difference', () => {
    const normal = normalNumbers(9)
    const uniform = () => 1 - Math.exp(-(normal() ** 2 + normal() ** 2) / 2)
    const draw = () => ({
      events: Array.from({ length: 40 }, uniform).filter((one) => one < 0.8).length,
      size: 40,
    })
    const told = Array.from({ length: 1000 }, () => compareShares(draw(), draw(), 0)).filter(
      (interval) => interval && (interval.lower > 0 || interval.upper < 0),
    )
    expect(told.length / 1000).toBeLessThan(0.05)
  })
})
