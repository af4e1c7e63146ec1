import { describe, expect, it } from 'vitest'
import { buildActionRows } from '../../../../src/features/actions/action-rows.ts'
import { writeActionsFinding } from '../../../../src/features/actions/actions-finding.ts'
import { writePublication } from '../../../../src/features/actions/release-words.ts'
import { groupActions, selectActions } from '../../../../src/features/actions/select-actions.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { anAction } from '../../../support/an-action.ts'

const kpis = [
  aDescribedKpi({
    id: 'unallocated-high',
    name: 'High-priority work',
    unit: 'count',
    aggregation: 'P',
    decimals: 0,
    frequency: 'month',
    breaks: [],
  }),
]
const milestones = [aMilestone({ id: 'M15', title: 'Daily meeting', kpi: 'unallocated-high' })]
const values = [4, 6, 5, 5, 13, 12, 14]
const points = values.map((value, step) => ({ period: `2025-0${step + 3}`, value }))
const series = new Map([['unallocated-high', { category: null, series: { points } }]])

const rowsOf = (
  actions: ReturnType<typeof anAction>[],
  changes: Partial<Parameters<typeof buildActionRows>[0]> = {},
) =>
  buildActionRows({
    actions,
    asOf: '2025-10-06',
    audience: 'exact',
    timezone: 'Europe/London',
    kpis,
    milestones,
    series,
    ...changes,
  })

describe('buildActionRows', () => {
  it('says that an action is overdue as of the day, and how often it was carried over', () => {
    const [row] = rowsOf([anAction({ status: 'in-progress', carried: 3 })])
    expect(row).toMatchObject({
      isOverdue: true,
      state: 'In progress',
      carried: 'Carried over 3 times',
      due: '26 Sep 2025',
    })
    expect(row?.mark.word).toBe('Overdue')
  })

  it('sets the measure before and after beside it, in the middle figure of each side', () => {
    const [row] = rowsOf([anAction({ raised: '2025-07-02', due: '2025-12-01' })])
    // March to June: 4 5 5 6 → 5; July to September: 12 13 14 → 13
    expect(row?.beside).toBe(
      'Typical month: 5 before it was raised (4 months), 13 since it was raised (3 months).',
    )
  })

  it('says about in the protected set, whose figures are rounded', () => {
    const [row] = rowsOf([anAction({ raised: '2025-07-02' })], { audience: 'protected' })
    expect(row?.beside).toContain('about 5 before')
  })

  it('says when it is too early to compare', () => {
    const [row] = rowsOf([anAction()])
    expect(row?.beside).toBe('Too early to compare: 1 month since it was raised, where 3 are needed.')
  })

  it('finds the measure through its milestone', () => {
    const [row] = rowsOf([anAction({ link: 'M15' })])
    expect(row).toMatchObject({
      measure: { id: 'unallocated-high' },
      milestone: { id: 'M15', title: 'Daily meeting' },
    })
  })

  it('sets nothing beside an action without a measure, nor beside a measure of categories', () => {
    expect(rowsOf([anAction({ link: null })])[0]?.beside).toBeNull()
    const categories = new Map([['unallocated-high', { category: 'Self-neglect', series: { points } }]])
    expect(rowsOf([anAction()], { series: categories })[0]?.beside).toBeNull()
  })

  it('puts what still asks for something first, the earliest due before others', () => {
    const rows = rowsOf([
      anAction({ id: 'A1', status: 'closed', closed: '2025-09-20' }),
      anAction({ id: 'A2', due: '2025-11-01' }),
      anAction({ id: 'A3', due: '2025-10-20' }),
    ])
    expect(rows.map(({ id }) => id)).toEqual(['A3', 'A2', 'A1'])
  })

  it('tells its history in plain words', () => {
    const [row] = rowsOf([
      anAction({
        history: [
          {
            at: '2025-09-12T10:00:00Z',
            byRole: 'Service lead',
            changes: [{ field: 'status', from: null, to: 'open' }],
            note: null,
          },
          {
            at: '2025-09-26T23:30:00Z',
            byRole: 'Director',
            changes: [
              { field: 'due', from: '2025-09-26', to: '2025-10-10' },
              { field: 'status', from: 'open', to: 'in-progress' },
              { field: 'carried', from: '0', to: '1' },
            ],
            note: 'Staff were away',
          },
        ],
      }),
    ])
    expect(row?.history.map(({ on, by, words }) => `${on} ${by}: ${words}`)).toEqual([
      '12 Sep 2025 Service lead: Recorded',
      // half past midnight where the council is
      '27 Sep 2025 Director: Due date moved from 26 Sep 2025 to 10 Oct 2025; Open to in progress',
    ])
  })
})

