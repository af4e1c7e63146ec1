import { describe, expect, it } from 'vitest'
import { compareChanges } from '../../../../src/domain/analysis/compare-changes.ts'
import type { Intervention, Milestone, Plan } from '../../../../src/domain/plans/plan.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { aSeries } from '../../../support/a-series.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const kpi = aDescribedKpi({ aggregation: 'S' })
/** 24 months around 50, then 24 around 40, to September 2025: the step is in October 2023 */
const stepped = aSeries(noiseOf(48, 5).map((noise, row) => (row < 24 ? 50 : 40) + 2 * noise))

function change(id: string, start: string, kind: Intervention['kind'] = 'band'): Intervention {
  return { id, kpi: kpi.id, kind, start, end: null, title: `Change ${id}`, reason: 'Because' }
}

function compared(interventions: Intervention[], milestones: Milestone[] = [], series = stepped, of = kpi) {
  const plan: Plan = { workstreams: [], milestones, trajectories: [], interventions, risks: [] }
  return compareChanges({ kpi: of, plan, asOf: '2025-10-06', isRounded: false }, series)
}

describe('compareChanges', () => {
  it('estimates a step, with the plain means of a year on either side', () => {
    const [only] = compared([change('I1', '2023-10-02')])
    expect(only).toMatchObject({
      period: '2023-10',
      estimate: { kind: 'estimated', level: { isClaimed: true } },
    })
    expect(only?.before).toMatchObject({ periods: 12, mean: expect.closeTo(50, -1) })
    expect(only?.after).toMatchObject({ periods: 12, mean: expect.closeTo(40, -1) })
    expect(only?.sentence).toContain('After ‘Change I1’ (Oct 2023)')
  })

  it('counts the month in which a milestone was done to neither side, but as before where it ends with it', () => {
    const doneOn = (completed: string, of = kpi) =>
      compared([], [aMilestone({ id: 'M1', title: 'New route', kpi: kpi.id, completed })], stepped, of)[0]
    const within = doneOn('2023-09-12')
    expect(within).toMatchObject({ period: '2023-09', before: { periods: 12 }, after: { periods: 12 } })
    // the step is in October: neither year takes September in
    expect(within?.before).toEqual(compared([change('I1', '2023-09-01')])[0]?.before)
    expect(within?.after).toEqual(compared([change('I1', '2023-10-01')])[0]?.after)
    const last = doneOn('2023-09-30')
    expect(last).toMatchObject({ period: '2023-10', estimate: { level: { isClaimed: true } } })
    expect(last?.estimate).toEqual(compared([change('I1', '2023-10-01')])[0]?.estimate)
    expect([within?.sentence, last?.sentence]).toEqual(
      Array(2).fill(expect.stringContaining('After ‘New route’ (Sep 2023)')),
    )
    // the number waiting on the last day came after what was done before it
    const waiting = aDescribedKpi({ aggregation: 'P' })
    expect([doneOn('2023-09-12', waiting)?.period, doneOn('2023-09-30', waiting)?.period]).toEqual([
      '2023-09',
      '2023-10',
    ])
    expect(doneOn('2023-09-12', waiting)?.after).toEqual(compared([change('I1', '2023-09-01')])[0]?.after)
  })

  it('judges a list by its monthly change, since it wanders by itself', () => {
    const waiting = aDescribedKpi({ aggregation: 'P' })
    const [only] = compared([change('I1', '2023-10-02')], [], stepped, waiting)
    expect(only?.estimate).toMatchObject({
      kind: 'estimated',
      level: { confidence: 0.997, isClaimed: false },
      slope: { isClaimed: false },
    })
  })

  it('takes a milestone and a change recorded within six weeks as one event, judged from the change', () => {
    const done = aMilestone({ id: 'M1', kpi: kpi.id, completed: '2023-09-08' })
    const both = compared([change('I1', '2023-10-02')], [done])
    expect(both.map(({ id }) => id)).toEqual(['M1', 'I1'])
    expect(both[0]?.estimate).toEqual(both[1]?.estimate)
    expect(both[0]?.estimate.kind).toBe('estimated')
  })

  it('cannot tell two changes within a year apart, and names the other', () => {
    const both = compared([change('I1', '2023-10-02'), change('I2', '2024-03-04')])
    expect(both.map(({ estimate }) => estimate)).toEqual([
      { kind: 'overlaps', with: 'Change I2' },
      { kind: 'overlaps', with: 'Change I1' },
    ])
  })

  it('compares nothing over a change of definition', () => {
    const [only] = compared([change('I1', '2023-10-02', 'definition-break')])
    expect(only?.estimate).toMatchObject({ kind: 'not-suited' })
  })

  it('asks nothing of milestones that are open, done later, or of another measure', () => {
    const open = aMilestone({ id: 'M1', kpi: kpi.id, completed: null })
    const later = aMilestone({ id: 'M2', kpi: kpi.id, completed: '2025-12-01' })
    const other = aMilestone({ id: 'M3', kpi: 'dp-clients', completed: '2023-10-01' })
    expect(compared([], [open, later, other])).toEqual([])
  })

  it('judges rare counts of what happened by regression for counts, and no short list', () => {
    const rare = aSeries(Array.from({ length: 48 }, (_, row) => (row * 7) % 4))
    const kindOf = (aggregation: 'S' | 'P') =>
      compared([change('I1', '2023-10-02')], [], rare, aDescribedKpi({ aggregation }))[0]?.estimate.kind
    expect(kindOf('S')).toBe('counted')
    expect(kindOf('P')).toBe('not-suited')
  })
})
