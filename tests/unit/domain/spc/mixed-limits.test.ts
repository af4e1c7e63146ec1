import { describe, expect, it } from 'vitest'
import { takeInLevels } from '../../../../src/domain/spc/mixed-limits.ts'

const limits = { lower: 10, upper: 20 }
const figures = (within: number, outside: number, last = 15) => [
  ...Array.from({ length: outside }, () => 25),
  ...Array.from({ length: within - 1 }, () => 15),
  last,
]

describe('takeInLevels', () => {
  it('takes limits for those of more than one level that fewer than eight in ten figures kept to', () => {
    expect(takeInLevels(figures(33, 15), limits)).toBe(true)
    expect(takeInLevels(figures(40, 10), limits)).toBe(false)
    expect(takeInLevels(figures(39, 11), limits)).toBe(true)
  })

  it('leaves usual what was kept to before a run outside that ends with the latest, up to half of all', () => {
    const kept = Array.from({ length: 12 }, () => 15)
    const followedBy = (count: number) => [...kept, ...Array.from({ length: count }, () => 25)]
    expect([takeInLevels(followedBy(9), limits), takeInLevels(followedBy(13), limits)]).toEqual([false, true])
    expect(takeInLevels([...followedBy(9), 15], limits)).toBe(true)
  })
})
