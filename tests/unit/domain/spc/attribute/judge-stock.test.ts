import { describe, expect, it } from 'vitest'
import { normalNumbers } from '../../../../../bench/signals/families.ts'
import { judgeStock } from '../../../../../src/domain/spc/attribute/judge-stock.ts'

/** A list to which each month adds a step of its own, and the latest steps something besides. */
function listOf(seed: number, months: number, { each = 0, lately = 0, of = 6 } = {}): number[] {
  const normal = normalNumbers(seed)
  let held = 400
  return Array.from({ length: months }, (_, month) => {
    held += Math.round(12 * (normal() + each + (month >= months - of ? lately : 0)))
    return held
  })
}

function shareTold(shape: Parameters<typeof listOf>[2], direction: 1 | -1, months = 36): number {
  const lists = Array.from({ length: 400 }, (_, seed) => judgeStock(listOf(seed, months, shape)))
  return lists.filter((sign) => sign?.direction === direction).length / lists.length
}

describe('a list judged by its changes', () => {
  it.each([24, 36, 60])('is hardly ever said to move where it goes nowhere: %i months', (months) => {
    expect(shareTold({}, 1, months) + shareTold({}, -1, months)).toBeLessThan(0.05)
  })

  it('is said to move where six months bring two standard deviations more', () => {
    expect(shareTold({ lately: 2 }, 1)).toBeGreaterThan(0.9)
    expect(shareTold({ lately: -2 }, -1)).toBeGreaterThan(0.9)
  })

  it('tells a turn, not the trend before it', () => {
    const risen = Array.from({ length: 30 }, (_, month) => 400 + 8 * month + (month % 3))
    const turned = [...risen, ...Array.from({ length: 8 }, (_, month) => 630 - 9 * month - (month % 2))]
    expect(judgeStock(turned)).toMatchObject({ direction: -1 })
  })

  it('does not tell a fall whose last months go back', () => {
    const fallen = Array.from({ length: 30 }, (_, month) => 400 - 5 * month + (month % 4))
    expect(judgeStock(fallen)).toMatchObject({ direction: -1 })
    expect(judgeStock([...fallen, 262, 268, 275])?.direction).not.toBe(-1)
  })

  it('tells one leap that is beyond all others', () => {
    const still = Array.from({ length: 24 }, (_, month) => 300 + (month % 3))
    expect(judgeStock([...still, 360])).toEqual({ direction: 1, changes: 1 })
  })

  it('tells nothing without a latest figure, or of too few', () => {
    expect(judgeStock([...listOf(1, 36, { lately: 3 }), null])).toBeNull()
    expect(judgeStock([10, 20, 30, 40, 50])).toBeNull()
  })
})
