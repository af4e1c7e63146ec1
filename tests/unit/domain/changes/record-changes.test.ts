import { describe, expect, it } from 'vitest'
import {
  compareDefinitions,
  compareMemberNames,
  compareRecordedChanges,
  compareTargets,
  compareTrajectories,
} from '../../../../src/domain/changes/record-changes.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'

const path = (planned: readonly number[], approvedBy = 'Waiting Well Board') => ({
  kpi: 'ot-waiting',
  approvedBy,
  points: planned.map((value, index) => ({ period: `2025-0${index + 4}`, planned: value })),
})

describe('compareTrajectories', () => {
  it('lists the periods whose planned value differs, those that came or went among them', () => {
    expect(compareTrajectories([path([316, 300])], [path([316, 310, 290])])).toEqual([
      {
        kpi: 'ot-waiting',
        change: 'changed',
        approvedBy: 'Waiting Well Board',
        points: [
          { period: '2025-05', before: 300, after: 310 },
          { period: '2025-06', before: null, after: 290 },
        ],
      },
    ])
  })

  it('finds no change in the same path, and one in a path that was approved anew', () => {
    expect(compareTrajectories([path([316])], [path([316])])).toEqual([])
    expect(compareTrajectories([path([316])], [path([316], 'Cabinet')])).toMatchObject([{ points: [] }])
  })
})

describe('compareTargets', () => {
  it('gives the targets that only one edition has', () => {
    const [target] = aDescribedKpi().targets
    const lower = target && { ...target, value: 140 }
    const before = aDescribedKpi()
    const after = aDescribedKpi({ targets: lower ? [lower] : [] })
    expect(compareTargets([before], [after])).toEqual([
      { kpi: 'ot-waiting', before: [target], after: [lower], standing: [] },
    ])
    expect(compareTargets([before], [before])).toEqual([])
  })
})

describe('compareDefinitions', () => {
  it('names each field that says something else, and leaves holdings and targets out', () => {
    const after = aDescribedKpi({ version: 2, numerator: null, latestPeriod: '2025-10', targets: [] })
    expect(compareDefinitions([aDescribedKpi()], [after])).toEqual([
      {
        kpi: 'ot-waiting',
        change: 'changed',
        fields: [
          { field: 'numerator', before: 'people waiting', after: null },
          { field: 'version', before: '1', after: '2' },
        ],
      },
    ])
  })

  it('takes the first nouns of a measure for no change of what it counts, and others for one', () => {
    const before = aDescribedKpi({ one: undefined, many: undefined })
    const now = aDescribedKpi({ one: 'person waiting', many: 'people waiting' })
    expect(compareDefinitions([before], [now])).toEqual([])
    expect(compareDefinitions([now], [{ ...now, one: 'adult waiting' }])).toEqual([
      {
        kpi: 'ot-waiting',
        change: 'changed',
        fields: [{ field: 'one', before: 'person waiting', after: 'adult waiting' }],
      },
    ])
  })

  it('names measures that are new and those that are gone', () => {
    const changes = compareDefinitions([aDescribedKpi({ id: 'old' })], [aDescribedKpi({ id: 'new' })])
    expect(changes.map(({ kpi, change }) => [kpi, change])).toEqual([
      ['new', 'added'],
      ['old', 'withdrawn'],
    ])
  })
})

describe('compareRecordedChanges', () => {
  it('finds a surge that has ended since, and a break that was recorded', () => {
    const surge = {
      id: 'I02',
      kpi: 'care-act-waiting',
      kind: 'band',
      start: '2024-09-02',
      end: null,
      title: 'Surge team',
      reason: 'A temporary team.',
    } as const
    const change = { ...surge, id: 'I03', kind: 'definition-break', title: 'New form' } as const
    const found = compareRecordedChanges([surge], [{ ...surge, end: '2025-08-29' }, change])
    expect(found.map(({ id, change: kind, end }) => [id, kind, end])).toEqual([
      ['I02', 'changed', '2025-08-29'],
      ['I03', 'added', null],
    ])
    expect(compareRecordedChanges([surge], [surge])).toEqual([])
  })
})

describe('compareMemberNames', () => {
  it('names a part once that has another name in every measure broken down by it', () => {
    const southall = (label: string) => ({
      id: 'town',
      label: 'Town',
      members: [{ id: 'Southall', label, level: null }],
    })
    const held = (label: string) =>
      ['ot-waiting', 'list'].map((id) => aDescribedKpi({ id, dimensions: [southall(label)] }))
    expect(compareMemberNames(held('Southall'), held('Southall and Norwood'))).toEqual([
      {
        dimension: 'town',
        dimensionLabel: 'Town',
        member: 'Southall',
        before: 'Southall',
        after: 'Southall and Norwood',
      },
    ])
    expect(compareMemberNames(held('Southall'), held('Southall'))).toEqual([])
  })
})
