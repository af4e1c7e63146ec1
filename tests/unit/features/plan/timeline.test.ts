import { describe, expect, it } from 'vitest'
import { buildPlanRows } from '../../../../src/features/plan/plan-rows.ts'
import { buildTimeline } from '../../../../src/features/plan/timeline.ts'
import { aMilestone } from '../../../support/a-milestone.ts'

const asOf = '2025-10-06'

function timelineOf(from: string, to: string) {
  const milestones = [aMilestone({ baselineDue: from, currentDue: to })]
  const plan = { workstreams: [], milestones, risks: [] }
  return buildTimeline(buildPlanRows({ plan, impacts: null, kpis: [], asOf }), asOf)
}

describe('the timeline', () => {
  it('runs over whole months, from the first date to the last', () => {
    const timeline = timelineOf('2025-09-10', '2025-10-20')
    expect(timeline.at('2025-09-01')).toBe(0)
    expect(timeline.at('2025-11-01')).toBe(100)
    // 35 of 61 days
    expect(timeline.now).toBeCloseTo((100 * 35) / 61, 10)
  })

  it('holds the day of the edition where every date is before it', () => {
    expect(timelineOf('2024-01-10', '2024-02-10').now).toBeLessThan(100)
  })

  it('names quarters of a short plan, half-years of a longer one, and years of a long one', () => {
    expect(timelineOf('2025-01-10', '2025-12-10').ticks.map(({ label }) => label)).toEqual([
      '2025',
      'Apr',
      'Jul',
      'Oct',
      '2026',
    ])
    expect(timelineOf('2023-05-31', '2026-03-31').ticks.map(({ label }) => label)).toEqual([
      'Jul',
      '2024',
      'Jul',
      '2025',
      'Jul',
      '2026',
    ])
    expect(timelineOf('2020-05-31', '2026-03-31').ticks).toHaveLength(6)
  })
})
