import { describe, expect, it } from 'vitest'
import { assembleRecords, breaksOfDefinitions, type LoadedRecords } from '../../../src/ingest/assemble.ts'
import { readCells } from '../../../src/ingest/cells.ts'
import { createProposer } from '../../../src/ingest/say-cell.ts'
import { nothingStanding, type Standing } from '../../../src/ingest/standing.ts'
import { aMilestone } from '../../support/a-milestone.ts'

const nothing = () => undefined
const cells = readCells('plan.csv', { line: 2, fields: [], raw: '' }, new Map(), nothing, createProposer())
const placed = <Item>(items: readonly Item[]) => items.map((item) => ({ item, cells }))
const nothingLoaded: LoadedRecords = {
  ...{
    organisation: null,
    kpis: [],
    refusedKpis: new Map(),
    targets: [],
    trajectory: [],
    milestones: [],
    moves: [],
  },
  ...{ workstreams: [], interventions: [], risks: [], reviews: [], members: [], actions: [], commentary: [] },
}
const assemble = (loaded: Partial<LoadedRecords>, standing: Standing = nothingStanding) =>
  assembleRecords({ ...nothingLoaded, ...loaded }, standing, nothing)

const kpi: LoadedRecords['kpis'][number]['item'] = {
  ...{ id: 'ot-waiting', name: 'Waiting for OT', theme: 'waiting', unit: 'count', aggregation: 'P' },
  ...{ direction: 'down', frequency: 'month', decimals: 0, per: null, definition: '', numerator: null },
  ...{ denominator: null, owner: '', source: '', code: null, sdc: 'people', version: 1 },
  ...{ validFrom: '2024-04-01', dueDay: null, targets: [] },
}
const target = (from: string, value: number) => ({
  ...{ kpi: kpi.id, from, value, lower: null, upper: null, by: null, setBy: 'Board' },
})
const move = (movedOn: string) => ({
  ...{ milestone: 'M04', from: '2025-10-31', to: '2025-11-28', reason: 'Staff', approver: 'Board', movedOn },
})
const risk = {
  ...{ id: 'R1', title: 'Too few therapists', ownerRole: 'OT Lead', kpi: null },
  ...{ targetLikelihood: 2, targetImpact: 3, reviews: [] },
}
const review = (reviewedOn: string) => ({ risk: 'R1', reviewedOn, likelihood: 4, impact: 4, note: '' })

describe('the break that another definition makes', () => {
  it('is titled with what changed, in words for whoever looks at the chart', () => {
    const anew = {
      ...kpi,
      direction: 'neutral',
      aggregation: 'S',
      version: 2,
      validFrom: '2026-01-01',
    } as const
    expect(breaksOfDefinitions([anew], [kpi], [])).toMatchObject([
      { start: '2026-01-01', title: 'Redefined: how it is combined and which way is better' },
    ])
  })
})

describe('records of a load, whatever the order of their rows', () => {
  it('have a plan’s points from the first month to the last', () => {
    const rows = ['2025-12', '2025-04', '2025-08'].map((period) => ({
      ...{ kpi: kpi.id, period, planned: 300, approvedBy: 'Board' },
    }))
    const [plan] = assemble({ trajectory: placed(rows) }).trajectories
    expect(plan?.points.map(({ period }) => period)).toEqual(['2025-04', '2025-08', '2025-12'])
  })

  it('have a measure’s targets in the order in which they came to hold', () => {
    const targets = placed([target('2025-04', 150), target('2023-04', 250), target('2024-04', 200)])
    const [measure] = assemble({ kpis: placed([kpi]), targets }).kpis
    expect(measure?.targets.map(({ value }) => value)).toEqual([250, 200, 150])
  })

  it('have no second target where a new version of the measure repeats the one that holds', () => {
    const stood = { ...kpi, targets: [{ ...target('2024-04', 150), by: '2026-03-31' }] }
    const again = (value: number) => ({
      ...kpi,
      version: 2,
      validFrom: '2026-02-01',
      targets: [{ ...target('2026-02', value), by: '2026-03-31', setBy: 'Not recorded' }],
    })
    const targetsOf = (item: typeof kpi) =>
      assemble({ kpis: placed([item]) }, { ...nothingStanding, kpis: [stood] }).kpis[0]?.targets
    expect(targetsOf(again(150))).toEqual(stood.targets)
    expect(targetsOf(again(120))?.map(({ value }) => value)).toEqual([150, 120])
  })

  it('have the moves of a milestone oldest first, those that stood among them', () => {
    const stood = aMilestone({ moves: [move('2025-05-01')] })
    const standing = { ...nothingStanding, plan: { ...nothingStanding.plan, milestones: [stood] } }
    const moves = placed([move('2025-08-01'), move('2025-02-01')])
    const [milestone] = assemble({ moves }, standing).milestones
    expect(milestone?.moves.map(({ movedOn }) => movedOn)).toEqual(['2025-02-01', '2025-05-01', '2025-08-01'])
  })

  it('have the reviews of a risk oldest first: the last is the one that stands', () => {
    const reviews = placed([review('2025-09-01'), review('2025-03-01')])
    const [reviewed] = assemble({ risks: placed([risk]), reviews }).risks
    expect(reviewed?.reviews.map(({ reviewedOn }) => reviewedOn)).toEqual(['2025-03-01', '2025-09-01'])
  })
})
