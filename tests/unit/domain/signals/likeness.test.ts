import { describe, expect, it } from 'vitest'
import { likenessOf } from '../../../../src/domain/signals/likeness.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

function likeSeries(likeness: number, seed: number): number[] {
  let value = 0
  return noiseOf(60, seed).map((noise) => {
    value = likeness * value + noise
    return value
  })
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('likenessOf', () => {
  it('learns nothing from a series of few months, and is not misled by it', () => {
    const alone = likenessOf([noiseOf(36, 3)])[0]
    expect(likenessOf([[3, 5, 4, 6, 5], noiseOf(36, 3)])).toEqual([alone, alone])
  })

  it('is close to none in a family of independent months', () => {
    expect(mean(likenessOf(Array.from({ length: 60 }, (_, seed) => noiseOf(36, seed))))).toBeLessThan(0.08)
  })

  it('comes near the truth in a family where each month is half like the last', () => {
    const family = Array.from({ length: 60 }, (_, seed) => likeSeries(0.5, seed))
    expect(mean(likenessOf(family))).toBeGreaterThan(0.4)
    expect(mean(likenessOf(family))).toBeLessThan(0.6)
  })

  it('is none for a constant, and stays within 0 and 0.9', () => {
    expect(likenessOf([Array(36).fill(2)])).toEqual([0])
    expect(likenessOf([Array.from({ length: 36 }, (_, row) => row)])[0]).toBeLessThanOrEqual(0.9)
  })
})
