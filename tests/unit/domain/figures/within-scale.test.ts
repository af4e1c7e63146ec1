import { describe, expect, it } from 'vitest'
import { extentOf, isFar, sideOf } from '../../../../src/domain/figures/within-scale.ts'

const usual = [30, 31, 24, 36, 29, 33, 28, 35, 30, 27, 32, 31]

describe('extentOf', () => {
  it('holds every figure where none would flatten the others', () => {
    expect(extentOf(usual)).toEqual({ low: 24, high: 36 })
    expect(extentOf([...usual, 360])).toEqual({ low: 24, high: 360 })
  })

  it('leaves out one figure three hundred times as high, or as far below zero', () => {
    expect(extentOf([...usual, 9_000])).toEqual({ low: 24, high: 36 })
    expect(extentOf([-9_000, ...usual])).toEqual({ low: 24, high: 36 })
    // twenty figures: at most two may lie off the scale
    expect(extentOf([-9_000, ...usual, ...usual.slice(0, 6), 9_000])).toEqual({ low: 24, high: 36 })
  })

  it('keeps what is too common to be an outlier', () => {
    expect(extentOf([...usual, 9_000, 9_100])).toEqual({ low: 24, high: 9_100 })
  })

  it('keeps all of a few figures, and all of equal ones', () => {
    expect(extentOf([30, 31, 9_000])).toEqual({ low: 30, high: 9_000 })
    expect(extentOf(usual.map(() => 0))).toEqual({ low: 0, high: 0 })
    expect(extentOf([...usual.map(() => 0), 7])).toEqual({ low: 0, high: 7 })
  })

  it('has none without figures', () => {
    expect(extentOf([])).toBeNull()
  })
})

describe('isFar', () => {
  it('is more than four heights beyond the scale, which begins at zero', () => {
    // 36 + 4 × 36 = 180
    expect(isFar(180, { low: 24, high: 36 })).toBe(false)
    expect(isFar(181, { low: 24, high: 36 })).toBe(true)
    expect(isFar(30, { low: 8_800, high: 9_200 })).toBe(false)
    expect(isFar(-200, { low: 24, high: 36 })).toBe(true)
  })

  it('is never true of a scale without height', () => {
    expect(isFar(9, { low: 0, high: 0 })).toBe(false)
  })
})

describe('sideOf', () => {
  it('says on which side of the scale a level lies', () => {
    expect([41, 40, 0, -1].map((level) => sideOf(level, { low: 0, high: 40 }))).toEqual([
      'above',
      null,
      null,
      'below',
    ])
  })
})
