import { describe, expect, it } from 'vitest'
import { chanceOf, fewCounts } from '../../../../bench/interventions/few-counts.ts'
import { compareBeforeAndAfter } from '../../../../src/domain/interventions/before-and-after.ts'
import type { CountedChange } from '../../../../src/domain/interventions/compare-counts.ts'

const repeated = (pattern: readonly number[], months: number) =>
  Array.from({ length: months }, (_, row) => pattern[row % pattern.length] ?? 0)

function counted(values: readonly (number | null)[], at: number): CountedChange {
  const result = compareBeforeAndAfter(values, at, { isCount: true })
  if (result.kind !== 'counted') throw new Error(result.kind)
  return result
}

describe('few counts before and after', () => {
  it('finds a fall by two thirds of four a month, above nought', () => {
    // means of 6 and 2: a third as many
    const { level, slope } = counted([...repeated([5, 7, 6, 8, 4], 30), ...repeated([2, 1, 3, 2, 2], 30)], 30)
    expect(level.size).toBeCloseTo(1 / 3, 1)
    expect(level.lower).toBeGreaterThan(0)
    expect(level.upper).toBeLessThan(1)
    expect(level.isClaimed).toBe(true)
    expect(slope?.isClaimed).toBe(false)
  })

  it('is asked of counts of what happened alone, of which there are few', () => {
    const few = repeated([2, 3, 4], 48)
    expect(compareBeforeAndAfter(few, 24).kind).toBe('estimated')
    expect(compareBeforeAndAfter(few, 24, { isCount: true, isList: true }).kind).toBe('estimated')
    const many = few.map((count) => count + 40)
    expect(compareBeforeAndAfter(many, 24, { isCount: true }).kind).toBe('estimated')
    const shares = few.map((count) => count + 0.5)
    expect(compareBeforeAndAfter(shares, 24, { isCount: true }).kind).toBe('estimated')
    const fewAfter = [...many.slice(0, 24), ...few.slice(24)]
    expect(compareBeforeAndAfter(fewAfter, 24, { isCount: true }).kind).toBe('counted')
  })

  it('takes fifteen figures on either side', () => {
    const values = repeated([2, 3, 4], 38)
    expect(compareBeforeAndAfter(values, 24, { isCount: true })).toEqual({
      kind: 'too-few-points',
      before: 24,
      after: 14,
      need: 15,
    })
  })

  it('asks whether growth has changed of two years a side, and of no fewer', () => {
    expect(counted(repeated([2, 3, 4], 46), 23).slope).toBeNull()
    expect(counted(repeated([2, 3, 4], 48), 24).slope).not.toBeNull()
  })

  it('has an exact interval where there are none after', () => {
    // 30 in 15 months, none in 15: half of each would be expected on either side. (1 − p)^30 = 0.01 at p = 0.142,
    // so at most 0.142 ÷ 0.858 = 0.166 times as many
    const { level, before, after } = counted([...repeated([2], 15), ...repeated([0], 15)], 15)
    expect(level).toMatchObject({ size: 0, lower: 0, isClaimed: true })
    expect(level.upper).toBeCloseTo(0.166, 3)
    expect([before, after]).toEqual([
      { events: 30, periods: 15 },
      { events: 0, periods: 15 },
    ])
  })

  it('claims nothing where there were few and then none', () => {
    const { level } = counted([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...repeated([0], 15)], 15)
    expect(level.isClaimed).toBe(false)
  })

  it('has no end above where there were none before', () => {
    const { level } = counted([...repeated([0], 15), ...repeated([2], 15)], 15)
    expect(level).toMatchObject({ size: null, upper: null, isClaimed: true })
    expect(level.lower).toBeCloseTo(1 / 0.166, 1)
  })

  it('has nothing to say of a series without any', () => {
    expect(compareBeforeAndAfter(repeated([0], 40), 20, { isCount: true }).kind).toBe('not-estimable')
  })

  // the kinds that exceed 5% are named in docs/calculations.md
  it.each(fewCounts.filter(({ name }) => !name.includes('each like the last (0.8)')))(
    'claims a change in at most 5% of 200 series in which nothing changed: $name',
    ({ make }) => {
      const chance = chanceOf(14)
      let claimed = 0
      for (let series = 0; series < 200; series += 1) {
        const result = compareBeforeAndAfter(
          make(chance, 42, () => 1),
          21,
          { isCount: true },
        )
        if (result.kind === 'counted' && (result.level.isClaimed || result.slope?.isClaimed)) claimed += 1
      }
      expect(claimed).toBeLessThanOrEqual(10)
    },
  )
})
