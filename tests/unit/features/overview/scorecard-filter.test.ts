import { describe, expect, it } from 'vitest'
import { groupByTheme, selectRows } from '../../../../src/features/overview/scorecard-filter.ts'
import { buildRow } from '../../../../src/features/overview/scorecard-model.ts'
import { aScorecardRow } from '../../../support/a-row.ts'
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
