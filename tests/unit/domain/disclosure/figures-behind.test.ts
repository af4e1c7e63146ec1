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
    expect(told('days', 331, 331)).toBe('missed')
    expect(told('days', 330, 330)).toBe('missed')
  })

  it('is hidden of a count that a bound splits, whichever count it is', () => {
    // 330 is 328 to 332: at most 329 is met by two of them; by none of 335, which is 333 to 337
    for (const received of [328, 329, 330, 331, 332]) expect(told('count', 330, received)).toBe('hidden')
    for (const received of [333, 337]) expect(told('count', 335, received)).toBe('missed')
  })

  it('holds of every percentage that rounds to it where a bound is finer than a whole percent', () => {
    const behind = (bound: number) => figuresBehind('percent', { value: 87, denominator: 400 }, 86.7, [bound])
    expect(behind(90)).toEqual([86.7])
    expect(behind(86.8)).toEqual([86.5, 87.5])
  })

  it('holds of every figure that rounds to a count, or to a share of fewer than a hundred', () => {
    const count = (received: number) => figuresBehind('count', { value: 5, denominator: null }, received)
    expect(count(6)).toEqual([5, 7])
    expect(count(7)).toEqual(count(5))
    const share = (received: number) => figuresBehind('percent', { value: 87, denominator: 60 }, received)
    expect(share(86.7)).toEqual(share(87.4))
    expect(figuresBehind('percent', { value: 87, denominator: 400 }, 86.7)).toEqual([86.7])
  })
})
