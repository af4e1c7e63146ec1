import { describe, expect, it } from 'vitest'
import { rankAttention } from '../../../../src/domain/scorecard/attention.ts'
import { groupByTheme, needsLooking, selectRows } from '../../../../src/features/overview/scorecard-filter.ts'
import { buildRow } from '../../../../src/features/overview/scorecard-model.ts'
import { aRowAnalysis, aScorecardRow } from '../../../support/a-row.ts'
import { aSeries } from '../../../support/a-series.ts'

const asOf = '2025-10-06'
const rows = [
  buildRow(aScorecardRow({ id: 'ot', name: 'Waiting for OT assessment' }), asOf),
  buildRow(
    aScorecardRow({
      id: 'cases',
      name: 'Cases',
      theme: 'allocations',
      owner: 'Director',
      series: aSeries([12]),
    }),
    asOf,
  ),
  buildRow(
    aScorecardRow({ id: 'late', name: 'Awaiting finance', due: '2025-10-01', series: aSeries([null]) }),
    asOf,
  ),
]
const ids = (search: Parameters<typeof selectRows>[1]) => selectRows(rows, search).map((row) => row.id)

describe('selectRows', () => {
  it('keeps the order of the edition unless another is asked for', () => {
    expect(ids({})).toEqual(['ot', 'cases', 'late'])
  })

  it('filters by theme, owner, place on the plan and words of the name', () => {
    expect([
      ids({ theme: 'allocations' }),
      ids({ owner: 'OT Lead' }),
      ids({ standing: 'unknown' }),
      ids({ find: 'OT wait' }),
    ]).toEqual([['cases'], ['ot', 'late'], ['late'], ['ot']])
  })

  it('puts what has no value last, whichever way it sorts', () => {
    expect([ids({ sort: 'value' }), ids({ sort: 'value', order: 'down' })]).toEqual([
      ['cases', 'ot', 'late'],
      ['ot', 'cases', 'late'],
    ])
  })

  it('sorts names as a reader does', () => {
    expect(ids({ sort: 'name' })).toEqual(['late', 'cases', 'ot'])
  })
})

describe('groupByTheme', () => {
  it('leaves out themes without a row', () => {
    expect(groupByTheme(rows).map((group) => group.theme)).toEqual(['waiting', 'allocations'])
  })
})

describe('signals', () => {
  const figures = [
    aScorecardRow({ id: 'calm', plan: { kind: 'no-plan' }, analysis: aRowAnalysis() }),
    aScorecardRow({ id: 'late', due: '2025-10-01' }),
    aScorecardRow({
      id: 'worse',
      plan: { kind: 'no-plan' },
      analysis: aRowAnalysis({ variation: 'special_cause_concern' }),
    }),
  ]
  const ranked = figures.map((row) => buildRow(row, asOf, rankAttention(figures, asOf)))
  const idsOf = (search: Parameters<typeof selectRows>[1]) => selectRows(ranked, search).map((row) => row.id)

  it('filter by what the figures say and by need for attention', () => {
    expect([idsOf({ signal: 'common' }), idsOf({ signal: 'attention' })]).toEqual([
      ['calm'],
      ['late', 'worse'],
    ])
  })

  it('sort concerns first and the unknown last, and by need for attention', () => {
    expect([idsOf({ sort: 'signal' }), idsOf({ sort: 'attention' })]).toEqual([
      ['worse', 'calm', 'late'],
      ['worse', 'late', 'calm'],
    ])
  })

  it('keep open what is called for or unknown', () => {
    expect(ranked.map(needsLooking)).toEqual([false, true, true])
  })
})
