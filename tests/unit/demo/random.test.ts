import { describe, expect, it } from 'vitest'
import { deviate, streamOf, uniform } from '../../../src/demo/random.ts'

const thousand = Array.from({ length: 1000 }, (_, index) => index)

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length
}

describe('seeded noise', () => {
  it('depends on the stream’s name and the index alone', () => {
    expect(uniform(streamOf('ot-waiting'), 7)).toBe(uniform(streamOf('ot-waiting'), 7))
    expect(uniform(streamOf('ot-waiting'), 7)).not.toBe(uniform(streamOf('ot-waiting'), 8))
    expect(uniform(streamOf('ot-waiting'), 7)).not.toBe(uniform(streamOf('dp-clients'), 7))
  })

  it('spreads evenly from 0 to 1', () => {
    const values = thousand.map((index) => uniform(streamOf('spread'), index))
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...values)).toBeLessThan(1)
    expect(mean(values)).toBeCloseTo(0.5, 1)
  })

  it('deviates by about 1 around 0, and never by more than 3', () => {
    const values = thousand.map((index) => deviate(streamOf('deviates'), index))
    expect(Math.abs(mean(values))).toBeLessThan(0.1)
    expect(Math.sqrt(mean(values.map((value) => value * value)))).toBeCloseTo(1, 1)
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(3)
  })
})
