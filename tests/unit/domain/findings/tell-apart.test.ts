import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareContext } from '../../../../src/domain/findings/paragraph-context.ts'
import {
  decimalsApart,
  decimalsBesideLimits,
  decimalsOfFigure,
} from '../../../../src/domain/findings/tell-apart.ts'
import { writeParagraph } from '../../../../src/domain/findings/write-paragraph.ts'
import { limitsInWords } from '../../../../src/domain/trends/limits.ts'

fc.configureGlobal({ seed: 20_26_14 })

const number = fc.double({ min: 0, max: 120, noNaN: true }).map((value) => Number(value.toFixed(4)))
const percent = { unit: 'percent', decimals: 0 } as const

describe('decimalsApart', () => {
  it('is the fewest decimals at which the larger is seen to be larger', () => {
    expect(decimalsApart(0, 3, 5)).toBe(0)
    expect(decimalsApart(0, 3.33, 3.17)).toBe(1)
    expect(decimalsApart(0, 3.334, 3.333, 1)).toBeNull()
    expect(decimalsApart(0, 4, 4)).toBeNull()
  })

  it('never shows the smaller as the larger', () => {
    fc.assert(
      fc.property(number, number, fc.integer({ min: 0, max: 2 }), (a, b, decimals) => {
        const apart = decimalsApart(decimals, a, b)
        fc.pre(apart !== null)
        expect(Number(a.toFixed(apart)) < Number(b.toFixed(apart))).toBe(a < b)
      }),
    )
  })
})

describe('a figure beside its limits', () => {
  it('is seen to lie outside where it does: 88.6% below 89.0%, and a whole 89% below 89.04%', () => {
    expect(decimalsBesideLimits(0, 88.6, { lower: 89.02, upper: 99 })).toBe(1)
    expect(limitsInWords(percent, { lower: 89.02, mean: 94, upper: 99 }, 88.6)).toBe(
      'Figure 88.6%; limits 89.0% to 99.0%, mean 94.0%',
    )
    expect(limitsInWords(percent, { lower: 89.04, mean: 94, upper: 99 }, 89)).toBe(
      'Limits 89.04% to 99.00%, mean 94.00%',
    )
  })

  it('is outside as shown exactly where it is outside', () => {
    fc.assert(
      fc.property(number, number, number, (value, one, other) => {
        const limits = { lower: Math.min(one, other), upper: Math.max(one, other) }
        const decimals = decimalsBesideLimits(0, value, limits)
        const figure = Number(value.toFixed(decimalsOfFigure(0, decimals, value)))
        const [lower, upper] = [limits.lower, limits.upper].map((limit) => Number(limit.toFixed(decimals)))
        expect(figure < (lower ?? 0)).toBe(value < limits.lower)
        expect(figure > (upper ?? 0)).toBe(value > limits.upper)
      }),
      {
        examples: [
          [88.6, 89.02, 99],
          [89, 89.04, 99],
        ],
      },
    )
  })
})

describe('a paragraph', () => {
  it('shows that a figure lies outside its usual range, and keeps the figure as every place shows it', () => {
    const text = writeParagraph(
      {
        name: 'Reviewed in time',
        measure: percent,
        isSnapshot: false,
        target: null,
        isProvisional: false,
        periods: ['2025-08', '2025-09'],
        values: [94, 88.6],
      },
      {
        change: { kind: 'special-cause', sign: 'outside-low', meaning: 'concern', figures: 1 },
        claim: null,
      },
      { ...bareContext, usualRange: { mean: 94, lower: 89.02, upper: 99, isTrial: false } },
    )
    expect(text).toContain('89% in Sep 2025.')
    expect(text).toContain('The usual range is 89.0% to 99.0%, around a mean of 94.0%; the figure is 88.6%.')
  })

  it('shows a plan and a figure whose difference is the gap that it tells', () => {
    const text = writeParagraph(
      {
        name: 'Reviewed in time',
        measure: percent,
        isSnapshot: false,
        target: null,
        isProvisional: false,
        periods: ['2025-09'],
        values: [69.4],
      },
      { change: { kind: 'common-cause' }, claim: null },
      { ...bareContext, plan: { gap: 69.4 - 65.6, planned: 65.6, monthsAhead: 0 } },
    )
    expect(text).toContain(
      'The plan for this point is 65.6%, so the figure, 69.4%, is 3.8 percentage points above plan.',
    )
  })
})
