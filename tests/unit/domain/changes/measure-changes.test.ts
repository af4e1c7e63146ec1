import { describe, expect, it } from 'vitest'
import { changesOfMeasure } from '../../../../src/domain/changes/measure-changes.ts'

const present = (value: number, provisional = false) => ({
  value,
  availability: 'present' as const,
  provisional,
})
const change = (kpi: string, before: number | null, after: number, count = 1) => ({
  kpi,
  period: '2025-08',
  figures: Array.from({ length: count }, () => ({
    dimension: 'total',
    member: 'borough',
    label: 'Ealing',
    before: before === null ? null : present(before, true),
    after: present(after),
  })),
  further: 4,
})
const nothing = {
  newFigures: [],
  restated: [],
  settled: [],
  stillProvisional: [],
  withdrawn: [],
  milestones: [],
  trajectories: [],
  targets: [],
  definitions: [],
  recordedChanges: [],
}

describe('changesOfMeasure', () => {
  it('says nothing where two editions say the same of the measure', () => {
    expect(changesOfMeasure(nothing, 'ot-waiting')).toEqual([])
  })

  it('counts new and restated figures of this measure alone, breakdowns left out', () => {
    const changes = {
      ...nothing,
      newFigures: [
        change('ot-waiting', null, 310),
        change('ot-waiting', null, 305),
        change('dp-clients', null, 5),
      ],
      restated: [{ ...change('ot-waiting', 300, 299), edition: 5, reason: null }],
    }
    expect(changesOfMeasure(changes, 'ot-waiting')).toEqual(['2 new figures', '1 figure restated'])
  })

  it('counts a provisional figure that settled only where its value is another', () => {
    const changes = { ...nothing, settled: [change('ot-waiting', 310, 310), change('ot-waiting', 305, 306)] }
    expect(changesOfMeasure(changes, 'ot-waiting')).toEqual(['1 provisional figure corrected'])
  })
})
