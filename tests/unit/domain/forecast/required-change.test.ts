import { describe, expect, it } from 'vitest'
import { firstComparable } from '../../../../src/domain/figures/comparability.ts'
import { requiredChange } from '../../../../src/domain/forecast/required-change.ts'
import { type Frequency, periodRange } from '../../../../src/domain/periods/period.ts'
import type { ImprovementDirection } from '../../../../src/domain/spc/judgement.ts'
import type { Observation } from '../../../../src/domain/spc/observation.ts'

const ask = (
  values: readonly Observation[],
  target: number,
  periods: number,
  improvement: ImprovementDirection,
  changes: { frequency?: Frequency; hasSeason?: boolean; levelsFrom?: number[] } = {},
) => requiredChange({ values, target, periods, improvement, frequency: 'month', ...changes })

const falling = Array.from({ length: 13 }, (_, row) => 84 - 2 * row)

describe('requiredChange', () => {
  it('sets what it would take beside what was ever kept up', () => {
    // at 60; 30 fewer in ten months is 3 a month; every six months brought 12, which is 2 a month
    expect(ask(falling, 30, 10, 'decrease')).toEqual({ needed: 3, best: 2, typical: 2, latest: 2 })
  })

  it('counts the good direction as positive, and needs nothing of a target that is met', () => {
    expect(ask(falling, 70, 10, 'decrease')?.needed).toBe(-1)
    expect(ask(falling, 90, 10, 'increase')).toEqual({
      needed: 3,
      best: -2,
      typical: -2,
      latest: -2,
    })
  })

  it('knows no best or typical of six months or fewer, nor across a missing end', () => {
    expect(ask([5, 6, 7, 8, 9, 10], 20, 5, 'increase')).toEqual({
      needed: 2,
      best: null,
      typical: null,
      latest: null,
    })
    expect(ask([null, 6, 7, 8, 9, 10, 11], 20, 9, 'increase')?.best).toBeNull()
  })

  it('takes spans of half a year: two quarters, and one year', () => {
    // seven quarters: 6 more over the last two, which is 3 a quarter, and 9 in the quarter before
    const quarters = [50, 50, 51, 50, 50, 59, 56]
    expect(ask(quarters, 60, 2, 'increase', { frequency: 'quarter' })).toMatchObject({ best: 4.5, latest: 3 })
    const years = [540, 560, 1273, 1200]
    expect(ask(years, 1642, 1, 'increase', { frequency: 'year' })).toMatchObject({ best: 713, latest: -73 })
  })

  it('takes no span over a level that was recorded for a pace', () => {
    const rebased = [...falling, ...falling.map((value) => value - 60)]
    // 60 fewer at once, and 2 fewer a month but for the one in which the level began
    expect(ask(rebased, -60, 10, 'decrease')?.best).toBeCloseTo(7.67)
    expect(ask(rebased, -60, 10, 'decrease', { levelsFrom: [13] })).toMatchObject({ best: 2, typical: 2 })
    // of a level of two months no span is known
    expect(ask(rebased, -60, 10, 'decrease', { levelsFrom: [24] })?.latest).toBeNull()
  })

  it('knows a best of three spans that do not all overlap, and a usual of six', () => {
    const first = (count: number) => {
      const { best = null, typical = null } = ask(falling.slice(0, count), 30, 10, 'decrease') ?? {}
      return [best, typical]
    }
    // of twelve months all six spans share a month; of thirteen the first ends where the last begins
    expect([first(12), first(13)]).toEqual([
      [null, null],
      [2, 2],
    ])
    const yearly = (years: number) => ask(falling.slice(0, years), 30, 10, 'decrease', { frequency: 'year' })
    expect([yearly(3)?.best, yearly(4)?.best]).toEqual([null, 2])
    expect([yearly(6)?.typical, yearly(7)?.typical]).toEqual([null, 2])
  })

  it('tells nothing beside what is needed where half a year is the season', () => {
    expect(ask(falling, 30, 10, 'decrease', { hasSeason: true })).toEqual({
      needed: 3,
      best: null,
      typical: null,
    })
    expect(ask([1, 2, 3, 4], 9, 2, 'increase', { frequency: 'year', hasSeason: true })?.best).toBe(1)
  })

  it('has no answer without a last value, a month left or a good direction', () => {
    expect(ask([5, null], 20, 5, 'increase')).toBeNull()
    expect(ask(falling, 20, 0, 'decrease')).toBeNull()
    expect(ask(falling, 20, 5, 'neutral')).toBeNull()
  })
})

describe('what was kept up where a definition changed', () => {
  // financial assessments within 28 days, counted from the completed form since April 2024
  const values = [
    44.4, 43.3, 43, 45, 43.6, 46.4, 48.1, 47.9, 65.3, 67.5, 63.8, 65.1, 63.4, 59.6, 61.3, 64.7, 63.5, 71.3,
    65.2, 61, 71.3, 72, 64, 64, 72.4, 69,
  ]
  const periods = periodRange('2023-08', '2025-09')
  const breaks = [{ date: '2024-04-01', title: 'Days counted from the completed form' }]

  it('lies wholly after the change: no span runs from the old figures to the new', () => {
    const start = firstComparable(breaks, periods)
    expect(periods[start]).toBe('2024-04')
    // 61.3 in Oct 2024 to 71.3 in Apr 2025 is 10 in six months; across the change it would be 3.75 a month
    expect(ask(values, 85, 6, 'increase')?.best).toBeCloseTo(3.75)
    const required = ask(values.slice(start), 85, 6, 'increase')
    expect(required?.best).toBeCloseTo(10 / 6)
    expect(required?.typical).toBeCloseTo(0.2667, 3)
  })

  it('is all of it where nothing changed, and nothing where there are no periods', () => {
    expect(firstComparable([], periods)).toBe(0)
    expect(firstComparable(breaks, [])).toBe(0)
  })
})
