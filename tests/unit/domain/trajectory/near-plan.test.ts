import { describe, expect, it } from 'vitest'
import { judgePosition } from '../../../../src/domain/trajectory/judge-position.ts'
import { isNearPlan } from '../../../../src/domain/trajectory/near-plan.ts'
import { aSeries } from '../../../support/a-series.ts'

const kpi = { id: 'ot-waiting', direction: 'down', decimals: 0, due: null } as const
// one fewer a month: 240 in September 2025
const points = [
  { period: '2023-09', planned: 264 },
  { period: '2026-09', planned: 228 },
]
const context = {
  kpi,
  isWhole: true,
  plan: { trajectories: [{ kpi: 'ot-waiting', approvedBy: 'Board', points }] },
  asOf: '2025-10-06',
}
/** Figures that move by 9 a month, up and down in turn, the latest of September 2025: 240 is planned. */
const moving = (latest: number) =>
  aSeries([...Array.from({ length: 25 }, (_, month) => 250 + (month % 2 === 0 ? 9 : 0)), latest])

describe('a gap to the plan that is no more than a usual step', () => {
  it('is near, and one that is more is not', () => {
    expect([249, 250].map((latest) => isNearPlan(context, moving(latest), 0))).toEqual([true, false])
  })

  it('tells no months ahead or behind, where the plan held the value long before', () => {
    const latest = moving(246).points.at(-1)
    // 246 was planned for March 2025
    expect(judgePosition(context, latest)).toMatchObject({ gap: 6, standing: 'worse', monthsAhead: -6 })
    expect(judgePosition({ ...context, analysis: { isNearPlan: true } }, latest)).toMatchObject({
      gap: 6,
      standing: 'worse',
      monthsAhead: 0,
    })
  })

  it('is near of rounded figures wherever it may be of those behind them, and where any is withheld', () => {
    // 256 can be 254, and a step of 9 one of 14: 16 less 2.5 is not more
    expect([256, 257].map((latest) => isNearPlan(context, moving(latest), 5))).toEqual([true, false])
    const withheld = moving(300)
    const some = withheld.points.map((point, row) =>
      row === 20 ? { ...point, value: null, availability: 'suppressed' as const } : point,
    )
    expect(isNearPlan(context, { points: some }, 5)).toBe(true)
    expect(isNearPlan(context, withheld, 5)).toBe(false)
  })

  it('is not asked without a plan, or of a single figure', () => {
    expect(isNearPlan({ ...context, isWhole: false }, moving(249), 0)).toBe(false)
    expect(isNearPlan(context, aSeries([249]), 0)).toBe(false)
  })
})
