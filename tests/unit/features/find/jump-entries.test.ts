import { describe, expect, it } from 'vitest'
import {
  actionEntries,
  type JumpPage,
  measureEntries,
  milestoneEntries,
  pageEntries,
} from '../../../../src/features/find/jump-entries.ts'
import { movedTo } from '../../../../src/features/find/moved-to.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { anAction } from '../../../support/an-action.ts'

const aType = (id: string, label: string) => ({ id, label, level: null })

describe('measureEntries', () => {
  it('lead to the measure', () => {
    const [entry] = measureEntries([aDescribedKpi({ id: 'ot-waiting', name: 'Waiting for OT assessment' })])
    expect(entry).toMatchObject({
      kind: 'Measure',
      label: 'Waiting for OT assessment',
      destination: { kind: 'measure', id: 'ot-waiting', part: null },
    })
  })

  it('name each category of a measure of categories, never a pair of two dimensions', () => {
    const kpi = aDescribedKpi({
      id: 'sg-type',
      name: 'Enquiries by type of abuse',
      aggregation: 'X',
      dimensions: [
        { id: 'type', label: 'Type', members: [aType('Self-neglect', 'Self-neglect')] },
        {
          id: 'type+town',
          label: 'Type and town',
          members: [aType('Self-neglect+Acton', 'Self-neglect, Acton')],
        },
      ],
    })
    const categories = measureEntries([kpi]).filter(({ kind }) => kind === 'Category')
    expect(categories.map(({ label, destination }) => [label, destination])).toEqual([
      [
        'Self-neglect',
        { kind: 'measure', id: 'sg-type', part: { dimension: 'type', member: 'Self-neglect' } },
      ],
    ])
  })
})

describe('milestoneEntries', () => {
  const kpi = aDescribedKpi({ id: 'ot-waiting', name: 'Waiting for OT assessment' })

  it('lead to the measure that they are to move', () => {
    const [entry] = milestoneEntries(
      [aMilestone({ kpi: 'ot-waiting', title: 'Second OT clinic open' })],
      [kpi],
    )
    expect(entry).toMatchObject({
      detail: kpi.name,
      destination: { kind: 'measure', id: 'ot-waiting', part: null },
    })
  })

  it('lead to the plan where they have no measure, or none that the reader’s edition holds', () => {
    const plan = { kind: 'page', to: '/plan' }
    expect(milestoneEntries([aMilestone({ kpi: null })], [kpi])[0]?.destination).toEqual(plan)
    expect(milestoneEntries([aMilestone({ kpi: 'gone' })], [kpi])[0]?.destination).toEqual(plan)
  })
})

describe('pageEntries', () => {
  it('keep the order of the masthead', () => {
    const pages: JumpPage[] = [
      { to: '/', label: 'Overview', keywords: [] },
      { to: '/definitions', label: 'Definitions', keywords: [] },
    ]
    expect(pageEntries(pages).map(({ label }) => label)).toEqual(['Overview', 'Definitions'])
  })
})

describe('movedTo', () => {
  it('goes round at both ends', () => {
    expect(movedTo('ArrowDown', 4, 5)).toBe(0)
    expect(movedTo('ArrowUp', 0, 5)).toBe(4)
  })

  it('leaves the field its own keys, and goes nowhere in an empty list', () => {
    expect(movedTo('Home', 2, 5)).toBeNull()
    expect(movedTo('ArrowDown', 0, 0)).toBeNull()
  })
})

describe('actionEntries', () => {
  const kpis = [aDescribedKpi({ id: 'unallocated-high', name: 'High-priority work with no worker' })]

  it('are named by id and words, and known by owner, board and measure', () => {
    expect(actionEntries([anAction()], kpis)).toEqual([
      {
        id: 'action-A01',
        kind: 'Action',
        label: 'A01 Clear unallocated high-priority work',
        detail: 'Head of Assessment',
        keywords: ['Head of Assessment', 'Performance review', 'High-priority work with no worker'],
        destination: { kind: 'action', id: 'A01' },
      },
    ])
  })
})
