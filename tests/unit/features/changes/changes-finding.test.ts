import { describe, expect, it } from 'vitest'
import type { EditionChanges } from '../../../../src/domain/changes/compare-editions.ts'
import { nothingToCompare } from '../../../../src/domain/changes/compare-editions.ts'
import { compareMilestones } from '../../../../src/domain/changes/milestone-changes.ts'
import {
  writeChangesFinding,
  writeChangesStandfirst,
} from '../../../../src/features/changes/changes-finding.ts'
import { aMilestone } from '../../../support/a-milestone.ts'

const editions = [
  { number: 4, label: 'August 2025', dataAsAt: '2025-09-04', note: null },
  { number: 5, label: 'September 2025', dataAsAt: '2025-10-06', note: null },
]
const emptyPlan = { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }
const first = nothingToCompare({ number: 4, dataAsAt: '2025-09-04', kpis: [], plan: emptyPlan }, editions)

function changesOf(changes: Partial<EditionChanges>): EditionChanges {
  return { ...first, from: 4, to: 5, editions, ...changes }
}

const aState = { value: 312, availability: 'present', provisional: false } as const
const aChange = {
  kpi: 'ot-waiting',
  period: '2025-09',
  figures: [{ dimension: 'borough', member: 'All', label: 'All', before: null, after: aState }],
  further: 0,
}

describe('writeChangesFinding', () => {
  it('says so where nothing has changed, and where there is nothing to compare with', () => {
    expect(writeChangesFinding(changesOf({}))).toBe('Nothing has changed since August 2025')
    expect(writeChangesFinding(first)).toBe(
      'This is the first edition: there is none before it to compare with',
    )
  })

  it('puts restated figures first, then moves with how often, then what became overdue', () => {
    const move = { from: '2025-10-10', to: '2025-11-28', reason: '', approver: '', movedOn: '2025-09-22' }
    const moved = compareMilestones(
      { milestones: [aMilestone({ moves: [] })], dataAsAt: '2025-09-04' },
      { milestones: [aMilestone({ moves: [move, move, move] })], dataAsAt: '2025-10-06' },
    )
    const overdue = {
      kpi: 'ot-waiting',
      change: 'overdue',
      period: '2025-09',
      due: '2025-10-03',
      received: null,
    } as const
    expect(
      writeChangesFinding(
        changesOf({
          newFigures: [aChange],
          milestones: moved,
          receipts: [overdue],
          restated: [{ ...aChange, edition: 5, reason: null }],
        }),
      ),
    ).toBe(
      'Since August 2025, one final figure was restated; one milestone has moved for the third time; one awaited figure has become overdue',
    )
  })

  it('leads with new figures where nothing promised or final changed', () => {
    expect(writeChangesFinding(changesOf({ newFigures: [aChange, aChange] }))).toBe(
      'Since August 2025, two new figures have come',
    )
  })
})

describe('writeChangesStandfirst', () => {
  it('counts measures with new figures, and provisional ones that became final with another value', () => {
    const settled = {
      ...aChange,
      figures: [{ ...aChange.figures[0], before: { ...aState, value: 300 } }],
    } as EditionChanges['settled'][number]
    expect(writeChangesStandfirst(changesOf({ newFigures: [aChange, aChange], settled: [settled] }))).toBe(
      'One measure has new figures. One provisional figure is now final, one of them with another value. Whether a change is more than chance is judged on each measure’s own page.',
    )
  })
})
