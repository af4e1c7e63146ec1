import { describe, expect, it } from 'vitest'
import { type Belief, usualMovements } from '../../../../src/domain/signals/usual-movement.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const months = 36

function likeSeries(likeness: number, seed: number): number[] {
  let value = 0
  return noiseOf(months, seed).map((noise) => {
    value = likeness * value + noise
    return value
  })
}

const family = (make: (seed: number) => number[]) =>
  Array.from({ length: 40 }, (_, seed) => ({ values: make(300 + seed), noise: null, measure: null }))

function meanOf(beliefs: readonly Belief[], of: 'likeness' | 'trend' | 'season'): number {
  const own = beliefs.map((belief) => belief.reduce((sum, one) => sum + one.weight * one.movement[of], 0))
  return own.reduce((sum, value) => sum + value, 0) / own.length
}

describe('usualMovements', () => {
  it('believes in no movement of its own in a family of independent months', () => {
    const beliefs = usualMovements(
      family((seed) => noiseOf(months, seed)),
      'other',
    )
    expect(meanOf(beliefs, 'likeness')).toBeLessThan(0.1)
    expect(meanOf(beliefs, 'trend')).toBeLessThan(0.02)
    expect(meanOf(beliefs, 'season')).toBeLessThan(0.2)
  })

  it('comes near the truth in a family where each month is half like the last', () => {
    const beliefs = usualMovements(
      family((seed) => likeSeries(0.5, seed)),
      'other',
    )
    expect(meanOf(beliefs, 'likeness')).toBeGreaterThan(0.35)
    expect(meanOf(beliefs, 'likeness')).toBeLessThan(0.65)
  })

  it('knows lists that wander, though nobody says that they are lists', () => {
    const beliefs = usualMovements(
      family((seed) => likeSeries(1, seed)),
      'other',
    )
    expect(meanOf(beliefs, 'likeness')).toBeGreaterThan(0.9)
  })

  it('knows a season by the family, and a trend', () => {
    const winters = (seed: number) =>
      noiseOf(months, seed).map((noise, row) => noise + (row % 12 > 8 ? 6 : 0))
    expect(meanOf(usualMovements(family(winters), 'other'), 'season')).toBeGreaterThan(1)
    const rising = (seed: number) => noiseOf(months, seed).map((noise, row) => noise + 0.1 * row)
    expect(meanOf(usualMovements(family(rising), 'other'), 'trend')).toBeGreaterThan(0.05)
  })

  it('learns nothing from a series of few months or a constant, and is not misled by it', () => {
    const alone = usualMovements([{ values: noiseOf(months, 3), noise: null, measure: null }], 'other')[0]
    const short = { values: [3, 5, 4], noise: null, measure: null }
    const constant = { values: Array(months).fill(2), noise: null, measure: null }
    const beside = usualMovements(
      [short, { values: noiseOf(months, 3), noise: null, measure: null }, constant],
      'other',
    )
    expect(beside[1]).toEqual(alone)
    expect(beside[0]).toEqual(beside[2])
  })
})