describe('selectActions', () => {
  const rows = rowsOf([
    anAction({ id: 'A1', board: 'Cabinet', carried: 1 }),
    anAction({ id: 'A2', status: 'closed', closed: '2025-09-20', link: null }),
    anAction({ id: 'A3', ownerRole: 'OT Lead', due: '2025-11-01' }),
  ])
  const idsOf = (search: Parameters<typeof selectActions>[1]) =>
    selectActions(rows, search).map(({ id }) => id)

  it('keeps what each filter asks for', () => {
    expect(idsOf({ board: 'Cabinet' })).toEqual(['A1'])
    expect(idsOf({ owner: 'OT Lead' })).toEqual(['A3'])
    expect(idsOf({ status: 'unsettled' })).toEqual(['A1', 'A3'])
    expect(idsOf({ status: 'closed' })).toEqual(['A2'])
    expect(idsOf({ overdue: 'yes' })).toEqual(['A1'])
    expect(idsOf({ carried: 'yes' })).toEqual(['A1'])
    expect(idsOf({ linked: 'no' })).toEqual(['A2'])
    expect(idsOf({ kpi: 'unallocated-high', overdue: 'yes' })).toEqual(['A1'])
  })

  it('groups by board, or into one list', () => {
    expect(groupActions(rows, undefined).map(({ board }) => board)).toEqual(['Cabinet', 'Performance review'])
    expect(groupActions(rows, 'none')).toHaveLength(1)
  })
})

describe('writeActionsFinding', () => {
  it('says how many are to be settled, overdue and carried over before', () => {
    const rows = rowsOf([
      anAction({ id: 'A1', carried: 1 }),
      anAction({ id: 'A2' }),
      anAction({ id: 'A3', status: 'closed', closed: '2025-09-20' }),
    ])
    expect(writeActionsFinding(rows, false)).toBe(
      'Two of three actions are still to be settled: two are overdue, and one of those has been carried over before',
    )
  })

  it('says so where nothing is overdue, nothing is open and nothing is there', () => {
    expect(writeActionsFinding(rowsOf([anAction({ due: '2025-12-01' })]), false)).toBe(
      'One of one action is still to be settled, and none is overdue',
    )
    expect(writeActionsFinding(rowsOf([anAction({ status: 'superseded' })]), false)).toBe(
      'Every action is settled, 1 in all',
    )
    expect(writeActionsFinding([], false)).toBe('This edition holds no actions')
    expect(writeActionsFinding([], true)).toBe('No action has been recorded')
  })
})

describe('what others may read of an action', () => {
  const released = anAction({ release: 'public' })
  const newest = { edition: 5, actions: [released, anAction({ id: 'A02' })] }
  const said = (action: ReturnType<typeof anAction>, changes: Parameters<typeof rowsOf>[1] = { newest }) =>
    rowsOf([action], changes)[0]?.released

  it('is said of an edition as it stood, and never to the panel', () => {
    expect(said(released, {})).toBe('Published to the panel')
    expect(said(anAction(), {})).toBeNull()
    expect(said(released, { audience: 'protected' })).toBeNull()
  })

  it('is said of the log of today by what the newest edition has', () => {
    expect(said(released)).toBe('Published to the panel, as it is, with edition 5')
    expect(said({ ...released, due: '2025-11-28' })).toBe(
      'The panel reads it as in edition 5, without later changes, until edition 6',
    )
    expect(said({ ...released, id: 'A02' })).toBe('Not public yet: with edition 6')
    expect(said(anAction())).toBe('Taken back: stands in edition 5, and will not in edition 6')
    expect(said(anAction({ id: 'A02' }))).toBeNull()
  })

  it('is what the form says before it is saved', () => {
    expect(writePublication('public', null, newest)).toMatch(
      /^Will be public from edition 6 on, as it then is/,
    )
    expect(writePublication('public', 'A01', newest)).toMatch(/everybody reads it as edition 5 has it\.$/)
    expect(writePublication('officer', 'A01', newest)).toMatch(/^From edition 6 on for officers only/)
    expect(writePublication('officer', 'A02', newest)).toBe('Not public.')
    expect(writePublication('public', 'A01', null)).toMatch(/^Will be public from the next edition on/)
  })
})
