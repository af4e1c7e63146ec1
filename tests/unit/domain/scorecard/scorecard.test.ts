import { describe, expect, it } from 'vitest'
import type { DescribedKpi } from '../../../../src/domain/editions/describe-kpi.ts'
import type { Series } from '../../../../src/domain/figures/figure.ts'
import type { Plan } from '../../../../src/domain/plans/plan.ts'
import { buildScorecard, categoryThatMovedMost } from '../../../../src/domain/scorecard/scorecard.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { aSeries } from '../../../support/a-series.ts'

const asOf = '2025-10-06'
const noPlan: Plan = { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }
const planned: Plan = {
  ...noPlan,
  trajectories: [{ kpi: 'ot-waiting', approvedBy: 'Board', points: [{ period: '2025-09', planned: 232 }] }],
}

const rowOf = (series: Series[], plan = noPlan, kpi: DescribedKpi = aDescribedKpi()) =>
  buildScorecard([kpi], () => series, plan, asOf).kpis[0]

describe('buildScorecard', () => {
  it('carries the last 36 months of a monthly measure and 12 quarters of a quarterly one', () => {
    const monthly = rowOf([aSeries(Array(60).fill(300))])
    expect([monthly?.series.points.length, monthly?.series.points[0]?.period]).toEqual([36, '2022-10'])
    const quarterly = rowOf([aSeries(Array(20).fill(70), { last: '2025-Q2' })], noPlan, {
      ...aDescribedKpi(),
      frequency: 'quarter',
      latestPeriod: '2025-Q2',
    })
    expect(quarterly?.series.points.length).toBe(12)
  })

  it('places the latest figure against the plan', () => {
    expect(rowOf([aSeries([320, 309])], planned)?.plan).toMatchObject({ gap: 77, standing: 'worse' })
  })

  it('knows no position for an overdue figure, whatever the last one was', () => {
    const late = aDescribedKpi({ due: '2025-10-03' })
    expect(rowOf([aSeries([320, 200])], planned, late)?.plan).toEqual({ kind: 'unknown', reason: 'overdue' })
  })

  it('knows no position for a missing latest figure, and does not fall back on the one before', () => {
    expect(rowOf([aSeries([320, null])], planned)?.plan).toEqual({ kind: 'unknown', reason: 'missing' })
  })

  it('shows the target that holds on the day of the edition', () => {
    const targets = ['2024-04', '2025-04', '2026-04'].map((from, index) => ({
      from,
      value: 200 - 50 * index,
      lower: null,
      upper: null,
      by: null,
      setBy: 'Board',
    }))
    expect(rowOf([], noPlan, aDescribedKpi({ targets }))?.target?.value).toBe(150)
  })

  it('shows the next milestone, and the last one completed when none is to come', () => {
    const done = aMilestone({ id: 'M01', completed: '2025-05-28' })
    const doneLater = aMilestone({ id: 'M02', completed: '2025-07-25' })
    const next = aMilestone({ id: 'M03', currentDue: '2025-11-28' })
    const afterNext = aMilestone({ id: 'M04', currentDue: '2026-01-30' })
    const withAll = { ...noPlan, milestones: [done, afterNext, next, doneLater] }
    const allDone = { ...noPlan, milestones: [done, doneLater] }
    expect([rowOf([], withAll)?.milestone?.id, rowOf([], allDone)?.milestone?.id]).toEqual(['M03', 'M02'])
  })

  it('counts milestones that are complete and overdue as of the edition', () => {
    const milestones = [
      aMilestone({ completed: '2025-09-01' }),
      aMilestone({ currentDue: '2025-09-30' }),
      aMilestone({ kpi: null }),
    ]
    expect(buildScorecard([], () => [], { ...noPlan, milestones }, asOf).milestones).toEqual({
      total: 3,
      complete: 1,
      offTrack: 1,
      overdue: 1,
    })
  })

  it('counts a milestone completed after the edition as not yet complete', () => {
    const milestones = [aMilestone({ completed: '2025-10-20' })]
    expect(buildScorecard([], () => [], { ...noPlan, milestones }, asOf).milestones.complete).toBe(0)
  })
})

describe('measures of categories', () => {
  const type = { kpi: 'sg-type', dimension: 'type' }
  const steady = aSeries([...Array(12).fill(31), 31], { ...type, member: 'Neglect' })
  const rising = aSeries([...Array(12).fill(20), 39], { ...type, member: 'Self-neglect' })
  const kpi = aDescribedKpi({
    id: 'sg-type',
    aggregation: 'X',
    dimensions: [
      {
        id: 'type',
        label: 'Type of abuse',
        members: [
          { id: 'Neglect', label: 'Neglect', level: null },
          { id: 'Self-neglect', label: 'Self-neglect', level: null },
        ],
      },
    ],
  })

  it('show the category that moved most on a year, named, and never a total', () => {
    const row = rowOf([steady, rising], noPlan, kpi)
    expect(row?.category).toEqual({ dimension: 'type', member: 'Self-neglect', label: 'Self-neglect' })
    expect(row?.series.points.at(-1)?.value).toBe(39)
  })

  it('fall back on the largest category where none has a year', () => {
    const few = [aSeries([10], { ...type, member: 'a' }), aSeries([12], { ...type, member: 'b' })]
    expect(categoryThatMovedMost([], few)?.member).toBe('b')
  })

  it('take no move over a change of definition for one', () => {
    const recounted = aSeries([...Array(12).fill(10), 60], { dimension: 'type', member: 'a' })
    const broken = [{ date: '2025-09-01', title: 'Counted anew' }]
    expect(categoryThatMovedMost([], [recounted, aSeries([70], { ...type, member: 'b' })])?.member).toBe('a')
    expect(categoryThatMovedMost(broken, [recounted, aSeries([70], { ...type, member: 'b' })])?.member).toBe(
      'b',
    )
  })

  it('pass over two dimensions at once', () => {
    const whole = aSeries([...Array(12).fill(10), 20], { dimension: 'type', member: 'a' })
    const compound = aSeries([...Array(12).fill(10), 90], { dimension: 'type+town', member: 'a · b' })
    expect(categoryThatMovedMost([], [whole, compound])?.dimension).toBe('type')
  })

  it('pass over categories with nothing shown', () => {
    expect(categoryThatMovedMost([], [aSeries([null, null], type)])).toBeUndefined()
  })
})
