import { describe, expect, it } from 'vitest'
import {
  interpolateTrajectory,
  judgePosition,
  positionOnTrajectory,
} from '../../../../src/domain/trajectory/judge-position.ts'

// 316, 300, 284 … each month 16 fewer
const points = ['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09'].map((period, month) => ({
  period,
  planned: 316 - 16 * month,
}))
const plan = { kpi: 'ot-waiting', approvedBy: 'Board', points }
const at = (value: number) => positionOnTrajectory(plan, 'down', { period: '2025-09', value }, 0)

describe('interpolateTrajectory', () => {
  it('goes straight between two planned months', () => {
    const sparse = [
      { period: '2025-04', planned: 300 },
      { period: '2025-06', planned: 240 },
    ]
    expect(interpolateTrajectory(sparse, '2025-05')).toBe(270)
  })

  it('is nearer to the point that is nearer, in months', () => {
    const sparse = [
      { period: '2025-04', planned: 300 },
      { period: '2025-08', planned: 260 },
    ]
    const between = ['2025-04', '2025-05', '2025-06', '2025-07', '2025-08']
    expect(between.map((month) => interpolateTrajectory(sparse, month))).toEqual([300, 290, 280, 270, 260])
  })

  it('plans nothing before the first point or after the last', () => {
    expect(interpolateTrajectory(points, '2025-03')).toBeNull()
    expect(interpolateTrajectory(points, '2025-10')).toBeNull()
  })

  it('reads a quarter by its last month', () => {
    expect(interpolateTrajectory(points, '2025-Q1')).toBe(284)
  })
})

describe('positionOnTrajectory', () => {
  it('is worse than planned above the plan, when fewer is better, and says how many months behind', () => {
    // planned for Sep 236; 300 was planned for May, four months earlier
    expect(at(300)).toMatchObject({
      kind: 'position',
      planned: 236,
      gap: 64,
      standing: 'worse',
      monthsAhead: -4,
    })
  })

  it('is no month behind, and not minus none, where the plan passed the value a few days ago', () => {
    // planned for Aug 252, for Sep 236: 240 was planned a quarter of a month before
    expect(at(240)).toMatchObject({ standing: 'worse', monthsAhead: 0 })
  })

  it('is level at the planned value', () => {
    expect(at(236)).toMatchObject({ standing: 'level', gap: 0, monthsAhead: 0 })
  })

  it('is better below the plan, without months where that value was never planned', () => {
    expect(at(200)).toMatchObject({ standing: 'better', gap: -36, monthsAhead: null })
  })

  it('was never planned above the highest planned value', () => {
    expect(at(400)).toMatchObject({ standing: 'worse', monthsAhead: null })
  })

  it('turns round where more is better', () => {
    expect(positionOnTrajectory(plan, 'up', { period: '2025-09', value: 300 }, 0)).toMatchObject({
      standing: 'better',
    })
  })

  it('is neither better nor worse for a neutral measure', () => {
    expect(positionOnTrajectory(plan, 'neutral', { period: '2025-09', value: 300 }, 0)).toMatchObject({
      standing: 'none',
    })
  })

  it('judges no neutral measure, even at the planned value', () => {
    expect(positionOnTrajectory(plan, 'neutral', { period: '2025-09', value: 236 }, 0)).toMatchObject({
      standing: 'none',
    })
  })

  it('says so where there is no plan, or none for that month', () => {
    expect(positionOnTrajectory(null, 'down', { period: '2025-09', value: 1 }, 0)).toEqual({
      kind: 'no-plan',
    })
    expect(positionOnTrajectory(plan, 'down', { period: '2025-01', value: 1 }, 0)).toEqual({
      kind: 'unknown',
      reason: 'not-planned',
    })
  })
})

describe('judgePosition', () => {
  const kpi = { id: 'ot-waiting', direction: 'down', decimals: 0, due: '2025-11-07' } as const
  const asked = { kpi, isWhole: true, plan: { trajectories: [plan] }, asOf: '2025-10-06' }
  const latest = { period: '2025-09', value: 300, availability: 'present' } as const

  it('holds the latest figure of the whole against the plan', () => {
    expect(judgePosition(asked, latest)).toMatchObject({ kind: 'position', gap: 64 })
  })

  it('knows no plan of a part, nor of another measure', () => {
    expect(judgePosition({ ...asked, isWhole: false }, latest)).toEqual({ kind: 'no-plan' })
    expect(judgePosition({ ...asked, kpi: { ...kpi, id: 'other' } }, latest)).toEqual({ kind: 'no-plan' })
  })

  it('is unknown while the latest figure is overdue, withheld or missing, and says which', () => {
    const reasonOf = (...given: Parameters<typeof judgePosition>) => {
      const position = judgePosition(...given)
      return position.kind === 'unknown' ? position.reason : position.kind
    }
    expect(reasonOf({ ...asked, kpi: { ...kpi, due: '2025-10-01' } }, latest)).toBe('overdue')
    expect(reasonOf(asked, { ...latest, value: null, availability: 'suppressed' })).toBe('suppressed')
    expect(reasonOf(asked, { ...latest, value: null, availability: 'missing' })).toBe('missing')
    expect(reasonOf(asked, undefined)).toBe('missing')
  })
})
