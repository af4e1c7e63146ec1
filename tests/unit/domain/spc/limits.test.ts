import { describe, expect, it } from 'vitest'
import { fitXmr } from '../../../../src/domain/spc/limits.ts'

const screened = { screenOutliers: true, zeroWidthForConstant: false }
const unscreened = { screenOutliers: false, zeroWidthForConstant: false }

describe('fitXmr', () => {
  it('sets limits at the mean plus and minus 2.66 mean moving ranges', () => {
    // mean 110/5 = 22; ranges 2 1 4 3, mean 2.5; 22 ± 6.65; near 22 ± 4.4333
    const fit = fitXmr([20, 22, 21, 25, 22], screened)
    expect(fit.mean).toBe(22)
    expect(fit.averageMovingRange).toBe(2.5)
    expect(fit.limits?.lower).toBeCloseTo(15.35, 12)
    expect(fit.limits?.upper).toBeCloseTo(28.65, 12)
    expect(fit.limits?.nearLower).toBeCloseTo(22 - 4.43333333333, 10)
    expect(fit.limits?.nearUpper).toBeCloseTo(22 + 4.43333333333, 10)
  })

  it('never bridges a missing row: it takes away both ranges that touch it', () => {
    expect(fitXmr([20, 22, null, 25, 22], screened).rangesUsed).toEqual([null, 2, null, null, 3])
  })

  it('has a mean and no limits for one point', () => {
    expect(fitXmr([7], screened)).toMatchObject({ mean: 7, averageMovingRange: null, limits: null })
  })

  it('has neither for no values', () => {
    expect(fitXmr([null, null], screened)).toMatchObject({ mean: null, limits: null })
  })

  it('leaves out a moving range beyond 3.267 times their mean, in one pass', () => {
    // ranges 1 ×10, then 20: mean 30/11 = 2.727, cut-off 8.91; kept ones average 1
    const testValues = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 25]
    expect(fitXmr(testValues, screened).averageMovingRange).toBe(1)
    expect(fitXmr(testValues, unscreened).averageMovingRange).toBeCloseTo(30 / 11, 12)
  })

  it('gives a constant series no limits when screened, limits of no width when not or when asked', () => {
    const constant = [4, 4, 4, 4]
    expect(fitXmr(constant, screened).limits).toBeNull()
    expect(fitXmr(constant, unscreened).limits).toMatchObject({ lower: 4, upper: 4 })
    expect(fitXmr(constant, { ...screened, zeroWidthForConstant: true }).limits).toMatchObject({
      lower: 4,
      upper: 4,
    })
  })
})
