import { describe, expect, it } from 'vitest'
import { aggregateFigures } from '../../../../src/domain/figures/aggregate.ts'
import { aFigure } from '../../../support/a-figure.ts'

const three = [3, 4, 5].map((value) => aFigure({ value }))

describe('aggregateFigures', () => {
  it('sums a flow over members and over months', () => {
    expect(aggregateFigures('S', 'members', three)).toMatchObject({ kind: 'value', value: 12 })
    expect(aggregateFigures('S', 'periods', three)).toMatchObject({ kind: 'value', value: 12 })
  })

  it('sums a snapshot over members on one date, and refuses to sum it over months', () => {
    expect(aggregateFigures('P', 'members', three)).toMatchObject({ kind: 'value', value: 12 })
    expect(aggregateFigures('P', 'periods', three)).toMatchObject({ kind: 'not-allowed' })
  })

  it('recomputes a share from its counts and never averages percentages', () => {
    // 28/64 = 43.75% and 10/36 = 27.8%: together 38 of 100, not the mean of 35.8%
    const parts = [
      aFigure({ numerator: 28, denominator: 64, value: 43.8 }),
      aFigure({ numerator: 10, denominator: 36, value: 27.8 }),
    ]
    expect(aggregateFigures('W', 'members', parts)).toEqual({
      kind: 'value',
      value: 38,
      numerator: 38,
      denominator: 100,
    })
  })

  it('refuses medians, distinct people and categories, across anything', () => {
    const refusals = (['M', 'D', 'X'] as const).flatMap((rule) => [
      aggregateFigures(rule, 'members', three).kind,
      aggregateFigures(rule, 'periods', three).kind,
    ])
    expect(refusals).toEqual(Array(6).fill('not-allowed'))
  })

  it('never reads a missing part as zero', () => {
    const withGap = [...three, aFigure({ value: null, availability: 'missing' })]
    expect(aggregateFigures('S', 'members', withGap)).toMatchObject({ kind: 'incomplete' })
  })

  it('makes no number out of nothing', () => {
    expect(aggregateFigures('S', 'members', [])).toMatchObject({ kind: 'incomplete' })
    expect(aggregateFigures('W', 'members', [aFigure({ numerator: 0, denominator: 0 })])).toMatchObject({
      kind: 'incomplete',
    })
  })
})
