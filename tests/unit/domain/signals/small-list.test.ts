import { describe, expect, it } from 'vitest'
import { isSmallList, smallListChange } from '../../../../src/domain/signals/small-list.ts'
import { seededUniform } from '../../../../src/domain/statistics/seeded-numbers.ts'

/** Of those on it each stays with a chance of `stays`, and as many come as keep its mean. */
function aList(uniform: () => number, mean: number, stays: number): number[] {
  const comes = () => {
    let [count, product] = [-1, 1]
    for (; product > Math.exp(-mean * (1 - stays)); count += 1) product *= uniform()
    return count
  }
  let people = Math.round(mean)
  return Array.from({ length: 36 }, () => {
    const stay = Array.from({ length: people }, uniform).filter((one) => one < stays).length
    people = stay + comes()
    return people
  })
}

const quiet = Array.from({ length: 36 }, (_, row) => [4, 4, 5, 4, 3, 4][row % 6] ?? 4)

describe('smallListChange', () => {
  it('hears a list of about 4 that goes to 7 and to 13, and says over how long', () => {
    const found = smallListChange([...quiet, 4, 7, 13])
    expect(found).toMatchObject({ kind: 'step', months: 2, direction: 1, expected: null })
    expect(found?.chance).toBeLessThan(1e-4)
  })

  it('takes a return to the mean for no news', () => {
    expect(smallListChange([...quiet, 9, 4, 4])?.chance ?? 1).toBeGreaterThan(0.05)
    expect(smallListChange([...quiet, 0, 0, 4])?.chance ?? 0).toBeGreaterThan(0.05)
  })

  it('finds as much in lists without change about as often as it says, or less', () => {
    const uniform = seededUniform(14)
    for (const stays of [0.3, 0.6, 0.9, 0.97]) {
      const chances = Array.from(
        { length: 1500 },
        () => smallListChange(aList(uniform, 2 + 7 * uniform(), stays))?.chance ?? 1,
      )
      const below = (level: number) => chances.filter((chance) => chance <= level).length / chances.length
      expect(below(0.05)).toBeLessThan(0.06)
      expect(below(0.005)).toBeLessThan(0.01)
    }
  })

  it('asks nothing of large lists, short ones, and those that never moved', () => {
    expect(isSmallList(quiet)).toBe(true)
    expect(isSmallList(quiet.map((people) => 100 + people))).toBe(false)
    expect(isSmallList([3.5, 4])).toBe(false)
    expect(smallListChange(quiet.slice(0, 12))).toBeNull()
    expect(smallListChange(quiet.map(() => 4))).toBeNull()
  })
})
