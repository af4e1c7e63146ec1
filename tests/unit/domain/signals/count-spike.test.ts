import { describe, expect, it } from 'vitest'
import { countSpike } from '../../../../src/domain/signals/count-spike.ts'
import { findSignals } from '../../../../src/domain/signals/find-signals.ts'
import { chanceOfAtLeast } from '../../../../src/domain/signals/tail-chances.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const rare = [
  3, 2, 4, 1, 3, 2, 5, 3, 6, 0, 3, 2, 4, 2, 1, 3, 2, 0, 2, 1, 4, 6, 4, 2, 1, 0, 2, 0, 3, 5, 2, 1, 4, 2, 1,
]

describe('chanceOfAtLeast', () => {
  it('is the tail of a negative binomial', () => {
    // mean 1, variance 2: size 1, share ½, so half of all months have none and a quarter have one
    expect(chanceOfAtLeast(0, 1, 2)).toBeCloseTo(1, 12)
    expect(chanceOfAtLeast(1, 1, 2)).toBeCloseTo(0.5, 12)
    expect(chanceOfAtLeast(2, 1, 2)).toBeCloseTo(0.25, 12)
    // 0.5 ^ 60, which 1 − the rest could not show
    expect(chanceOfAtLeast(60, 1, 2) / 0.5 ** 60).toBeCloseTo(1, 9)
  })

  it('nears Poisson where the spread is barely more than chance', () => {
    // 1 − e^−2 (1 + 2 + 2 + 4/3) = 0.1429
    expect(chanceOfAtLeast(4, 2, 2 + 1e-7)).toBeCloseTo(0.1429, 3)
  })
})

describe('countSpike', () => {
  it('sees thirteen cases where there were few, and nothing in five', () => {
    expect(countSpike([...rare, 13])).toMatchObject({ kind: 'spike', months: 1, direction: 1 })
    expect(countSpike([...rare, 13])?.chance).toBeLessThan(1e-4)
    expect(countSpike([...rare, 5])?.chance).toBeGreaterThan(0.05)
  })

  it('asks more of counts that other tests look at too', () => {
    const few = rare.map((count) => count + 3)
    expect(countSpike([...few, 16])?.chance).toBeGreaterThan(chanceOfAtLeast(16, 5.3, 5.5))
    expect(countSpike(rare.map(() => 2))).toBeNull()
  })

  it('takes none in three years as seldom, not as never', () => {
    const none = Array.from({ length: 35 }, () => 0)
    expect(countSpike([...none, 1])?.chance).toBeGreaterThan(0.01)
    expect(countSpike([...none, 4])?.chance).toBeLessThan(1e-5)
  })

  it('leaves to others what is no small count, is short or is full of gaps', () => {
    expect(countSpike(rare.map((count) => count + 20))).toBeNull()
    expect(countSpike(rare.map((count) => count + 0.5))).toBeNull()
    expect(countSpike(rare.slice(0, 16))).toBeNull()
    expect(countSpike(rare.map((count, row) => (row % 3 === 0 ? null : count)))).toBeNull()
    expect(countSpike([...rare, null])).toBeNull()
  })

  it('is flagged in a family of others, and alone of them', () => {
    const family = [
      [...rare, 13],
      [...rare, 3],
      ...Array.from({ length: 30 }, (_, seed) => noiseOf(36, seed)),
    ]
    const flagged = findSignals(family).flatMap(({ isFlagged }, index) => (isFlagged ? [index] : []))
    expect(flagged).toEqual([0])
  })
})
