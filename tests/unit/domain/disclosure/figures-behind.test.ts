import { describe, expect, it } from 'vitest'
import { figuresBehind, toldOf } from '../../../../src/domain/disclosure/figures-behind.ts'

const told = (unit: 'count' | 'percent' | 'days', value: number, received: number, denominator = 400) =>
  toldOf(
    (figure) => (figure <= 329 ? 'met' : 'missed'),
    value,
    figuresBehind(unit, { value, denominator }, received),
  )

describe('what is told of a published figure', () => {
  it('is so of the figure received as well, or hidden', () => {
    expect(told('count', 330, 331)).toBe('missed')
    expect(told('count', 330, 328)).toBe('hidden')
    expect(told('days', 330, 330)).toBe('missed')
  })

  it('holds of every figure that rounds to a count under ten, or to a share of fewer than a hundred', () => {
    const count = (received: number) => figuresBehind('count', { value: 5, denominator: null }, received)
    expect(count(6)).toEqual([5, 7])
    expect(count(7)).toEqual(count(5))
    const share = (received: number) => figuresBehind('percent', { value: 87, denominator: 60 }, received)
    expect(share(86.7)).toEqual(share(87.4))
    expect(figuresBehind('percent', { value: 87, denominator: 400 }, 86.7)).toEqual([86.7])
  })
})
