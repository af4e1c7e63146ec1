import { describe, expect, it } from 'vitest'
import { figuresBehind, toldOf } from '../../../../src/domain/disclosure/figures-behind.ts'
import type { Unit } from '../../../../src/domain/measures/measure.ts'

const of = (unit: Unit, sdc: 'people' | 'none' = 'people') => ({ unit, sdc, decimals: 0 })

const told = (unit: Unit, value: number, bound: number) =>
  toldOf((figure) => (figure <= bound ? 'met' : 'missed'), value, figuresBehind(of(unit), value))

describe('what is told of a published figure', () => {
  it('holds of every figure that rounds to it, or is hidden', () => {
    // 330 is 328 to 332: at most 329 is met by two of them; by none of 335, which is 333 to 337
    expect([told('count', 330, 329), told('count', 335, 329), told('count', 330, 332)]).toEqual([
      'hidden',
      'missed',
      'met',
    ])
    // 87% is 86.5 to 87.5, whatever it is a share of
    expect([told('percent', 87, 90), told('percent', 87, 87), told('percent', 87, 86.8)]).toEqual([
      'met',
      'hidden',
      'hidden',
    ])
    expect(figuresBehind(of('count'), 5)).toEqual([5, 7])
  })

  it('is so of what is published as it was received', () => {
    expect(told('days', 330, 330)).toBe('met')
    expect(figuresBehind(of('count', 'none'), 330)).toEqual([])
  })
})
