import { describe, expect, it } from 'vitest'
import type { EditionChanges } from '../../../../src/domain/changes/compare-editions.ts'
import { nothingToCompare } from '../../../../src/domain/changes/compare-editions.ts'
import { compareMilestones } from '../../../../src/domain/changes/milestone-changes.ts'
import {
  writeChangesFinding,
  writeChangesStandfirst,
} from '../../../../src/features/changes/changes-finding.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aMilestone } from '../../../support/a-milestone.ts'

const editions = [
  { number: 4, label: 'August 2025', dataAsAt: '2025-09-04', note: null },
  { number: 5, label: 'September 2025', dataAsAt: '2025-10-06', note: null },
]
const first = nothingToCompare({ number: 4, kpis: [aDescribedKpi()] }, editions)

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

const aSignal = {
  kpi: 'ot-waiting',
  dimension: 'borough',
  dimensionLabel: 'Borough',
  member: 'All',
  label: 'All',
  tested: 'series',
  change: 'new',
  before: null,
  after: { kind: 'step', direction: 1, since: '2025-04', meaning: 'concern', sentence: 'Higher.' },
  isTested: true,
} as const
const anActionChange: EditionChanges['actions'][number] = {
  id: 'A01',
  board: 'Performance review',
  action: 'Clear the list',
  ownerRole: 'OT Lead',
  raised: '2025-07-11',
  link: null,
  whatChanged: null,
  kpi: null,
  changes: ['moved'],
  before: null,
  after: null,
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
    ).toBe('Since August 2025, one final figure was restated; one milestone has moved for the third time')
  })

  it('sets new signals after what became overdue and before closed actions', () => {
    const signals = { changed: [aSignal, { ...aSignal, before: aSignal.after, after: null }], standing: 3 }
    const actions = [{ ...anActionChange, changes: ['closed'] as const }] as EditionChanges['actions']
    expect(writeChangesFinding(changesOf({ signals, actions, newFigures: [aChange] }))).toBe(
      'Since August 2025, one series newly shows a recent change; one action was closed',
    )
  })

  it('does not call nothing changed where a signal was cleared or an action carried over', () => {
    const cleared = { changed: [{ ...aSignal, before: aSignal.after, after: null }], standing: 0 }
    expect(writeChangesFinding(changesOf({ signals: cleared }))).toBe(
      'Since August 2025, one series is no longer flagged',
    )
    expect(writeChangesFinding(changesOf({ actions: [anActionChange] }))).toBe(
      'Since August 2025, the log of actions has changed',
    )
  })

  it('does not call nothing changed where milestones came, went or are judged otherwise', () => {
    const milestone = aMilestone()
    const [before, after] = ['2025-09-04', '2025-10-06']
    const found = (was: (typeof milestone)[], is: (typeof milestone)[]) =>
      writeChangesFinding(
        changesOf({
          milestones: compareMilestones(
            { milestones: was, dataAsAt: before },
            { milestones: is, dataAsAt: after },
          ),
        }),
      )
    expect(found([], [milestone])).toBe('Since August 2025, one milestone is new in the plan')
    const parts = ['M01a', 'M01b'].map((id) => ({ ...milestone, id }))
    expect(found([milestone], parts)).toBe(
      'Since August 2025, two milestones are new in the plan; one milestone is no longer shown',
    )
    const open = { ...milestone, baselineDue: '2025-12-19', currentDue: '2025-12-19', moves: [] }
    const done = { ...open, completed: '2025-08-29', evidence: 'Board paper' }
    expect(found([done], [{ ...open, completed: null }])).toBe(
      'Since August 2025, one milestone is no longer complete',
    )
    const amber = { ...open, status: 'amber' as const }
    expect(found([open], [amber])).toBe('Since August 2025, one milestone has another status')
  })

  it('does not call nothing changed where figures of breakdowns alone have settled', () => {
    expect(writeChangesFinding(changesOf({ settled: [{ ...aChange, figures: [], further: 4 }] }))).toBe(
      'Since August 2025, provisional figures of breakdowns or other places have changed or settled',
    )
  })

  it('tells closed and raised actions in one fact, and the log as changed only where it is otherwise too', () => {
    const actions = [
      { ...anActionChange, changes: ['raised'] },
      { ...anActionChange, changes: ['raised', 'closed'] },
    ] as unknown as EditionChanges['actions']
    expect(writeChangesFinding(changesOf({ actions }))).toBe(
      'Since August 2025, one action was closed and two raised',
    )
    expect(writeChangesFinding(changesOf({ actions: [...actions.slice(0, 1), anActionChange] }))).toBe(
      'Since August 2025, one action was raised; the log of actions has also changed',
    )
  })

  it('leads with new figures where nothing promised or final changed', () => {
    expect(writeChangesFinding(changesOf({ newFigures: [aChange, aChange] }))).toBe(
      'Since August 2025, one measure has new figures',
    )
  })

  it('does not call settled what has changed and may change again, nor leave out what was taken out', () => {
    const provisional = { ...aState, provisional: true }
    const [figure] = aChange.figures
    const again = {
      ...aChange,
      figures: [{ ...figure, before: { ...provisional, value: 300 }, after: provisional }],
    }
    expect(writeChangesFinding(changesOf({ stillProvisional: [again] as EditionChanges['settled'] }))).toBe(
      'Since August 2025, a provisional figure has changed and may change again',
    )
    const gone = { ...aChange, figures: [{ ...figure, before: aState, after: null }] }
    expect(writeChangesFinding(changesOf({ withdrawn: [gone] as EditionChanges['settled'] }))).toBe(
      'Since August 2025, one figure was taken out',
    )
    // a rolled-back edition: what is gone is told before what moved back with it
    const restated = [{ ...aChange, edition: 5, reason: null }]
    expect(
      writeChangesFinding(
        changesOf({ restated, withdrawn: [gone, { ...gone, further: 4 }] as EditionChanges['settled'] }),
      ),
    ).toBe('Since August 2025, one final figure was restated; six figures were taken out')
  })
})

