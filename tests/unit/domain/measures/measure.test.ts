import { describe, expect, it } from 'vitest'
import { meetsTarget, type Target, targetAt } from '../../../../src/domain/measures/measure.ts'

const aTarget = (changes: Partial<Target> = {}): Target => ({
  ...{ from: '2024-04', value: 150, lower: null, upper: null, by: null, setBy: 'Board' },
  ...changes,
})

describe('the target at a month', () => {
  it('holds from its own month on, until the next one does', () => {
    const [first, next] = [aTarget(), aTarget({ from: '2025-04', value: 120 })]
    const at = (month: string) => targetAt([first, next], month)?.value ?? null
    expect(['2024-03', '2024-04', '2025-03', '2025-04', '2026-01'].map(at)).toEqual([
      null,
      150,
      150,
      120,
      120,
    ])
  })
})

describe('whether a value meets a target', () => {
  it('is so on it, and on the good side of it', () => {
    const met = (direction: 'up' | 'down' | 'neutral') =>
      [149, 150, 151].map((value) => meetsTarget(value, aTarget(), direction))
    expect(met('down')).toEqual([true, true, false])
    expect(met('up')).toEqual([false, true, true])
    expect(met('neutral')).toEqual([null, null, null])
  })

  it('is so within a band whichever way is better, its ends included, and on the closed side of an open one', () => {
    const within = (band: Partial<Target>) =>
      [17, 18, 22, 23].map((value) => meetsTarget(value, aTarget({ value: null, ...band }), 'neutral'))
    expect(within({ lower: 18, upper: 22 })).toEqual([false, true, true, false])
    expect(within({ lower: 18 })).toEqual([false, true, true, true])
    expect(within({ upper: 22 })).toEqual([true, true, true, false])
    expect(within({})).toEqual([null, null, null, null])
  })
})
