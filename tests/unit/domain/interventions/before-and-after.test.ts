import { describe, expect, it } from 'vitest'
import {
  type BeforeAndAfter,
  compareBeforeAndAfter,
} from '../../../../src/domain/interventions/before-and-after.ts'
import { fitLeastSquares } from '../../../../src/domain/statistics/least-squares.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

function estimated(result: BeforeAndAfter) {
  if (result.kind !== 'estimated') throw new Error(result.kind)
  return result
}

const fallen = noiseOf(48, 21).map((noise, row) => (row < 24 ? 50 : 40) + 2 * noise)

describe('fitLeastSquares', () => {
  it('finds a straight line, its error and what is left', () => {
    // y = 1 + 2x exactly but for ±1: slope 2, intercept 1; residuals 1 −1 −1 1 over x = 0..3
    const fit = fitLeastSquares(
      [0, 1, 2, 3].map((x) => [1, x]),
      [2, 2, 4, 8],
    )
    expect(fit?.coefficients[0]).toBeCloseTo(1, 12)
    expect(fit?.coefficients[1]).toBeCloseTo(2, 12)
    expect(fit?.residuals.map((residual) => Math.round(residual))).toEqual([1, -1, -1, 1])
    // s² = 4 ÷ 2, Σ(x − 1.5)² = 5: √(2 ÷ 5)
    expect(fit?.standardErrors[1]).toBeCloseTo(Math.sqrt(0.4), 12)
  })

  it('has no answer for columns that say the same twice, or no rows to spare', () => {
    const twice = [1, 2, 3].map((x) => [x, 2 * x])
    expect(fitLeastSquares(twice, [1, 2, 3])).toBeNull()
    expect(fitLeastSquares([[1, 2]], [3])).toBeNull()
  })
})

describe('compareBeforeAndAfter', () => {
  it('finds a fall in level and no change of slope', () => {
    const { level, slope } = estimated(compareBeforeAndAfter(fallen, 24))
    expect(level.isClaimed).toBe(true)
    expect(level.lower).toBeLessThan(-10)
    expect(level.upper).toBeGreaterThan(-10)
    expect(slope.isClaimed).toBe(false)
  })

  it('finds a change of slope', () => {
    const turned = noiseOf(48, 22).map((noise, row) => 50 + noise + (row >= 24 ? 2 * (row - 24) : 0))
    const { level, slope } = estimated(compareBeforeAndAfter(turned, 24))
    expect(slope.isClaimed).toBe(true)
    expect(slope.size).toBeCloseTo(2, 0)
    expect(level.isClaimed).toBe(false)
  })

  it('leaves out the month itself where it belongs to neither side, and sees a season all the same', () => {
    const odd = fallen.with(24, 500)
    expect(compareBeforeAndAfter(odd, 24, { isSplit: true })).toEqual(
      compareBeforeAndAfter(odd.with(24, 0), 24, { isSplit: true }),
    )
    const { level } = estimated(compareBeforeAndAfter(odd, 24, { isSplit: true }))
    expect(level.isClaimed).toBe(true)
    expect(Math.abs(level.size + 10)).toBeLessThan(2)
    const wave = fallen.map((value, row) => value + 15 * Math.sin((2 * Math.PI * row) / 12))
    const seasonal = estimated(compareBeforeAndAfter(wave, 24, { isSplit: true }))
    expect(seasonal.level.isClaimed).toBe(true)
    const few = noiseOf(25, 7)
    expect(compareBeforeAndAfter(few, 12, { isSplit: true }).kind).toBe('estimated')
    expect(compareBeforeAndAfter(few.slice(1), 12, { isSplit: true })).toMatchObject({
      kind: 'too-few-points',
      before: 12,
      after: 11,
    })
  })

  it('claims no more of a list for a month that is left out: two of its steps lie between', () => {
    let claimed = 0
    for (let seed = 1; seed <= 300; seed += 1) {
      let people = 400
      const list = noiseOf(42, seed).map((step) => (people += 11 * step))
      const { level, slope } = estimated(compareBeforeAndAfter(list, 21, { isList: true, isSplit: true }))
      if (level.isClaimed || slope.isClaimed) claimed += 1
    }
    // 3% where the gap is taken for one step
    expect(claimed).toBeLessThanOrEqual(4)
  })

  it('does not take a line that goes on for a change', () => {
    const line = noiseOf(48, 23).map((noise, row) => 50 + 2 * row + noise)
    const { level, slope } = estimated(compareBeforeAndAfter(line, 24))
    expect([level.isClaimed, slope.isClaimed]).toEqual([false, false])
  })

  it('sees a change through a plain season', () => {
    const seasonal = fallen.map((value, row) => value + (row % 12 < 3 ? 25 : 0))
    const { level } = estimated(compareBeforeAndAfter(seasonal, 24))
    expect(level.isClaimed).toBe(true)
    expect(level.size).toBeCloseTo(-10, -1)
  })

  it('claims a change exactly where its interval excludes none', () => {
    const { level } = estimated(compareBeforeAndAfter(fallen, 24))
    expect(level.isClaimed).toBe(level.lower > 0 || level.upper < 0)
  })

  it('refuses fewer than twelve values on a side, not counting gaps', () => {
    expect(compareBeforeAndAfter(fallen, 40)).toEqual({
      kind: 'too-few-points',
      before: 40,
      after: 8,
      need: 12,
    })
    const gappy = fallen.map((value, row) => (row < 14 ? null : value))
    expect(compareBeforeAndAfter(gappy, 24)).toMatchObject({ kind: 'too-few-points', before: 10 })
  })

  it('refuses where another intervention stands within twelve months', () => {
    expect(compareBeforeAndAfter(fallen, 24, { others: [30] })).toEqual({ kind: 'overlaps', other: 30 })
  })

  it('looks no further than a neighbouring intervention', () => {
    const withLater = [...fallen, ...Array<number>(12).fill(500)]
    expect(compareBeforeAndAfter(withLater, 24, { others: [48] })).toEqual(compareBeforeAndAfter(fallen, 24))
  })
})