describe('writeChangesStandfirst', () => {
  it('counts measures with new figures, and provisional ones that became final with another value', () => {
    const settled = {
      ...aChange,
      figures: [{ ...aChange.figures[0], before: { ...aState, value: 300 } }],
    } as EditionChanges['settled'][number]
    expect(writeChangesStandfirst(changesOf({ newFigures: [aChange, aChange], settled: [settled] }))).toBe(
      'One measure has new figures. One provisional figure is now final, with another value. Whether the change of a figure is more than chance is judged on its measure’s own page.',
    )
  })

  it('begins with what the title has no room for, unless it says that anyhow', () => {
    const overdue = {
      kpi: 'a',
      change: 'overdue',
      period: '2025-09',
      due: '2025-10-03',
      received: null,
    } as const
    const changes = changesOf({
      restated: [{ ...aChange, edition: 5, reason: null }],
      milestones: compareMilestones(
        { milestones: [aMilestone({ moves: [] })], dataAsAt: '2025-09-04' },
        {
          milestones: [
            aMilestone({
              moves: [
                { from: '2025-10-10', to: '2025-11-28', reason: '', approver: '', movedOn: '2025-09-22' },
              ],
            }),
          ],
          dataAsAt: '2025-10-06',
        },
      ),
      receipts: [overdue],
    })
    expect(writeChangesStandfirst(changes)).toMatch(/^One awaited figure has become overdue\. No new figure/)
    const signals = { changed: [aSignal], standing: 0 }
    const actions = [{ ...anActionChange, changes: ['closed'] as const }] as EditionChanges['actions']
    expect(writeChangesStandfirst(changesOf({ signals, actions, newFigures: [aChange] }))).toMatch(
      /^One measure has new figures\. One series newly/,
    )
  })

  it('counts signals and actions, and says nothing of signals where nothing is analysed', () => {
    const cleared = { ...aSignal, before: aSignal.after, after: null }
    const signals = { changed: [aSignal, cleared, cleared], standing: 0 }
    const actions = [
      { ...anActionChange, changes: ['raised'] as const },
      { ...anActionChange, changes: ['raised', 'closed'] as const },
    ] as unknown as EditionChanges['actions']
    const overdue = {
      kpi: 'a',
      change: 'overdue',
      period: '2025-09',
      due: '2025-10-03',
      received: null,
    } as const
    const receipts = [overdue]
    expect(writeChangesStandfirst(changesOf({ signals, actions, receipts }))).toContain(
      'One series newly shows a recent change, and two are no longer flagged. One action was closed and two raised.',
    )
    // what the title has said of them is not said again under it
    expect(writeChangesFinding(changesOf({ signals, actions }))).toContain(
      'one action was closed and two raised',
    )
    expect(writeChangesStandfirst(changesOf({ signals, actions }))).not.toContain('action')
    expect(writeChangesStandfirst(changesOf({ signals: null }))).not.toContain('series')
  })
})
