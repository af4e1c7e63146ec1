import { describe, expect, it } from 'vitest'
import { nothingToCompare } from '../../../../src/domain/changes/compare-editions.ts'
import type { TrajectoryChange } from '../../../../src/domain/changes/record-changes.ts'
import { periodRange } from '../../../../src/domain/periods/period.ts'
import { recordRows } from '../../../../src/features/changes/record-rows.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'

const kpi = aDescribedKpi()
const none = nothingToCompare({ number: 2, kpis: [kpi] }, [])
const measures = new Map([[kpi.id, kpi]])
const points = [{ period: '2026-03', before: null, after: 150 }]
const path = {
  kpi: kpi.id,
  change: 'added' as const,
  approvedBy: 'the Board',
  points,
} satisfies TrajectoryChange

describe('recordRows', () => {
  it('calls no value of a new plan changed, and none of one that was approved anew with the same values', () => {
    expect(recordRows({ ...none, trajectories: [path] }, measures)).toMatchObject([
      {
        what: 'New plan: 1 planned value, approved by the Board',
        before: 'None',
        after: '150 planned for Mar 2026',
      },
    ])
    const anew = { ...path, change: 'changed' as const, points: [] }
    expect(recordRows({ ...none, trajectories: [anew] }, measures)).toMatchObject([
      {
        what: 'Same plan, approved by the Board',
        before: 'The same planned values',
        after: 'The same planned values',
      },
    ])
  })

  it('does not say that a measure had no target where one was added to it', () => {
    const [target] = kpi.targets
    const added = { kpi: kpi.id, before: [], after: target ? [target] : [] }
    expect(recordRows({ ...none, targets: [added] }, measures)).toMatchObject([
      { what: 'Target: new', before: 'Not set' },
    ])
    const earlier = { from: '2024-04', value: 200, lower: null, upper: null, by: null, setBy: 'the Board' }
    const next = { ...earlier, from: '2026-02', value: 150, by: '2026-12-31', setBy: 'Not recorded' }
    const moved = { kpi: kpi.id, before: [], after: [next], standing: [earlier] }
    expect(recordRows({ ...none, targets: [moved] }, measures)).toMatchObject([
      {
        what: 'Target: changed',
        before: '200, from Apr 2024, set by the Board',
        after: '200, from Apr 2024, set by the Board; 150 by 31 Dec 2026, from Feb 2026',
      },
    ])
  })

  it('tells figures that were taken out of many months in one row', () => {
    const withdrawn = periodRange('2025-01', '2025-09').map((period) => ({
      ...{ kpi: kpi.id, period, further: 2 },
      figures: [{ dimension: 'borough', member: 'All', label: 'All', before: null, after: null }],
    }))
    expect(recordRows({ ...none, withdrawn }, measures)).toMatchObject([
      { what: 'Figures taken out', before: '27 figures of 9 months, Jan 2025 to Sep 2025' },
    ])
    expect(recordRows({ ...none, withdrawn: withdrawn.slice(0, 2) }, measures)).toMatchObject([
      { before: '3 figures of Jan 2025' },
      { before: '3 figures of Feb 2025' },
    ])
  })

  it('tells the rules of a definition in words, not in the signs that files have for them', () => {
    const fields = [
      { field: 'aggregation', before: 'S', after: 'W' },
      { field: 'direction', before: 'down', after: 'neutral' },
      { field: 'theme', before: 'supporting', after: 'direct-payments' },
      { field: 'sdc', before: 'people', after: 'none' },
      { field: 'validFrom', before: '2021-04-01', after: '2026-01-01' },
      { field: 'definition', before: 'none', after: 'S' },
    ]
    const definitions = [{ kpi: kpi.id, change: 'changed' as const, fields }]
    expect(
      recordRows({ ...none, definitions }, measures).map(({ before, after }) => [before, after]),
    ).toEqual([
      ['Added up, over groups and over months', expect.stringContaining('Worked out again from its counts')],
      ['Lower is better', 'Neither higher nor lower is better by itself'],
      ['Supporting', 'Direct payments'],
      [expect.stringContaining('Counts of 1 to 4 are withheld'), 'Shown as it is'],
      ['1 Apr 2021', '1 Jan 2026'],
      ['none', 'S'],
    ])
  })
})
